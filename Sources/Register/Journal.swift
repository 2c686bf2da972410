import Diagnostics
import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The journal of a register: lines of JSON, in batches that each end with a commit.
///
/// It is the register; the database is made from it and can be made again. A batch counts when its commit stands behind it,
/// so a batch that a power cut has halved has never been. Each commit holds a hash of the lines before it and of the commit
/// before that, so that a changed character is found. A line can be erased, and leaves its hash (``JournalChain``).
final class Journal {
  /// Where a batch ends, and the hash there.
  struct Place: Hashable {
    var offset: Int
    var commits: Int
    var hash: SHA256Hash

    static let start = Place(offset: 0, commits: 0, hash: SHA256Hash(of: ""))
  }

  /// How many bytes are written at once: the lines of a batch are megabytes, and memory that is taken anew for each of them
  /// costs more than they do.
  private static let pieceSize = 1 << 17

  private let path: String
  private let file: Int32
  private(set) var end: Place
  /// Lines of a batch that are not written yet.
  private var lines: [UInt8] = []

  /// Opens the journal, makes it when it is not there, reads everything behind a place and lets go of a batch that is not
  /// whole.
  ///
  /// - Parameters:
  ///   - place: how far the journal is known already.
  ///   - apply: takes each batch.
  init(
    _ path: String, from place: Place, apply: (JournalBatch) throws(RegisterError) -> Void
  ) throws(RegisterError) {
    self.path = path
    file = try DiskFile.open(path, O_RDWR | O_CREAT)
    end = place
    end = try JournalReader(file: file, path: path, from: place).read(apply)
    guard ftruncate(file, off_t(end.offset)) == 0, lseek(file, off_t(end.offset), SEEK_SET) >= 0 else {
      throw RegisterError(system: path)
    }
  }

  // Also when the opening fails behind the first line above: everything is set by then.
  deinit { close(file) }

  /// Opens one that must be there, for reading.
  static func openExisting(_ path: String) throws(RegisterError) -> Int32 {
    guard access(path, F_OK) == 0 else { throw .damaged(path, "journalen mangler") }
    return try DiskFile.open(path, O_RDONLY)
  }

  /// Reads all batches of a journal, and changes nothing of it.
  ///
  /// - Returns: whether the last one is whole. One that is not has been halved by a power cut, and has never been; or the
  ///   journal has lost its end, which the journal alone cannot tell.
  @discardableResult
  static func read(_ path: String, apply: (JournalBatch) throws(RegisterError) -> Void) throws(RegisterError) -> Bool {
    let file = try openExisting(path)
    defer { close(file) }
    let end = try JournalReader(file: file, path: path, from: .start).read(apply)
    return lseek(file, 0, SEEK_END) == off_t(end.offset)
  }

  /// How long a journal is.
  ///
  /// - Parameter place: where one of its batches is known to end.
  static func size(_ path: String, from place: Place) throws(RegisterError) -> Int {
    let file = try openExisting(path)
    defer { close(file) }
    try JournalReader.check(place, file, path)
    return Int(lseek(file, 0, SEEK_END))
  }

  /// Adds a batch; it is on the disk when this returns.
  ///
  /// - Parameter at: the time, ISO 8601 in UTC.
  func append(_ entries: [Entry], at time: String) throws(RegisterError) {
    var chain = JournalChain(after: end.hash)
    var size = 0
    do throws(RegisterError) {
      for entry in entries {
        let start = lines.count
        entry.makeLine().append(to: &lines)
        chain.add(SHA256Hash(of: lines[start...]))
        lines.append(0x0A)
        if lines.count >= Self.pieceSize { size += try writeLines() }
      }
      let commit = JournalLine.Commit(number: end.commits + 1, at: time, hash: chain.finish(at: time))
      commit.line.append(to: &lines)
      lines.append(0x0A)
      size += try writeLines()
      guard fsync(file) == 0 else { throw RegisterError(system: path) }
      end = Place(offset: end.offset + size, commits: commit.number, hash: commit.hash)
    } catch {
      // What is only half there has never been.
      lines.removeAll(keepingCapacity: true)
      _ = ftruncate(file, off_t(end.offset))
      _ = lseek(file, off_t(end.offset), SEEK_SET)
      throw error
    }
  }

  /// Writes the lines that wait for it.
  ///
  /// - Returns: how many bytes they are.
  private func writeLines() throws(RegisterError) -> Int {
    try DiskFile.write(lines, to: file, path)
    defer { lines.removeAll(keepingCapacity: true) }
    return lines.count
  }
}
