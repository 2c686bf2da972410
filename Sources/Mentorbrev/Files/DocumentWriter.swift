/// Writes the documents of a case into a folder: all of them whole, or none.
public struct DocumentWriter: Sendable {
  /// The folder; made when it is not there.
  public let folder: String

  /// Creates a writer for a folder.
  public init(folder: String) { self.folder = folder }

  /// Writes documents, over those of the same names.
  ///
  /// Each is written under another name first; only when all are on disk do they get their own. When anything fails,
  /// what stood there before still stands.
  ///
  /// - Returns: the paths, in the order of the documents.
  @discardableResult
  public func write(_ documents: [RenderedDocument]) throws(FileError) -> [String] {
    var written: [(temporary: String, final: String)] = []
    do throws(FileError) {
      for document in documents {
        let final = "\(folder)/\(document.path)"
        let slash = final.lastIndex(of: "/")!
        let parent = String(final[..<slash])
        try FileSystem.makeFolder(parent)
        // Begins with a dot, so that a half-written file is never taken for a document.
        let temporary = "\(parent)/.\(final[final.index(after: slash)...]).\(FileSystem.processNumber)"
        written.append((temporary, final))
        try FileSystem.write(document.bytes, to: temporary)
      }
      for (temporary, final) in written { try FileSystem.move(temporary, to: final) }
    } catch {
      for (temporary, _) in written { FileSystem.remove(temporary) }
      throw error
    }
    return written.map(\.final)
  }
}
