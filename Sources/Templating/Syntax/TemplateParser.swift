import Diagnostics
import XMLTree

/// Reads the elements of one file into a ``Template``, and reports all that is wrong with their structure.
struct TemplateParser {
  let document: XMLDocument
  let reporter: Reporter

  /// Reads the children of a root element: parameters first, then content.
  func template(_ title: String, element: XMLElement) -> Template {
    var parameters: [Parameter] = []
    var rest: [XMLNode] = []
    for child in element.children {
      guard case .element(let parameter) = child, parameter.namespace == templateNamespace, parameter.name == "param"
      else {
        // White space around the parameters is no content.
        if !(rest.isEmpty && child.isLayout) { rest.append(child) }
        continue
      }
      if rest.contains(where: { !$0.isLayout }) {
        reporter.error("misplaced-param", "a 't:param' stands before all content", in: document, element: parameter)
      }
      if let read = self.parameter(parameter) {
        if parameters.contains(where: { $0.name == read.name }) {
          reporter.error(
            "duplicate-param", "parameter '\(read.name)' is declared twice", in: document, element: parameter)
        }
        parameters.append(read)
      }
    }
    return Template(
      title: title, document: document, element: element, parameters: parameters, body: nodes(rest))
  }

  private func parameter(_ element: XMLElement) -> Parameter? {
    check(element, allows: ["name", "type"])
    guard let name = required("name", of: element), let type = required("type", of: element) else { return nil }
    return Parameter(name: name.value, type: type, element: element)
  }

  // MARK: Content

  private func nodes(_ children: [XMLNode]) -> [Node] {
    var result: [Node] = []
    for child in children {
      switch child {
      case .text(let text):
        if let run = run(text) { result.append(.text(run)) }
      case .element(let element):
        if isElse(element) {
          attachElse(element, to: &result)
        } else if let node = node(element) {
          result.append(node)
        }
      case .comment, .processingInstruction:
        break
      }
    }
    return result
  }

  private func isElse(_ element: XMLElement) -> Bool {
    element.namespace == templateNamespace && element.name == "else"
      || element.attribute("else", namespace: templateNamespace) != nil
  }

  /// Joins a `t:else` with the `t:if` before it; only white space may stand between.
  private func attachElse(_ element: XMLElement, to nodes: inout [Node]) {
    let otherwise: [Node]
    if element.namespace == templateNamespace {
      check(element, allows: [])
      otherwise = self.nodes(element.children)
    } else {
      otherwise = node(element).map { [$0] } ?? []
    }
    let last = nodes.lastIndex { node in
      if case .text(let run) = node { !run.isBlank } else { true }
    }
    guard let last, case .conditional(let conditional) = nodes[last], conditional.elseElement == nil else {
      reporter.error(
        "else-without-if", "this 't:else' has no 't:if' directly before it", in: document, element: element,
        help: "put it right after the element with t:if, with only white space between")
      return
    }
    nodes.removeSubrange(last...)
    nodes.append(
      .conditional(
        Conditional(
          test: conditional.test, then: conditional.then, otherwise: otherwise, element: conditional.element,
          elseElement: element)))
  }

  private func node(_ element: XMLElement) -> Node? {
    element.namespace == templateNamespace ? directive(element) : printed(element)
  }

  // MARK: Directives

  private func directive(_ element: XMLElement) -> Node? {
    switch element.name {
    case "if":
      check(element, allows: ["test"])
      let children = nodes(element.children)
      return .conditional(
        Conditional(
          test: required("test", of: element).flatMap { expression($0) }, then: children, otherwise: [],
          element: element, elseElement: nil))
    case "for":
      check(element, allows: ["each"])
      let children = nodes(element.children)
      guard let each = required("each", of: element) else {
        return .loop(Loop(variable: nil, list: nil, body: children, element: element))
      }
      return loop(each, body: children, element: element)
    case "choose": return choice(element)
    case "part", "layout", "law": return call(element)
    case "content":
      check(element, allows: [])
      refuseChildren(element)
      return .content(element)
    case "cite": return citation(element)
    case "term": return term(element)
    case "style":
      check(element, allows: ["file"])
      refuseChildren(element)
      return required("file", of: element).map { .style(name: $0, element: element) }
    case "fulfils":
      check(element, allows: ["id"])
      let children = nodes(element.children)
      let ids = required("id", of: element).map(words) ?? []
      return .marked(Mark(ids: ids, element: element), children)
    default:
      unknownDirective(element)
      return nil
    }
  }

  private static let directives = [
    "if", "else", "for", "choose", "when", "part", "layout", "law", "content", "cite", "term", "style", "fulfils",
    "param",
  ]

  private func unknownDirective(_ element: XMLElement) {
    switch element.name {
    case "when":
      reporter.error("misplaced-when", "a 't:when' stands directly inside a 't:choose'", in: document, element: element)
    case "param":
      reporter.error(
        "misplaced-param", "a 't:param' stands at the beginning of a part or a law text", in: document, element: element
      )
    case "document", "part":
      reporter.error("misplaced-root", "'t:\(element.name)' is the root of a file", in: document, element: element)
    default:
      let near = suggestion(for: element.name, among: Self.directives)
      reporter.error(
        "unknown-directive", "unknown directive 't:\(element.name)'", in: document, element: element,
        help: near.map { "did you mean 't:\($0)'?" })
    }
  }

  private func choice(_ element: XMLElement) -> Node? {
    check(element, allows: ["on"])
    var arms: [Choice.Arm] = []
    for child in element.children where !child.isLayout {
      guard case .element(let when) = child, when.namespace == templateNamespace, when.name == "when" else {
        let text = "only 't:when' may stand inside a 't:choose'"
        if case .element(let other) = child {
          reporter.error("misplaced-content", text, in: document, element: other)
        } else if case .text(let other) = child {
          reporter.error("misplaced-content", text, in: document, at: other.position)
        }
        continue
      }
      check(when, allows: ["is"])
      let body = nodes(when.children)
      arms.append(Choice.Arm(words: required("is", of: when).map(words) ?? [], body: body, element: when))
    }
    let subject = required("on", of: element).flatMap { expression($0) }
    return .choice(Choice(subject: subject, arms: arms, element: element))
  }

  private func call(_ element: XMLElement) -> Node? {
    let kind: Call.Kind =
      switch element.name {
      case "layout": .layout
      case "law": .law
      default: .part
      }
    let nameAttribute =
      switch kind {
      case .part: "name"
      case .layout: "part"
      case .law: "text"
      }
    var arguments: [(attribute: XMLAttribute, value: Expression?)] = []
    for attribute in element.attributes where attribute.name != nameAttribute || attribute.namespace != nil {
      if attribute.namespace != nil {
        reporter.error(
          "unknown-attribute", "'\(attribute.qualifiedName)' cannot stand here", in: document, attribute: attribute)
      } else {
        arguments.append((attribute, expression(attribute, isArgument: true)))
      }
    }
    if kind != .layout { refuseChildren(element) }
    let content = kind == .layout ? nodes(element.children) : []
    guard let name = required(nameAttribute, of: element) else { return nil }
    return .call(Call(kind: kind, name: name, arguments: arguments, content: content, element: element))
  }

  private func citation(_ element: XMLElement) -> Node? {
    check(element, allows: ["provision", "act", "form"])
    refuseChildren(element)
    let provision = element.attribute("provision")
    let act = element.attribute("act")
    guard let target = provision ?? act, provision == nil || act == nil else {
      reporter.error(
        "citation-target", "a 't:cite' names one provision or one act", in: document, element: element,
        help: "write provision=\"lab-167-1\" or act=\"lab\"")
      return nil
    }
    var form = Citing.Form.full
    if let attribute = element.attribute("form") {
      if let known = Citing.Form(rawValue: attribute.value) {
        form = known
      } else {
        unknownWord(attribute, among: Citing.Form.allCases.map(\.rawValue))
      }
    }
    return .citation(Citing(target: target, isAct: provision == nil, form: form, element: element))
  }

  private func term(_ element: XMLElement) -> Node? {
    check(element, allows: ["name", "form"])
    refuseChildren(element)
    let form = element.attribute("form")
    if let form, form.value != "stor" { unknownWord(form, among: ["stor"]) }
    return required("name", of: element).map {
      .term(Term(name: $0, capitalised: form != nil, element: element))
    }
  }

  private func unknownWord(_ attribute: XMLAttribute, among words: [String]) {
    reporter.error(
      "unknown-word", "unknown \(attribute.name) '\(attribute.value)'", in: document, attribute: attribute,
      label: "expected \(words.map { "'\($0)'" }.joined(separator: ", "))")
  }

  // MARK: Printed elements

  private func printed(_ element: XMLElement) -> Node? {
    var attributes: [(attribute: XMLAttribute, value: TextRun)] = []
    var test: Expression?
    var each: XMLAttribute?
    var ids: XMLAttribute?
    var condition: XMLAttribute?
    for attribute in element.attributes {
      guard attribute.namespace == templateNamespace else {
        if let value = run(attribute) { attributes.append((attribute, value)) }
        continue
      }
      switch attribute.name {
      case "if":
        condition = attribute
        test = expression(attribute)
      case "for": each = attribute
      case "fulfils": ids = attribute
      case "else":
        if !attribute.value.isEmpty {
          reporter.error(
            "else-with-condition", "'t:else' takes no condition", in: document, attribute: attribute,
            help: "write t:else=\"\"; for a further condition put a <t:if> inside")
        }
      default:
        let near = suggestion(for: attribute.name, among: ["if", "else", "for", "fulfils"])
        reporter.error(
          "unknown-attribute", "unknown directive '\(attribute.qualifiedName)'", in: document, attribute: attribute,
          help: near.map { "did you mean 't:\($0)'?" })
      }
    }
    if let each, condition != nil {
      reporter.error(
        "two-directives", "an element cannot have both t:for and t:if", in: document, attribute: each,
        help: "put a <t:if> around the element or inside it, to say which of the two you mean")
    }
    let mark = ids.map { Mark(ids: words($0), element: element) }
    let node = Node.element(
      ElementNode(element: element, attributes: attributes, children: nodes(element.children), mark: mark))
    if let each { return loop(each, body: [node], element: element) }
    if condition != nil {
      return .conditional(Conditional(test: test, then: [node], otherwise: [], element: element, elseElement: nil))
    }
    return node
  }

  // MARK: Attributes and texts

  private func loop(_ attribute: XMLAttribute, body: [Node], element: XMLElement) -> Node {
    let bytes = Array(attribute.value.utf8)
    let source = TextSource(document: document, holder: .attribute(attribute))
    let words = self.words(attribute)
    guard words.count >= 3, words[1].text == "in" else {
      reporter.error(
        "loop-syntax", "a loop reads 'row in list'", in: document, attribute: attribute,
        help: "for example t:for=\"opgave in mentorstoette.opgaver\"")
      return .loop(Loop(variable: nil, list: nil, body: body, element: element))
    }
    let list = ExpressionParser.parse(bytes, words[2].span.start..<bytes.count, in: source, reporter: reporter)
    guard isIdentifier(words[0].text) else {
      reporter.error("loop-syntax", "'\(words[0].text)' is no name for a row", at: words[0].span)
      return .loop(Loop(variable: nil, list: list, body: body, element: element))
    }
    return .loop(Loop(variable: words[0], list: list, body: body, element: element))
  }

  private func isIdentifier(_ word: String) -> Bool {
    word.utf8.first.map(isLetter) == true
      && word.utf8.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private func expression(_ attribute: XMLAttribute, isArgument: Bool = false) -> Expression? {
    let bytes = Array(attribute.value.utf8)
    let source = TextSource(document: document, holder: .attribute(attribute))
    return ExpressionParser.parse(
      bytes, 0..<bytes.count, in: source, argument: isArgument ? attribute : nil, reporter: reporter)
  }

  /// The words of an attribute, separated by white space.
  private func words(_ attribute: XMLAttribute) -> [Expression.Name] {
    let bytes = Array(attribute.value.utf8)
    let source = TextSource(document: document, holder: .attribute(attribute))
    var words: [Expression.Name] = []
    var i = 0
    while i < bytes.count {
      if isSpace(bytes[i]) {
        i += 1
        continue
      }
      let start = i
      while i < bytes.count, !isSpace(bytes[i]) { i += 1 }
      words.append(
        Expression.Name(
          text: String(decoding: bytes[start..<i], as: UTF8.self),
          span: SourceSpan(source: source, start: start, end: i)))
    }
    if words.isEmpty {
      reporter.error("empty-attribute", "'\(attribute.qualifiedName)' is empty", in: document, attribute: attribute)
    }
    return words
  }

  private func run(_ text: XMLText) -> TextRun? {
    run(text.value, TextSource(document: document, holder: .text(text)))
  }

  private func run(_ attribute: XMLAttribute) -> TextRun? {
    run(attribute.value, TextSource(document: document, holder: .attribute(attribute)))
  }

  /// Splits text at `{…}`; `{{` and `}}` stand for braces.
  private func run(_ text: String, _ source: TextSource) -> TextRun? {
    // Most have no value.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
      return TextRun(segments: text.isEmpty ? [] : [.literal(text, offset: 0)], source: source)
    }
    let bytes = Array(text.utf8)
    var segments: [TextRun.Segment] = []
    var literal: [UInt8] = []
    var literalStart = 0
    var i = 0
    var isSound = true
    func flush() {
      if !literal.isEmpty {
        segments.append(.literal(String(decoding: literal, as: UTF8.self), offset: literalStart))
        literal.removeAll()
      }
    }
    while i < bytes.count {
      let c = bytes[i]
      let isDoubled = i + 1 < bytes.count && bytes[i + 1] == c
      if c == UInt8(ascii: "{"), !isDoubled {
        flush()
        guard let end = closingBrace(bytes, after: i) else {
          reporter.error(
            "open-brace", "this '{' has no '}'", at: SourceSpan(source: source, start: i, end: i + 1),
            help: "close the value with '}', or write '{{' for a brace")
          return nil
        }
        if let expression = ExpressionParser.parse(bytes, i + 1..<end, in: source, reporter: reporter) {
          segments.append(.value(expression))
        } else {
          isSound = false
        }
        i = end + 1
        literalStart = i
      } else if c == UInt8(ascii: "{") || c == UInt8(ascii: "}") {
        guard isDoubled else {
          reporter.error(
            "stray-brace", "a '}' without '{'", at: SourceSpan(source: source, start: i, end: i + 1),
            help: "write '}}' for a brace")
          return nil
        }
        if literal.isEmpty { literalStart = i }
        literal.append(c)
        i += 2
        // What follows is a segment of its own: its offsets are those of the source again.
        flush()
      } else {
        if literal.isEmpty { literalStart = i }
        literal.append(c)
        i += 1
      }
    }
    flush()
    return isSound ? TextRun(segments: segments, source: source) : nil
  }

  /// The `}` that ends a value; braces inside quotes do not count.
  private func closingBrace(_ bytes: [UInt8], after start: Int) -> Int? {
    var isQuoted = false
    for i in start + 1..<bytes.count {
      if bytes[i] == UInt8(ascii: "'") { isQuoted.toggle() }
      if bytes[i] == UInt8(ascii: "}"), !isQuoted { return i }
    }
    return nil
  }

  // MARK: Checks

  private func required(_ name: String, of element: XMLElement) -> XMLAttribute? {
    if let attribute = element.attribute(name) { return attribute }
    reporter.error(
      "missing-attribute", "'\(element.qualifiedName)' needs the attribute '\(name)'", in: document, element: element)
    return nil
  }

  private func check(_ element: XMLElement, allows names: [String]) {
    for attribute in element.attributes where attribute.namespace != nil || !names.contains(attribute.name) {
      let near = suggestion(for: attribute.name, among: names)
      reporter.error(
        "unknown-attribute", "'\(element.qualifiedName)' has no attribute '\(attribute.qualifiedName)'", in: document,
        attribute: attribute, help: near.map { "did you mean '\($0)'?" })
    }
  }

  private func refuseChildren(_ element: XMLElement) {
    if element.children.contains(where: { !$0.isLayout }) {
      reporter.error(
        "unexpected-content", "'\(element.qualifiedName)' holds nothing", in: document, element: element)
    }
  }
}

extension XMLNode {
  /// White space and comments, which a template may hold anywhere.
  var isLayout: Bool {
    switch self {
    case .text(let text): text.value.utf8.allSatisfy(isSpace)
    case .comment, .processingInstruction: true
    case .element: false
    }
  }
}
