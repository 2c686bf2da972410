import Diagnostics
import DigitalPost

/// The index of a container, `<uuid>.index.jsonl` beside `<uuid>.tar.lzma`.
struct PackedIndex {
  /// How the name of an index ends.
  static let ending = ".index.jsonl"
  /// How the name of its container ends.
  static let container = ".tar.lzma"

  /// The UUID that both are named by: that of the first message.
  let uuid: String
  let path: String
  /// Whether the container lies beside it. It is whole when it has its name, and its index had its own before that.
  let hasContainer: Bool

  /// The container.
  var containerPath: String { path.dropLast(Self.ending.count) + Self.container }

  /// Those in a folder, in the order of their names; none when there is no such folder.
  static func all(in folder: String) throws(FileError) -> [PackedIndex] {
    try FileSystem.names(in: folder).filter { $0.hasSuffix(ending) }.map { name in
      let uuid = String(name.dropLast(ending.count))
      return PackedIndex(
        uuid: uuid, path: "\(folder)/\(name)", hasContainer: FileSystem.isThere("\(folder)/\(uuid)\(container)"))
    }
  }

  /// The messages that it tells of.
  func entries() throws(DiagnosticsError) -> [IndexEntry] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(path)
    } catch {
      let advice = "Hent det fra en sikkerhedskopi, eller flyt det, der ligger i dets sted."
      throw DiagnosticsError([error.unreadable("Indekset", help: advice)], in: .danish)
    }
    return try ReceiptReader().readIndex(bytes, file: path)
  }
}
