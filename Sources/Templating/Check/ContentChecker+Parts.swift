import Diagnostics
import Fields
import XMLTree

/// Parts, layouts and law texts: put in place with their arguments.
extension ContentChecker {
  /// The template that a call names, when there is one; reports nothing.
  func known(_ call: Call) -> Template? {
    switch call.kind {
    case .law: target.era.texts[call.name.value].map(templates.lawText)
    case .part, .layout: templates.part(call.name.value, output: target.output)
    }
  }

  func call(_ node: Call, _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]) {
    let name = node.name.value
    let called: Template
    switch node.kind {
    case .law:
      guard let text = target.era.texts[name] else {
        missingEntry(name, "law text", Array(target.era.texts.keys), node.name, template, flow)
        unreadable(into: &pieces)
        return
      }
      called = templates.lawText(text, reporter: reporter)
      notePrinted(entry: name, flow)
    case .part, .layout:
      let output = target.output
      guard
        let part = templates.part(name, output: output, at: node.name, in: template.document, reporter: reporter)
      else {
        for (attribute, expression) in node.arguments {
          if let expression { _ = expressions.check(expression, in: scope, textOf: attribute) }
        }
        contentAnywhere(node.content, template, scope, flow)
        return unreadable(into: &pieces)
      }
      called = part
      noteUsed(part: name, flow)
    }
    if let start = stack.firstIndex(where: { $0.template.title == called.title }) {
      let chain = stack[start...].map(\.template.title) + [called.title]
      reporter.error(
        "cycle", "\(called.title) contains itself", in: template.document, element: node.element,
        label: chain.joined(separator: " → "))
      return
    }
    if node.kind == .layout, !called.element.holdsContent { unprinted(node, called, template, scope, flow) }
    var inner = Scope()
    inner.names = arguments(node, called, template, scope)
    inner.present = scope.present
    inner.nonEmpty = scope.nonEmpty
    inner.isDoubtful = scope.isDoubtful
    let held = node.kind == .layout ? Held(nodes: node.content, scope: scope, callers: stack.count) : nil
    stack.append(Running(template: called, held: held))
    if node.kind == .law { pieces.append(.beginText(name)) }
    content(called.body, called, inner, flow, into: &pieces)
    if node.kind == .law { pieces.append(.endText) }
    let used = stack.removeLast().used
    // After an error a name may be unused only because its use was not reached.
    if !reporter.hasErrors {
      for parameter in called.parameters where !used.contains(parameter.name) {
        reporter.error(
          "unused-parameter", "\(called.title) never uses its parameter '\(parameter.name)'", in: called.document,
          element: parameter.element)
      }
    }
  }

  /// What a layout holds and does not print would vanish without a trace; it is checked all the same.
  private func unprinted(
    _ node: Call, _ called: Template, _ template: Template, _ scope: Scope, _ flow: Flow
  ) {
    reporter.error(
      "layout-without-content", "\(called.title) has no 't:content': what stands here would not be printed",
      in: template.document, element: node.element,
      help: "put <t:content/> into \(called.title), or call it with t:part")
    contentAnywhere(node.content, template, scope, flow)
  }

  /// Checks what is not printed because of an error around it; in what it would have stood is not known.
  func contentAnywhere(_ nodes: [Node], _ template: Template, _ scope: Scope, _ flow: Flow) {
    var anywhere = flow
    anywhere.isAnywhere = true
    anywhere.phrasing = nil
    anywhere.textless = nil
    var unused: [Piece] = []
    content(nodes, template, scope, anywhere, into: &unused)
  }

  func callersContent(_ element: XMLElement, _ template: Template, _ flow: Flow, into pieces: inout [Piece]) {
    guard let held = stack.last?.held else {
      reporter.error(
        "content-without-layout", "'t:content' prints what a t:layout holds, and nothing is held here",
        in: template.document, element: element, help: "call this part with <t:layout part=\"…\">")
      return
    }
    // The content belongs to the caller: its names, its place in the chain of parts.
    let layouts = Array(stack[held.callers...])
    stack.removeSubrange(held.callers...)
    if let caller = stack.last { content(held.nodes, caller.template, held.scope, flow, into: &pieces) }
    stack += layouts
  }

  private func arguments(
    _ node: Call, _ called: Template, _ template: Template, _ scope: Scope
  ) -> [String: Scope.Name] {
    // A parameter whose argument has errors is known, and brings no others.
    var names = Dictionary(called.parameters.map { ($0.name, Scope.Name.broken) }) { first, _ in first }
    for (attribute, expression) in node.arguments {
      guard let parameter = called.parameters.first(where: { $0.name == attribute.name }) else {
        let near = suggestion(for: attribute.name, among: called.parameters.map(\.name))
        reporter.error(
          "unknown-parameter", "\(called.title) has no parameter '\(attribute.name)'", in: template.document,
          attribute: attribute, help: near.map { "did you mean '\($0)'?" })
        continue
      }
      let declared = ParameterType(parameter.type.value)
      let wantsText = declared.accepts(.text)
      guard let expression, var typed = expressions.check(expression, in: scope, textOf: wantsText ? attribute : nil)
      else {
        _ = knowsType(of: parameter, in: called)
        continue
      }
      guard declared.accepts(typed.type) else {
        guard knowsType(of: parameter, in: called) else { continue }
        reporter.error(
          "type-mismatch",
          "\(called.title) wants '\(parameter.name)' as '\(parameter.type.value)'; this is \(typed.type)",
          at: expression.span)
        continue
      }
      if typed.type.isOptional, !declared.isOptional {
        let path = expressions.text(expression)
        reporter.error(
          "unguarded-optional", "'\(path)' may be missing, and \(called.title) needs it", at: expression.span,
          help: "guard the call with t:if=\"\(path)\", or declare the parameter as '\(declared.name)?'")
        continue
      }
      if declared.isOptional, !typed.type.isOptional {
        declaredOnly += 1
        typed.guards = [.argument(declaredOnly)]
        typed.type = .optional(typed.type)
      }
      names[attribute.name] = .argument(typed)
    }
    for parameter in called.parameters where !node.arguments.contains(where: { $0.attribute.name == parameter.name }) {
      guard knowsType(of: parameter, in: called) else { continue }
      reporter.error(
        "missing-parameter", "\(called.title) needs '\(parameter.name)' (\(parameter.type.value))",
        in: template.document, element: node.element, help: "add \(parameter.name)=\"…\"")
    }
    return names
  }

  /// Whether the type that a parameter declares is one at all, which is asked when no argument fits: the mistake is then
  /// in the part, and no caller can mend it.
  private func knowsType(of parameter: Parameter, in called: Template) -> Bool {
    let declared = ParameterType(parameter.type.value)
    let names = ParameterType.names(in: target.models())
    if names.contains(declared.name) { return true }
    reporter.error(
      "unknown-type", "there is no type '\(declared.name)'", in: called.document, at: parameter.type.valuePosition,
      width: parameter.type.value.unicodeScalars.count,
      label: "a type is \(ParameterType.simple.joined(separator: ", ")), a record, a choice, or 'list' and a record",
      help: declared.suggestion(among: names).map { "did you mean '\($0)'?" })
    return false
  }
}

extension XMLElement {
  /// Whether `t:content` stands in it, at any depth.
  fileprivate var holdsContent: Bool {
    elements.contains { $0.namespace == templateNamespace && $0.name == "content" || $0.holdsContent }
  }
}
