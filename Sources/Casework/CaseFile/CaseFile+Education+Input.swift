import Fields

extension CaseFile.Education: InputRecord {
  static let input = InputFields<CaseFile.Education>(
    "uddannelse",
    [
      .text("navn", "Uddannelsens navn", .personal, "Hvad uddannelsen hedder", required: true) { $0.name = $1 },
      .text("institution", "Institution", .personal, "Stedet, hvor uddannelsen foregår", required: true) {
        $0.institution = $1
      },
      .choice(
        "kompetence", "Kompetence", .personal, "Om uddannelsen giver adgang til at studere eller til et erhverv",
        basis: "LAB § 167, stk. 3", required: true
      ) { $0.qualification = $1 },
      .date(
        "optaget", "Optaget", .personal, "Dagen, borgeren blev optaget", basis: "LAB § 167, stk. 3", required: true
      ) { $0.admitted = $1 },
      .date("begynder", "Begynder", .personal, "Uddannelsens første dag") { $0.begins = $1 },
    ])
}
