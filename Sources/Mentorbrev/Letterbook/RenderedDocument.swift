public import Casework
public import Templating

/// One finished document.
public struct RenderedDocument: Sendable {
  /// What tells it apart from every other.
  public let identity: DocumentIdentity
  /// HTML or XML.
  public let output: Output
  /// UTF-8.
  public let bytes: [UInt8]

  /// The path below the output folder: `<case>/<kind>-<date>.html`.
  public var path: String { identity.path(extension: output.rawValue) }
}
