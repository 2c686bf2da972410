import Fields

extension CaseFile.Decision: InputRecord {
  static let input = InputFields<CaseFile.Decision>(
    "afgoerelse",
    [
      .choice("type", "Type", .open, "Afgørelsens slags", required: true) { $0.kind = $1 },
      .date("dato", "Dato", .open, "Afgørelsens dato; den bestemmer, hvilken lov der gælder", required: true) {
        $0.date = $1
      },
      .date(
        "modtagelsesdag", "Modtagelsesdag", .open, "Dagen, som borgeren ventes at modtage brevet",
        basis: "forvaltningsloven § 25"
      ) { $0.receiptDate = $1 },
      .record(
        "begrundelse", "Begrundelse", .personal, "Afgørelsens begrundelse", basis: "forvaltningsloven §§ 22 og 24"
      ) { $1(&$0.reasons) },
      .record("ansoegning", "Ansøgning", .personal, "Det, borgeren har søgt om") { $1(&$0.application) },
      .record("partshoering", "Partshøring", .personal, "Høringen før afgørelsen", basis: "forvaltningsloven § 19") {
        $1(&$0.hearing)
      },
      .text(
        "ikkeBevilget", "Ikke bevilget", .personal, "Det, der ikke er bevilget af det, borgeren har søgt om",
        form: .lines, basis: "forvaltningsloven § 22"
      ) { $0.refused = $1 },
      .record(
        "vurdering", "Vurdering", .personal, "Den konkrete vurdering bag en ny periode", basis: "LAB § 167, stk. 1"
      ) { $1(&$0.assessment) },
      .record("udloeb", "Udløb", .personal, "For udloeb: hvad der sker, når perioden slutter") { $1(&$0.expiry) },
      .record("berigtigelse", "Berigtigelse", .personal, "For berigtigelse: fejlen, og hvad der er rigtigt") {
        $1(&$0.correction)
      },
    ])
}

extension CaseFile.Reasons: InputRecord {
  static let input = InputFields<CaseFile.Reasons>(
    "begrundelse",
    [
      .text(
        "faktum", "Faktum", .personal, "Oplysningerne, der er lagt vægt på", form: .lines,
        basis: "forvaltningsloven § 24, stk. 2"
      ) { $0.facts = $1 },
      .text(
        "hensyn", "Hensyn", .personal, "De hovedhensyn, der har været bestemmende", form: .lines,
        basis: "forvaltningsloven § 24, stk. 1"
      ) { $0.considerations = $1 },
      .text("andenHjaelp", "Anden hjælp", .personal, "Anden hjælp, som borgeren kan søge", form: .lines) {
        $0.otherHelp = $1
      },
    ])
}

extension CaseFile.Application: InputRecord {
  static let input = InputFields<CaseFile.Application>(
    "ansoegning",
    [
      .date("dato", "Dato", .personal, "Dagen, ansøgningen er modtaget") { $0.date = $1 },
      .text("tekst", "Tekst", .personal, "Det, der er søgt om", form: .lines) { $0.text = $1 },
    ])
}

extension CaseFile.Hearing: InputRecord {
  static let input = InputFields<CaseFile.Hearing>(
    "partshoering",
    [
      .date("sendt", "Sendt", .personal, "Dagen, høringen er sendt") { $0.sent = $1 },
      .date("frist", "Svarfrist", .personal, "Sidste dag for borgerens svar", basis: "forvaltningsloven § 19") {
        $0.deadline = $1
      },
      .text("svar", "Svar", .personal, "Det, borgeren har svaret", form: .lines) { $0.answer = $1 },
      .choice("paataenkt", "Påtænkt afgørelse", .personal, "I en høring: den afgørelse, der overvejes") {
        $0.intended = $1
      },
      .text(
        "overvejelse", "Overvejelse", .personal, "I en høring: det, der overvejes, med ord", form: .lines,
        basis: "forvaltningsloven § 19"
      ) { $0.consideration = $1 },
      .text(
        "oplysninger", "Oplysninger", .personal, "I en høring: de oplysninger, som afgørelsen kan bygge på",
        form: .lines,
        basis: "forvaltningsloven § 19"
      ) { $0.information = $1 },
      .text(
        "betydning", "Betydning", .personal, "I en høring: hvorfor oplysningerne har betydning", form: .lines,
        basis: "forvaltningsloven § 19"
      ) { $0.significance = $1 },
      .choice(
        "undladt", "Undladt", .personal, "Hvorfor høring ikke var nødvendig", basis: "forvaltningsloven § 19"
      ) { $0.exemption = $1 },
      .text(
        "undladtGrund", "Grund til at undlade", .personal,
        "Grunden med ord, når undladt er \"anden\"; står ikke i brevet",
        form: .lines
      ) { $0.exemptionGround = $1 },
    ])
}
