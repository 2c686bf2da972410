public import Templating

/// The form in which a document is written.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// The document to read and send, with its style inside.
  case html
  /// The record, for systems.
  case xml
  /// The HTML as printed pages: A4, PDF/UA-1.
  case pdf

  /// The format of what a template makes.
  public init(_ output: Output) {
    switch output {
    case .html: self = .html
    case .xml: self = .xml
    }
  }
}
