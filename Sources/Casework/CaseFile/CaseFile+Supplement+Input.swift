import Fields

extension CaseFile.Supplement: InputRecord {
  static let input = InputFields<CaseFile.Supplement>(
    "tillaeg",
    [
      .integer("nummer", "Tillæggets nummer", .open, "Tillæggets nummer til kontrakten", in: 1...99, required: true) {
        $0.number = $1
      },
      .date("dato", "Tillæggets dato", .open, "Dagen bestemmer, hvilken lov der gælder for tillægget", required: true) {
        $0.date = $1
      },
      .date("gaelderFra", "Gælder fra", .open, "Første dag med de nye vilkår", required: true) { $0.from = $1 },
      .boolean(
        "rettelse", "Tillægget er en rettelse", .open,
        "Om tillægget retter en fejl i kontrakten; ellers aftaler parterne nye vilkår"
      ) { $0.isCorrection = $1 },
      .record("tidligere", "Tidligere vilkår", .open, "Vilkårene før tillægget; de nye står i sagens egne felter") {
        $1(&$0.former)
      },
      .list("aendringer", "Andre ændringer", .open, "Andre vilkår, der ændres, med ord") { $1(&$0.changes) },
      .text("aarsag", "Årsag", .open, "Hvorfor vilkårene ændres", form: .lines) { $0.reason = $1 },
    ])
}

extension CaseFile.FormerTerms: InputRecord {
  static let input = InputFields<CaseFile.FormerTerms>(
    "tidligere",
    [
      .text("mentor", "Tidligere mentor", .open, "Navnet på den tidligere mentor") { $0.mentor = $1 },
      .record("periode", "Tidligere periode", .open, "Perioden før tillægget") { $1(&$0.period) },
      .record("timetal", "Tidligere timetal", .open, "Timer om ugen før tillægget") { $1(&$0.hours) },
      .integer("pladser", "Tidligere pladser", .open, "Antal pladser før tillægget", in: 1...99) { $0.places = $1 },
      .amount("timeloen", "Tidligere timesats", .open, "Kroner i timen før tillægget", kroner: 0...100_000) {
        $0.hourlyPay = $1
      },
      .integer("opsigelsesdage", "Tidligere varsel", .open, "Varsel i dage før tillægget", in: 0...365) {
        $0.noticeDays = $1
      },
    ])
}

extension CaseFile.WeeklyTime: InputRecord {
  static let input = InputFields<CaseFile.WeeklyTime>(
    "ugetimer",
    [
      .integer("timer", "Timer", .open, "Hele timer om ugen", in: 0...168) { $0.hours = $1 },
      .integer("minutter", "Minutter", .open, "Minutter ud over de hele timer", in: 0...59) { $0.minutes = $1 },
    ])
}

extension CaseFile.SupplementChange: InputRecord {
  static let input = InputFields<CaseFile.SupplementChange>(
    "vilkaarsaendring",
    [
      .text("vilkaar", "Vilkår", .open, "Hvilket vilkår", required: true) { $0.term = $1 },
      .text("foer", "Før", .open, "Hvad der gjaldt", form: .lines, required: true) { $0.before = $1 },
      .text("nu", "Nu", .open, "Hvad der gælder", form: .lines, required: true) { $0.now = $1 },
    ])
}

extension CaseFile.Framework: InputRecord {
  static let input = InputFields<CaseFile.Framework>(
    "ramme",
    [
      .text("visitation", "Visitation", .open, "Hvordan kommunen vælger, hvem der får en plads", form: .lines) {
        $0.admission = $1
      },
      .integer(
        "svarfristDage", "Svarfrist i dage", .open, "Dage, som modparten har til at svare; 5, når intet er sagt",
        in: 1...90
      ) { $0.answerDays = $1 },
    ])
}
