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
    // A second name is refused where there is one already, and a move is not.
    if link(passing, path) != 0 { throw FileError(path, code: errno) }
  }
}
