import Fields

extension CaseFile.NewFacts: InputRecord {
  static let input = InputFields<CaseFile.NewFacts>(
    "orientering",
    [
      .date(
        "bevillingsdato", "Bevillingens dato", .personal, "Datoen på den afgørelse, som stadig gælder", required: true
      ) { $0.grantDate = $1 },
      .list("aendringer", "Nye oplysninger", .personal, "Det, der er nyt; mindst én række", required: true) {
        $1(&$0.rows)
      },
      .text("grund", "Grund", .personal, "Hvorfor det er nyt, i én sætning", form: .lines) { $0.reason = $1 },
    ])
}

extension CaseFile.NewFact: InputRecord {
  static let input = InputFields<CaseFile.NewFact>(
    "ny-oplysning",
    [
      .text(
        "hvad", "Hvad", .personal, "Hvad der er nyt, med lille begyndelsesbogstav, fx telefonnummer til din mentor",
        required: true
      ) { $0.subject = $1 },
      .text("foer", "Før", .personal, "Det, der gjaldt før", form: .lines) { $0.before = $1 },
      .text("nu", "Nu", .personal, "Det, der gælder nu; uden det gælder det gamle ikke længere", form: .lines) {
        $0.now = $1
      },
      .date("gaelderFra", "Gælder fra", .personal, "Den første dag, hvor det nye gælder") { $0.from = $1 },
    ])
}
