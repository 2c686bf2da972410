import DigitalPost

/// Writes the documents of a case into a folder: all of them whole, or none.
public struct DocumentWriter: Sendable {
  /// The folder; made when it is not there.
  public let folder: String

  /// Creates a writer for a folder.
  public init(folder: String) {
    var folder = folder[...]
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    // Without a name it would be the root of the machine.
    self.folder = folder.isEmpty ? "." : String(folder)
  }

  /// Writes documents, over those of the same names.
  ///
  /// Each is written under another name first; only when all are on disk do they get their own. When anything fails,
  /// what stood there before still stands.
  ///
  /// - Returns: the paths, in the order of the documents.
  @discardableResult
  public func write(_ documents: [RenderedDocument]) throws(FileError) -> [String] {
    do {
      return try write(documents.map(\.path)) { index, file throws(FileError) in try file.write(documents[index].bytes)
      }
    } catch let error as FileError {
      throw error
    } catch {
      preconditionFailure("only writing can fail")
    }
  }

  /// Writes messages in the same way, each piece by piece, so that large attachments are never in memory whole.
  ///
  /// - Returns: the paths, in the order of the messages.
  /// - Throws: a ``FileError``, or an `AttachmentError` when an attachment is no longer what it was.
  @discardableResult
  public func write(_ messages: [OutgoingMessage]) throws -> [String] {
    try write(messages.map(\.path)) { index, file in try messages[index].sealed.write { try file.write($0) } }
  }

  private func write(_ paths: [String], _ content: (Int, NewFile) throws -> Void) throws -> [String] {
    var files: [StagedFile] = []
    do {
      for (index, name) in paths.enumerated() {
        let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        try FileSystem.makeFolder(FileSystem.parent(of: path))
        let file = try NewFile(path)
        try content(index, file)
        files.append(StagedFile(path: path, temporary: try file.keep()))
      }
      try place(files)
    } catch {
      for file in files { FileSystem.remove(file.temporary) }
      throw error
    }
    return files.map(\.path)
  }

  /// Gives files their own names. When one cannot have it, those before it give theirs back.
  private func place(_ files: [StagedFile]) throws(FileError) {
    var placed: [(path: String, old: String?)] = []
    do throws(FileError) {
      for file in files {
        placed.append((file.path, try FileSystem.keepAside(file.path)))
        try FileSystem.move(file.temporary, to: file.path)
      }
    } catch {
      for (path, old) in placed.reversed() {
        if let old { try? FileSystem.move(old, to: path) } else { FileSystem.remove(path) }
      }
      throw error
    }
    for case (_, let old?) in placed { FileSystem.remove(old) }
  }
}

/// A document that is on disk under another name.
private struct StagedFile {
  let path: String
  let temporary: String
}
