import Diagnostics
import Fields
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
  var implies: [String] { self == .company ? ["cvr"] : [] }
}

struct Task: Sendable {
  var text: String
  var hours: WorkingTime = WorkingTime(minutes: 90)
  var note: String?

  static let fields = Fields<Task>("opgave") {
    Field.text("tekst", "Opgave", .personal) { $0.text }
    Field.value("timer", "Timer") { $0.hours }
    Field.optionalText("note", "Note", .personal) { $0.note }
  }
}

struct Person: Sendable {
  var name: String
  var phone: String?

  static let fields = Fields<Person>("person") {
    Field.text("navn", "Navn", .personal) { $0.name }
    Field.optionalText("telefon", "Telefon", .personal) { $0.phone }
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
  var copies: [String] = []
  var link: Link?
  var level: Int = 2
  var note: String?

  static let fields = Fields<Letter>("brev") {
    Field.text("nummer", "Sagsnummer") { $0.number }
    Field.record("borger", "Borger", Person.fields) { $0.citizen }
    Field.optionalRecord("mentor", "Mentor", Person.fields) { $0.mentor }
    Field.text("cpr", "CPR-nummer", .identifying) { $0.cpr }
    Field.value("dato", "Dato") { $0.date }
    Field.value("pris", "Pris") { $0.price }
    Field.value("indgribende", "Indgribende") { $0.burdensome }
    Field.value("ansaettelse", "Ansættelse") { $0.employment }
    Field.optionalText("cvr", "CVR-nummer") { $0.cvr }
    Field.list("opgaver", "Opgaver", Task.fields, nonEmpty: true) { $0.tasks }
    Field.texts("kopi", "Kopi til", .personal) { $0.copies }
    Field.optionalValue("adresse", "Adresse på nettet") { $0.link }
    Field.value("niveau", "Niveau") { $0.level }
    Field.optionalText("note", "Note") { $0.note }
  }
}

let era = Era(
  from: CalendarDate(iso: "2024-03-01")!, until: CalendarDate(iso: "2026-01-31")!,
  provisions: [
    "lab-167-1": Citation(
      full: "§ 167, stk. 1, i loven (lov nr. 1)", withTitle: "§ 167, stk. 1, i loven", short: "§ 167, stk. 1")
  ],
  acts: ["lab": Citation(full: "loven (lov nr. 1)", withTitle: "loven", short: "loven")],
  terms: ["aktoer": "kommunen"], unavailable: ["bab-133": "in force from 2027-01-01"])

/// Compiles one HTML document whose body is given, with parts as name and content.
func compile(
  body: String, parts: [String: String] = [:], styles: [String: String] = [:], requirements: [Requirement] = [],
  fixed: [String: String] = [:], clearance: Secrecy = .identifying, era: Era = era
) throws(DiagnosticsError) -> CompiledTemplate {
  try compile(
    document: """
      <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">
      <html lang="da"><body>
      \(body)
      </body></html></t:document>
      """, parts: parts, styles: styles, requirements: requirements, fixed: fixed, clearance: clearance, era: era)
}

func compile(
  document: String, output: Output = .html, parts: [String: String] = [:], styles: [String: String] = [:],
  requirements: [Requirement] = [], fixed: [String: String] = [:], clearance: Secrecy = .identifying, era: Era = era
) throws(DiagnosticsError) -> CompiledTemplate {
  var files = ["documents/brev.\(output.rawValue)": document]
  for (name, content) in parts {
    files["parts/\(name).html"] = """
      <t:part xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" name="\(name)" output="html">\(content)</t:part>
      """
  }
  for (name, content) in styles { files["style/\(name)"] = content }
  let target = CompileTarget(
    kind: "brev", output: output, model: Letter.fields.type, era: era, requirements: requirements,
    knownRequirements: [], clearance: clearance, fixed: fixed)
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
