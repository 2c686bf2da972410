public import Fields

/// The same values under shapes whose fields are all open.
///
/// A shape has one secrecy wherever it is used: a person's address, goal and tasks are personal. What stands in papers for
/// a company is an address of a workplace, and a goal and tasks in words that were written for the company.
extension Address {
  /// The address of an authority or a place of work.
  public static let openFields = Fields<Address>("forretningsadresse") {
    Field.text("vej", "Vej og husnummer", \.street)
    Field.text("postnummer", "Postnummer", \.postcode)
    Field.text("by", "By", \.city)
  }
}

extension Authority {
  /// The authority as a party to a contract.
  public static let openFields = Fields<Authority>("kontraktmyndighed") {
    Field.text("navn", "Myndighedens navn", \.name)
    Field.optionalText("enhed", "Enhed", \.unit)
    Field.text("cvr", "CVR-nummer", \.companyNumber)
    Field.optionalText("ean", "EAN-nummer", \.invoiceNumber)
    Field.record("adresse", "Myndighedens adresse", Address.openFields, \.address)
    Field.text("telefon", "Telefon", \.phone)
    Field.optionalText("telefontid", "Telefontid", \.phoneHours)
    Field.optionalText("email", "E-mail", \.email)
  }
}

extension Goal {
  /// The goal in words for the mentor's employer.
  public static let openFields = Fields<Goal>("kontraktmaal") {
    Field.value("type", "Målets type", \.kind)
    Field.text("tekst", "Målet", \.text)
  }
}

extension MentorTask {
  /// A task in words for the mentor's employer.
  public static let openFields = Fields<MentorTask>("kontraktopgave") {
    Field.value("omraade", "Opgavens område", \.area)
    Field.text("tekst", "Opgaven", \.text)
  }
}
