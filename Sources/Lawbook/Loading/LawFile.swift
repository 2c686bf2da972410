import Diagnostics
import Fields
import XMLTree

/// The namespaces of a lawbook.
enum Namespace {
  static let law = "urn:mentorbrev:lov"
  static let template = "urn:mentorbrev:template"
}

/// One file of a lawbook while it is read: gives the values of attributes, and collects what is wrong with them.
struct LawFile {
  let document: XMLDocument
  var diagnostics: [Diagnostic] = []

  init(_ document: XMLDocument) { self.document = document }

  mutating func report(
    _ id: String, _ message: String, at position: XMLPosition, width: Int = 1, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      .lawbook(
        id, message, at: XMLPlace(document: document, position: position), width: width, help: help, notes: notes))
  }

  func place(_ element: XMLElement) -> XMLPlace { XMLPlace(document: document, position: element.position) }

  func place(_ attribute: XMLAttribute) -> XMLPlace { XMLPlace(document: document, position: attribute.valuePosition) }

  /// The words of an attribute, each with its place.
  func words(of attribute: XMLAttribute) -> [(word: String, place: XMLPlace)] {
    let value = attribute.value
    return value.split(whereSeparator: \.isWhitespace).map { word in
      let bytes = value.utf8.distance(from: value.startIndex, to: word.startIndex)
      let position = XMLPosition(utf8Offset: attribute.valuePosition.utf8Offset + UInt32(bytes))
      return (String(word), XMLPlace(document: document, position: position))
    }
  }

  /// A day, or nil when it is missing or wrong.
  mutating func date(_ name: String, of element: XMLElement) -> CalendarDate? {
    guard let attribute = element.attribute(name) else { return nil }
    if let date = CalendarDate(iso: attribute.value) { return date }
    report(
      "bad-date", "'\(name)' is '\(attribute.value)', which is no day of the calendar", at: attribute.valuePosition,
      width: attribute.value.unicodeScalars.count, help: "write a day as 2026-11-21")
    return nil
  }

  /// The days from `fra` to `til`, both included; nil when one of them is missing or wrong.
  mutating func days(of element: XMLElement) -> ClosedRange<CalendarDate>? {
    let from = date("fra", of: element)
    let until = date("til", of: element)
    guard let from, let until else { return nil }
    return range(from, until, of: element)
  }

  mutating func range(
    _ from: CalendarDate, _ until: CalendarDate, of element: XMLElement
  ) -> ClosedRange<CalendarDate>? {
    if from <= until { return from...until }
    let position = element.attribute("til")?.valuePosition ?? element.position
    report("from-after-until", "'til' (\(until)) is before 'fra' (\(from))", at: position, width: 10)
    return nil
  }

  /// A value that must be one of a few words.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, of element: XMLElement, as type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let attribute = element.attribute(name) else { return nil }
    if let value = Value(rawValue: attribute.value) { return value }
    let words = Value.allCases.map(\.rawValue)
    report(
      "bad-value", "'\(name)' is '\(attribute.value)'; it must be \(words.joined(separator: ", "))",
      at: attribute.valuePosition, width: attribute.value.unicodeScalars.count,
      help: didYouMean(attribute.value, among: words))
    return nil
  }

  /// Checks names of elements and attributes, missing attributes and stray text, all the way down but for the elements
  /// of some shapes.
  mutating func check(_ element: XMLElement, against shape: Shape, leavingOut later: [Shape] = []) {
    for attribute in element.attributes where attribute.namespace != nil || !shape.attributes.contains(attribute.name) {
      let help =
        didYouMean(attribute.name, among: shape.attributes)
        ?? (shape.attributes.isEmpty ? nil : "'\(shape.name)' has: \(shape.attributes.joined(separator: ", "))")
      report(
        "unknown-attribute", "unknown attribute '\(attribute.name)' of '\(shape.name)'", at: attribute.position,
        width: attribute.name.unicodeScalars.count, help: help)
    }
    for name in shape.required where element.attribute(name)?.value.isBlank ?? true {
      report(
        "missing-attribute", "'\(shape.name)' needs the attribute '\(name)'", at: element.position,
        width: shape.name.count + 1)
    }
    guard case .elements(let shapes) = shape.content else { return }
    for child in element.children {
      switch child {
      case .element(let child):
        if child.namespace == Namespace.law, let shape = shapes.first(where: { $0.name == child.name }) {
          if !later.contains(where: { $0 === shape }) { check(child, against: shape, leavingOut: later) }
        } else {
          let names = shapes.map(\.name)
          let help =
            didYouMean(child.name, among: names)
            ?? (names.isEmpty ? nil : "'\(shape.name)' has: \(names.joined(separator: ", "))")
          report(
            "unknown-element", "unknown element '\(child.name)' in '\(shape.name)'", at: child.position,
            width: child.name.unicodeScalars.count + 1, help: help)
        }
      case .text(let text) where !text.value.isBlank:
        report("stray-text", "'\(shape.name)' holds elements only, no text", at: text.position)
      default: break
      }
    }
  }

  private func didYouMean(_ name: String, among names: [String]) -> String? {
    // Of single letters, any is as near as any other.
    guard name.count > 1 else { return nil }
    return suggestion(for: name, among: names).map { "did you mean '\($0)'?" }
  }
}

extension Diagnostic {
  /// An error in a lawbook, with the author's line.
  static func lawbook(
    _ id: String, _ message: String, at place: XMLPlace, width: Int = 1, help: String? = nil, notes: [Note] = []
  ) -> Diagnostic {
    let location = place.location
    return Diagnostic(
      .error, id, message, at: location, excerpt: place.document.excerpt(at: location, width: width), help: help,
      notes: notes)
  }
}

extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool {
    // Nearly all white space in a file is ASCII; Unicode's own tables are slow to ask.
    guard let first = utf8.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D }) else { return true }
    return !(0x21...0x7E).contains(first) && unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
