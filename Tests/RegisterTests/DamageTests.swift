import Foundation
import GRDB
import Testing

@testable import Register

/// Damage by hand is found and said, and what is said to do about it works.
@Suite struct DamageTests {
  private func problems(_ folder: RegisterFolder) throws -> [String] {
    try RegisterInspection(folder.paths).problems.map {
      $0.message.replacing(folder.path, with: "MAPPE").replacing(/\d+\. byte/, with: "N. byte")
        .replacing(/\(\d+ af \d+ tegn\)/, with: "(N af N tegn)")
    }
  }

  private func execute(_ change: String, in folder: RegisterFolder) throws {
    let database = try DatabaseQueue(path: folder.paths.database)
    try database.writeWithoutTransaction { db in try db.execute(sql: change) }
    try database.close()
  }

  private static let journal = "Registret er beskadiget: MAPPE/register.jsonl: "
  private static let database = "Registret er beskadiget: MAPPE/register.sqlite: "

  struct Damage: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: [String]
    var change: @Sendable (inout [String]) -> Void
  }

  static let damages = [
    Damage(
      testDescription: "a changed byte",
      expected: [journal + "linjerne før den N. byte er ændret (kvittering nr. 1)."]
    ) { $0[3] = $0[3].replacing("2026-11-20", with: "2026-11-19") },
    Damage(
      testDescription: "a deleted line",
      expected: [journal + "linjerne før den N. byte er ændret (kvittering nr. 2)."]
    ) { $0.remove(at: 6) },
    Damage(
      testDescription: "lines in another order",
      expected: [journal + "linjerne før den N. byte er ændret (kvittering nr. 2)."]
    ) { $0.swapAt(6, 7) },
    Damage(
      testDescription: "another time", expected: [journal + "linjerne før den N. byte er ændret (kvittering nr. 2)."]
    ) { $0[8] = $0[8].replacing("T08", with: "T09") },
    Damage(
      testDescription: "a space in a commit",
      expected: [journal + "linjerne før den N. byte er ændret (kvittering nr. 2)."]
    ) { $0[8] = $0[8].replacing(",\"at\"", with: ", \"at\"") },
    Damage(testDescription: "a broken line", expected: [journal + "linjen før den N. byte kan ikke læses."]) {
      $0[4] = String($0[4].dropLast())
    },
    // Each batch that is left is whole, but the database knows more.
    Damage(
      testDescription: "a deleted batch at the end",
      expected: [journal + "den er kortere end det, der er registreret (N af N tegn)."]
    ) { $0.removeLast(3) },
  ]

  @Test(arguments: damages) func isFoundInTheJournal(_ damage: Damage) throws {
    let folder = try RegisterFolder()
    let whole = try folder.text(of: "register.jsonl")
    let before = try folder.export()
    try folder.changeJournal(damage.change)
    #expect(try problems(folder) == damage.expected)
    // The help says to fetch the journal from a backup, and to make the database from it.
    try folder.write(whole, to: "register.jsonl")
    try RegisterWriter.rebuild(folder.paths)
    #expect(try problems(folder) == [])
    #expect(try folder.export() == before)
  }

  /// As another version of the program has made the database.
  private func withStrangeColumn() throws -> RegisterFolder {
    let folder = try RegisterFolder()
    try execute("ALTER TABLE place ADD COLUMN version INTEGER NOT NULL DEFAULT 1", in: folder)
    return folder
  }

  @Test func aDatabaseOfAnotherVersionIsMadeAgain() throws {
    let (folder, same) = (try withStrangeColumn(), try RegisterFolder())
    let error = #expect(throws: RegisterError.self) { _ = try RegisterWriter(folder.paths) }
    #expect(error?.help?.contains("mentorbrev register rebuild") == true)
    try RegisterWriter.rebuild(folder.paths)
    #expect(try problems(folder) == [])
    #expect(try folder.export() == same.export())
  }

  @Test(arguments: [
    (nil, "dokumenter: 2, sendt: 2"), ("DROP TABLE event", "noget, der ikke kan læses"),
  ]) func aDatabaseOfAnotherVersionIsNotLostToAnOlderJournal(_ change: String?, _ lacking: String) throws {
    let folder = try withStrangeColumn()
    if let change { try execute(change, in: folder) }
    // From a backup that was taken after the first batch.
    try folder.changeJournal { $0.removeLast(6) }
    let error = #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(error?.id == "register-newer")
    #expect(
      error?.message.hasSuffix("ved noget, som journalen ikke ved: \(lacking).") == true, "\(error?.message ?? "")")
    try RegisterWriter.rebuild(folder.paths, discardNewer: true)
    #expect(try problems(folder) == [])
  }

  @Test func recordsNothingBehindABatchThatCouldNotBeRecorded() throws {
    let folder = try RegisterFolder()
    let sent = { (name: String) in Entry.event(Event(.sent, [name])) }
    let writer = try RegisterWriter(folder.paths)
    // The journal takes the batch, and the database cannot.
    try execute(
      "CREATE TRIGGER stop BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'stop'); END", in: folder)
    let failure = #expect(throws: RegisterError.self) { try writer.record([sent("C-1/brev")], at: RegisterFolder.time) }
    #expect(failure?.id == "register-damaged")
    try execute("DROP TRIGGER stop", in: folder)
    let journal = try folder.text(of: "register.jsonl")
    let error = #expect(throws: RegisterError.self) { try writer.record([sent("A-1/brev")], at: RegisterFolder.time) }
    #expect(error?.id == "register-broken")
    #expect(try folder.text(of: "register.jsonl") == journal)
    writer.giveBack()
    // Opened anew, it takes up what the journal alone knows, and goes on.
    let next = try RegisterWriter(folder.paths)
    #expect(try next.reader.recorded(["C-1/brev"])["C-1/brev"]?.state == .sent)
    try next.record([sent("A-1/brev")], at: RegisterFolder.time)
    next.giveBack()
    #expect(try problems(folder) == [])
  }

  @Test func aFolderWithoutARegisterGetsNoneFromWhoeverJudges() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: RegisterError.self) { _ = try RegisterWriter(existing: RegisterPaths(folder: path)) }
    #expect(error?.id == "register-missing")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
  }

  @Test func aRebuildThatSaysNoLeavesTheJournalAsItIs() throws {
    let folder = try RegisterFolder()
    // A copy that has lost its last character, so that the last batch does not count.
    let short = String(try folder.text(of: "register.jsonl").dropLast())
    try folder.write(short, to: "register.jsonl")
    #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(try folder.text(of: "register.jsonl") == short)
    #expect(try problems(folder) == [Self.journal + "den er kortere end det, der er registreret (N af N tegn)."])
    #expect(try folder.text(of: "register.jsonl") == short)
  }

  /// A database that a killed command was making holds all cases.
  @Test func databasesThatNobodyMakesAnyMoreAreTakenAway() throws {
    let folder = try RegisterFolder()
    let whole = try folder.names()
    for name in ["register.inspection", "register.sqlite.new"] {
      for suffix in ["", "-wal", "-shm"] { try folder.write("hemmelig A-1", to: name + suffix) }
    }
    _ = try RegisterWriter.forget(["X-1"], in: folder.paths, why: "Slettefrist.", at: RegisterFolder.time)
    #expect(try folder.names() == whole)
  }

  @Test func isFoundInTheDatabase() throws {
    let folder = try RegisterFolder()
    let before = try folder.export()
    let url = URL(filePath: folder.paths.database)
    var data = try Data(contentsOf: url)
    let place = try #require(data.range(of: Data("2026-11-20borger".utf8)))
    data[place.lowerBound + 9] = UInt8(ascii: "1")
    try data.write(to: url)
    #expect(try problems(folder) == [Self.database + "den siger ikke det samme som journalen (dokumenter: 1)."])
    // It is said what was replaced.
    let told = try RegisterWriter.rebuild(folder.paths)
    #expect(
      told
        == "Registret er beskadiget: \(folder.paths.database): den siger ikke det samme som journalen (dokumenter: 1).")
    #expect(try RegisterWriter.rebuild(folder.paths) == nil)
    #expect(try problems(folder) == [])
    #expect(try folder.export() == before)
  }

  /// Such a database still says what the journal says, but not for long, or not to everybody.
  @Test(arguments: [
    "CREATE TRIGGER stille BEFORE INSERT ON event BEGIN SELECT raise(ignore); END", "DROP INDEX document_issue",
    "CREATE VIEW sager AS SELECT 'A-1'", "CREATE TABLE ekstra (sag TEXT)", "PRAGMA user_version = 7",
  ]) func isFoundInHowTheDatabaseIsBuilt(_ change: String) throws {
    let folder = try RegisterFolder()
    let before = try folder.export()
    try execute(change, in: folder)
    let message = "dens opbygning er ikke registrets (forskelle: 1)."
    #expect(try problems(folder) == [Self.database + message])
    // Nobody reads from it or writes to it either.
    let reading = #expect(throws: RegisterError.self) { _ = try RegisterReader(folder.paths) }
    #expect(reading?.message == "Registret er beskadiget: \(folder.paths.database): \(message)")
    #expect(
      reading?.help
        == "Kør 'mentorbrev register rebuild --output \(folder.path)': det laver databasen igen fra journalen.")
    let writing = #expect(throws: RegisterError.self) { _ = try RegisterWriter(folder.paths) }
    #expect(writing == reading)
    try RegisterWriter.rebuild(folder.paths)
    #expect(try problems(folder) == [])
    #expect(try folder.export() == before)
  }

  @Test(arguments: ["", "ingen database", "SQLite format 3\0"]) func isFoundWhenTheDatabaseIsNone(_ text: String) throws
  {
    let folder = try RegisterFolder()
    try folder.write(text, to: "register.sqlite")
    let found = try problems(folder)
    // An empty file is an empty database, which takes up what the journal says.
    #expect(found.count == (text.isEmpty ? 0 : 1))
    #expect(found.allSatisfy { $0.hasPrefix(Self.database) })
    try RegisterWriter.rebuild(folder.paths)
    #expect(try problems(folder) == [])
  }

  @Test func isFoundWhenTheDatabaseIsGone() throws {
    let folder = try RegisterFolder()
    let before = try folder.export()
    try FileManager.default.removeItem(atPath: folder.paths.database)
    #expect(try problems(folder) == [Self.database + "databasen mangler."])
    #expect(try RegisterWriter.rebuild(folder.paths) == nil)
    #expect(try problems(folder) == [])
    #expect(try folder.export() == before)
  }

  @Test func isFoundWhenTheJournalIsGone() throws {
    let folder = try RegisterFolder()
    try FileManager.default.removeItem(atPath: folder.paths.journal)
    #expect(try problems(folder) == [Self.journal + "journalen mangler."])
    // What the database says is still there to compare the files with.
    let inspection = try RegisterInspection(folder.paths)
    #expect(try inspection.reader.issueCount() == 3)
    #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
  }

  @Test func isNotMendedBySilentlyForgettingWhatOnlyTheDatabaseKnows() throws {
    let folder = try RegisterFolder()
    let backup = try folder.text(of: "register.jsonl")
    try RegisterWriter(folder.paths).record(
      [.event(Event(.packed, ["B-1/brev", "C-1/brev"])), .event(Event(.sent, ["B-1/brev"]))], at: RegisterFolder.time)
    try folder.write(backup, to: "register.jsonl")
    let error = #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(
      error
        == RegisterError(
          "register-newer",
          "Databasen \(folder.paths.database) ved noget, som journalen ikke ved: pakket: 2, sendt: 1.",
          help:
            "Find en nyere kopi af journalen: ellers kan breve, der er pakket, blive pakket igen. Findes der ingen, så "
            + "kør 'mentorbrev register rebuild --discard-newer --output \(folder.path)', og gør, som der står i Driften."
        ))
    #expect(try !folder.names().contains("register.sqlite.new"))
    try RegisterWriter.rebuild(folder.paths, discardNewer: true)
    #expect(try problems(folder) == [])
    #expect(try folder.text(of: "register.jsonl") == backup)
  }

  /// The journal of a backup has gone on, and has more batches than the database: only what they hold tells.
  @Test func isNotMendedFromAJournalThatWentAnotherWay() throws {
    let folder = try RegisterFolder()
    let backup = try folder.text(of: "register.jsonl")
    let message = "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b51"
    try RegisterWriter(folder.paths).record(
      [.event(Event(.packed, ["B-1/brev"], message: message))], at: RegisterFolder.time)
    try FileManager.default.moveItem(atPath: folder.paths.database, toPath: "\(folder.path)/gammel")
    try folder.write(backup, to: "register.jsonl")
    try RegisterWriter.rebuild(folder.paths)
    for name in ["A-1/brev", "C-1/brev"] {
      try RegisterWriter(folder.paths).record([.event(Event(.sent, [name]))], at: "2026-11-23T08:00:00Z")
    }
    try FileManager.default.removeItem(atPath: folder.paths.database)
    try FileManager.default.moveItem(atPath: "\(folder.path)/gammel", toPath: folder.paths.database)
    let error = #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(
      error?.message
        == "Databasen \(folder.paths.database) ved noget, som journalen ikke ved: pakket: 1.")
    try RegisterWriter.rebuild(folder.paths, discardNewer: true)
    #expect(try problems(folder) == [])
    // One that is behind on the same way holds nothing back, nor does one whose own end was changed by hand.
    let behind = try Data(contentsOf: URL(filePath: folder.paths.database))
    try RegisterWriter(folder.paths).record([.event(Event(.sent, ["C-1/brev"]))], at: "2026-11-24T08:00:00Z")
    try behind.write(to: URL(filePath: folder.paths.database))
    try RegisterWriter.rebuild(folder.paths)
    try execute("UPDATE place SET commits = 99", in: folder)
    try RegisterWriter.rebuild(folder.paths)
    #expect(try problems(folder) == [])
  }

  @Test func isFoundWhenTheDatabaseIsThatOfAnotherFolder() throws {
    let folder = try RegisterFolder()
    let before = try folder.export()
    let other = try RegisterFolder()
    try RegisterWriter(other.paths).record([.event(Event(.sent, ["C-1/brev"]))], at: RegisterFolder.time)
    for source in [try RegisterFolder(), other] {
      try? FileManager.default.removeItem(atPath: folder.paths.database)
      try FileManager.default.copyItem(atPath: source.paths.database, toPath: folder.paths.database)
      let error = #expect(throws: RegisterError.self) { _ = try RegisterReader(folder.paths) }
      #expect(error?.id == "register-damaged")
      let writing = #expect(throws: RegisterError.self) { _ = try RegisterWriter(folder.paths) }
      #expect(writing == error)
      #expect(try problems(folder).count == 1)
      try RegisterWriter.rebuild(folder.paths, discardNewer: true)
      #expect(try problems(folder) == [])
      #expect(try folder.export() == before)
    }
  }

  @Test func aHalfBatchHasNeverBeenAndIsNoDamage() throws {
    let folder = try RegisterFolder()
    let whole = try folder.text(of: "register.jsonl")
    try folder.write(whole + "{\"entry\":\"run\",\"ru", to: "register.jsonl")
    #expect(try problems(folder) == [])
    #expect(try folder.text(of: "register.jsonl") == whole)
  }

  @Test func thereIsNothingToInspectWithoutARegister() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let error = #expect(throws: RegisterError.self) { _ = try RegisterInspection(RegisterPaths(folder: folder)) }
    #expect(error?.message == "Der er intet register i mappen \(folder).")
  }

  @Test func leavesNothingBehindAndHoldsTheLock() throws {
    let folder = try RegisterFolder()
    let before = try folder.names()
    do {
      let inspection = try RegisterInspection(folder.paths)
      let error = #expect(throws: RegisterError.self) { _ = try RegisterWriter(folder.paths) }
      #expect(error?.id == "register-locked")
      #expect(inspection.problems == [])
    }
    #expect(try folder.names() == before)
  }
}
