import Fields

extension CaseFile.Delimitation: InputRecord {
  static let input = InputFields<CaseFile.Delimitation>(
    "afgraensning",
    [
      .date("dato", "Dato", .open, "Notatets dato; afgørelsens dato, når intet er sagt") { $0.date = $1 },
      .list("ordninger", "Ordninger", .personal, "Hvad der er fundet ud af om hver ordning") { $1(&$0.answers) },
      .text("konklusion", "Konklusion", .personal, "Hvad det fører til", form: .lines) { $0.conclusion = $1 },
    ])
}

extension CaseFile.SchemeAnswer: InputRecord {
  static let input = InputFields<CaseFile.SchemeAnswer>(
    "ordning",
    [
      .choice("ordning", "Ordning", .personal, "Ordningen", required: true) { $0.scheme = $1 },
      .choice("svar", "Svar", .personal, "Om ordningen dækker behovet", required: true) { $0.coverage = $1 },
      .text("note", "Note", .personal, "Hvad svaret bygger på; skal være der, når ordningen dækker", form: .lines) {
        $0.note = $1
      },
    ])
}
