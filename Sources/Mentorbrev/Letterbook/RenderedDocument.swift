public import Casework

/// One finished document.
public struct RenderedDocument: Sendable {
  /// What tells it apart from every other.
  public let identity: DocumentIdentity
  /// What the bytes are.
  public let format: DocumentFormat
  /// UTF-8, or those of a PDF; none when they have been written to a file and let go (``StagedCase``).
  public internal(set) var bytes: [UInt8]
  /// How many bytes it has, wherever they are.
  public let byteCount: Int
  /// How it is sent; nil for what stays with the authority or is handed over, and for records.
  public let dispatch: Dispatch?

  init(identity: DocumentIdentity, format: DocumentFormat, bytes: [UInt8], dispatch: Dispatch? = nil) {
    self.identity = identity
    self.format = format
    self.bytes = bytes
    byteCount = bytes.count
    self.dispatch = dispatch
  }

  /// The path below the output folder: `<case>/<kind>-<date>.html`.
  public var path: String { identity.path(extension: format.rawValue) }
}
