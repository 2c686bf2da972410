/// The folder of templates, as the compiler sees it: names to bytes.
///
/// Only these three places can be named, and names are plain words, so nothing outside the folder is reachable.
public protocol TemplateFiles: Sendable {
  /// The bytes of a file such as `parts/brev.html`, or nil when there is none.
  func bytes(of path: String) -> [UInt8]?
  /// The files of a folder (`documents`, `parts`, `style`), by name in order.
  func names(in folder: String) -> [String]
  /// The path as messages show it.
  func displayName(of path: String) -> String
}

/// Whether a name can stand for a file in the templates' folder: lower-case letters, digits and hyphens.
func isFileName(_ name: String) -> Bool {
  !name.isEmpty
    && name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
}
