import Casework
import Diagnostics
import DigitalPost
import Foundation
import Hashing
import Mentorbrev
import Register
import Testing

/// Which letters of an approved run become messages.
@Suite struct PackRunTests {
  private static let clock: @Sendable () -> String = { "2026-11-22T08:15:30Z" }

  /// An ordinary case issued and approved: its documents, by their names.
  private func issued(_ folder: TemporaryFolder, _ event: (([String]) -> Event)? = nil) throws -> [String] {
    try Data(try Sample.ordinary().bytes()).write(to: URL(filePath: "\(folder.path)/sag.json"))
    let run = try IssueRun(
      CaseInputs(["\(folder.path)/sag.json"]), with: TemplateBundle(contentsOf: Repository.templates),
      into: "\(folder.path)/Output", clock: Self.clock)
    var names: [String] = []
    while let batch = try run.nextBatch() { names += batch.flatMap(\.result.identities).map { $0.path(extension: "") } }
    names = names.map { String($0.dropLast()) }
    try RunBook(folder: "\(folder.path)/Output").approve(1, by: "Kirsten Holm", clock: Self.clock)
    if let event {
      try RegisterWriter(RegisterPaths(folder: "\(folder.path)/Output")).record(
        [.event(event(names))], at: Self.clock())
    }
    return names
  }

  private func packed(_ folder: TemporaryFolder, _ options: PackOptions = PackOptions()) async throws -> [PackedCase] {
    let run = try PackRun(
      [1], of: "\(folder.path)/Output", into: "\(folder.path)/Pakker", with: try Repository.letterbook(), options,
      clock: Self.clock)
    var all: [PackedCase] = []
    while let batch = try await run.nextBatch() { all += batch }
    _ = try run.finish()
    return all
  }

  @Test func onePlanGoesWithTheLetter() async throws {
    let folder = try TemporaryFolder()
    let names = try issued(folder)
    let packed = try await packed(folder)
    #expect(packed.map(\.status) == [.packed])
    #expect(packed.first?.messages.map(\.documents) == [names])
    #expect(packed.first?.messages.map(\.formats) == [["html"]])
  }

  @Test(arguments: [
    (Event.What.withdrawn, "er trukket tilbage"), (.superseded, "er afløst af et andet dokument, før det blev pakket"),
    (.sent, "er allerede sendt"),
  ])
  func passesOverWhatMustNotGoOut(_ what: Event.What, _ words: String) async throws {
    let folder = try TemporaryFolder()
    let names = try issued(folder) { Event(what, [$0[0]]) }
    let packed = try await packed(folder)
    #expect(packed.map(\.status) == [.packed])
    #expect(packed.first?.messages.map(\.documents) == [[names[1]]])
    let date = names[0].suffix(10)
    #expect(
      packed.first?.diagnostics.map(\.message) == ["Dokumentet (bevilling af \(date)) \(words). Det er ikke pakket."])
  }

  @Test func aWithdrawnCaseGivesNoMessage() async throws {
    let folder = try TemporaryFolder()
    _ = try issued(folder) { Event(.withdrawn, $0) }
    let packed = try await packed(folder)
    #expect(packed.map(\.status) == [.skipped])
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/Pakker"))
  }

  /// As a kill leaves it between a whole container and its record.
  private func packedAndKilled(_ folder: TemporaryFolder) async throws {
    let files = FileManager.default
    try files.copyItem(atPath: "\(folder.path)/Output", toPath: "\(folder.path)/før")
    #expect(try await packed(folder).map(\.status) == [.packed])
    try files.removeItem(atPath: "\(folder.path)/Output")
    try files.moveItem(atPath: "\(folder.path)/før", toPath: "\(folder.path)/Output")
  }

  private func containers(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/Pakker").filter { $0.hasSuffix(".lzma") }
  }

  @Test func takesOverAContainerThatWasMadeAfterAWithdrawal() async throws {
    let folder = try TemporaryFolder()
    let names = try issued(folder) { Event(.withdrawn, [$0[1]]) }
    try await packedAndKilled(folder)
    let before = try containers(folder)
    let packed = try await packed(folder)
    #expect(packed.map(\.status) == [.packed])
    #expect(packed.first?.messages.map(\.documents) == [[names[0]]])
    #expect(try containers(folder) == before)
    #expect(try await self.packed(folder).map(\.status) == [.unchanged])
  }

  @Test(arguments: [(Event.What.withdrawn, 0), (.withdrawn, 1), (.superseded, 0), (.sent, 0)])
  func refusesAContainerWhoseLetterMustNotGoOutAnyMore(_ what: Event.What, _ which: Int) async throws {
    let folder = try TemporaryFolder()
    let names = try issued(folder)
    try await packedAndKilled(folder)
    let paths = RegisterPaths(folder: "\(folder.path)/Output")
    try RegisterWriter(paths).record([.event(Event(what, [names[which]]))], at: Self.clock())
    let container = try #require(try containers(folder).first)
    let error = try await #require(throws: DiagnosticsError.self) { try await self.packed(folder) }
    #expect(error.diagnostics.map(\.id) == ["container-outdated"])
    #expect(
      error.diagnostics.first?.message
        == "Pakken \(folder.path)/Pakker/\(container) nåede ikke at blive registreret, og i den ligger 1 brev, som siden "
        + "er trukket tilbage, afløst, slettet eller sendt på anden vis.")
    #expect(try RegisterReader(paths).events(.document(names[0])).allSatisfy { $0.event.what != .packed })
  }

  @Test func aLateReceiptBringsNothingBack() throws {
    let folder = try TemporaryFolder()
    let names = try issued(folder) { Event(.superseded, $0) }
    let paths = RegisterPaths(folder: "\(folder.path)/Output")
    let receipt = Event(
      .delivered, names, day: "2026-11-23", moment: "2026-11-23T08:00:00Z",
      message: "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b51")
    try RegisterWriter(paths).record([.event(receipt)], at: Self.clock())
    var states: [RecordedDocument.State] = []
    try RegisterReader(paths).eachDocument { states.append($0.state) }
    #expect(states == [.superseded, .superseded])
  }

  @Test func refusesALetterThatCannotBeHadAnyMoreAndPacksTheOthers() async throws {
    let folder = try TemporaryFolder()
    let names = try issued(folder)
    let paths = RegisterPaths(folder: "\(folder.path)/Output")
    var issues: [RecordedIssue] = []
    try RegisterReader(paths).eachIssue(.all) { issues.append($0) }
    let issue = try #require(issues.first)
    // As another version of the program may have made it, and its file is gone.
    let lost = Issued.Document(
      name: "\(names[0])-9", kind: "bevilling", date: issue.documents[0].date, recipient: "borger",
      files: ["html": SHA256Hash(of: "x")])
    let entry = Issued(
      run: 1, authority: issue.authority, caseNumber: issue.caseNumber, data: issue.data, documents: [lost])
    try RegisterWriter(paths).record([.issued(entry)], at: Self.clock())
    // An approval is one of all documents, this one too.
    var lines = ""
    try RegisterReader(paths).eachDocument(ofRun: 1) { document in
      for (suffix, hash) in document.files.sorted(by: { $0.key < $1.key }) {
        lines += "\(hash.hex)  \(document.name).\(suffix)\n"
      }
    }
    let approval = Approval(run: 1, by: "Kirsten Holm", hash: SHA256Hash(of: lines))
    try RegisterWriter(paths).record([.approved(approval)], at: Self.clock())
    let packed = try await packed(folder)
    #expect(packed.map(\.status) == [.packed, .refused])
    let problem = try #require(packed.last?.diagnostics.first)
    #expect(
      problem.message
        == "Dokumentet (bevilling af \(lost.date), løbenummer 9) kan ikke laves igen, som det blev udstedt, og filen er en "
        + "anden end den udstedte.")
    #expect(
      problem.help
        == "Hent \(lost.name).html fra en sikkerhedskopi, eller brug den version af Mentorbrev, der udstedte det.")
  }
}
