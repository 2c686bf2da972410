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
  public func write(_ documents: [RenderedDocument]) throws(FileError) -> [String] { try stage(documents).place() }

  /// Writes messages in the same way, each piece by piece, so that large attachments are never in memory whole.
  ///
  /// - Returns: the paths, in the order of the messages.
  /// - Throws: a ``FileError``, or an `AttachmentError` when an attachment is no longer what it was.
  @discardableResult
  public func write(_ messages: [OutgoingMessage]) throws -> [String] { try stage(messages).place() }

  /// Writes what was made of a case under passing names: its messages where messages were asked for, or its documents.
  func stage(_ result: CaseResult) throws -> StagedDocuments {
    result.messages.isEmpty ? try stage(result.documents) : try stage(result.messages)
  }

  private func stage(_ messages: [OutgoingMessage]) throws -> StagedDocuments {
    let found = messages.map { (message: $0, path: path(of: $0.path)) }
    for (_, path) in found { try FileSystem.makeFolder(FileSystem.parent(of: path), mayBeLink: false) }
    return try StagedDocuments(found)
  }

  /// Writes documents under passing names beside their own.
  func stage(_ documents: [RenderedDocument]) throws(FileError) -> StagedDocuments {
    try StagedDocuments.write { files throws(FileError) in
      var made = ""
      for document in documents {
        let path = path(of: document.path)
        let parent = FileSystem.parent(of: path)
        // Those of a case lie together.
        if parent != made { try FileSystem.makeFolder(parent, mayBeLink: false) }
        made = parent
        files.append(.init(path: path, temporary: try Self.keep(document.bytes, beside: path), isBeside: true))
      }
    }
  }

  /// Writes documents under passing names in a folder of its own on the same disk, and nothing beside their own.
  func stage(_ documents: [RenderedDocument], in staging: String) throws(FileError) -> StagedDocuments {
    try StagedDocuments.write { files throws(FileError) in
      for document in documents {
        let temporary = try Self.keep(document.bytes, beside: "\(staging)/\(document.format.rawValue)")
        files.append(.init(path: path(of: document.path), temporary: temporary, isBeside: false))
      }
    }
  }

  private func path(of name: String) -> String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }

  /// Writes a file under a passing name in the folder of a path.
  private static func keep(_ bytes: [UInt8], beside path: String) throws(FileError) -> String {
    let file = try NewFile(path)
    try file.write(bytes)
    return try file.keep()
  }
}
