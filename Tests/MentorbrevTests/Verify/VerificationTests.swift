import Casework
import Diagnostics
import Foundation
import Hashing
import Lawbook
import Templating
import Testing

@testable import Mentorbrev
@testable import Register

/// Every letter of the golden cases is issued, found whole, and made again; and what is taken out of one is missed.
@Suite struct VerificationTests {
  /// A folder with everything issued that the golden cases give.
  private func issued(_ cases: [GoldenCase], kinds: [DocumentKind]? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let bundle = try TemplateBundle(contentsOf: Repository.templates)
    // Each with a number of its own, so that no two have the same documents.
    let lines = try cases.enumerated().map { index, golden in
      let text = String(decoding: try Data(contentsOf: golden.url.appending(path: "case.json")), as: UTF8.self)
      return text.replacing("\n", with: " ").replacing(/("sagsnummer"\s*:\s*)"[^"]*"/) { "\($0.1)\"S-\(index)\"" }
        + "\n"
    }
    let file = "\(folder.path)/sager.jsonl"
    try Data(lines.joined().utf8).write(to: URL(filePath: file))
    let run = try IssueRun(CaseInputs([file]), with: bundle, into: "\(folder.path)/Output", kinds: kinds, workers: 2)
    while try run.nextBatch() != nil {}
    return folder
  }

  private func findings(_ folder: TemporaryFolder, reproduces: Bool = false) throws -> (
    Verification.Counts, [Diagnostic]
  ) {
    let verification = try Verification(of: "\(folder.path)/Output/", reproduces: reproduces, workers: 2)
    var findings: [Diagnostic] = []
    while let batch = verification.nextBatch() { findings += batch }
    return (verification.counts, findings)
  }

  @Test func findsNothingWrongWithWhatWasIssued() throws {
    let folder = try issued(GoldenCase.all)
    let (counts, found) = try findings(folder, reproduces: true)
    #expect(found.map(\.message) == [])
    #expect(counts.cases > 40)
    #expect(counts.files > counts.documents)
  }

  @Test func looksAtNothingMoreWhenItIsInterrupted() throws {
    let folder = try issued(Array(GoldenCase.all.prefix(1)))
    try Data().write(to: URL(filePath: "\(folder.path)/Output/fremmed"))
    let verification = try Verification(of: "\(folder.path)/Output", workers: 1)
    #expect(verification.nextBatch() == [])
    verification.interrupt()
    #expect(verification.nextBatch() == nil)
    #expect(verification.nextBatch() == nil)
  }

  @Test func findsAnApprovalOfOtherDocuments() async throws {
    let folder = try issued(Array(GoldenCase.all.prefix(2)))
    let output = "\(folder.path)/Output"
    let approved = try RunBook(folder: output).approve(1, by: "Kirsten Holm").hash
    #expect(try findings(folder).1.map(\.id) == [])
    // As whoever can write the journal may write it, with a chain that is whole.
    let other = SHA256Hash(of: "andre dokumenter")
    try RegisterWriter(RegisterPaths(folder: output)).record(
      [.approved(Approval(run: 1, by: "Kirsten Holm", hash: other))], at: "2026-11-22T08:15:30Z")
    try RunBook(folder: output).writePages()
    let found = try findings(folder).1
    #expect(found.map(\.id) == ["verify-approval"])
    #expect(
      found.first?.message
        == "Kørsel 1 er godkendt med kontrolsummen \(other.short), men dens dokumenter har \(approved.short), og ingen sag i "
        + "den er slettet.")
    // Nobody is told of a deletion that there was not.
    let page = try String(contentsOfFile: "\(output)/runs/1/index.html", encoding: .utf8)
    #expect(page.contains("Registret har en godkendelse med en anden kontrolsum end kørslens"))
    #expect(!page.contains("En sag er slettet"))
    let error = #expect(throws: DiagnosticsError.self) {
      try PackRun([1], of: output, into: "\(folder.path)/Pakker", with: try Repository.letterbook())
    }
    #expect(
      error?.diagnostics.map(\.message)
        == ["Kørsel 1 er godkendt med en anden kontrolsum end sin egen, så dens breve kan ikke pakkes."])
  }

  @Test func isTheSameInATask() async throws {
    let folder = try issued(Array(GoldenCase.all.prefix(3)))
    try FileManager.default.removeItem(atPath: "\(folder.path)/Output/S-0")
    let expected = try findings(folder).1
    let verification = try Verification(of: "\(folder.path)/Output", workers: 1)
    var found: [Diagnostic] = []
    while let batch = await verification.nextBatchInTask() { found += batch }
    #expect(found == expected)
    #expect(found.allSatisfy { $0.id == "verify-missing" })
    #expect(!found.isEmpty)
  }

  @Test(arguments: GoldenCase.letters) func missesEachThingThatIsTakenOut(_ golden: GoldenCase) throws {
    let lawbook = try Repository.letterbook().lawbook
    for document in try golden.documents() where document.format == .html {
      let marked = Set(try PageReader(document.bytes).marks.flatMap(\.requirements))
      let requirements = try lawbook.requirements(kind: document.identity.kind.rawValue, on: document.identity.date)
        .filter { $0.output != .xml && marked.contains($0.id) }
      var rules = HidingRules()
      #expect(LetterCheck.findings("brev", document.bytes, requirements, &rules, again: "mentorbrev restore") == [])
      for requirement in requirements {
        // Shown no more, and not marked any more.
        for changed in [Self.hidden(document.text, requirement.id), Self.unmarked(document.text, requirement.id)] {
          let found = LetterCheck.findings(
            "brev", Array(changed.utf8), requirements, &rules, again: "mentorbrev restore")
          #expect(
            found.contains { $0.message.contains("(\(requirement.id))") && $0.basis == requirement.basis },
            "\(document.path): \(requirement.id)")
        }
      }
    }
  }

  /// A letter in which the elements with a requirement are hidden.
  private static func hidden(_ text: String, _ id: String) -> String {
    text.replacing(/data-krav="([^"]*)"/) { match in
      match.1.split(separator: " ").contains { $0 == id } ? "\(match.0) hidden" : String(match.0)
    }
  }

  private static func unmarked(_ text: String, _ id: String) -> String {
    text.replacing(/data-krav="([^"]*)"/) { match in
      "data-krav=\"\(match.1.split(separator: " ").filter { $0 != id }.joined(separator: " "))\""
    }
  }

  @Test func tellsWhatALetterLacks() throws {
    let folder = try issued([GoldenCase(name: "almindelig")], kinds: [.grant])
    let path = try #require(try folder.files().first { $0.hasSuffix(".html") })
    let file = URL(filePath: "\(folder.path)/\(path)")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    try Data(Self.unmarked(text, "resultat").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let found = try findings(folder).1
    #expect(found.map(\.id) == ["verify-changed", "verify-content"])
    #expect(found.first?.message == "Filen \(file.path) er ikke den, der blev udstedt: indholdet er ændret.")
    #expect(found.last?.message.hasSuffix("(resultat) findes ikke.") == true)
    #expect(found.last?.basis == "god forvaltningsskik")
  }

  @Test func saysWhatBecomesAnother() throws {
    let document = Issued.Document(
      name: "A-1/bevilling-2026-08-24", kind: "bevilling", date: "2026-08-24", recipient: "borger",
      files: ["html": .init(of: "Brev")])
    let recorded = RecordedDocument(document, authority: "29188440", caseNumber: "A-1", run: 1)
    let issue = RecordedIssue(
      run: 1, at: "", authority: "29188440", caseNumber: "A-1", data: CaseData(form: "json", bytes: []),
      documents: [recorded])
    func told(_ engine: String) -> [Diagnostic] {
      let run = RunRecord(number: 1, command: "issue", engine: engine, bundle: .init(of: ""))
      return Reproduction(folder: "Output", issue: issue, run: run).findings(.success(CaseResult()), [:])
    }
    #expect(told("0.0.1").map(\.message) == ["Filen Output/A-1/bevilling-2026-08-24.html laves ikke længere af sagen."])
    #expect(
      told("0.0.1").first?.help
        == "Udstedt med version 0.0.1, og dette er version \(engineVersion). Prøv igen med den første.")
    #expect(
      told(engineVersion).first?.help?.hasSuffix("så det er en fejl i programmet eller i registret. Meld den.") == true)
    var refused = CaseResult()
    refused.diagnostics = [Diagnostic(.error, "R01", "Perioden er for lang.")]
    let run = RunRecord(number: 1, command: "issue", engine: "0.0.1", bundle: .init(of: ""))
    let found = Reproduction(folder: "Output", issue: issue, run: run).findings(.success(refused), [:])
    #expect(found.map(\.message) == ["Dokumenterne fra kørsel 1 kan ikke laves igen."])
    #expect(found.first?.notes == [Diagnostic.Note("Perioden er for lang. [R01]")])
  }
}
