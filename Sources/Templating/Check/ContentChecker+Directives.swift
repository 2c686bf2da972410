import Diagnostics
import Fields
import XMLTree

/// Conditions, loops, choices and marks.
extension ContentChecker {
  func conditional(
    _ node: Conditional, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]
  ) {
    let checked = node.test.flatMap { expressions.condition($0, in: scope) }
    let truth = checked.flatMap { target.assumptions.evaluate($0.test) }
    var then: [Piece] = []
    var otherwise: [Piece] = []
    content(
      node.then, template, checked.map { scope.knowing($0.whenTrue) } ?? scope.doubtful, flow.reachable(truth != false),
      into: &then)
    content(
      node.otherwise, template, checked.map { scope.knowing($0.whenFalse) } ?? scope.doubtful,
      flow.reachable(truth != true), into: &otherwise)
    guard let checked, let test = node.test, isAllowed(checked.test.places, test.span, flow) else { return }
    noteRead(checked.test.places.map(\.path), flow)
    switch truth {
    case true?: pieces += then
    case false?: pieces += otherwise
    case nil:
      let document = template.document
      pieces.append(
        .branch(
          checked.test, then: Arm(pieces: then, origin: .element(node.element, document)),
          otherwise: Arm(
            pieces: otherwise,
            origin: node.elseElement.map { .element($0, document) } ?? .unwritten(node.element, document))))
    }
  }

  func loop(_ node: Loop, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]) {
    func checkBody() {
      var inner = scope.doubtful
      if let variable = node.variable { inner.names[variable.text] = .broken } else { inner.lacksNames = true }
      var body: [Piece] = []
      content(node.body, template, inner, flow, into: &body)
    }
    guard let rows = node.list, let typed = expressions.value(rows, in: scope) else { return checkBody() }
    guard case .place(let list) = typed.operand, case .list(let row, let isNonEmpty) = typed.type else {
      reporter.error("not-a-list", "'\(expressions.text(rows))' is \(typed.type), not a list", at: rows.span)
      return checkBody()
    }
    guard let variable = node.variable else { return checkBody() }
    let name = variable.text
    guard loopDepth < Renderer.maximumLoopDepth else {
      reporter.error(
        "loop-depth", "loops may be nested \(Renderer.maximumLoopDepth) deep, those of layouts included",
        at: rows.span)
      return
    }
    if scope.names[name] != nil || scope.root?[name] != nil {
      reporter.error(
        "shadowed-name", "'\(name)' already has a meaning here", at: variable.span, help: "choose another name")
    }
    guard isAllowed([list], rows.span, flow) else { return checkBody() }
    loops += 1
    loopDepth += 1
    defer { loopDepth -= 1 }
    let frame = loopDepth
    var inner = scope
    inner.names[name] = .row(row, frame: frame, scope: loops, path: list.path)
    var body: [Piece] = []
    let wasUsed = stack[stack.count - 1].used.remove(name) != nil
    content(node.body, template, inner, flow, into: &body)
    // After an error a name may be unused only because its use was not reached.
    if !stack[stack.count - 1].used.contains(name), !reporter.hasErrors {
      reporter.error("unused-name", "the row '\(name)' is never used", at: variable.span)
    }
    if wasUsed { stack[stack.count - 1].used.insert(name) }
    noteRead([list.path], flow)
    pieces.append(
      .loop(
        list: list, frame: frame, stride: row.slotCount,
        isNonEmpty: isNonEmpty || scope.hasRows(list.key),
        Arm(pieces: body, origin: .element(node.element, template.document))))
  }

  func choice(_ node: Choice, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]) {
    func checkArms() {
      for arm in node.arms {
        var body: [Piece] = []
        content(arm.body, template, scope.doubtful, flow, into: &body)
      }
    }
    guard let subject = node.subject, let typed = expressions.value(subject, in: scope) else { return checkArms() }
    guard case .place(let place) = typed.operand, case .choice(let type) = typed.type else {
      reporter.error(
        "not-a-choice", "'t:choose' needs a choice; this is \(typed.type)", at: subject.span, help: "use t:if")
      return checkArms()
    }
    guard isAllowed([place], subject.span, flow) else { return checkArms() }
    noteRead([place.path], flow)
    let assumed = target.assumptions.number(place).map(Int.init)
    var armOfCase = [Int?](repeating: nil, count: type.cases.count)
    var arms: [Arm] = []
    for arm in node.arms {
      var implied: Knowledge?
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
        let known = expressions.implied(type.cases[index], place)
        implied = implied?.shared(with: known) ?? known
      }
      var body: [Piece] = []
      content(
        arm.body, template, implied.map(scope.knowing) ?? scope.doubtful, flow.reachable(isReachable), into: &body)
      arms.append(Arm(pieces: body, origin: .element(arm.element, template.document)))
    }
    let missing = zip(type.cases, armOfCase).filter { $1 == nil }.map(\.0.name)
    guard missing.isEmpty else {
      // Of an arm without words, what it was meant to cover is not known.
      guard node.arms.allSatisfy({ !$0.words.isEmpty }) else { return }
      reporter.error(
        "not-exhaustive", "this choice does not cover: \(missing.joined(separator: ", "))", in: template.document,
        element: node.element, help: "add <t:when is=\"\(missing.joined(separator: " "))\">…</t:when>")
      return
    }
    if let assumed {
      if let arm = armOfCase[assumed] { pieces += arms[arm].pieces }
    } else {
      pieces.append(.selection(place, arms: arms, armOfCase: armOfCase.compactMap(\.self)))
    }
  }

  /// `<t:fulfils>`: in a page it becomes a `span`, so that the mark can be found there again.
  func markedContent(
    _ mark: Mark, _ children: [Node], _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]
  ) {
    let trace = trace(of: mark)
    if !trace.isEmpty, flow.isBlock {
      reporter.error(
        "mark-without-element", "a 't:fulfils' around blocks leaves no trace in the page", in: template.document,
        element: mark.element, help: "write t:fulfils=\"…\" on the element that holds the blocks")
    }
    if !trace.isEmpty, flow.owner == "title" {
      reporter.error(
        "misplaced-element", "a 't:fulfils' cannot stand inside 'title', which holds text only", in: template.document,
        element: mark.element, help: "what stands in the head proves nothing: mark the words in the letter")
    }
    marked(mark, template, into: &pieces) { pieces in
      if !trace.isEmpty { tag("<span\(trace)>", to: &pieces) }
      content(children, template, scope, flow, into: &pieces)
      if !trace.isEmpty { tag("</span>", to: &pieces) }
    }
  }

  /// The attribute by which a marked element is found in a page; nothing in XML, and nothing for the requirements of
  /// other kinds of document.
  func trace(of mark: Mark) -> String {
    let ids = mark.ids.map(\.text).filter(requirementIDs.contains)
    return target.output == .xml || ids.isEmpty ? "" : " data-krav=\"\(ids.joined(separator: " "))\""
  }

  func marked(_ mark: Mark, _ template: Template, into pieces: inout [Piece], _ body: (inout [Piece]) -> Void) {
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
    pieces.append(.marked(ids, inner, at: .element(mark.element, template.document)))
  }
}

extension ContentChecker.Flow {
  func reachable(_ isReachable: Bool) -> Self {
    var flow = self
    flow.isReachable = flow.isReachable && isReachable
    return flow
  }
}
