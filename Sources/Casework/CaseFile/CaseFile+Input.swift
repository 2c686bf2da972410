import Fields

extension CaseFile: InputRecord {
  init(position: UInt32) { self.init(source: CaseSource(), position: position) }

  static let input = InputFields<CaseFile>(
    "sag",
    [
      .text(
        "sagsnummer", "Sagsnummer", .open,
        "Myndighedens nummer på sagen; det eneste navn, sagen har i filnavne og meddelelser", form: .caseNumber,
        required: true
      ) { $0.caseNumber = $1 },
      .integer(
        "loebenummer", "Løbenummer", .open, "Skelner dokumenter af samme slags og dato i samme sag", in: 1...999
      ) { $0.serialNumber = $1 },
      .choice("retsgrundlag", "Retsgrundlag", .open, "Loven, som sagen hviler på; lab, når intet er sagt") {
        $0.legalBasis = $1
      },
      .record(
        "myndighed", "Myndighed", .open, "Myndigheden, der træffer afgørelsen; kan komme fra en myndighedsprofil"
      ) { $1(&$0.authority) },
      .record(
        "sagsbehandler", "Sagsbehandler", .open, "Den, der udsteder dokumentet", basis: "BAB § 133, stk. 2",
        required: true
      ) { $1(&$0.caseworker) },
      .record("borger", "Borger", .personal, "Borgeren, som sagen handler om") { $1(&$0.citizen) },
      .list(
        "modtagere", "Modtagere", .personal, "Hvem brevet sendes til, når det ikke kun er borgeren",
        basis: "forvaltningsloven § 8"
      ) { $1(&$0.recipients) },
      .record("afgoerelse", "Afgørelse", .open, "Afgørelsen; en sag med kontrakt kan undvære den") { $1(&$0.decision) },
      .record("mentorstoette", "Mentorstøtte", .open, "Støtten, der bevilges", basis: "LAB § 167") { $1(&$0.support) },
      .record("mentor", "Mentor", .open, "Mentoren", basis: "BAB § 52, nr. 2") { $1(&$0.mentor) },
      .record("mentorskifte", "Skift af mentor", .open, "At borgeren får en anden mentor, mens støtten er den samme") {
        $1(&$0.mentorChange)
      },
      .record("orientering", "Orientering", .open, "Nye oplysninger til borgeren, mens støtten er den samme") {
        $1(&$0.newFacts)
      },
      .record("aendring", "Ændring", .open, "En bevilget støtte ændres") { $1(&$0.change) },
      .record("genvurdering", "Genvurdering", .open, "En klage er vurderet") { $1(&$0.reconsideration) },
      .record("ophoer", "Ophør", .open, "Støtten stopper, før perioden slutter") { $1(&$0.stop) },
      .record("minPlan", "Min Plan", .open, "Det, der gælder for Min Plan selv", basis: "BAB § 52") { $1(&$0.plan) },
      .record("aftale", "Aftale", .open, "Aftalen med borgeren; den skrives kun, når der bedes om den") {
        $1(&$0.agreement)
      },
      .record(
        "kontrakt", "Kontrakt", .open, "Kontrakten med mentoren eller mentorens arbejdsgiver", basis: "LAB § 169"
      ) { $1(&$0.contract) },
      .record(
        "afgraensning", "Afgrænsning", .personal,
        "Internt notat om andre ordninger, der kan dække behovet; sendes ikke til borgeren"
      ) { $1(&$0.delimitation) },
      .record("egenTekst", "Egen tekst", .personal, "Afsnit, som sagsbehandleren føjer til dette brev") {
        $1(&$0.ownWords)
      },
      .record("forsendelse", "Forsendelse", .open, "Det, der gælder for beskeden i Digital Post") { $1(&$0.dispatch) },
      .list("undtagelser", "Undtagelser", .personal, "Regler, der er fraveget i denne sag, med grund") {
        $1(&$0.waivers)
      },
    ])
}

extension CaseFile.Plan: InputRecord {
  static let input = InputFields<CaseFile.Plan>(
    "minPlan",
    [
      .date("dato", "Dato", .open, "Dagen, som Min Plan er ført den") { $0.date = $1 },
      .boolean(
        "helhedsorienteretPlan", "Helhedsorienteret plan", .personal,
        "Om en helhedsorienteret plan træder i stedet for Min Plan", basis: "BAB § 53"
      ) { $0.isHolistic = $1 },
      .boolean(
        "paaPapir", "Plan på papir", .personal,
        "Om borgeren ikke kan mestre den digitale Min Plan og får den på papir", basis: "BAB § 134"
      ) { $0.isOnPaper = $1 },
      .list("aendringer", "Ændringer", .personal, "Ændringer i planen: hvornår, hvad og af hvem", basis: "LAB § 41") {
        $1(&$0.changes)
      },
      .record("opfoelgning", "Opfølgning", .personal, "Den seneste status på mål og opgaver") { $1(&$0.followUp) },
    ])
}

extension CaseFile.OwnWords: InputRecord {
  static let input = InputFields<CaseFile.OwnWords>(
    "egenTekst",
    [
      .text("indledning", "Indledning", .personal, "Afsnit først i brevet", form: .lines) { $0.introduction = $1 },
      .text("begrundelse", "Begrundelse", .personal, "Afsnit i begrundelsen", form: .lines) { $0.reasons = $1 },
      .text("afslutning", "Afslutning", .personal, "Afsnit sidst i brevet", form: .lines) { $0.closing = $1 },
    ])
}

extension CaseFile.Waiver: InputRecord {
  static let input = InputFields<CaseFile.Waiver>(
    "undtagelse",
    [
      .text("regel", "Regel", .open, "Reglens id, fx R13", form: .rule, required: true) { $0.rule = $1 },
      .text("grund", "Grund", .personal, "Hvorfor reglen er fraveget", form: .lines, required: true) {
        $0.reason = $1
      },
    ])
}
