import Diagnostics
import Fields
import XMLTree

/// What an element may be and hold, and how its tags are written, in each output.
struct ElementPrinter {
  let target: CompileTarget
  let document: XMLDocument
  let reporter: Reporter

  /// The name in the output: HTML elements lose a prefix that the template may use.
  func name(_ element: XMLElement) -> String {
    target.output == .html ? element.name : element.qualifiedName
  }

  /// The flow inside an element, or nil after reporting that it cannot stand here.
  func flow(
    inside node: ElementNode, _ flow: ContentChecker.Flow, holdsText: @autoclosure () -> Bool
  ) -> ContentChecker.Flow? {
    var inner = flow
    inner.depth += 1
    inner.textless = nil
    inner.isAnywhere = false
    guard target.output == .html else {
      inner.isBlock = !holdsText()
      return inner
    }
    let element = node.element
    guard element.namespace == htmlNamespace else {
      reporter.error(
        "unknown-element", "'\(element.qualifiedName)' is not an element of HTML", in: document, element: element,
        help: "declare xmlns=\"\(htmlNamespace)\" on the root")
      return nil
    }
    guard let kind = HTMLSubset[element.name] else {
      let near = suggestion(for: element.name, among: HTMLSubset.names.sorted())
      reporter.error(
        "unknown-element", "'\(element.qualifiedName)' is not part of the HTML that templates may use", in: document,
        element: element,
        help: near.map { "did you mean '\($0)'?" } ?? "allowed: \(HTMLSubset.names.sorted().joined(separator: " "))")
      return nil
    }
    guard isPlaced(element, kind, flow) else { return nil }
    inner.owner = element.name
    if element.name == "a" { inner.isInLink = true }
    if element.name == "html", element.attribute("lang") == nil {
      reporter.error("missing-attribute", "'html' needs lang=\"da\"", in: document, element: element)
    }
    if element.name == "head" {
      // A title shows in lists and notifications, and none of the head is part of the letter.
      inner.clearance = min(inner.clearance, .open)
      inner.isSeen = false
    }
    // On a narrow screen the head of a table may be hidden, because the cells say it again.
    if element.name == "thead" { inner.isSeen = false }
    switch kind.content {
    case .blocks:
      inner.isBlock = true
      inner.textless = "'\(element.name)'"
    case .phrasing:
      inner.isBlock = false
      inner.phrasing = element.name
    case .either: inner.isBlock = !holdsText()
    case .stylesheet:
      inner.isBlock = true
      inner.textless = "'style'; name a file with <t:style file=\"…\"/>"
    case .void:
      if !node.children.isEmpty {
        reporter.error("unexpected-content", "'\(element.name)' holds nothing", in: document, element: element)
      }
    }
    return inner
  }

  private func isPlaced(_ element: XMLElement, _ kind: HTMLSubset.Element, _ flow: ContentChecker.Flow) -> Bool {
    if flow.isAnywhere { return true }
    let isLinkInLink = flow.isInLink && element.name == "a"
    let owner = isLinkInLink ? "a" : flow.phrasing.flatMap { kind.isInline ? nil : $0 } ?? flow.owner
    let parents = HTMLSubset.parents[element.name]
    let isAllowed =
      (flow.phrasing == nil || kind.isInline)
      && !isLinkInLink
      && parents?.contains(flow.owner ?? "") != false
      && flow.owner.flatMap { HTMLSubset.children[$0] }?.contains(element.name) != false
      && (flow.owner != nil || element.name == "html")
    guard !isAllowed else { return true }
    let help =
      if let parents, !parents.isEmpty, parents != [""] {
        "it stands in \(parents.sorted().map { "'\($0)'" }.joined(separator: " or "))"
      } else if let owner, let children = HTMLSubset.children[owner] {
        children.isEmpty
          ? "'\(owner)' holds \(owner == "title" ? "text" : "a t:style") only"
          : "'\(owner)' holds \(children.sorted().map { "'\($0)'" }.joined(separator: ", "))"
      } else if isLinkInLink {
        "a link leads to one place: end the first 'a' before this one begins"
      } else if flow.owner == nil {
        "the outermost element of a page is 'html'"
      } else {
        String?.none
      }
    reporter.error(
      "misplaced-element",
      owner.map { "'\(element.name)' cannot stand inside '\($0)'" }
        ?? "'\(element.name)' cannot be the outermost element",
      in: document, element: element, help: help)
    return false
  }

  /// Whether the element stands on a line of its own, so that white space at its tags vanishes.
  func isLine(_ node: ElementNode, in flow: ContentChecker.Flow) -> Bool {
    switch target.output {
    case .html: node.element.name == "br" || HTMLSubset[node.element.name]?.isInline == false
    case .xml: flow.isBlock
    }
  }

  /// What the element is in the frame of its document.
  func frame(_ node: ElementNode, _ flow: ContentChecker.Flow) -> [FramePart] {
    let element = node.element
    var parts: [FramePart] = flow.depth == 0 ? [.outermost] : []
    guard target.output == .html else { return parts }
    switch element.name {
    case "head": parts.append(.head)
    case "body": parts.append(.body)
    case "main": parts.append(.main)
    case "title": parts.append(.title)
    case "style": parts.append(.inHead)
    case "meta": parts.append(element.attribute("charset") == nil ? .inHead : .charset)
    default: break
    }
    if let id = element.attribute("id") { parts.append(.id(id.value)) }
    return parts
  }

  /// Whether the element is written without an end tag.
  func isEmpty(_ node: ElementNode) -> Bool {
    switch target.output {
    case .html:
      if case .void? = HTMLSubset[node.element.name]?.content { true } else { false }
    case .xml: node.children.isEmpty
    }
  }

  /// Declarations that this element needs in XML output and that are not in force yet.
  func namespaceDeclarations(_ element: XMLElement, _ flow: inout ContentChecker.Flow) -> String {
    var text = ""
    var needed = [(element.prefix ?? "", element.namespace ?? "")]
    for attribute in element.attributes {
      guard let prefix = attribute.prefix, let namespace = attribute.namespace, prefix != "xml",
        namespace != templateNamespace
      else { continue }
      needed.append((prefix, namespace))
    }
    for (prefix, namespace) in needed where flow.namespaces[prefix, default: ""] != namespace {
      flow.namespaces[prefix] = namespace
      let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
      text += " \(name)=\"\(String(decoding: Escaping.escaped(Array(namespace.utf8), in: .attribute), as: UTF8.self))\""
    }
    return text
  }

  /// Whether an attribute may stand on an element; reports when not.
  func allows(_ attribute: XMLAttribute, _ run: TextRun, on element: XMLElement) -> Bool {
    guard target.output == .html else { return true }
    let name = attribute.name
    let own = HTMLSubset[element.name]?.attributes ?? []
    guard attribute.namespace == nil,
      own.contains(name) || HTMLSubset.commonAttributes.contains(name)
    else {
      let names = own.union(HTMLSubset.commonAttributes).sorted()
      reporter.error(
        "unknown-attribute", "'\(element.name)' may not have the attribute '\(attribute.qualifiedName)'", in: document,
        attribute: attribute, label: "it may have: \(names.joined(separator: ", "))",
        help: name == "role" || name.hasPrefix("aria-")
          ? "leave it out: with it a screen reader may read something else than what is proven to be printed, "
            + "or nothing"
          : nil)
      return false
    }
    if name == "id", attribute.value.isEmpty || attribute.value.utf8.contains(where: isSpace) {
      reporter.error(
        "bad-id", "an 'id' is one word", in: document, attribute: attribute,
        help: "write a word without spaces, or leave the 'id' out")
      return false
    }
    if name == "charset", attribute.value.lowercased() != "utf-8" {
      reporter.error(
        "page-frame", "a page is written in UTF-8", in: document, attribute: attribute, help: "write charset=\"utf-8\"")
      return false
    }
    let isDynamic = run.segments.contains { if case .value = $0 { true } else { false } }
    if isDynamic, !HTMLSubset.dynamicAttributes.contains(name) {
      reporter.error(
        "dynamic-attribute", "'\(name)' takes no values, only the template's own words", in: document,
        attribute: attribute, help: "choose with t:if between two elements")
      return false
    }
    return true
  }
}
