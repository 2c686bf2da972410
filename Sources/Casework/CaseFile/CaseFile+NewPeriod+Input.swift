import Fields

extension CaseFile.EarlierPeriod: InputRecord {
  static let input = InputFields<CaseFile.EarlierPeriod>(
    "tidligerePeriode",
    [
      .date("fra", "Startdato", .open, "Første dag", required: true) { $0.from = $1 },
      .date("til", "Slutdato", .open, "Sidste dag", required: true) { $0.to = $1 },
      .text(
        "begrundelse", "Tidligere begrundelse", .personal,
        "Begrundelsen i den tidligere afgørelse; den nye vurdering holdes op mod den og må ikke være en kopi",
        form: .lines
      ) { $0.reasons = $1 },
    ])
}

extension CaseFile.Assessment: InputRecord {
  static let input = InputFields<CaseFile.Assessment>(
    "vurdering",
    [
      .text(
        "opnaaet", "Opnået", .personal, "Det, borgeren har opnået i den tidligere periode", form: .lines,
        basis: "LAB § 167, stk. 1", required: true
      ) { $0.reached = $1 },
      .text(
        "resterer", "Resterer", .personal, "Det, borgeren fortsat har brug for støtte til", form: .lines,
        basis: "LAB § 167, stk. 1", required: true
      ) { $0.remaining = $1 },
    ])
}
