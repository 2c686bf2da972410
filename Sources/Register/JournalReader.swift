import Diagnostics
import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A whole batch of a journal.
struct JournalBatch {
  /// A line before the commit.
  struct Line {
    var bytes: [UInt8]
    /// What it says; nil when it has been erased.
    var entry: Entry?
  }

  var lines: [Line]
  var commit: JournalLine.Commit
  /// The place behind it.
  var end: Journal.Place

  var entries: [Entry] { lines.compactMap(\.entry) }
}

/// Reads a journal batch by batch; memory holds one of them.
struct JournalReader {
  let file: Int32
  let path: String
  let from: Journal.Place

  /// Gives each whole batch, and where the last one ends.
  ///
  /// - Throws: when a line cannot be read, a batch is not what its commit says, or lines have been erased and no entry
  ///   tells of it.
  func read(_ apply: (JournalBatch) throws(RegisterError) -> Void) throws(RegisterError) -> Journal.Place {
    try Self.check(from, file, path)
    var reader = try LineReader(file: file, path: path, from: from.offset)
    var place = from
    var lines: [JournalBatch.Line] = []
    var chain = JournalChain(after: from.hash)
    var untold: Set<SHA256Hash> = []
    while let bytes = try reader.next() {
      switch JournalLine(bytes) {
      case .entry(let entry):
        if case .forgotten(let forgotten) = entry { untold.subtract(forgotten.lines) }
        chain.add(SHA256Hash(of: bytes))
        lines.append(JournalBatch.Line(bytes: bytes, entry: entry))
      case .erased(let hash):
        guard bytes == JournalLine.erasedLine(hash).bytes else { throw Self.unreadable(path, reader.offset) }
        untold.insert(hash)
        chain.add(hash)
        lines.append(JournalBatch.Line(bytes: bytes))
      case .commit(let commit):
        let hash = chain.finish(at: commit.at)
        guard hash == commit.hash, commit.number == place.commits + 1, bytes == commit.line.bytes else {
          throw .damaged(path, "linjerne før den \(reader.offset). byte er ændret (kvittering nr. \(commit.number))")
        }
        place = Journal.Place(offset: reader.offset, commits: commit.number, hash: hash)
        try apply(JournalBatch(lines: lines, commit: commit, end: place))
        lines = []
        chain = JournalChain(after: hash)
      case nil:
        // A batch that was not written whole ends within a line, or before its commit.
        throw Self.unreadable(path, reader.offset)
      }
    }
    // What is read from a later place was added to lines that have been read before.
    guard from != .start || untold.isEmpty else {
      throw .damaged(
        path, "\(untold.count == 1 ? "1 linje" : "\(untold.count) linjer") er fjernet, uden at det står hvorfor")
    }
    return place
  }

  private static func unreadable(_ path: String, _ offset: Int) -> RegisterError {
    .damaged(path, "linjen før den \(offset). byte kan ikke læses")
  }

  /// Makes sure that a batch with the hash that is known of it ends at a place.
  static func check(_ place: Journal.Place, _ file: Int32, _ path: String) throws(RegisterError) {
    if place == .start { return }
    let size = lseek(file, 0, SEEK_END)
    guard size >= off_t(place.offset) else {
      throw .shortJournal(path, Int(size), place.offset)
    }
    let commit = commit(before: place.offset, file)
    guard commit?.hash == place.hash, commit?.number == place.commits else { throw .strangeDatabase(of: path) }
  }

  /// The commit that ends at a place; nil when none does.
  static func commit(before offset: Int, _ file: Int32) -> JournalLine.Commit? {
    let room = min(512, offset)
    var end = [UInt8](repeating: 0, count: room)
    let count = end.withUnsafeMutableBytes { pread(file, $0.baseAddress, room, off_t(offset - room)) }
    guard count == room, end.popLast() == 0x0A else { return nil }
    let line = end[(end.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...]
    guard case .commit(let commit)? = JournalLine(line) else { return nil }
    return commit
  }
}
