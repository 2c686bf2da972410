import Fields

extension CaseFile.Change: InputRecord {
  static let input = InputFields<CaseFile.Change>(
    "aendring",
    [
      .date("fra", "Ændres fra", .open, "Første dag med de nye værdier", required: true) { $0.from = $1 },
      .record("foer", "Før", .open, "De gamle værdier af det, der ændres; de nye står i mentorstoette", required: true)
      {
        $1(&$0.before)
      },
    ])
}

extension CaseFile.Before: InputRecord {
  static let input = InputFields<CaseFile.Before>(
    "foer",
    [
      .record("maal", "Mål før", .personal, "Det gamle mål") { $1(&$0.goal) },
      .list("opgaver", "Opgaver før", .personal, "De gamle opgaver, alle sammen") { $1(&$0.tasks) },
      .record("periode", "Periode før", .open, "Den gamle periode") { $1(&$0.period) },
      .record("timetal", "Timetal før", .open, "Det gamle timetal") { $1(&$0.hours) },
    ])
}
