import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a journal batch by batch; memory holds one of them.
struct JournalReader {
  let file: Int32
  let path: String
  let from: Journal.Place

  /// Gives each whole batch, and where the last one ends.
  func read(
    _ apply: ([Entry], JournalLine.Commit, Journal.Place) throws(RegisterError) -> Void
  ) throws(RegisterError) -> Journal.Place {
    let size = lseek(file, 0, SEEK_END)
    guard size >= off_t(from.offset) else {
      throw .damaged(path, "den er kortere end det, der er registreret (\(size) af \(from.offset) tegn)")
    }
    guard lseek(file, off_t(from.offset), SEEK_SET) >= 0 else { throw RegisterError(system: path) }
    var place = from
    var entries: [Entry] = []
    var hasher = Self.hasher(after: from.hash)
    var offset = from.offset
    var pending: [UInt8] = []
    while let piece = try next() {
      var start = piece.startIndex
      while let lineEnd = piece[start...].firstIndex(of: 0x0A) {
        let line = pending + piece[start..<lineEnd]
        pending = []
        start = lineEnd + 1
        offset += line.count + 1
        switch JournalLine(line) {
        case .entry(let entry):
          entries.append(entry)
          hasher.update(line)
          hasher.update([0x0A])
        case .commit(let commit):
          let hash = hasher.finish()
          guard hash == commit.hash, commit.number == place.commits + 1 else {
            throw .damaged(path, "linjerne før den \(offset). byte er ændret (kvittering nr. \(commit.number))")
          }
          place = Journal.Place(offset: offset, commits: commit.number, hash: hash)
          try apply(entries, commit, place)
          entries = []
          hasher = Self.hasher(after: hash)
        case nil:
          // A batch that was not written whole ends within a line, or before its commit.
          throw .damaged(path, "linjen før den \(offset). byte kan ikke læses")
        }
      }
      pending += piece[start...]
    }
    return place
  }

  private static func hasher(after hash: SHA256Hash) -> StreamHasher {
    var hasher = StreamHasher()
    hasher.update(hash.bytes)
    return hasher
  }

  private func next() throws(RegisterError) -> [UInt8]? {
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        let result = systemRead(file, buffer.baseAddress, buffer.count)
        code = result < 0 ? errno : 0
        count = max(0, result)
      }
      if code == 0 { return piece.isEmpty ? nil : piece }
      if code != EINTR { throw RegisterError(system: path, code: code) }
    }
  }
}

// The name `read` means our own function above.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}
