import Casework
import Diagnostics
import Foundation
import Lawbook
import Mentorbrev
import Templating
import Testing

@Suite struct LetterbookTests {
  @Test func refusesAFolderWithoutTemplates() throws {
    let folder = try TemporaryFolder()
    do {
      _ = try Letterbook(contentsOf: folder.path)
      Issue.record("opened")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "'\(folder.path)' is no folder of templates: it has no 'law' and 'documents'"
        ]
      )
      #expect(error.diagnostics.first?.help == "name it with --templates, or with MENTORBREV_TEMPLATES")
    }
  }

  /// Two hours that cannot be read and thirty minutes are not thirty minutes, nor no hours at all.
  @Test(arguments: [
    #"{"timer": "2e0", "minutter": 30}"#, #"{"timer": 0, "minutter": "30"}"#, #"{"timer": 4, "hverAndenUge": "ja"}"#,
  ])
  func makesNoHoursOfThoseThatCouldNotBeRead(_ hours: String) throws {
    let hours = try JSONSerialization.jsonObject(with: Data(hours.utf8))
    let whole = try Sample.ordinary().with("mentorstoette.serviceniveau", 2)
    let result = try Repository.letterbook().check(try whole.with("mentorstoette.timetal", hours).reading())
    let before = try Repository.letterbook().check(try whole.reading()).diagnostics.map(\.id)
    #expect(Set(result.diagnostics.map(\.id)).subtracting(before) == ["wrong-type"])
  }

  @Test func refusesALawFileThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try FileManager.default.createDirectory(
      atPath: "\(templates)/law/mappe.xml", withIntermediateDirectories: false)
    do {
      _ = try Letterbook(contentsOf: templates)
      Issue.record("opened")
    } catch {
      #expect(error.diagnostics.map(\.message) == ["cannot read '\(templates)/law/mappe.xml': Is a directory"])
    }
  }

  @Test func tellsOfATemplateThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    for file in ["documents/bevilling.html", "style/brev.css"] {
      try FileManager.default.removeItem(atPath: "\(templates)/\(file)")
      try #require(mkfifo("\(templates)/\(file)", 0o600) == 0)
    }
    let reading = try Sample.ordinary().reading()
    let letterbook = try Letterbook(contentsOf: templates)
    let error = #expect(throws: DiagnosticsError.self) { try letterbook.render(reading, kinds: [.grant]) }
    #expect(
      error?.diagnostics.map(\.message) == ["cannot read '\(templates)/documents/bevilling.html': not a regular file"])
    let style = #expect(throws: DiagnosticsError.self) { try letterbook.render(reading, kinds: [.minPlan]) }
    #expect(style?.diagnostics.map(\.message) == ["cannot read '\(templates)/style/brev.css': not a regular file"])
  }

  @Test func tellsTheHundredMostImportantProblems() throws {
    let tasks: [[String: Any]] = (1...100).map { _ in ["omraade": "praktisk", "tekst": "§ 1 og jobcenteret"] }
    let sample = try Sample.ordinary().with("mentorstoette.opgaver", tasks).with("borger.navn", nil)
    let result = try Repository.letterbook().render(try sample.reading())
    #expect(result.diagnostics.count == 101)
    #expect(result.diagnostics.contains { $0.path == "borger.navn" && $0.severity == .error })
    #expect(result.isRefused)
    #expect(result.diagnostics.last?.id == "more-problems")
    #expect(result.diagnostics.last?.message == "… og 101 til.")
  }

  @Test func givesNoCaseFileOfATextWithErrors() throws {
    let reading = try Sample.ordinary().with("mentorstoette.periode.til", "2026-11-31").reading()
    let error = #expect(throws: DiagnosticsError.self) { try reading.complete() }
    #expect(error?.diagnostics.map(\.id) == ["no-such-date"])
    #expect(error?.language == .danish)
    #expect(try Sample.ordinary().reading().complete().caseNumber != nil)
  }

  /// Whichever of them a document uses.
  @Test func canUseEachOfItsStylesheets() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let names = try FileSystem.names(in: "\(templates)/style")
    let files = names.map { "<t:style file=\"\($0)\"/>" }.joined()
    try Mutation.replace(
      "<t:style file=\"brev.css\"/>", with: files, in: "\(templates)/parts/brev.html")
    let result = try Letterbook(contentsOf: templates).render(try Sample.ordinary().reading(), kinds: [.grant])
    #expect(!result.documents.isEmpty)
  }

  @Test func makesTheRecordOnceWhateverTheOrderOfRecipients() throws {
    let citizen: [String: Any] = ["rolle": "borger", "kanal": "digital", "kopi": true]
    let guardian: [String: Any] = ["rolle": "vaerge", "navn": "Torben Eskildsen", "kanal": "digital"]
    let documents = try Repository.letterbook().documents(
      try Sample.ordinary().with("modtagere", [guardian, citizen]), kinds: [.grant])
    #expect(
      documents.map(\.fileName).sorted() == [
        "bevilling-2026-08-24-vaerge.html", "bevilling-2026-08-24.html", "bevilling-2026-08-24.xml",
      ])
    // Whose letter it is made with says nothing of who has a copy.
    let record = try #require(documents.first { $0.fileName.hasSuffix(".xml") }).text
    #expect(
      record.contains(
        """
            <kopimodtager rolle="borger" kanal="digital"/>
            <modtager rolle="vaerge" kanal="digital"/>
        """), "\(record)")
  }

  @Test func makesTheRecordWhenTheCitizenIsNoRecipient() throws {
    let guardian: [String: Any] = ["rolle": "vaerge", "navn": "Torben Eskildsen", "kanal": "digital"]
    let documents = try Repository.letterbook().documents(
      try Sample.ordinary().with("modtagere", [guardian]), kinds: [.grant])
    #expect(
      documents.map(\.fileName).sorted() == ["bevilling-2026-08-24-vaerge.html", "bevilling-2026-08-24-vaerge.xml"])
  }

  @Test func makesEachKindOnceHoweverOftenItIsAskedFor() throws {
    let documents = try Repository.letterbook().documents(
      .ordinary(), kinds: [.minPlan, .grant, .minPlan], as: [.html])
    #expect(documents.map(\.fileName) == ["bevilling-2026-08-24.html", "min-plan-2026-08-24.html"])
  }

  @Test func tellsWhichDocumentsACaseLeadsTo() throws {
    let result = try Repository.letterbook().check(try Sample.ordinary().reading())
    #expect(result.documents.isEmpty)
    #expect(result.identities.map(\.kind) == [.grant, .minPlan])
    #expect(result.waiting.isEmpty)
  }

  @Test func saysThatMinPlanWaitsForTheMentor() throws {
    let result = try Repository.letterbook().render(try Sample(golden: "mentor-senere-paa-papir").reading())
    #expect(result.waiting == [.minPlan])
    #expect(result.documents.map(\.identity.kind) == [.grant, .grant])
    #expect(
      result.diagnostics.map(\.message) == [
        "Min Plan venter, til mentoren er fundet: planen skal indeholde mentorens navn og kontaktdata."
      ])
  }

  @Test func marksADraftInLetterAndRecord() throws {
    let documents = try Repository.letterbook().documents(.ordinary(), isDraft: true)
    for document in documents {
      #expect(document.text.contains(document.format == .html ? "UDKAST" : "udkast=\"true\""), "\(document.path)")
    }
    for document in try Repository.letterbook().documents(.ordinary()) { #expect(!document.text.contains("UDKAST")) }
  }

  @Test func refusesACaseNumberThatCannotNameAFolder() throws {
    let sample = try Sample.ordinary().with("sagsnummer", String(repeating: "æ", count: 60))
    let result = try Repository.letterbook().render(try sample.reading())
    #expect(
      result.diagnostics.map(\.message) == [
        "Sagsnummer (sagsnummer) er for langt til at være navnet på en mappe. Æ, ø, å og mellemrum fylder mere end andre tegn."
      ])
    #expect(result.documents.isEmpty)
    #expect(result.identities.isEmpty)
  }

  @Test func doesNotCallAWaiverUnusedThatOneDocumentUses() throws {
    let result = try Repository.letterbook().check(try Sample(golden: "alle-felter").reading())
    #expect(result.findings[.grant]?.contains { $0.rule.id == "R13" && $0.outcome == .waived } == true)
    #expect(!result.diagnostics.contains { $0.id == "unused-waiver" })
  }

  @Test func warnsOfAWaiverThatNoDocumentUses() throws {
    let sample = try Sample.ordinary().with("undtagelser", [["regel": "R13", "grund": "Ingen særlig."]])
    let result = try Repository.letterbook().check(try sample.reading())
    #expect(
      result.diagnostics.map(\.message) == ["Undtagelsen fra reglen R13 er ikke brugt: sagen bryder ikke reglen."])
  }

  @Test(arguments: ["2019-12-31", "2027-01-01"]) func refusesADayThatIsNotVerified(_ day: String) throws {
    let sample = try Sample.ordinary().with("afgoerelse.dato", day)
    let result = try Repository.letterbook().render(try sample.reading())
    #expect(result.documents.isEmpty)
    let message = try #require(result.diagnostics.first { $0.id == "R40" }?.message)
    #expect(message.hasSuffix("bekræftet fra den 1. januar 2020 til den 31. december 2026, og loven gættes ikke."))
  }

  @Test func refusesTheLegalBasisThatIsNotSettled() throws {
    let result = try Repository.letterbook().render(
      try Sample.ordinary().with("retsgrundlag", "integration").reading(), kinds: [.grant])
    #expect(result.documents.isEmpty)
    #expect(result.diagnostics.contains { $0.id == "R40" && $0.path == "retsgrundlag" })
  }

  @Test func namesACaseNumberThatTellsInNoMessage() throws {
    let sample = try Sample.ordinary().with("sagsnummer", "740395.1237").with("borger.cpr", "7403951237")
      .with("mentorstoette.periode.til", "2026-11-31")
    let result = try Repository.letterbook().check(try sample.reading())
    #expect(Set(result.diagnostics.map(\.id)).isSuperset(of: ["case-number-tells", "no-such-date"]))
    #expect(result.caseNumber == nil && result.diagnostics.allSatisfy { $0.caseNumber == nil })
  }
}
