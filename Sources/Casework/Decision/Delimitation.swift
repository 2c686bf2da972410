import Diagnostics
public import Fields

/// What was found out about other schemes that may cover the need (*afgrænsning*).
public struct Delimitation: Sendable, Hashable {
  /// The day of the note.
  public var date: CalendarDate
  /// Each scheme, with what was found out; all of them, in the order of ``SupportScheme``.
  public var answers: NonEmpty<SchemeAnswer>
  /// What it leads to.
  public var conclusion: String?

  /// Whether some scheme has not been looked into.
  public var isOpen: Bool { answers.elements.contains { $0.coverage == .open } }

  /// The fields that templates read.
  public static let fields = Fields<Delimitation>("afgraensning") {
    Field.value("dato", "Notatets dato", \.date)
    Field.list("ordninger", "Ordninger", SchemeAnswer.fields, nonEmpty: true, \.answers.elements)
    Field.optionalText("konklusion", "Konklusion", \.conclusion, .personal)
    Field.value("erAaben", "Noget er ikke undersøgt", .personal) { $0.isOpen }
  }
}

/// What was found out about one scheme (*ordning*).
public struct SchemeAnswer: Sendable, Hashable {
  /// The scheme.
  public var scheme: SupportScheme
  /// What was found out.
  public var coverage: SchemeCoverage
  /// What that rests on; present when the scheme covers the need.
  public var note: String?

  /// The fields that templates read.
  public static let fields = Fields<SchemeAnswer>("ordningssvar") {
    Field.value("ordning", "Ordning", \.scheme, .personal)
    Field.value("svar", "Svar", \.coverage, .personal)
    Field.optionalText("note", "Note", \.note, .personal)
  }
}

extension Examination {
  /// What was found out about each scheme. What the case does not answer is open.
  mutating func delimitation() -> Delimitation? {
    let said = caseFile.delimitation
    let path = "afgraensning.ordninger"
    var answers: [SupportScheme: SchemeAnswer] = [:]
    for (index, row) in (said?.answers ?? []).enumerated() {
      let path = "\(path).\(index + 1)"
      let scheme = require(row.scheme, "\(path).ordning", in: row.position)
      let coverage = require(row.coverage, "\(path).svar", in: row.position)
      if coverage == .covers, row.note == nil {
        reportMissing("\(path).note", in: row.position, help: "Skriv, hvad ordningen dækker, og hvad mentoren så skal.")
      }
      guard let scheme, let coverage else { continue }
      if answers[scheme] != nil {
        report(
          "repeated-scheme", "Ordningen \"\(scheme.rawValue)\" står mere end én gang (\(path)).", path: path,
          at: row.position, help: "Saml svarene i én række.")
      }
      answers[scheme] = SchemeAnswer(scheme: scheme, coverage: coverage, note: row.note?.value)
    }
    let open = SupportScheme.allCases.filter { answers[$0]?.coverage ?? .open == .open }
    if !open.isEmpty {
      report(
        .warning, "open-schemes",
        "Disse ordninger er ikke undersøgt: \(open.map(\.label).joined(separator: ", ")).", path: path,
        at: said?.answers.first?.position ?? said?.position,
        help: "Tilføj en række for hver i afgraensning.ordninger, eller udfyld notatet i hånden.")
    }
    let all = SupportScheme.allCases.map { answers[$0] ?? SchemeAnswer(scheme: $0, coverage: .open) }
    guard let date, let rows = NonEmpty(all) else { return nil }
    return Delimitation(date: date, answers: rows, conclusion: said?.conclusion?.value)
  }
}
