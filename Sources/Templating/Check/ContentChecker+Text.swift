import Diagnostics
import Fields
import XMLTree

/// Running text and the values in it.
extension ContentChecker {
  /// Whether values, citations or terms stand right beside a text.
  struct Neighbours {
    var before: String?
    var after: String?
  }

  /// What a node ends with, or begins with, when that is printed from elsewhere: `value`, `citation`, `term`.
  func inserted(_ node: Node, atEnd: Bool) -> String? {
    switch node {
    case .citation: "citation"
    case .term: "term"
    case .text(let run): (atEnd ? run.segments.last : run.segments.first).flatMap(inserted)
    default: nil
    }
  }

  private func inserted(_ segment: TextRun.Segment) -> String? {
    if case .value = segment { "value" } else { nil }
  }

  func checkApart(_ node: Node, after before: Node, _ template: Template) {
    let element: XMLElement
    switch node {
    case .citation(let citing): element = citing.element
    case .term(let term): element = term.element
    default: return
    }
    guard let left = inserted(before, atEnd: true), let right = inserted(node, atEnd: false) else { return }
    reporter.error(
      "typography", "no space between the \(left) and this \(right)", in: template.document, element: element,
      help: "put a space or a word between them")
  }

  func text(
    _ run: TextRun, _ scope: Scope, _ flow: Flow, _ neighbours: Neighbours, into pieces: inout [Piece]
  ) {
    if run.isBlank, flow.isBlock { return }
    if let owner = flow.textless, !run.isBlank {
      let start = run.firstWord
      reporter.error(
        "misplaced-text", "text cannot stand directly in \(owner)",
        at: SourceSpan(source: run.source, start: start, end: start + 1),
        help: "put it into an element, such as 'p'")
      return
    }
    if flow.isBlock { newLine(flow.depth, into: &pieces) }
    for (index, segment) in run.segments.enumerated() {
      let before = index > 0 ? run.segments[index - 1] : nil
      let after = index + 1 < run.segments.count ? run.segments[index + 1] : nil
      switch segment {
      case .literal(let text, let offset):
        let follows = before == nil ? neighbours.before : before.flatMap(inserted)
        let precedes = after == nil ? neighbours.after : after.flatMap(inserted)
        let raw = Array(text.utf8)
        for mistake in Typography.mistakes(
          in: raw, follows: follows, followsFullStop: before.map(endsInFullStop) ?? false, precedes: precedes)
        {
          reporter.error(
            "typography", mistake.message,
            at: SourceSpan(
              source: run.source, start: offset + mistake.range.lowerBound, end: offset + mistake.range.upperBound),
            help: mistake.help)
        }
        words(
          raw, followsNumber: before.map(isNumber) ?? false, precedesNumber: after.map(isNumber) ?? false,
          run.source, offset, flow, into: &pieces)
      case .value(let expression):
        if let left = before == nil ? neighbours.before : before.flatMap(inserted) {
          reporter.error(
            "typography", "no space between the \(left) and this value", at: expression.span,
            help: "put a space or a word between them")
        }
        if let typed = expressions.value(expression, in: scope) {
          value(typed, expression, .text, flow, into: &pieces)
        } else {
          unreadable(into: &pieces)
        }
      }
    }
  }

  /// Literal text: runs of white space become one space, and what belongs together stays together.
  private func words(
    _ raw: [UInt8], followsNumber: Bool, precedesNumber: Bool, _ source: TextSource, _ offset: Int, _ flow: Flow,
    into pieces: inout [Piece]
  ) {
    let bytes = Typography.joined(
      Typography.collapsed(raw), followsNumber: followsNumber, precedesNumber: precedesNumber)
    let leading = bytes.first == 0x20
    let trailing = bytes.count > 1 && bytes.last == 0x20
    let ink = bytes.dropFirst(leading ? 1 : 0).dropLast(trailing ? 1 : 0)
    if leading {
      let length = raw.prefix(while: isSpace).count
      pieces.append(.space(SourceSpan(source: source, start: offset, end: offset + length)))
    }
    if !ink.isEmpty {
      if ink.contains(where: Typography.isWord) {
        evidence(ink.contains(where: Typography.isDanishLetter) ? .words : nil, flow, into: &pieces)
      }
      append(Escaping.escaped(Array(ink), in: .text), isInk: true, to: &pieces)
    }
    if trailing {
      let length = raw.reversed().prefix(while: isSpace).count
      let end = offset + raw.count
      pieces.append(.space(SourceSpan(source: source, start: end - length, end: end)))
    }
  }

  private func isNumber(_ segment: TextRun.Segment) -> Bool {
    guard case .value(let expression) = segment else { return false }
    switch expression.kind {
    case .formatted(_, let name): return ["tal", "decimal", "minutter", "kode"].contains(name.text)
    case .path(let names): return names.count > 1 && names.last?.text == "antal"
    default: return false
    }
  }

  private func endsInFullStop(_ segment: TextRun.Segment) -> Bool {
    guard case .value(let expression) = segment, case .formatted(_, let name) = expression.kind else { return false }
    return name.text == "kroner"
  }

  /// Stands for something that would be printed if it had no errors, so that they bring no others.
  func unreadable(into pieces: inout [Piece]) { append([], isInk: true, to: &pieces) }

  // MARK: Values

  func value(
    _ typed: Typed, _ expression: Expression, _ context: EscapeContext, _ flow: Flow, into pieces: inout [Piece]
  ) {
    guard typed.secrecy <= flow.clearance else {
      secret(expressions.text(expression), typed.secrecy, expression.span, "printed", flow)
      return
    }
    operand(typed.operand, typed, expression, context, flow, into: &pieces)
  }

  /// What a condition, a choice or a loop tells by what it prints is as secret as what it reads.
  func isAllowed(_ places: [Place], _ span: SourceSpan, _ flow: Flow) -> Bool {
    guard let place = places.first(where: { $0.secrecy > flow.clearance }) else { return true }
    secret(place.path, place.secrecy, span, "asked about", flow)
    return false
  }

  private func secret(_ name: String, _ secrecy: Secrecy, _ span: SourceSpan, _ use: String, _ flow: Flow) {
    reporter.error(
      "secrecy", "'\(name)' is \(secrecy) and may not be \(use) here", at: span,
      label: "only what is \(flow.clearance) may stand here", help: "leave it out, or print the case number instead")
  }

  private func operand(
    _ operand: Operand, _ typed: Typed, _ expression: Expression, _ context: EscapeContext, _ flow: Flow,
    into pieces: inout [Piece]
  ) {
    switch operand {
    case .place(let place): self.place(place, typed, expression, context, flow, into: &pieces)
    case .text(let text): self.literal(text, typed, expression, context, flow, into: &pieces)
    case .count(let list):
      noteRead([list.path], flow)
      pieces.append(.value(list, typed.format ?? .integerWords, context))
      evidence(nil, in: context, flow, into: &pieces)
    case .projection(let list, let offset, let stride, let path):
      guard typed.type == .text else {
        reporter.error(
          "needs-formatter", "a list of texts needs a formatter", at: expression.span, label: "it has: og",
          help: "write {\(expressions.text(expression)) | og}, or use t:for")
        return
      }
      noteRead([path], flow)
      pieces.append(.enumeration(list: list, offset: offset, stride: stride, context))
      evidence(.field(path), in: context, flow, into: &pieces)
    case .fallback(let first, let second, let test):
      var then: [Piece] = []
      var otherwise: [Piece] = []
      self.operand(first, typed, expression, context, flow, into: &then)
      self.operand(second, typed, expression, context, flow, into: &otherwise)
      noteRead(test.places.map(\.path), flow)
      let origin = Origin.text(expression.span)
      pieces.append(
        .branch(
          test, then: Arm(pieces: then, origin: origin),
          otherwise: Arm(pieces: otherwise, origin: origin)))
    case .integer, .date, .boolean, .condition:
      reporter.error(
        "constant-value", "a literal or a condition cannot be printed", at: expression.span,
        help: "write the words themselves, or use t:if")
    }
  }

  private func literal(
    _ text: String, _ typed: Typed, _ expression: Expression, _ context: EscapeContext, _ flow: Flow,
    into pieces: inout [Piece]
  ) {
    var buffer = OutputBuffer(capacity: text.utf8.count + 16)
    var text = text
    let format = typed.format ?? .text
    text.withUTF8 { bytes in
      if let start = bytes.baseAddress { buffer.appendText(start, bytes.count, format, context) }
    }
    append(context == .text ? Typography.joined(buffer.bytes) : buffer.bytes, isInk: context == .text, to: &pieces)
    if text.utf8.contains(where: Typography.isWord) { evidence(nil, in: context, flow, into: &pieces) }
  }

  private func place(
    _ place: Place, _ typed: Typed, _ expression: Expression, _ context: EscapeContext, _ flow: Flow,
    into pieces: inout [Piece]
  ) {
    let type = place.type.unwrapped
    let path = expressions.text(expression)
    if case .list(let row, _) = type, row.scalar == .text {
      reporter.error(
        "needs-formatter", "a list of texts needs a formatter", at: expression.span, label: "it has: og",
        help: "write {\(path) | og}, or use t:for")
      return
    }
    guard let format = typed.format ?? Format.implied(for: type) else {
      let names = Format.names(for: type)
      reporter.error(
        "needs-formatter",
        names.isEmpty ? "'\(path)' is \(type) and cannot be printed" : "'\(path)' is \(type) and needs a formatter",
        at: expression.span, label: names.isEmpty ? nil : "it has: \(names.joined(separator: ", "))",
        help: names.first.map { "for example {\(path) | \($0)}" } ?? "print its fields")
      return
    }
    if format == .lines, context != .text || target.output != .html || flow.owner == "title" {
      reporter.error(
        "formatter-place", "'linjer' makes lines in the text of HTML only", at: expression.span,
        help: "leave out '| linjer'")
      return
    }
    noteRead([place.path], flow)
    pieces.append(.value(place, format, context))
    evidence(.field(place.path), in: context, flow, into: &pieces)
  }

  /// Something is printed, which may be what a requirement asks for.
  ///
  /// What stands in the head of a page or in an attribute of HTML is not read by the citizen, and so proves nothing.
  func evidence(_ fact: Fact?, in context: EscapeContext = .text, _ flow: Flow, into pieces: inout [Piece]) {
    guard target.output == .xml || (context == .text && flow.isSeen) else { return }
    pieces += [fact, .ink].compactMap(\.self).map(Piece.evidence)
  }
}

extension TextRun {
  /// Where the first character that is not white space stands.
  fileprivate var firstWord: Int {
    for segment in segments {
      switch segment {
      case .literal(let text, let offset):
        if let first = text.utf8.enumerated().first(where: { !isSpace($0.element) }) { return offset + first.offset }
      case .value(let expression): return expression.span.start
      }
    }
    return 0
  }
}
