import Fields

extension CaseFile.Address: InputRecord {
  static let input = InputFields<CaseFile.Address>(
    "adresse",
    [
      .text("vej", "Vej", .open, "Vej, husnummer, etage og dør", required: true) { $0.street = $1 },
      .text("postnummer", "Postnummer", .open, "Fire cifre", form: .postcode, required: true) { $0.postcode = $1 },
      .text("by", "By", .open, "Postdistriktets navn", required: true) { $0.city = $1 },
    ])
}

extension CaseFile.Authority: InputRecord {
  static let input = InputFields<CaseFile.Authority>(
    "myndighed",
    [
      .text("navn", "Navn", .open, "Myndighedens navn", required: true) { $0.name = $1 },
      .text("enhed", "Enhed", .open, "Afdelingen eller centret") { $0.unit = $1 },
      .value("cvr", "CVR-nummer", .open, "Otte cifre", required: true) { $0.companyNumber = $1 },
      .value("ean", "EAN-nummer", .open, "Tretten cifre; hvortil elektroniske fakturaer sendes") {
        $0.invoiceNumber = $1
      },
      .record("adresse", "Adresse", .open, "Myndighedens adresse", required: true) { $1(&$0.address) },
      .text("telefon", "Telefon", .open, "Telefonnummer, som det skal stå i brevet", form: .phone, required: true) {
        $0.phone = $1
      },
      .text("telefontid", "Telefontid", .open, "Hvornår telefonen er åben") { $0.phoneHours = $1 },
      .text("email", "E-mail", .open, "Mailadresse", form: .email) { $0.email = $1 },
      .value("digitalPost", "Digital Post", .open, "Adressen, hvor borgeren kan skrive sikkert til myndigheden") {
        $0.digitalPost = $1
      },
      .value("persondata", "Persondata", .open, "Adressen, hvor myndigheden oplyser om persondata") {
        $0.dataProtection = $1
      },
    ])
}

extension CaseFile.Caseworker: InputRecord {
  static let input = InputFields<CaseFile.Caseworker>(
    "sagsbehandler",
    [
      .text(
        "navn", "Navn", .open, "Sagsbehandlerens navn", basis: "BAB § 133, stk. 2", required: true
      ) { $0.name = $1 },
      .text("titel", "Titel", .open, "Stilling") { $0.title = $1 },
      .text("telefon", "Telefon", .open, "Telefonnummer, som det skal stå i brevet", form: .phone) { $0.phone = $1 },
      .text("email", "E-mail", .open, "Mailadresse", form: .email) { $0.email = $1 },
    ])
}

extension CaseFile.Citizen: InputRecord {
  static let input = InputFields<CaseFile.Citizen>(
    "borger",
    [
      .text("navn", "Navn", .personal, "Borgerens navn", required: true) { $0.name = $1 },
      .value("cpr", "CPR-nummer", .identifying, "Ti cifre, med eller uden bindestreg", required: true) {
        $0.civilRegistrationNumber = $1
      },
      .record("adresse", "Adresse", .personal, "Borgerens adresse") { $1(&$0.address) },
      .text(
        "maalgruppe", "Målgruppe", .personal,
        "6-3 er LAB § 6, nr. 3; uden for § 6 et af ordene "
          + OutsideGroup.allCases.map(\.rawValue).joined(separator: ", "),
        basis: "LAB § 6"
      ) { $0.targetGroup = $1 },
      .boolean(
        "fritagetForDigitalPost", "Fritaget for Digital Post", .personal, "Om borgeren får brev på papir",
        basis: "BAB § 132"
      ) { $0.isExemptFromDigitalPost = $1 },
      .boolean(
        "adressebeskyttet", "Adressebeskyttet", .personal, "Om adressen holdes ude af andres papirer"
      ) { $0.hasProtectedAddress = $1 },
    ])
}

extension CaseFile.Recipient: InputRecord {
  static let input = InputFields<CaseFile.Recipient>(
    "modtager",
    [
      .choice("rolle", "Rolle", .personal, "Hvorfor modtageren får brevet", required: true) { $0.role = $1 },
      .text("navn", "Navn", .personal, "Modtagerens navn") { $0.name = $1 },
      .value(
        "cpr", "Modtagerens CPR-nummer", .identifying,
        "Ti cifre; kræves for at sende i Digital Post til andre end borgeren"
      ) {
        $0.civilRegistrationNumber = $1
      },
      .value("cvr", "Modtagerens CVR-nummer", .personal, "Otte cifre, når modtageren er en virksomhed eller forening") {
        $0.companyNumber = $1
      },
      .record("adresse", "Adresse", .personal, "Modtagerens adresse") { $1(&$0.address) },
      .choice("kanal", "Kanal", .personal, "Hvordan brevet sendes") { $0.channel = $1 },
      .boolean("kopi", "Kopi", .personal, "Om modtageren får en kopi") { $0.isCopy = $1 },
    ])
}
