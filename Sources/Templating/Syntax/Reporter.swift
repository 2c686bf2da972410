import Diagnostics
import XMLTree

/// Collects diagnostics about templates, each place and message once.
final class Reporter {
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  func error(
    _ id: String, _ message: String, at span: SourceSpan, label: String? = nil, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    guard isOpen else { return }
    let start = span.location
    let end = span.source.location(span.end)
    let width = end.line == start.line ? end.column - start.column : 1
    add(id, message, document: span.source.document, at: start, width: width, label: label, help: help, notes: notes)
  }

  func error(
    _ id: String, _ message: String, in document: XMLDocument, at position: XMLPosition, width: Int = 1,
    label: String? = nil, basis: String? = nil, help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    guard isOpen else { return }
    add(
      id, message, document: document, at: document.location(of: position), width: width, label: label, basis: basis,
      help: help, notes: notes)
  }

  /// An error about an element, underlining `<name`.
  func error(
    _ id: String, _ message: String, in document: XMLDocument, element: XMLElement, label: String? = nil,
    basis: String? = nil, help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    error(
      id, message, in: document, at: element.position, width: element.qualifiedName.unicodeScalars.count + 1,
      label: label, basis: basis, help: help, notes: notes)
  }

  /// An error about an attribute, underlining its name.
  func error(
    _ id: String, _ message: String, in document: XMLDocument, attribute: XMLAttribute, label: String? = nil,
    help: String? = nil
  ) {
    error(
      id, message, in: document, at: attribute.position, width: attribute.qualifiedName.unicodeScalars.count,
      label: label, help: help)
  }

  /// More than a person reads at once. Each message looks for its line, so a hostile file must not ask for many.
  private static let maximum = 200

  private(set) var hasErrors = false

  private var isOpen: Bool { diagnostics.count <= Self.maximum }

  func add(_ diagnostic: Diagnostic) {
    guard isOpen, seen.insert(diagnostic).inserted else { return }
    hasErrors = hasErrors || diagnostic.severity == .error
    if diagnostics.count < Self.maximum {
      diagnostics.append(diagnostic)
    } else {
      diagnostics.append(
        Diagnostic(.error, "too-many-errors", "there are more than \(Self.maximum) errors; the rest is not shown"))
    }
  }

  private func add(
    _ id: String, _ message: String, document: XMLDocument, at location: SourceLocation, width: Int, label: String?,
    basis: String? = nil, help: String?, notes: [Diagnostic.Note]
  ) {
    add(
      Diagnostic(
        .error, id, message, at: location, excerpt: document.excerpt(at: location, width: width, label: label),
        basis: basis, help: help, notes: notes))
  }
}

extension XMLElement {
  /// The name with its prefix, as the author wrote it.
  var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }
}

extension XMLAttribute {
  /// The name with its prefix, as the author wrote it.
  var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }
}
