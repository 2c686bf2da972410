import Diagnostics

/// The folder of templates, as the compiler sees it: names to bytes.
///
/// Only these three places can be named, and names are plain words, so nothing outside the folder is reachable.
public protocol TemplateFiles: Sendable {
  /// The bytes of a file such as `parts/brev.html`, or nil when there is none.
  ///
  /// - Throws: why a file that is there cannot be read.
  func bytes(of path: String) throws(UnreadableFile) -> [UInt8]?
  /// The files of a folder (`documents`, `parts`, `style`), by name in order.
  func names(in folder: String) -> [String]
  /// The path as messages show it.
  func displayName(of path: String) -> String
}

/// Why a file cannot be read, in plain words: `Permission denied`.
public struct UnreadableFile: Error, Sendable, Hashable {
  /// The words.
  public var reason: String

  /// Creates a reason.
  public init(_ reason: String) { self.reason = reason }
}

/// More than any template or stylesheet that a person writes, in bytes.
public let templateByteLimit = 512 << 10

/// Whether a name can stand for a file in the templates' folder: lower-case letters, digits and hyphens.
func isFileName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || isDigit($0) || $0 == UInt8(ascii: "-")
    }
}
