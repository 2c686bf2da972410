import Fields

extension CaseFile.Expiry: InputRecord {
  static let input = InputFields<CaseFile.Expiry>(
    "udloeb",
    [
      .choice("nyPeriode", "Ny periode", .open, "Om en ny periode bliver vurderet", required: true) {
        $0.nextPeriod = $1
      },
      .date(
        "vurderesSenest", "Vurderes senest", .open, "Dagen, hvor der senest er taget stilling til en ny periode",
        basis: "retssikkerhedsloven § 7 a"
      ) { $0.assessedBy = $1 },
      .text("samtale", "Samtale", .personal, "Hvornår og hvor der tales med borgeren om det", form: .lines) {
        $0.talk = $1
      },
    ])
}

extension CaseFile.Correction: InputRecord {
  static let input = InputFields<CaseFile.Correction>(
    "berigtigelse",
    [
      .text(
        "dokument", "Dokument", .open, "Brevet, der var forkert, i bestemt form, fx afgørelsen om mentorstøtte",
        required: true
      ) { $0.document = $1 },
      .date("dato", "Dato", .open, "Datoen på det brev", required: true) { $0.date = $1 },
      .list("rettelser", "Rettelser", .personal, "Det, der rettes; mindst én", required: true) { $1(&$0.rows) },
      .boolean(
        "klagevejledningVarForkert", "Klagevejledning var forkert", .open,
        "Om klagevejledningen var forkert; så får borgeren en ny vejledning og en ny frist",
        basis: "forvaltningsloven § 25", required: true
      ) { $0.guidanceWasWrong = $1 },
      .boolean(
        "varAfgoerelse", "Var en afgørelse", .open,
        "false, når brevet ikke var en afgørelse, fx en partshøring: så er der intet at klage over",
        basis: "forvaltningsloven § 25"
      ) { $0.wasDecision = $1 },
    ])
}

extension CaseFile.CorrectedText: InputRecord {
  static let input = InputFields<CaseFile.CorrectedText>(
    "rettelse",
    [
      .text("hvad", "Hvad", .personal, "Hvad rettelsen handler om, fx Timetal", required: true) { $0.subject = $1 },
      .text("stod", "Stod", .personal, "Det, der stod", form: .lines, required: true) { $0.wrong = $1 },
      .text("skulleStaa", "Skulle stå", .personal, "Det, der skulle have stået", form: .lines, required: true) {
        $0.right = $1
      },
    ])
}
