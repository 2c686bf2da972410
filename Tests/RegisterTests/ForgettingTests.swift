import Diagnostics
import Foundation
import Hashing
import Testing

@testable import Register

/// A case that is forgotten is gone from files, journal and database, and the rest stands.
@Suite struct ForgettingTests {
  private static let later = "2031-11-22T08:00:00Z"
  private static let left = [
    "B-1", "B-1/brev.html", "C-1", "C-1/brev.html", "register.jsonl", "register.lock", "register.sqlite",
  ]

  private func forget(_ folder: RegisterFolder, _ cases: Set<String> = ["A-1"]) throws -> Set<String> {
    try RegisterWriter.forget(cases, in: folder.paths, why: "Fem år er gået.", at: Self.later)
  }

  @Test func leavesNothingOfTheCase() throws {
    let folder = try RegisterFolder()
    #expect(try forget(folder) == ["A-1"])
    #expect(try folder.names() == Self.left)
    for name in ["register.jsonl", "register.sqlite"] {
      let text = try folder.text(of: name)
      for secret in ["A-1", "hemmelig A", SHA256Hash(of: "Brev A-1").hex, SHA256Hash(of: "A-1").hex] {
        #expect(!text.contains(secret), "\(name): \(secret)")
      }
      #expect(text.contains("hemmelig B-1"))
    }
  }

  @Test func keepsTheChainAndSaysWhyLinesAreGone() throws {
    let folder = try RegisterFolder()
    let before = try RegisterReader(folder.paths).runs().map(\.record)
    _ = try forget(folder)
    #expect(try RegisterInspection(folder.paths).problems == [])
    #expect(try folder.text(of: "register.jsonl").matches(of: /"entry":"erased"/).count == 3)
    #expect(
      try folder.export().last
        == #"{"state":"forgotten","cases":1,"documents":{"bevilling":1},"refusals":1,"why":"Fem år er gået."}"#)
    #expect(try RegisterReader(folder.paths).runs().map(\.record) == before)
    // Another batch stands on the new chain.
    try RegisterWriter(folder.paths).record([.event(Event(.sent, ["C-1/brev"]))], at: Self.later)
    #expect(try RegisterInspection(folder.paths).problems == [])
  }

  @Test func keepsAnEventOfAnotherCaseThatWasToldTogether() throws {
    let folder = try RegisterFolder()
    _ = try forget(folder)
    let events = try RegisterReader(folder.paths).events(.document("B-1/brev"))
    #expect(events.map(\.event) == [Event(.sent, ["B-1/brev"], day: "2026-11-21")])
    #expect(try RegisterReader(folder.paths).events(.document("A-1/brev")) == [])
  }

  /// Each place where a process can be killed: so many steps have been done.
  @Test(arguments: 0...5) func isFinishedByWhoeverComesNext(steps: Int) throws {
    let whole = try RegisterFolder()
    _ = try forget(whole)
    let folder = try RegisterFolder()
    let forgetting = Forgetting(["A-1"], why: "Fem år er gået.", at: Self.later, commits: 3)
    let new = folder.paths.journal + ".new"
    try forgetting.begin(folder.paths)
    var names: [String] = []
    if steps > 0 { names = try forgetting.writeJournal(from: folder.paths.journal, to: new) }
    if steps > 1 { try forgetting.removeFiles(names, folder.paths) }
    if steps > 2 { try DiskFile.move(new, to: folder.paths.journal) }
    if steps > 3 { RegisterWriter.remove(folder.paths.database) }
    if steps > 4 { try RegisterWriter.makeDatabase(folder.paths) }
    #expect(try folder.export() == whole.export())
    #expect(try RegisterInspection(folder.paths).problems == [])
    #expect(try folder.names() == Self.left)
  }

  @Test func doesNothingForACaseThatIsNotKnown() throws {
    let folder = try RegisterFolder()
    let before = try folder.text(of: "register.jsonl")
    #expect(try forget(folder, ["X-1"]) == [])
    #expect(try folder.text(of: "register.jsonl") == before)
    #expect(try forget(folder, ["X-1", "A-1"]) == ["A-1"])
    #expect(try forget(folder) == [])
    #expect(try RegisterReader(folder.paths).forgettings().count == 1)
  }

  @Test func remembersHowManyCasesEachRunHas() throws {
    let folder = try RegisterFolder()
    _ = try forget(folder, ["A-1", "B-1"])
    func runs() throws -> [[Int]] {
      let reader = try RegisterReader(folder.paths)
      return try reader.runs().map { [try reader.counts(ofRun: $0.record.number).cases, $0.forgottenCases] }
    }
    #expect(try runs() == [[1, 2]])
    try RegisterWriter.rebuild(folder.paths)
    #expect(try runs() == [[1, 2]])
    // A line that does not say it is none of ours.
    try folder.changeJournal { lines in
      let index = lines.firstIndex { $0.contains(#""entry":"forgotten""#) }!
      lines[index] = lines[index].replacing(#""runs":{"1":2},"#, with: "")
    }
    let error = #expect(throws: RegisterError.self) { try RegisterWriter.rebuild(folder.paths) }
    #expect(error?.message.hasSuffix(" byte kan ikke læses.") == true)
  }

  /// The last one that looks takes away what lies beside the database, whoever that is.
  @Test func leavesNothingBesideTheDatabaseWhoeverLooksLast() throws {
    let folder = try RegisterFolder()
    let names = try folder.names()
    var readers = try (0..<3).map { _ in try RegisterReader(folder.paths) }
    var writer: RegisterWriter? = try RegisterWriter(folder.paths)
    try writer?.record([.event(Event(.sent, ["C-1/brev"]))], at: Self.later)
    writer?.giveBack()
    writer = nil
    #expect(try readers[0].events(.document("C-1/brev")).count == 1)
    readers.removeLast()
    #expect(try folder.names() != names, "somebody still looks")
    #expect(try readers[1].events(.document("C-1/brev")).count == 1)
    readers = []
    #expect(try folder.names() == names)
  }

  @Test func doesNothingWithADamagedJournal() throws {
    let folder = try RegisterFolder()
    try folder.changeJournal { $0[3] = $0[3].replacing("hemmelig", with: "Hemmelig") }
    let error = #expect(throws: RegisterError.self) { _ = try forget(folder) }
    #expect(error?.id == "register-damaged")
    #expect(try folder.names().contains("A-1/brev.html"))
  }

  @Test func stepsOverWhatCannotBeRemoved() throws {
    let folder = try RegisterFolder()
    try folder.write("x", to: ".staging/mappe/x")
    try FileManager.default.removeItem(atPath: "\(folder.path)/A-1/brev.html")
    try folder.write("x", to: "A-1/brev.html/x")
    #expect(try forget(folder) == ["A-1"])
    #expect(
      try folder.names()
        == (Self.left + [".staging", ".staging/mappe", ".staging/mappe/x", "A-1", "A-1/brev.html", "A-1/brev.html/x"])
        .sorted())
    #expect(try RegisterInspection(folder.paths).problems == [])
  }

  @Test func removesALinkAndNotWhatItPointsTo() throws {
    let folder = try RegisterFolder()
    let other = try RegisterFolder()
    try FileManager.default.removeItem(atPath: "\(folder.path)/A-1")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/A-1", withDestinationPath: "\(other.path)/A-1")
    #expect(try forget(folder) == ["A-1"])
    #expect(try folder.names() == Self.left)
    #expect(try other.text(of: "A-1/brev.html") == "Brev A-1")
  }

  @Test func saysThatItIsNotFinishedAsLongAsItIsNot() throws {
    let folder = try RegisterFolder()
    try Forgetting(["A-1"], why: "Fem år er gået.", at: Self.later, commits: 3).begin(folder.paths)
    try folder.write("x", to: "register.jsonl.new/x")
    let expected = RegisterError(
      "unwritable",
      "En sletning er ikke færdig. Registret kan ikke skrives: \(folder.path)/register.jsonl.new: Is a directory.",
      help: "Se efter, om disken er fuld, og om du har adgang til mappen. Start derefter kørslen igen. "
        + "Lad filen register.forget ligge: den gør sletningen færdig, næste gang registret åbnes.")
    let error = #expect(throws: RegisterError.self) { _ = try RegisterWriter(folder.paths) }
    #expect(error == expected)
    #expect(try RegisterInspection(folder.paths).problems == [expected])
    try FileManager.default.removeItem(atPath: "\(folder.path)/register.jsonl.new")
    #expect(try RegisterInspection(folder.paths).problems == [])
    #expect(try folder.names() == Self.left)
  }

  @Test func leavesNothingOfAWishThatWasNeverWhole() throws {
    let folder = try RegisterFolder()
    try folder.write("A-1", to: "register.forget.new")
    try folder.write("x", to: "register.jsonl.new")
    _ = try RegisterWriter(folder.paths)
    let names = try folder.names()
    #expect(!names.contains("register.forget.new") && !names.contains("register.jsonl.new"))
    #expect(names.contains("A-1/brev.html"))
  }

  @Test func findsALineThatIsErasedAndNoEntryTellsOfIt() throws {
    let folder = try RegisterFolder()
    try folder.changeJournal { lines in
      let hash = SHA256Hash(of: lines[3])
      lines[3] = JournalLine.erasedLine(hash).text
    }
    let problems = try RegisterInspection(folder.paths).problems
    #expect(
      problems.map(\.message) == [
        "Registret er beskadiget: \(folder.paths.journal): 1 linje er fjernet, uden at det står hvorfor."
      ])
  }

  @Test func hashesOfLinesTellNothing() throws {
    let refused = Entry.refused(Refused(run: 1, caseNumber: "A-1", data: SHA256Hash(of: "x"), reasons: []))
    let lines = (0..<3).map { _ in SHA256Hash(of: refused.makeLine().bytes) }
    #expect(Set(lines).count == 3)
    let run = Entry.run(RunRecord(number: 1, command: "issue", engine: "1", bundle: SHA256Hash(of: "x")))
    #expect(run.makeLine().text == run.makeLine().text)
  }
}
