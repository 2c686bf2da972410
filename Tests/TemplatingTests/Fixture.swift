import Diagnostics
import Fields
import Locking
import Templating
import XMLTree

/// Templates held in memory.
struct MemoryFiles: TemplateFiles {
  var files: [String: String]

  func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
  func names(in folder: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }.sorted()
  }
  func displayName(of path: String) -> String { path }
}

/// Templates that note which of their files are read.
final class CountingFiles: TemplateFiles {
  private let files: MemoryFiles
  private let noted = Monitor<[String]>([])
  var reads: [String] { noted.withLock { $0 } }

  init(_ files: MemoryFiles) { self.files = files }

  func bytes(of path: String) -> [UInt8]? {
    noted.withLock { $0.append(path) }
    return files.bytes(of: path)
  }
  func names(in folder: String) -> [String] { files.names(in: folder) }
  func displayName(of path: String) -> String { path }
}

/// Templates that are there but cannot be read.
struct LockedFiles: TemplateFiles {
  func bytes(of path: String) throws(UnreadableFile) -> [UInt8]? { throw UnreadableFile("Permission denied") }
  func names(in folder: String) -> [String] { [] }
  func displayName(of path: String) -> String { path }
}

enum Employment: String, ChoiceValue {
  case company = "virksomhed"
  case school = "skole"

  static let choiceName = "ansaettelse"
  var label: String {
    switch self {
    case .company: "en virksomhed"
    case .school: "en skole"
    }
  }
  var implies: [String] { self == .company ? ["cvr", "ekstra"] : [] }
}

struct Task: Sendable {
  var text: String
  var hours: WorkingTime = WorkingTime(minutes: 90)
  var note: String?

  static let fields = Fields<Task>("opgave") {
    Field.text("tekst", "Opgave", \.text, .personal)
    Field.value("timer", "Timer", \.hours)
    Field.optionalText("note", "Note", \.note, .personal)
  }
}

struct Person: Sendable {
  var name: String
  var phone: String?

  static let fields = Fields<Person>("person") {
    Field.text("navn", "Navn", \.name, .personal)
    Field.optionalText("telefon", "Telefon", \.phone, .personal)
  }
}

struct Firm: Sendable {
  var name = "Bageren"
  var phone: String?
  var employment = Employment.school
  var cvr: String?
  var owner: Person?
  var tasks: [Task] = []

  static let fields = Fields<Firm>("firma") {
    Field.text("navn", "Navn", \.name)
    Field.optionalText("telefon", "Telefon", \.phone)
    Field.value("form", "Form", \.employment)
    Field.optionalText("cvr", "CVR-nummer", \.cvr)
    Field.optionalRecord("ejer", "Ejer", Person.fields, \.owner)
    Field.list("opgaver", "Opgaver", Task.fields, \.tasks)
  }
}

struct Letter: Sendable {
  var number = "27-1"
  var citizen = Person(name: "Ida", phone: nil)
  var mentor: Person?
  var cpr = "8211771212"
  var date = CalendarDate(iso: "2026-11-21")!
  var price = Amount(oere: 124_150)
  var burdensome = false
  var employment = Employment.school
  var cvr: String?
  var tasks = [Task(text: "Bus")]
  var extra: [Task] = []
  var copies: [String] = []
  var answer: Bool?
  var share = Decimal2(hundredths: 225)
  var time = WorkingTime(minutes: 150)
  var firm: Firm?
  var link: Link?
  var level: Int = 2
  var note: String?

  static let fields = Fields<Letter>("brev") {
    Field.text("nummer", "Sagsnummer", \.number)
    Field.record("borger", "Borger", Person.fields, \.citizen)
    Field.optionalRecord("mentor", "Mentor", Person.fields, \.mentor)
    Field.text("cpr", "CPR-nummer", \.cpr, .identifying)
    Field.value("dato", "Dato", \.date)
    Field.value("pris", "Pris", \.price)
    Field.value("indgribende", "Indgribende", \.burdensome)
    Field.value("ansaettelse", "Ansættelse", \.employment)
    Field.optionalText("cvr", "CVR-nummer", \.cvr)
    Field.list("opgaver", "Opgaver", Task.fields, nonEmpty: true, \.tasks)
    Field.list("ekstra", "Ekstra opgaver", Task.fields, \.extra)
    Field.texts("kopi", "Kopi til", \.copies, .personal)
    Field.optionalValue("svar", "Svar", \.answer)
    Field.value("andel", "Andel", \.share)
    Field.value("tid", "Tid", \.time)
    Field.optionalRecord("firma", "Firma", Firm.fields, \.firm)
    Field.optionalValue("adresse", "Adresse på nettet", \.link)
    Field.value("niveau", "Niveau", \.level)
    Field.optionalText("note", "Note", \.note)
  }
}

let era = Era(
  from: CalendarDate(iso: "2024-03-01")!, until: CalendarDate(iso: "2026-01-31")!,
  provisions: [
    "lab-167-1": Citation(
      full: "§ 167, stk. 1, i loven (lov nr. 1)", withTitle: "§ 167, stk. 1, i loven", short: "§ 167, stk. 1")
  ],
  acts: ["lab": Citation(full: "loven (lov nr. 1)", withTitle: "loven", short: "loven")],
  terms: ["aktoer": "kommunen"],
  texts: [
    "klage": lawText("klage", "Du kan klage til <t:cite provision=\"lab-167-1\"/>."),
    "frist": lawText("frist", "<t:param name=\"dag\" type=\"date\"/> Senest den {dag | dato}"),
    "fejl": lawText("fejl", "Du kan {klage}."),
  ],
  unavailable: ["bab-133": "in force from 2027-01-01"])

/// The era with more texts, as id and content.
func era(with texts: [String: String]) -> Era {
  var era = era
  for (id, content) in texts { era.texts[id] = lawText(id, content) }
  return era
}

/// Compiles one HTML document whose body is given, with parts as name and content.
func compile(
  body: String, parts: [String: String] = [:], styles: [String: String] = [:], requirements: [Requirement] = [],
  fixed: [String: String] = [:], clearance: Secrecy = .identifying, era: Era = era
) throws(DiagnosticsError) -> CompiledTemplate {
  try compile(
    document: """
      <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
      \(body)
      </body></html></t:document>
      """, parts: parts, styles: styles, requirements: requirements, fixed: fixed, clearance: clearance, era: era)
}

func compile(
  document: String, output: Output = .html, parts: [String: String] = [:], styles: [String: String] = [:],
  requirements: [Requirement] = [], fixed: [String: String] = [:], clearance: Secrecy = .identifying, era: Era = era,
  model: RecordType = Letter.fields.type
) throws(DiagnosticsError) -> CompiledTemplate {
  var files = ["documents/brev.\(output.rawValue)": document]
  for (name, content) in parts {
    let space = output == .html ? "http://www.w3.org/1999/xhtml" : "urn:brev"
    files["parts/\(name).\(output.rawValue)"] = """
      <t:part xmlns:t="urn:mentorbrev:template" xmlns="\(space)" name="\(name)" output="\(output.rawValue)">
      \(content)
      </t:part>
      """
  }
  for (name, content) in styles { files["style/\(name)"] = content }
  let target = CompileTarget(
    kind: "brev", output: output, model: model, era: era, requirements: requirements,
    knownRequirements: ["andet-krav"], clearance: clearance, fixed: fixed)
  return try TemplateCompiler(MemoryFiles(files: files)).compile(target)
}

extension CompiledTemplate {
  /// The document of a letter, as text.
  func text(_ letter: Letter = Letter()) -> String {
    var table = SlotTable()
    Letter.fields.fill(&table, from: letter)
    var buffer = OutputBuffer()
    render(table, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// The body of an HTML document that `compile(body:)` made.
  func body(_ letter: Letter = Letter()) -> String {
    let all = text(letter)
    let start = all.range("<body>\n")
    let end = all.range("\n  </body>")
    return all.lines(from: start, to: end)
  }
}

extension String {
  fileprivate func range(_ text: String) -> (Int, Int) {
    let bytes = Array(utf8)
    let pattern = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: pattern) } ?? 0
    return (start, start + pattern.count)
  }

  fileprivate func lines(from: (Int, Int), to: (Int, Int)) -> String {
    let inner = String(decoding: Array(utf8)[from.1..<max(from.1, to.0)], as: UTF8.self)
    return inner.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }.joined(separator: "\n")
  }
}

/// All messages of a compilation that should fail, as people read them.
func messages(_ work: () throws(DiagnosticsError) -> CompiledTemplate) -> String {
  do {
    _ = try work()
    return "compiled"
  } catch {
    return DiagnosticFormatter(.english).text(for: error.diagnostics)
  }
}

/// A text of a lawbook file `law/lov.xml`, on its third line.
func lawText(_ id: String, _ content: String) -> LawText {
  let source = """
    <lovbog xmlns="urn:mentorbrev:lov" xmlns:t="urn:mentorbrev:template">
    <tekst id="\(id)">
    <udgave>\(content)</udgave></tekst></lovbog>
    """
  do {
    let document = try XMLDocument.parse(Array(source.utf8), file: "law/lov.xml")
    return LawText(id: id, body: document.root.elements[0].elements[0], document: document)
  } catch {
    fatalError("\(error)")
  }
}

extension Requirement {
  static func simple(
    _ id: String, _ evidence: Evidence..., when condition: Condition? = nil, output: Output? = nil
  ) -> Requirement {
    // As the lawbook has it: on the seventh line, and what a set of requirements adds on the eighth.
    let fields = evidence.map { if case .field(let path) = $0 { "<felt sti=\"\(path)\"/>" } else { "" } }.joined()
    let conditions = (condition?.all ?? []).map { " naar=\"\($0.field)\" er=\"\($0.value)\"" }
    let source = """
      <lovbog>\(String(repeating: "\n", count: 6))  <krav id="\(id)"\(conditions.first ?? "")>\(fields)</krav>
      \(conditions.dropFirst().map { "<brug\($0)/>" }.joined())</lovbog>
      """
    guard let document = try? XMLDocument.parse(Array(source.utf8), file: "law/krav.xml") else {
      fatalError(source)
    }
    func place(_ position: XMLPosition) -> XMLPlace { XMLPlace(document: document, position: position) }
    let elements = document.root.elements
    let mentions = (elements + elements[0].elements).flatMap(\.attributes).filter { $0.name != "id" }
    return Requirement(
      id: id, title: "Krav om \(id)", basis: "§ 1, nr. 1", evidence: evidence, condition: condition, output: output,
      place: place(elements[0].position), mentions: mentions.map { .init($0.value, at: place($0.valuePosition)) })
  }
}

/// The messages of a body that should not compile.
func errors(
  _ body: String, parts: [String: String] = [:], styles: [String: String] = [:], requirements: [Requirement] = [],
  fixed: [String: String] = [:], clearance: Secrecy = .identifying, era: Era = era
) -> String {
  messages { () throws(DiagnosticsError) in
    try compile(
      body: body, parts: parts, styles: styles, requirements: requirements, fixed: fixed, clearance: clearance,
      era: era)
  }
}

/// The messages of a whole document that should not compile.
func errors(document: String, output: Output = .html, requirements: [Requirement] = []) -> String {
  messages { () throws(DiagnosticsError) in
    try compile(document: document, output: output, requirements: requirements)
  }
}

/// The messages of a page with this head.
func head(_ content: String, styles: [String: String]) -> String {
  messages { () throws(DiagnosticsError) in
    try compile(
      document: """
        <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">
        <html lang="da"><head>\(content)</head><body/></html></t:document>
        """, styles: styles)
  }
}

/// The messages of a page with this stylesheet.
func stylesheet(_ css: String) -> String {
  head(
    "<meta charset=\"utf-8\"/><title>Brev</title><style><t:style file=\"brev.css\"/></style>", styles: ["brev.css": css]
  )
}

/// An XML document around some elements.
func xml(_ content: String) -> String {
  """
  <t:document xmlns:t="urn:mentorbrev:template" xmlns="urn:x" kind="brev" output="xml">\(content)</t:document>
  """
}
