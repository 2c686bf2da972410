import Fields

extension CaseFile.Mentor: InputRecord {
  static let input = InputFields<CaseFile.Mentor>(
    "mentor",
    [
      .text("navn", "Navn", .open, "Mentorens eget navn", basis: "BAB § 52, nr. 2", required: true) { $0.name = $1 },
      .text("titel", "Titel", .open, "Stilling") { $0.title = $1 },
      .text(
        "telefon", "Telefon", .open, "Telefonnummer; telefon eller e-mail skal være der", form: .phone,
        basis: "BAB § 52, nr. 2"
      ) { $0.phone = $1 },
      .text(
        "email", "E-mail", .open, "Mailadresse; telefon eller e-mail skal være der", form: .email,
        basis: "BAB § 52, nr. 2"
      ) { $0.email = $1 },
      .text(
        "kompetencer", "Kompetencer", .open,
        "Mentorens særlige kompetencer, som hele sætninger; en udskrivningskoordinator har sådanne", form: .lines
      ) { $0.competence = $1 },
      .choice("ansaettelse", "Ansættelse", .open, "Hvem mentoren er ansat hos", basis: "LAB § 168") {
        $0.employment = $1
      },
      .record("arbejdsgiver", "Arbejdsgiver", .open, "Mentorens arbejdsgiver") { $1(&$0.employer) },
    ])
}

extension CaseFile.Employer: InputRecord {
  static let input = InputFields<CaseFile.Employer>(
    "arbejdsgiver",
    [
      .text("navn", "Navn", .open, "Virksomhedens eller institutionens navn", required: true) { $0.name = $1 },
      .value("cvr", "CVR-nummer", .open, "Otte cifre") { $0.companyNumber = $1 },
      .value("pnummer", "P-nummer", .open, "Ti cifre; arbejdsstedets nummer") { $0.productionUnitNumber = $1 },
      .record("adresse", "Adresse", .open, "Arbejdsstedets adresse") { $1(&$0.address) },
      .record("kontakt", "Kontakt", .open, "Den, kommunen taler med hos arbejdsgiveren") { $1(&$0.contact) },
    ])
}

extension CaseFile.Contact: InputRecord {
  static let input = InputFields<CaseFile.Contact>(
    "kontakt",
    [
      .text("navn", "Navn", .open, "Kontaktpersonens navn", required: true) { $0.name = $1 },
      .text("telefon", "Telefon", .open, "Telefonnummer", form: .phone) { $0.phone = $1 },
      .text("email", "E-mail", .open, "Mailadresse", form: .email) { $0.email = $1 },
    ])
}
