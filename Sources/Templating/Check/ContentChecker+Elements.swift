import Fields
import XMLTree

/// Printed elements, their attributes, and the stylesheets of a page.
extension ContentChecker {
  func element(
    _ node: ElementNode, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]
  ) {
    let printer = ElementPrinter(target: target, document: template.document, reporter: reporter)
    guard var inner = printer.flow(inside: node, flow, holdsText: holdsText(node.children, template)) else {
      for case .value(let expression) in node.attributes.flatMap(\.value.segments) {
        _ = expressions.value(expression, in: scope)
      }
      return contentAnywhere(node.children, template, scope, flow)
    }
    let isLine = printer.isLine(node, in: flow)
    if flow.isBlock { newLine(flow.depth, into: &pieces) }
    let body = { [self] (pieces: inout [Piece]) in
      if isLine { pieces.append(.edge) }
      let frame = printer.frame(node, flow)
      let origin = Origin.element(node.element, template.document)
      for part in frame { pieces.append(.frame(part, origin)) }
      tag("<\(printer.name(node.element))", to: &pieces)
      if target.output == .xml {
        tag(printer.namespaceDeclarations(node.element, &inner), to: &pieces)
      }
      for (attribute, run) in node.attributes {
        self.attribute(attribute, run, node.element, template, scope, flow, printer, into: &pieces)
      }
      if let mark = node.mark { tag(trace(of: mark), to: &pieces) }
      if printer.isEmpty(node) {
        tag(target.output == .html ? ">" : "/>", to: &pieces)
      } else {
        tag(">", to: &pieces)
        if isLine { pieces.append(.edge) }
        content(node.children, template, scope, inner, into: &pieces)
        if inner.isBlock, !node.children.isEmpty { newLine(flow.depth, into: &pieces) }
        if isLine { pieces.append(.edge) }
        tag("</\(printer.name(node.element))>", to: &pieces)
        if frame.contains(.title) { pieces.append(.frame(.endOfTitle, origin)) }
      }
      if isLine { pieces.append(.edge) }
    }
    if let mark = node.mark {
      marked(mark, template, into: &pieces, body)
    } else {
      body(&pieces)
    }
  }

  /// Whether text or inline elements stand directly here, seen through directives, parts and law texts.
  private func holdsText(_ nodes: [Node], _ template: Template) -> Bool {
    var seen: Set<String> = [template.title]
    return holdsText(nodes, held: stack.last?.held, &seen)
  }

  private func holdsText(_ nodes: [Node], held: Held?, _ seen: inout Set<String>) -> Bool {
    for node in nodes {
      let holds =
        switch node {
        case .text(let run): !run.isBlank
        case .citation, .term: true
        case .element(let element):
          element.element.namespace == htmlNamespace && HTMLSubset[element.element.name]?.isInline == true
        case .conditional(let conditional):
          holdsText(conditional.then, held: held, &seen) || holdsText(conditional.otherwise, held: held, &seen)
        case .loop(let loop): holdsText(loop.body, held: held, &seen)
        case .choice(let choice): choice.arms.contains { holdsText($0.body, held: held, &seen) }
        case .marked(_, let children): holdsText(children, held: held, &seen)
        case .call(let call): holdsText(call, held: held, &seen)
        // What a layout's caller holds is looked through at one level, which is as deep as layouts go.
        case .content: held.map { holdsText($0.nodes, held: nil, &seen) } ?? false
        case .style: false
        }
      if holds { return true }
    }
    return false
  }

  private func holdsText(_ call: Call, held: Held?, _ seen: inout Set<String>) -> Bool {
    guard let called = known(call), seen.insert(called.title).inserted else { return false }
    if holdsText(called.body, held: nil, &seen) { return true }
    return call.kind == .layout && holdsText(call.content, held: held, &seen)
  }

  // MARK: Attributes

  private func attribute(
    _ attribute: XMLAttribute, _ run: TextRun, _ element: XMLElement, _ template: Template, _ scope: Scope,
    _ flow: Flow,
    _ printer: ElementPrinter, into pieces: inout [Piece]
  ) {
    guard printer.allows(attribute, run, on: element) else { return }
    var context = EscapeContext.attribute
    if target.output == .html, attribute.name == "href" {
      guard let link = linkContext(run, attribute, template) else { return }
      context = link
    }
    tag(" \(attribute.qualifiedName)=\"", to: &pieces)
    for segment in run.segments {
      switch segment {
      case .literal(let text, _): append(Escaping.escaped(Array(text.utf8), in: .attribute), isInk: false, to: &pieces)
      case .value(let expression):
        guard let typed = expressions.value(expression, in: scope) else { continue }
        if target.output == .html, attribute.name == "href" {
          let wanted = context == .url ? FieldType.text : .link
          guard typed.type == wanted, typed.format == nil else {
            reporter.error(
              "unsafe-link", "\(typed.format == nil ? "a \(typed.type)" : "a formatter") cannot stand here in a link",
              at: expression.span, help: "a link field is the whole value; a text follows 'tel:' or 'mailto:'")
            continue
          }
        }
        self.value(typed, expression, context, flow, into: &pieces)
      }
    }
    tag("\"", to: &pieces)
  }

  /// A link is one link field, `tel:` or `mailto:` with a text, or an address of the template's own.
  private func linkContext(_ run: TextRun, _ attribute: XMLAttribute, _ template: Template) -> EscapeContext? {
    switch (run.segments.first, run.segments.count) {
    case (.value?, 1): return .attribute
    case (.literal(let text, _)?, 1) where ["https://", "tel:", "mailto:", "#"].contains(where: text.hasPrefix):
      return .attribute
    case (.literal(let text, _)?, 2) where text == "tel:" || text == "mailto:": return .url
    default:
      reporter.error(
        "unsafe-link", "this is no safe link", in: template.document, attribute: attribute,
        help: "write one link field, 'tel:' or 'mailto:' and one text, or an address with https://")
      return nil
    }
  }

  // MARK: Stylesheets

  func style(
    _ name: XMLAttribute, _ element: XMLElement, _ template: Template, _ flow: Flow, into pieces: inout [Piece]
  ) {
    guard target.output == .html, flow.owner == "style" || flow.isAnywhere else {
      reporter.error(
        "misplaced-element", "'\(element.qualifiedName)' stands directly in 'style'", in: template.document,
        element: element)
      return
    }
    guard let bytes = templates.style(name, in: template.document, reporter: reporter) else { return }
    newLine(0, into: &pieces)
    append(bytes, isInk: false, to: &pieces)
  }
}
