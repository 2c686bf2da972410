import Fields

extension CaseFile.PlanChange: InputRecord {
  static let input = InputFields<CaseFile.PlanChange>(
    "planaendring",
    [
      .date("dato", "Dato", .open, "Dagen, planen blev ændret", required: true) { $0.date = $1 },
      .text("hvad", "Hvad", .personal, "Hvad der er ændret", form: .lines, required: true) { $0.text = $1 },
      .text("af", "Af", .open, "Navnet på den, der har ændret planen", required: true) { $0.author = $1 },
    ])
}

extension CaseFile.FollowUp: InputRecord {
  static let input = InputFields<CaseFile.FollowUp>(
    "opfoelgning",
    [
      .date("dato", "Dato", .open, "Dagen for opfølgningen", required: true) { $0.date = $1 },
      .record("maal", "Mål", .personal, "Hvor langt målet er nået", required: true) { $1(&$0.goal) },
      .list("opgaver", "Opgaver", .personal, "Hvor langt hver opgave er; i opgavernes rækkefølge", required: true) {
        $1(&$0.tasks)
      },
      .date("naeste", "Næste opfølgning", .open, "Dagen for næste opfølgning") { $0.next = $1 },
    ])
}

extension CaseFile.Progress: InputRecord {
  static let input = InputFields<CaseFile.Progress>(
    "fremgang",
    [
      .choice("status", "Status", .personal, "Hvor langt det er nået", required: true) { $0.status = $1 },
      .text("note", "Note", .personal, "En kort bemærkning", form: .lines) { $0.note = $1 },
    ])
}
