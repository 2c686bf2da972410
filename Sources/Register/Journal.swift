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
/// before that, so that a changed character is found.
final class Journal {
  /// Where a batch ends, and the hash there.
  struct Place: Hashable {
    var offset: Int
    var commits: Int
    var hash: SHA256Hash

    static let start = Place(offset: 0, commits: 0, hash: SHA256Hash(of: ""))
  }

  private let path: String
  private let file: Int32
  private(set) var end: Place

  /// Opens the journal, makes it when it is not there, reads everything behind a place and lets go of a batch that is not
  /// whole.
  ///
  /// - Parameters:
  ///   - place: how far the journal is known already.
  ///   - apply: takes each batch, with its commit and the place behind it.
  init(
    _ path: String, from place: Place,
    apply: (_ entries: [Entry], _ commit: JournalLine.Commit, _ end: Place) throws(RegisterError) -> Void
  ) throws(RegisterError) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw RegisterError(system: path) }
    end = place
    do throws(RegisterError) {
      end = try JournalReader(file: file, path: path, from: place).read(apply)
      guard ftruncate(file, off_t(end.offset)) == 0, lseek(file, off_t(end.offset), SEEK_SET) >= 0 else {
        throw RegisterError(system: path)
      }
    } catch {
      close(file)
      throw error
    }
  }

  deinit { close(file) }

  /// Adds a batch; it is on the disk when this returns.
  ///
  /// - Parameter at: the time, ISO 8601 in UTC.
  func append(_ entries: [Entry], at time: String) throws(RegisterError) {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += entry.line.bytes
      bytes.append(0x0A)
    }
    let hash = Self.hash(after: end.hash, bytes)
    var commit = JSONLine()
    commit.add("entry", "commit")
    commit.add("number", end.commits + 1)
    commit.add("at", time)
    commit.add("hash", hash.hex)
    bytes += commit.bytes
    bytes.append(0x0A)
    do throws(RegisterError) {
      try write(bytes)
      guard fsync(file) == 0 else { throw RegisterError(system: path) }
    } catch {
      // What is only half there has never been.
      _ = ftruncate(file, off_t(end.offset))
      _ = lseek(file, off_t(end.offset), SEEK_SET)
      throw error
    }
    end = Place(offset: end.offset + bytes.count, commits: end.commits + 1, hash: hash)
  }

  static func hash(after last: SHA256Hash, _ lines: some Sequence<UInt8>) -> SHA256Hash {
    var hasher = StreamHasher()
    hasher.update(last.bytes)
    hasher.update(lines)
    return hasher.finish()
  }

  private func write(_ bytes: [UInt8]) throws(RegisterError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress! + start, $0.count - start) }
      if count < 0, errno != EINTR { throw RegisterError(system: path) }
      start += max(0, count)
    }
  }
}

// The name `write` means our own function above.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
