import Foundation
import Testing

@testable import Register

/// A register is opened by many at once, and by nobody whose files are not what they should be.
@Suite struct OpeningTests {
  @Test func readersAndWritersDoNotDisturbEachOther() async throws {
    let folder = try RegisterFolder()
    let read: @Sendable () async throws -> Void = {
      for _ in 1...100 {
        let reader = try RegisterReader(folder.paths)
        #expect(try reader.runs().count == 1)
        await Task.yield()
      }
    }
    async let first: Void = read()
    async let second: Void = read()
    for number in 1...30 {
      let writer = try RegisterWriter(folder.paths)
      try writer.record([.event(Event(.sent, ["C-1/brev"], day: "2026-11-22"))], at: RegisterFolder.time)
      writer.giveBack()
      if number == 10 { try RegisterWriter.rebuild(folder.paths) }
      if number == 20 {
        _ = try RegisterWriter.forget(["A-1"], in: folder.paths, why: "ønsket", at: RegisterFolder.time)
      }
      await Task.yield()
    }
    _ = try await (first, second)
    #expect(try RegisterInspection(folder.paths).problems == [])
    #expect(try RegisterReader(folder.paths).events(.document("C-1/brev")).count == 30)
    #expect(try folder.names().filter { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") } == [])
  }

  @Test func isReadWhileAnotherProcessHasTheFolder() throws {
    let folder = try RegisterFolder()
    let lock = try FolderLock(folder.paths)
    #expect(try folder.export().count == 4)
    withExtendedLifetime(lock) {}
  }

  /// A journal that is ahead of its database by a whole history is what a process leaves for a moment while it forgets.
  @Test func takesForDamageOnlyWhatNobodyIsWriting() throws {
    let folder = try RegisterFolder()
    try folder.changeJournal { $0.removeLast(3) }
    let alone = #expect(throws: RegisterError.self) { _ = try RegisterReader(folder.paths) }
    #expect(alone?.id == "register-damaged")
    let lock = try FolderLock(folder.paths)
    let disturbed = #expect(throws: RegisterError.self) {
      _ = try RegisterOpening(paths: folder.paths, patience: 3).open()
    }
    #expect(disturbed?.id == "register-locked")
    withExtendedLifetime(lock) {}
  }

  /// A database that cannot be looked at may know more than a journal from a backup.
  @Test func replacesNoDatabaseThatItCannotLookAt() throws {
    let folder = try RegisterFolder()
    // From a backup that was taken before something was sent.
    try folder.changeJournal { $0.removeLast(2) }
    let beside = folder.paths.database + "-wal"
    try FileManager.default.createSymbolicLink(atPath: beside, withDestinationPath: "andet")
    let error = #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(error?.id == "unwritable")
    #expect(error?.help?.contains(beside) == true)
    try FileManager.default.removeItem(atPath: beside)
    let newer = #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(newer?.id == "register-newer")
  }

  /// What the journal has lost, the database says.
  @Test(arguments: [2, 5])
  func readsFromTheDatabaseWhatAShortJournalLacks(lost: Int) throws {
    let folder = try RegisterFolder()
    try folder.changeJournal { $0.removeLast(lost) }
    let inspection = try RegisterInspection(folder.paths)
    #expect(inspection.problems.map(\.id) == ["register-damaged"])
    let names = ["A-1/brev", "B-1/brev", "C-1/brev"]
    #expect(try inspection.reader.recorded(names).count == 3)
    #expect(try inspection.reader.recorded(names)["A-1/brev"]?.state == .sent)
  }

  @Test(arguments: ["register.jsonl", "register.sqlite", "register.lock", "register.forget"])
  func doesNotWaitForANamedPipe(_ name: String) throws {
    let folder = try RegisterFolder()
    let path = "\(folder.path)/\(name)"
    try? FileManager.default.removeItem(atPath: path)
    try #require(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: RegisterError.self) { _ = try RegisterWriter(folder.paths) }
    #expect(error?.id == "register-damaged")
    #expect(error?.message.contains("\(path): det er ikke en almindelig fil.") == true, "\(error?.message ?? "")")
    if name != "register.lock" {
      let error = #expect(throws: RegisterError.self) { _ = try RegisterReader(folder.paths) }
      #expect(error?.message.contains("det er ikke en almindelig fil") == true)
    }
  }

  @Test func takesNoJournalThatIsCutWhereNothingTellsWhatIsLost() throws {
    let folder = try RegisterFolder()
    let text = try folder.text(of: "register.jsonl")
    try folder.write(String(text.dropLast(20)), to: "register.jsonl")
    RegisterWriter.remove(folder.paths.database)
    let attempts: [() throws -> Void] = [
      { _ = try RegisterReader(folder.paths) }, { _ = try RegisterWriter(folder.paths) },
      { try RegisterWriter.rebuild(folder.paths) },
    ]
    for attempt in attempts {
      let error = #expect(throws: RegisterError.self, performing: attempt)
      #expect(error?.id == "register-cut")
      #expect(error?.help?.contains("register rebuild --discard-newer --output \(folder.path)") == true)
    }
    #expect(try folder.text(of: "register.jsonl") == String(text.dropLast(20)))
    try RegisterWriter.rebuild(folder.paths, discardNewer: true)
    #expect(try RegisterReader(folder.paths).recorded(["A-1/brev"])["A-1/brev"]?.state == .issued)
  }

  /// A power cut leaves half a batch, and the database tells that it was never whole.
  @Test func letsGoOfHalfABatchThatTheDatabaseDoesNotKnow() throws {
    let folder = try RegisterFolder()
    let text = try folder.text(of: "register.jsonl")
    try folder.write(text + "{\"event\":", to: "register.jsonl")
    try RegisterWriter.rebuild(folder.paths)
    try RegisterWriter(folder.paths).giveBack()
    #expect(try folder.text(of: "register.jsonl") == text)
  }
}
