import Diagnostics

/// A folder for issued files that somebody has changed: they may be what was sent.
struct ChangedFiles {
  private let folder: String

  /// Takes a folder, which is made when it is needed.
  ///
  /// - Parameter issued: the folder of issued documents, in which nothing else belongs.
  init(in folder: String, outside issued: String) throws(DiagnosticsError) {
    self.folder = DocumentWriter(folder: folder).folder
    guard FileSystem.isOutside(self.folder, of: issued) else {
      throw DiagnosticsError(
        [
          Diagnostic(
            .error, "restore-within",
            "Mappen \(self.folder.visible) til ændrede filer ligger i mappen med de udstedte dokumenter.",
            help: "Vælg en mappe uden for \(issued.visible): i den hører kun det til, som er udstedt.")
        ], in: .danish)
    }
  }

  /// Keeps a file that was changed, on the disk, before another is written over it.
  ///
  /// - Returns: where it lies; nil when another lies there already.
  func keep(_ bytes: [UInt8], of name: String) throws(FileError) -> String? {
    let path = "\(folder)/\(name)"
    if FileCheck.status(path) != nil {
      // An ended command has kept it, and has not come further.
      return try FileSystem.read(path) == bytes ? path : nil
    }
    try FileSystem.makeFolder(folder)
    try FileSystem.makeFolder(FileSystem.parent(of: path), mayBeLink: false)
    let file = try NewFile(path)
    try file.write(bytes)
    try file.finish()
    try FileSystem.sync(FileSystem.parent(of: path))
    return path
  }
}
