public import Diagnostics
public import DigitalPost

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of a container: whole under its name, or not there, and never over a file that was there before.
public final class PackedFile: ContainerFile {
  private let path: String
  private let file: NewFile

  /// Creates a file in a folder, which is made when it is not there.
  ///
  /// - Throws: ``FileError`` with `EEXIST` when there is a file of this name.
  public init(_ name: String, in folder: String) throws(FileError) {
    path = "\(folder)/\(name)"
    try FileSystem.makeFolder(folder)
    // Told before anything is packed; `finish` makes sure.
    var status = stat()
    if lstat(path, &status) == 0 { throw FileError(path, code: EEXIST) }
    file = try NewFile(path)
  }

  /// Writes bytes behind those before.
  public func write(_ bytes: [UInt8]) throws { try file.write(bytes) }

  /// Gives the file its name.
  public func finish() throws {
    let passing = try file.keep()
    defer { FileSystem.remove(passing) }
    // What has its name is whole, also after a power cut.
    try FileSystem.sync(FileSystem.parent(of: path))
    // A second name is refused where there is one already, and a move is not.
    if link(passing, path) != 0 { throw FileError(path, code: errno) }
  }
}

extension PackedFile {
  /// The messages that earlier runs packed into a folder, by the indexes there.
  ///
  /// - Throws: what is wrong with an index. One without its container may be what a dead run left or what remained when the
  ///   container was sent, and only a person knows which.
  public static func entries(in folder: String) throws(DiagnosticsError) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    for index in try listed(folder) {
      guard index.hasContainer else {
        throw problem(
          "pack-index-alone", "Indekset \(index.path.visible) ligger uden sin pakke (\(PackedIndex.container)).",
          help: "Er pakken sendt og flyttet, så flyt indekset med. Ellers slet indekset; brevene pakkes så igen.")
      }
      entries += try index.entries()
    }
    return entries
  }

  private static func listed(_ folder: String) throws(DiagnosticsError) -> [PackedIndex] {
    do throws(FileError) {
      return try PackedIndex.all(in: folder)
    } catch {
      throw DiagnosticsError([error.unreadable("Mappen")], in: .danish)
    }
  }

  private static func problem(_ id: String, _ message: String, help: String) -> DiagnosticsError {
    DiagnosticsError([Diagnostic(.error, id, message, help: help)], in: .danish)
  }
}
