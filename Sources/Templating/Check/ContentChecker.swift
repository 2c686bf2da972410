import Diagnostics
import Fields
import XMLTree

/// Turns templates into pieces: resolves names, types, parts and law, and lays out the output.
///
/// Everything is checked, also what the assumptions say is never printed; only what can be printed is kept.
final class ContentChecker {
  /// What surrounds a piece of content.
  struct Flow {
    /// Children stand on lines of their own.
    var isBlock: Bool
    /// How deep the output is nested, for its indentation.
    var depth: Int
    /// The element that may not hold blocks, such as `p`.
    var phrasing: String?
    /// The element that may not hold text, such as `ul`.
    var textless: String?
    /// Who may read what is printed here.
    var clearance: Secrecy
    /// Whether the assumptions let this be printed at all.
    var isReachable = true
    /// Namespace declarations in force in XML output: prefix ("" for none) to URI.
    var namespaces: [String: String] = [:]
  }

  let target: CompileTarget
  let reporter: Reporter
  let templates: TemplateCache
  /// Paths of the fields that the template reads.
  private(set) var fieldsRead: Set<String> = []
  /// Ids of the lawbook entries that it prints.
  private(set) var entriesPrinted: Set<String> = []
  /// Files that were put in place.
  private(set) var partsUsed: Set<String> = []

  private let requirementIDs: Set<String>
  /// Loops so far, to tell their rows apart.
  private var loops = 0
  /// Loops around the piece that is being checked; also counts those of a layout around its content.
  private var depth = 0
  private var stack: [(title: String, used: Set<String>)] = []
  private var contents: [(nodes: [Node], scope: Scope, stackDepth: Int)?] = []

  init(target: CompileTarget, templates: TemplateCache, reporter: Reporter) {
    self.target = target
    self.templates = templates
    self.reporter = reporter
    requirementIDs = Set(target.requirements.map(\.id))
  }

  private lazy var expressions = ExpressionChecker(reporter: reporter) { [unowned self] name in
    if !stack.isEmpty { stack[stack.count - 1].used.insert(name) }
  }

  // MARK: Documents

  func document(_ template: Template) -> [Piece] {
    stack = [(template.title, [])]
    var scope = Scope()
    scope.root = target.model
    let flow = Flow(isBlock: true, depth: 0, phrasing: nil, textless: template.title, clearance: target.clearance)
    var pieces: [Piece] = []
    switch target.output {
    case .html: append("<!DOCTYPE html>", to: &pieces)
    case .xml: append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", to: &pieces)
    }
    content(template.body, template, scope, flow, isEdge: true, into: &pieces)
    append("\n", to: &pieces)
    return pieces
  }

  // MARK: Content

  /// - Parameter isEdge: whether the content begins and ends at the tags of a printed element, where white space
  ///   is dropped; at the tags of a directive it is dropped only with a line feed in it.
  private func content(
    _ nodes: [Node], _ template: Template, _ scope: Scope, _ flow: Flow, isEdge: Bool, into pieces: inout [Piece]
  ) {
    for (index, node) in nodes.enumerated() {
      switch node {
      case .text(let run):
        let edges = TextEdges(
          isFirst: index == 0, isLast: index == nodes.count - 1, isElement: isEdge,
          afterWord: index > 0 && isWord(nodes[index - 1]),
          beforeWord: index + 1 < nodes.count && isWord(nodes[index + 1]))
        text(run, scope, flow, edges, into: &pieces)
      case .element(let element): self.element(element, template, scope, flow, into: &pieces)
      case .conditional(let conditional): self.conditional(conditional, template, scope, flow, into: &pieces)
      case .loop(let loop): self.loop(loop, template, scope, flow, into: &pieces)
      case .choice(let choice): self.choice(choice, template, scope, flow, into: &pieces)
      case .call(let call): self.call(call, template, scope, flow, into: &pieces)
      case .content(let element): callersContent(element, template, flow, into: &pieces)
      case .citation(let citing): citation(citing, template, flow, into: &pieces)
      case .term(let term): self.term(term, template, flow, into: &pieces)
      case .style(let name, let element): style(name, element, template, into: &pieces)
      case .marked(let mark, let children):
        marked(mark, template, into: &pieces) { pieces in
          content(children, template, scope, flow, isEdge: false, into: &pieces)
        }
      }
    }
  }

  private func isWord(_ node: Node) -> Bool {
    switch node {
    case .citation, .term: true
    default: false
    }
  }

  private func append(_ text: String, to pieces: inout [Piece]) { append(Array(text.utf8), to: &pieces) }

  private func append(_ bytes: [UInt8], to pieces: inout [Piece]) {
    if case .literal(let before)? = pieces.last {
      pieces[pieces.count - 1] = .literal(before + bytes)
    } else {
      pieces.append(.literal(bytes))
    }
  }

  private func newLine(_ depth: Int, into pieces: inout [Piece]) {
    append([0x0A] + [UInt8](repeating: 0x20, count: depth * 2), to: &pieces)
  }

  // MARK: Text and values

  /// What stands beside a text run.
  private struct TextEdges {
    var isFirst: Bool
    var isLast: Bool
    var isElement: Bool
    var afterWord: Bool
    var beforeWord: Bool
  }

  private func text(_ run: TextRun, _ scope: Scope, _ flow: Flow, _ edges: TextEdges, into pieces: inout [Piece]) {
    if run.isBlank, flow.isBlock { return }
    if let owner = flow.textless, !run.isBlank {
      reporter.error(
        "misplaced-text", "text cannot stand directly in \(owner)",
        at: SourceSpan(source: run.source, start: firstWord(run), end: firstWord(run) + 1))
      return
    }
    if flow.isBlock { newLine(flow.depth, into: &pieces) }
    for (index, segment) in run.segments.enumerated() {
      let follows = index > 0 ? isValue(run.segments[index - 1]) : edges.afterWord
      let precedes = index + 1 < run.segments.count ? isValue(run.segments[index + 1]) : edges.beforeWord
      switch segment {
      case .literal(let text, let offset):
        let raw = Array(text.utf8)
        for mistake in Typography.mistakes(in: raw, followsValue: follows, precedesValue: precedes) {
          reporter.error(
            "typography", mistake.message,
            at: SourceSpan(
              source: run.source, start: offset + mistake.range.lowerBound, end: offset + mistake.range.upperBound),
            help: mistake.help)
        }
        let isStart = index == 0 && edges.isFirst
        let isEnd = index == run.segments.count - 1 && edges.isLast
        var bytes = collapsed(
          raw, trimStart: isStart && (edges.isElement || flow.isBlock),
          trimEnd: isEnd && (edges.isElement || flow.isBlock),
          layoutStart: isStart, layoutEnd: isEnd)
        bytes = Typography.joined(
          bytes, followsNumber: index > 0 && isNumber(run.segments[index - 1]),
          precedesNumber: index + 1 < run.segments.count && isNumber(run.segments[index + 1]))
        if bytes.contains(where: Typography.isLetter) { pieces.append(.evidence(.words)) }
        append(Escaping.escaped(bytes, in: .text), to: &pieces)
      case .value(let expression):
        if index > 0, case .value = run.segments[index - 1] {
          reporter.error(
            "typography", "no space between two values", at: expression.span, help: "put a space or a word between them"
          )
        }
        if let typed = expressions.value(expression, in: scope) {
          value(typed, expression, .text, flow, into: &pieces)
        }
      }
    }
  }

  private func isValue(_ segment: TextRun.Segment) -> Bool {
    if case .value = segment { true } else { false }
  }

  private func isNumber(_ segment: TextRun.Segment) -> Bool {
    guard case .value(let expression) = segment, case .formatted(_, let name) = expression.kind else { return false }
    return ["tal", "decimal", "minutter", "kode"].contains(name.text)
  }

  private func firstWord(_ run: TextRun) -> Int {
    switch run.segments.first {
    case .literal(let text, let offset): offset + (text.utf8.enumerated().first { !isSpace($0.element) }?.offset ?? 0)
    case .value(let expression): expression.span.start
    case nil: 0
    }
  }

  /// Runs of white space become one space; at the edges they are dropped.
  private func collapsed(
    _ text: [UInt8], trimStart: Bool, trimEnd: Bool, layoutStart: Bool, layoutEnd: Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    while i < text.count {
      guard isSpace(text[i]) else {
        result.append(text[i])
        i += 1
        continue
      }
      let start = i
      while i < text.count, isSpace(text[i]) { i += 1 }
      let hasLineFeed = text[start..<i].contains(0x0A)
      if start == 0, trimStart || (layoutStart && hasLineFeed) { continue }
      if i == text.count, trimEnd || (layoutEnd && hasLineFeed) { continue }
      result.append(0x20)
    }
    return result
  }

  private func value(
    _ typed: Typed, _ expression: Expression, _ context: EscapeContext, _ flow: Flow, into pieces: inout [Piece]
  ) {
    guard typed.secrecy <= flow.clearance else {
      reporter.error(
        "secrecy", "'\(expressions.text(expression))' is \(typed.secrecy) and may not be printed here",
        at: expression.span,
        label: "only what is \(flow.clearance) may stand here",
        help: "leave it out, or print the case number instead")
      return
    }
    operand(typed.operand, typed, expression, context, into: &pieces)
  }

  private func operand(
    _ operand: Operand, _ typed: Typed, _ expression: Expression, _ context: EscapeContext, into pieces: inout [Piece]
  ) {
    switch operand {
    case .place(let place): self.place(place, typed, expression, context, into: &pieces)
    case .text(let text): append(Escaping.escaped(Array(text.utf8), in: context), to: &pieces)
    case .count(let list):
      var count = list
      count.type = .integer
      pieces.append(.value(count, typed.format ?? .integerWords, context))
    case .projection(let list, let offset, let stride, let path, _, _):
      guard typed.type == .text else {
        reporter.error(
          "needs-formatter", "a list of texts needs a formatter", at: expression.span, help: "write '| og'")
        return
      }
      fieldsRead.insert(path)
      pieces.append(.enumeration(list: list, offset: offset, stride: stride, context))
      if case .list(_, true) = list.type.unwrapped { evidence(.field(path), context, into: &pieces) }
    case .fallback(let first, let second, let guards):
      var then: [Piece] = []
      var otherwise: [Piece] = []
      self.operand(first, typed, expression, context, into: &then)
      self.operand(second, typed, expression, context, into: &otherwise)
      let origin = Origin(document: expression.span.source.document, element: expression.span.source.document.root)
      pieces.append(
        .branch(
          .allPresent(guards), then: Arm(pieces: then, origin: origin),
          otherwise: Arm(pieces: otherwise, origin: origin)))
    case .integer, .date, .boolean, .condition:
      reporter.error(
        "constant-value", "a literal or a condition cannot be printed", at: expression.span,
        help: "write the words themselves, or use t:if")
    }
  }

  private func place(
    _ place: Place, _ typed: Typed, _ expression: Expression, _ context: EscapeContext, into pieces: inout [Piece]
  ) {
    let type = place.type.unwrapped
    guard let format = typed.format ?? Format.implied(for: type) else {
      let names = Format.names(for: type)
      let path = expressions.text(expression)
      reporter.error(
        "needs-formatter", names.isEmpty ? "\(type) cannot be printed" : "\(type) needs a formatter",
        at: expression.span,
        label: names.isEmpty ? nil : "it has: \(names.joined(separator: ", "))",
        help: names.first.map { "for example {\(path) | \($0)}" } ?? "print its fields")
      return
    }
    if format == .lines, context != .text || target.output != .html {
      reporter.error("formatter-place", "'linjer' makes lines in the text of HTML only", at: expression.span)
      return
    }
    fieldsRead.insert(place.path)
    pieces.append(.value(place, format, context))
    evidence(.field(place.path), context, into: &pieces)
  }

  /// What stands in an attribute of HTML is not read by the citizen, and so proves nothing.
  private func evidence(_ fact: Fact, _ context: EscapeContext, into pieces: inout [Piece]) {
    if context == .text || target.output == .xml { pieces.append(.evidence(fact)) }
  }

  // MARK: Elements

  private func element(
    _ node: ElementNode, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]
  ) {
    let printer = ElementPrinter(target: target, document: template.document, reporter: reporter)
    guard var inner = printer.flow(inside: node, flow) else { return }
    if flow.isBlock { newLine(flow.depth, into: &pieces) }
    let body = { [self] (pieces: inout [Piece]) in
      append("<\(printer.name(node.element))", to: &pieces)
      if target.output == .xml {
        append(printer.namespaceDeclarations(node.element, &inner), to: &pieces)
      }
      for (attribute, run) in node.attributes {
        self.attribute(attribute, run, node.element, template, scope, flow, printer, into: &pieces)
      }
      if let mark = node.mark, target.output == .html {
        let ids = mark.ids.map(\.text).filter(requirementIDs.contains)
        if !ids.isEmpty { append(" data-krav=\"\(ids.joined(separator: " "))\"", to: &pieces) }
      }
      if printer.isEmpty(node) {
        append(target.output == .html ? ">" : "/>", to: &pieces)
        return
      }
      append(">", to: &pieces)
      let before = pieces.count
      content(node.children, template, scope, inner, isEdge: true, into: &pieces)
      if inner.isBlock, pieces.count > before || !node.children.isEmpty { newLine(flow.depth, into: &pieces) }
      append("</\(printer.name(node.element))>", to: &pieces)
    }
    if let mark = node.mark {
      marked(mark, template, into: &pieces, body)
    } else {
      body(&pieces)
    }
  }

  private func attribute(
    _ attribute: XMLAttribute, _ run: TextRun, _ element: XMLElement, _ template: Template, _ scope: Scope,
    _ flow: Flow,
    _ printer: ElementPrinter, into pieces: inout [Piece]
  ) {
    guard printer.allows(attribute, run, on: element) else { return }
    append(" \(attribute.qualifiedName)=\"", to: &pieces)
    var context = EscapeContext.attribute
    if target.output == .html, attribute.name == "href" {
      guard let link = linkContext(run, attribute, template) else { return }
      context = link
    }
    for segment in run.segments {
      switch segment {
      case .literal(let text, _): append(Escaping.escaped(Array(text.utf8), in: .attribute), to: &pieces)
      case .value(let expression):
        guard let typed = expressions.value(expression, in: scope) else { continue }
        if target.output == .html, attribute.name == "href", (typed.type == .link) != (context == .attribute) {
          reporter.error(
            "unsafe-link", "\(typed.type) cannot stand here in a link", at: expression.span,
            help: "a link field is the whole value; a text follows 'tel:' or 'mailto:'")
          continue
        }
        self.value(typed, expression, context, flow, into: &pieces)
      }
    }
    append("\"", to: &pieces)
  }

  /// A link is one link field, `tel:` or `mailto:` with a text, or an address of the template's own.
  private func linkContext(_ run: TextRun, _ attribute: XMLAttribute, _ template: Template) -> EscapeContext? {
    switch run.segments.first {
    case .value where run.segments.count == 1: return .attribute
    case .literal(let text, _):
      let isOwn = run.segments.count == 1
      if isOwn, ["https://", "tel:", "mailto:", "#"].contains(where: text.hasPrefix) { return .attribute }
      if !isOwn, text == "tel:" || text == "mailto:" { return .url }
    default: break
    }
    reporter.error(
      "unsafe-link", "this is no safe link", in: template.document, attribute: attribute,
      help: "write one link field, 'tel:' or 'mailto:' and one text, or an address with https://")
    return nil
  }

  // MARK: Directives

  private func conditional(
    _ node: Conditional, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]
  ) {
    let checked = expressions.condition(node.test, in: scope)
    let truth = checked.flatMap { target.assumptions.evaluate($0.test) }
    var then: [Piece] = []
    var otherwise: [Piece] = []
    content(
      node.then, template, scope.knowing(checked?.whenTrue ?? Knowledge()), reachable(flow, truth != false),
      isEdge: false, into: &then)
    content(
      node.otherwise, template, scope.knowing(checked?.whenFalse ?? Knowledge()), reachable(flow, truth != true),
      isEdge: false, into: &otherwise)
    guard let checked else { return }
    switch truth {
    case true?: pieces += then
    case false?: pieces += otherwise
    case nil:
      let document = template.document
      pieces.append(
        .branch(
          checked.test, then: Arm(pieces: then, origin: Origin(document: document, element: node.element)),
          otherwise: Arm(
            pieces: otherwise, origin: Origin(document: document, element: node.elseElement ?? node.element))))
    }
    noteReads(of: checked.test)
  }

  private func noteReads(of condition: Condition) {
    switch condition {
    case .constant: break
    case .isPresent(let place), .isNonEmpty(let place), .isTrue(let place), .compareConstant(_, let place, _),
      .textEquals(let place, _):
      fieldsRead.insert(place.path)
    case .comparePlaces(_, let a, let b), .textsEqual(let a, let b): fieldsRead.formUnion([a.path, b.path])
    case .not(let inner): noteReads(of: inner)
    case .and(let a, let b), .or(let a, let b):
      noteReads(of: a)
      noteReads(of: b)
    }
  }

  private func reachable(_ flow: Flow, _ isReachable: Bool) -> Flow {
    var flow = flow
    flow.isReachable = flow.isReachable && isReachable
    return flow
  }

  private func loop(_ node: Loop, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]) {
    guard let typed = expressions.value(node.list, in: scope) else { return }
    guard case .place(let list) = typed.operand, case .list(let row, let isNonEmpty) = typed.type else {
      reporter.error("not-a-list", "\(typed.type) is no list", at: node.list.span)
      return
    }
    guard depth < Renderer.maximumLoopDepth else {
      reporter.error(
        "loop-depth", "loops may be nested \(Renderer.maximumLoopDepth) deep", at: node.list.span)
      return
    }
    loops += 1
    let name = node.variable.text
    if scope.names[name] != nil || scope.root?[name] != nil {
      reporter.error(
        "shadowed-name", "'\(name)' already has a meaning here", at: node.variable.span, help: "choose another name")
    }
    depth += 1
    defer { depth -= 1 }
    let frame = depth
    var inner = scope
    inner.names[name] = .row(row, frame: frame, scope: loops, path: list.path)
    var body: [Piece] = []
    stack[stack.count - 1].used.remove(name)
    content(node.body, template, inner, flow, isEdge: false, into: &body)
    if !stack[stack.count - 1].used.contains(name), !reporter.hasErrors {
      reporter.error("unused-name", "the row '\(name)' is never used", at: node.variable.span)
    }
    fieldsRead.insert(list.path)
    pieces.append(
      .loop(
        list: list, frame: frame, stride: row.slotCount,
        isNonEmpty: isNonEmpty || scope.nonEmpty.contains(list.key), body))
  }

  private func choice(_ node: Choice, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]) {
    guard let typed = expressions.value(node.subject, in: scope) else { return }
    guard case .place(let place) = typed.operand, case .choice(let type) = typed.type else {
      reporter.error(
        "not-a-choice", "'t:choose' needs a choice; this is \(typed.type)", at: node.subject.span, help: "use t:if")
      return
    }
    fieldsRead.insert(place.path)
    let assumed = target.assumptions.number(place).map(Int.init)
    var armOfCase = [Int?](repeating: nil, count: type.cases.count)
    var arms: [Arm] = []
    for arm in node.arms {
      var implied: Set<PlaceKey>?
      var isReachable = assumed == nil
      for word in arm.words {
        guard let index = type.index(of: word.text) else {
          expressions.unknownCase(word.text, type, word.span)
          continue
        }
        guard armOfCase[index] == nil else {
          reporter.error("duplicate-case", "'\(word.text)' is covered twice", at: word.span)
          continue
        }
        armOfCase[index] = arms.count
        isReachable = isReachable || assumed == index
        let present = expressions.implied(type.cases[index], place)
        implied = implied?.intersection(present) ?? present
      }
      var body: [Piece] = []
      content(
        arm.body, template, scope.knowing(Knowledge(present: implied ?? [])), reachable(flow, isReachable),
        isEdge: false, into: &body)
      arms.append(Arm(pieces: body, origin: Origin(document: template.document, element: arm.element)))
    }
    let missing = zip(type.cases, armOfCase).filter { $1 == nil }.map(\.0.name)
    guard missing.isEmpty else {
      reporter.error(
        "not-exhaustive", "this choice does not cover: \(missing.joined(separator: ", "))", in: template.document,
        element: node.element, help: "add <t:when is=\"\(missing.joined(separator: " "))\">…</t:when>")
      return
    }
    if let assumed {
      if let arm = armOfCase[assumed] { pieces += arms[arm].pieces }
    } else {
      pieces.append(.selection(place, arms: arms, armOfCase: armOfCase.map { $0! }))
    }
  }

  private func marked(
    _ mark: Mark, _ template: Template, into pieces: inout [Piece], _ body: (inout [Piece]) -> Void
  ) {
    for id in mark.ids where !target.knownRequirements.contains(id.text) {
      let near = suggestion(for: id.text, among: target.knownRequirements.sorted())
      reporter.error(
        "unknown-requirement", "the lawbook has no requirement '\(id.text)'", at: id.span,
        help: near.map { "did you mean '\($0)'?" })
    }
    let ids = mark.ids.map(\.text).filter(requirementIDs.contains)
    guard !ids.isEmpty else { return body(&pieces) }
    var inner: [Piece] = []
    body(&inner)
    pieces.append(.marked(ids, inner, at: Origin(document: template.document, element: mark.element)))
  }

  // MARK: Law

  private func citation(_ node: Citing, _ template: Template, _ flow: Flow, into pieces: inout [Piece]) {
    let id = node.target.value
    let entries = node.isAct ? target.era.acts : target.era.provisions
    guard let citation = entries[id] else {
      missingEntry(id, node.isAct ? "act" : "provision", Array(entries.keys), node.target, template, flow)
      return
    }
    let text =
      switch node.form {
      case .full: citation.full
      case .title: citation.withTitle
      case .short: citation.short
      }
    entriesPrinted.insert(id)
    append(Escaping.escaped(Typography.joined(Array(text.utf8)), in: .text), to: &pieces)
    pieces.append(.evidence(.provision(id)))
  }

  private func term(_ node: Term, _ template: Template, _ flow: Flow, into pieces: inout [Piece]) {
    guard let word = target.era.terms[node.name.value] else {
      missingEntry(node.name.value, "term", Array(target.era.terms.keys), node.name, template, flow)
      return
    }
    entriesPrinted.insert(node.name.value)
    let text = node.capitalised ? word.prefix(1).uppercased() + word.dropFirst() : word
    append(Escaping.escaped(Array(text.utf8), in: .text), to: &pieces)
  }

  private func missingEntry(
    _ id: String, _ what: String, _ known: [String], _ attribute: XMLAttribute, _ template: Template, _ flow: Flow
  ) {
    if let reason = target.era.unavailable[id] {
      guard flow.isReachable else { return }
      reporter.error(
        "not-in-force", "\(what) '\(id)' cannot be printed for \(target.era.from) to \(target.era.until): \(reason)",
        in: template.document, attribute: attribute)
    } else {
      let near = suggestion(for: id, among: known.sorted())
      reporter.error(
        "unknown-\(what.replacing(" ", with: "-"))", "the lawbook has no \(what) '\(id)'", in: template.document,
        attribute: attribute, help: near.map { "did you mean '\($0)'?" })
    }
  }

  // MARK: Parts

  private func call(_ node: Call, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]) {
    let name = node.name.value
    let called: Template
    switch node.kind {
    case .law:
      guard let text = target.era.texts[name] else {
        missingEntry(name, "law text", Array(target.era.texts.keys), node.name, template, flow)
        return
      }
      called = templates.lawText(text)
      entriesPrinted.insert(name)
    case .part, .layout:
      guard let part = templates.part(name, at: node.name, in: template.document, reporter: reporter) else { return }
      called = part
      partsUsed.insert(name)
    }
    if let start = stack.firstIndex(where: { $0.title == called.title }) {
      let chain = stack[start...].map(\.title) + [called.title]
      reporter.error(
        "cycle", "\(called.title) contains itself", in: template.document, element: node.element,
        label: chain.joined(separator: " → "))
      return
    }
    let names = arguments(node, called, template, scope)
    var inner = Scope()
    inner.names = names
    inner.present = scope.present
    inner.nonEmpty = scope.nonEmpty
    stack.append((called.title, []))
    contents.append(node.kind == .layout ? (node.content, scope, stack.count - 1) : nil)
    let callers = callerTemplates
    callerTemplates.append(template)
    content(called.body, called, inner, flow, isEdge: false, into: &pieces)
    callerTemplates = callers
    contents.removeLast()
    let used = stack.removeLast().used
    // After an error a name may be unused only because its use was not reached.
    if !reporter.hasErrors {
      for parameter in called.parameters where !used.contains(parameter.name) {
        reporter.error(
          "unused-parameter", "\(called.title) never uses its parameter '\(parameter.name)'", in: called.document,
          element: parameter.element)
      }
    }
    if node.kind == .law { pieces.append(.evidence(.lawText(name))) }
  }

  private var callerTemplates: [Template] = []

  private func callersContent(
    _ element: XMLElement, _ template: Template, _ flow: Flow, into pieces: inout [Piece]
  ) {
    guard let last = contents.last, let (nodes, callersScope, stackDepth) = last, let caller = callerTemplates.last
    else {
      reporter.error(
        "content-without-layout", "'t:content' prints what a t:layout holds, and nothing is held here",
        in: template.document, element: element, help: "call this part with <t:layout part=\"…\">")
      return
    }
    // The content belongs to the caller: its names, its place in the chain of parts.
    let held = (contents, callerTemplates, Array(stack[stackDepth...]))
    contents.removeLast()
    callerTemplates.removeLast()
    stack.removeSubrange(stackDepth...)
    content(nodes, caller, callersScope, flow, isEdge: false, into: &pieces)
    stack += held.2
    (contents, callerTemplates) = (held.0, held.1)
  }

  private func arguments(
    _ node: Call, _ called: Template, _ template: Template, _ scope: Scope
  ) -> [String: Scope.Name] {
    var names: [String: Scope.Name] = [:]
    for (attribute, expression) in node.arguments {
      guard let parameter = called.parameters.first(where: { $0.name == attribute.name }) else {
        let near = suggestion(for: attribute.name, among: called.parameters.map(\.name))
        reporter.error(
          "unknown-parameter", "\(called.title) has no parameter '\(attribute.name)'", in: template.document,
          attribute: attribute, help: near.map { "did you mean '\($0)'?" })
        continue
      }
      guard var typed = expressions.check(expression, in: scope) else { continue }
      let isOptional = parameter.type.hasSuffix("?")
      let declared = isOptional ? String(parameter.type.dropLast()) : parameter.type
      guard Self.name(of: typed.type.unwrapped) == declared else {
        reporter.error(
          "type-mismatch", "\(called.title) wants '\(parameter.name)' as '\(parameter.type)'; this is \(typed.type)",
          at: expression.span)
        continue
      }
      if typed.type.isOptional, !isOptional {
        let path = expressions.text(expression)
        reporter.error(
          "unguarded-optional", "'\(path)' may be missing, and \(called.title) needs it", at: expression.span,
          help: "guard the call with t:if=\"\(path)\", or declare the parameter as '\(declared)?'")
        continue
      }
      typed.isOptionalByDeclaration = isOptional && !typed.type.isOptional
      names[attribute.name] = .argument(typed)
    }
    for parameter in called.parameters where !node.arguments.contains(where: { $0.attribute.name == parameter.name }) {
      reporter.error(
        "missing-parameter", "\(called.title) needs '\(parameter.name)' (\(parameter.type))", in: template.document,
        element: node.element, help: "add \(parameter.name)=\"…\"")
    }
    return names
  }

  /// A type as a `t:param` names it.
  private static func name(of type: FieldType) -> String {
    switch type {
    case .choice(let choice): choice.name
    case .record(let record): record.name
    case .list(let row, _): "list \(row.name)"
    default: type.description
    }
  }

  // MARK: Style

  private func style(_ name: XMLAttribute, _ element: XMLElement, _ template: Template, into pieces: inout [Piece]) {
    guard let bytes = templates.style(name, in: template.document, reporter: reporter) else { return }
    newLine(0, into: &pieces)
    append(bytes, to: &pieces)
    newLine(0, into: &pieces)
  }
}
