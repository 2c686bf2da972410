import Diagnostics
import Foundation
import Hashing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cases that are to be forgotten. It lies on the disk until they are, so that a process that ends meanwhile, however that
/// happens, is followed by one that goes on where it was: each step can be done again.
struct Forgetting: Codable {
  var cases: Set<String>
  var why: String
  var at: String
  /// The batches of the journal as it was before; it has one more when it is without the cases.
  var commits: Int

  /// What a process has left; nil when it left nothing.
  init?(left paths: RegisterPaths) throws(RegisterError) {
    guard access(paths.forgetting, F_OK) == 0 else {
      // Of a process that ended before the wish was whole, and of a wish that somebody has taken away: nobody needs them.
      for path in [paths.newForgetting, paths.newJournal] { unlink(path) }
      return nil
    }
    try self.init(reading: paths)
  }

  /// Reads the wish that lies on the disk.
  init(reading paths: RegisterPaths) throws(RegisterError) {
    try DiskFile.check(paths.forgetting, makes: false)
    guard let data = try? Data(contentsOf: URL(filePath: paths.forgetting)),
      let left = try? JSONDecoder().decode(Forgetting.self, from: data)
    else { throw .damaged(paths.forgetting, "filen kan ikke læses") }
    self = left
  }

  init(_ cases: Set<String>, why: String, at time: String, commits: Int) {
    self.cases = cases
    self.why = why
    at = time
    self.commits = commits
  }

  /// Puts it on the disk. From here on the cases will be forgotten.
  func begin(_ paths: RegisterPaths) throws(RegisterError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let new = paths.newForgetting
    let data: Data
    do {
      data = try encoder.encode(self)
    } catch {
      // Not why: that would name the cases.
      throw RegisterError("unwritable", "Ønsket om at slette kan ikke skrives: \(new). Der er ikke slettet noget.")
    }
    try DiskFile.write(Array(data), to: new)
    try DiskFile.move(new, to: paths.forgetting)
    try DiskFile.sync(folder: paths.folder)
  }

  /// Does what is not done yet: a journal without the cases is written, their files are removed, the journal gets its name,
  /// and the database is made from it. Nothing of the old database is left in pages that are free.
  ///
  /// - Throws: what stands in the way, and that the cases are not forgotten yet.
  func finish(_ paths: RegisterPaths) throws(RegisterError) {
    do throws(RegisterError) {
      try takeSteps(paths)
    } catch {
      throw .unfinishedForgetting(error)
    }
  }

  private func takeSteps(_ paths: RegisterPaths) throws(RegisterError) {
    if try !hasNewJournal(paths) {
      let new = paths.newJournal
      let names = try writeJournal(from: paths.journal, to: new)
      try removeFiles(names, paths)
      try DiskFile.move(new, to: paths.journal)
      try DiskFile.sync(folder: paths.folder)
    }
    try RegisterWriter.makeDatabase(paths)
    try DiskFile.remove(paths.forgetting)
    try DiskFile.sync(folder: paths.folder)
  }

  func hasNewJournal(_ paths: RegisterPaths) throws(RegisterError) -> Bool {
    let file = try Journal.openExisting(paths.journal)
    defer { close(file) }
    let last = JournalReader.commit(before: Int(lseek(file, 0, SEEK_END)), file)
    guard let last else { throw .damaged(paths.journal, "den ender ikke med en kvittering") }
    return last.number > commits
  }

  /// Writes the journal without the cases, with what is left of them at its end.
  ///
  /// - Returns: the files of the cases below the folder.
  func writeJournal(from old: String, to new: String) throws(RegisterError) -> [String] {
    let file = try Journal.openExisting(old)
    defer { close(file) }
    let copy = try DiskFile(new)
    var erasure = Erasure(cases: cases)
    var size = 0
    let end = try JournalReader(file: file, path: old, from: .start).read { (batch) throws(RegisterError) in
      var bytes: [UInt8] = []
      for line in batch.lines {
        bytes += erasure.line(line)
        bytes.append(0x0A)
      }
      batch.commit.line.append(to: &bytes)
      bytes.append(0x0A)
      try copy.write(bytes)
      size += bytes.count
    }
    try copy.finish()
    let place = Journal.Place(offset: size, commits: end.commits, hash: end.hash)
    let trace = Forgotten(
      cases: cases.count, documents: erasure.kinds, refusals: erasure.refusals, runs: erasure.runs, why: why,
      lines: erasure.lines)
    try Journal(new, from: place) { _ in }.append([.forgotten(trace)], at: at)
    return erasure.files
  }

  /// Removes the files of the cases, and their folders when nothing else is in them; also what a run has left that was
  /// killed, for no one can see whose that is.
  ///
  /// What cannot be removed is stepped over, for it must not keep the register from forgetting: whoever asked is told what
  /// still lies there. A link is removed itself, and what it points to is not touched.
  func removeFiles(_ names: [String], _ paths: RegisterPaths) throws(RegisterError) {
    let names = Dictionary(grouping: names) { $0.prefix { $0 != "/" } }
    for (folder, names) in names.sorted(by: { $0.key < $1.key }) {
      let path = "\(paths.folder)/\(folder)"
      guard DiskFile.isFolder(path) else {
        unlink(path)
        continue
      }
      for name in names { unlink("\(paths.folder)/\(name)") }
      if rmdir(path) != 0 { try? DiskFile.sync(folder: path) }
    }
    guard DiskFile.isFolder(paths.staging) else { return }
    let left = try? FileManager.default.contentsOfDirectory(atPath: paths.staging)
    for name in left ?? [] { unlink("\(paths.staging)/\(name)") }
  }
}

/// Finds the lines of a journal that tell of some cases.
private struct Erasure {
  let cases: Set<String>
  private(set) var lines: [SHA256Hash] = []
  private(set) var files: [String] = []
  private(set) var kinds: [String: Int] = [:]
  private(set) var refusals = 0
  /// How many cases with documents are gone from each run.
  private(set) var runs: [Int: Int] = [:]
  /// What happens to a document is told after it was issued.
  private var documents: Set<String> = []

  init(cases: Set<String>) { self.cases = cases }

  /// What stands in the new journal for a line.
  mutating func line(_ line: JournalBatch.Line) -> [UInt8] {
    guard let entry = line.entry, isErased(entry) else { return line.bytes }
    let hash = SHA256Hash(of: line.bytes)
    lines.append(hash)
    return JournalLine.erasedLine(hash).bytes
  }

  private mutating func isErased(_ entry: Entry) -> Bool {
    switch entry {
    case .issued(let issued):
      guard cases.contains(issued.caseNumber) else { return false }
      if !issued.documents.isEmpty { runs[issued.run, default: 0] += 1 }
      for document in issued.documents {
        documents.insert(document.name)
        kinds[document.kind, default: 0] += 1
        files += document.files.keys.sorted().map { "\(document.name).\($0)" }
      }
      return true
    case .refused(let refused):
      guard let number = refused.caseNumber, cases.contains(number) else { return false }
      refusals += 1
      return true
    case .event(let event): return event.documents.contains { documents.contains($0) }
    case .material, .bundle, .run, .approved, .forgotten: return false
    }
  }
}
