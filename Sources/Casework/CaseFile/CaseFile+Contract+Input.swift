import Fields

extension CaseFile.Contract: InputRecord {
  static let input = InputFields<CaseFile.Contract>(
    "kontrakt",
    [
      .date("dato", "Dato", .open, "Kontraktens dato", required: true) { $0.date = $1 },
      .amount(
        "timeloen", "Timeløn", .open, "Kroner i timen, med højst to decimaler", kroner: 0...100_000,
        basis: "LAB § 169"
      ) { $0.hourlyPay = $1 },
      .text(
        "udoverSaedvanligOplaering", "Ud over sædvanlig oplæring", .open,
        "Det, der ligger ud over den oplæring, stedet normalt giver", form: .lines, basis: "LAB § 169, stk. 1"
      ) { $0.beyondUsualTraining = $1 },
      .text(
        "afgoerendeFor", "Afgørende for", .open, "Hvad støtten er afgørende for", form: .lines,
        basis: "LAB § 169, stk. 1"
      ) { $0.decisiveFor = $1 },
      .record(
        "uddannelsestilskud", "Uddannelsestilskud", .open, "Tilskud til mentorens eget kursus",
        basis: "LAB § 169, stk. 2"
      ) { $1(&$0.trainingGrant) },
      .record("fakturering", "Fakturering", .open, "Hvor tit der sendes faktura, og hvornår den betales") {
        $1(&$0.invoicing)
      },
      .record("opsigelse", "Opsigelse", .open, "Hvordan kontrakten siges op") { $1(&$0.termination) },
    ])
}

extension CaseFile.TrainingGrant: InputRecord {
  static let input = InputFields<CaseFile.TrainingGrant>(
    "uddannelsestilskud",
    [
      .text("kursus", "Kursus", .open, "Kursets navn", required: true) { $0.course = $1 },
      .amount(
        "beloeb", "Beløb", .open, "Kroner, med højst to decimaler", kroner: 0...10_000_000, required: true
      ) { $0.amount = $1 },
    ])
}

extension CaseFile.Invoicing: InputRecord {
  static let input = InputFields<CaseFile.Invoicing>(
    "fakturering",
    [
      .choice("hyppighed", "Hyppighed", .open, "Hvor tit der sendes faktura") { $0.interval = $1 },
      .integer("fristDage", "Frist i dage", .open, "Dage til betaling", in: 0...365) { $0.paymentDays = $1 },
    ])
}

extension CaseFile.Termination: InputRecord {
  static let input = InputFields<CaseFile.Termination>(
    "opsigelse",
    [
      .integer("dage", "Dage", .open, "Varsel i dage", in: 0...365, required: true) { $0.days = $1 }
    ])
}
