import Diagnostics
import Foundation
import Hashing
import Mentorbrev
import Register
import Testing

/// The page of a run, made of records alone.
@Suite struct RunPageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let hash = SHA256Hash(of: "")

  private func record(_ entries: [Entry]) throws {
    let run = RunRecord(number: 1, command: "issue", engine: "1.0", bundle: Self.hash)
    try RegisterWriter(RegisterPaths(folder: folder.path))
      .record([.run(run)] + entries, at: "2026-11-22T08:15:30Z")
  }

  private static func issued(_ number: String, _ kind: String = "bevilling", folder: String? = nil) -> Entry {
    .issued(
      Issued(
        run: 1, authority: "29188440", caseNumber: number, data: CaseData(form: "json", bytes: Array("{}".utf8)),
        documents: [
          Issued.Document(
            name: "\(folder ?? number)/\(kind)-2026-08-24", kind: kind, date: "2026-08-24", recipient: "borger",
            files: ["html": hash, "xml": hash])
        ]))
  }

  private static func refused(_ number: Int, _ reasons: [String]) -> Entry {
    .refused(Refused(run: 1, caseNumber: "B-\(number)", data: SHA256Hash(of: "\(number)"), reasons: reasons))
  }

  private func page() throws -> PageScanner {
    let path = try RunBook(folder: folder.path).writePage(of: 1)
    return try PageScanner(String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self))
  }

  @Test func countsByKindAndShowsASampleOfEach() throws {
    try record((1...300).map { Self.issued("A-\($0)") } + [Self.issued("C-1", "afslag")])
    let page = try page()
    #expect(page.elements.first { $0.name == "h1" }?.text == "301 dokumenter venter på godkendelse")
    #expect(page.elements.filter { $0.name == "h3" }.map(\.text.collapsed) == ["Bevilling 5 af 300", "Afslag alle 1"])
    #expect(
      page.elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] } == [
        "#godkend", "../../A-1/bevilling-2026-08-24.html", "../../A-65/bevilling-2026-08-24.html",
        "../../A-129/bevilling-2026-08-24.html", "../../A-193/bevilling-2026-08-24.html",
        "../../A-257/bevilling-2026-08-24.html", "../../C-1/afslag-2026-08-24.html",
      ])
    let rows = page.elements.filter { $0.name == "tr" }.map(\.text.collapsed)
    #expect(rows == ["SlagsAntalAndel", "Bevilling300100 %", "Afslag1under 1 %", "I alt301100 %"])
    #expect(page.text.contains("Alle er dateret den 24. august 2026."))
    #expect(page.text.contains("den 22. november 2026 kl. 09.15"))
  }

  @Test func aTextCanNeverBecomeMarkup() throws {
    let hostile = "<script>\"&'"
    try record([
      Self.issued(hostile, folder: "%3Cscript%3E"), Self.refused(1, ["R01: Feltet \(hostile) er forkert."]),
    ])
    let page = try page()
    #expect(!page.elements.contains { $0.name == "script" })
    #expect(page.text.contains("Sag \(hostile)"))
    #expect(page.text.contains("Feltet \(hostile) er forkert."))
    // On the disk the name of the folder has a percent sign.
    #expect(page.elements.contains { $0.attributes["href"] == "../../%253Cscript%253E/bevilling-2026-08-24.html" })
  }

  @Test func tellsTheFirstRefusedCasesAndWhereTheOthersAre() throws {
    try record(
      (1...60).map { Self.refused($0, ["R01: Perioden er for lang.", "R02: =1+1"] + ($0 == 1 ? ["R01: igen"] : [])) })
    let page = try page()
    #expect(page.elements.first { $0.name == "h1" }?.text == "Kørslen udstedte ingen dokumenter")
    #expect(page.elements.filter { $0.name == "dt" && $0.text.hasPrefix("Sag ") }.count == 50)
    #expect(page.text.contains("… og 10 til. Alle står i afviste.csv, som kan åbnes i et regneark."))
    let rows = page.elements.filter { $0.name == "tr" }.dropFirst().map(\.text.collapsed)
    #expect(rows == ["R01 Perioden er for lang.60100 %", "R02 =1+160100 %"])
    #expect(!page.text.contains("mentorbrev approve"))
    let list = try String(contentsOf: URL(filePath: "\(folder.path)/runs/1/afviste.csv"), encoding: .utf8)
    #expect(list.split(separator: "\r\n").count == 122)
    #expect(list.contains("\"B-60\";\"R02\";\"'=1+1\";\"\"\r\n"))
  }

  @Test func namesTheFolderWhosePageCannotBeWritten() throws {
    try record([Self.issued("A-1")])
    try Data().write(to: URL(filePath: "\(folder.path)/runs"))
    let error = #expect(throws: DiagnosticsError.self) { try RunBook(folder: folder.path).writePage(of: 1) }
    #expect(error?.diagnostics.map(\.id) == ["page-unwritable"])
    #expect(
      error?.diagnostics.first?.help?.contains("'mentorbrev register rebuild --output \(folder.path)'") == true)
  }

  @Test func keepsNothingThatTheRegisterDoesNotHave() throws {
    try record([Self.issued("A-1")])
    let path = try RunBook(folder: folder.path).writePage(of: 1)
    let before = try Data(contentsOf: URL(filePath: path))
    // As before a case was forgotten.
    for name in ["index.html", "afviste.csv"] {
      try Data("Sag A-2".utf8).write(to: URL(filePath: "\(folder.path)/runs/1/\(name)"))
    }
    try RunBook(folder: folder.path).writePages()
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try folder.files().filter { $0.hasPrefix("runs/") } == ["runs/1/index.html"])
  }

  @Test func staysSmallAndReachesForNothing() throws {
    try record((1...5000).map { Self.issued("A-\($0)", $0 % 2 == 0 ? "afslag" : "bevilling") })
    let path = try RunBook(folder: folder.path).writePage(of: 1)
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    #expect(text.utf8.count < 32 << 10)
    for word in ["http", "src=", "url(", "@import", "<script", "<link"] { #expect(!text.contains(word), "\(word)") }
    #expect(try folder.mode("runs/1/index.html") == 0o600)
    #expect(try folder.mode("runs/1") == 0o700)
  }
}
