import Fields

extension CaseFile.Contract: InputRecord {
  static let input = InputFields<CaseFile.Contract>(
    "kontrakt",
    [
      .date("dato", "Dato", .open, "Kontraktens dato", required: true) { $0.date = $1 },
      .record(
        "maal", "Mål", .open, "Målet med ord, som mentorens arbejdsgiver må læse", basis: "LAB § 167, stk. 1"
      ) { contract, read in
        var said: OpenGoal?
        read(&said)
        contract.goal = said?.goal
      },
      .list(
        "opgaver", "Opgaver", .open, "Mentorens opgaver med ord, som mentorens arbejdsgiver må læse",
        basis: "BAB § 52, nr. 3"
      ) { contract, read in
        var said: [OpenTask] = []
        read(&said)
        contract.tasks = said.map(\.task)
      },
      .list("delmaal", "Delmål", .open, "Delmål på vejen til målet, det vigtigste først") { $1(&$0.subgoals) },
      .integer(
        "pladser", "Pladser", .open, "Antal pladser, når timetallet er fastsat pr. plads og ikke for en person",
        in: 1...99, basis: "LAB § 169, stk. 4"
      ) { $0.places = $1 },
      .amount(
        "timeloen", "Timeløn", .open, "Kroner i timen, med højst to decimaler", kroner: 0...100_000,
        basis: "LAB § 169"
      ) { $0.hourlyPay = $1 },
      .record(
        "loen", "Løn", .open, "Prisen for en time i dele, eller et honorar", basis: "LAB §§ 169 og 170"
      ) { $1(&$0.pay) },
      .choice("moms", "Moms", .open, "Hvad der er aftalt om moms") { $0.vat = $1 },
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
      .record("afloeser", "Afløser", .open, "Den, der træder til, når mentoren er fraværende") { $1(&$0.substitute) },
      .choice("timeflytning", "Flytning af timer", .open, "Om timer kan flyttes fra en uge til en anden") {
        $0.moving = $1
      },
      .choice("datarolle", "Datarolle", .open, "Hvem der har ansvaret for personoplysninger") { $0.dataRole = $1 },
      .record("attester", "Attester", .open, "Attester, som kommunen selv kræver") { $1(&$0.certificates) },
      .boolean(
        "statsrefusion", "Statsrefusion", .open, "Om kontrakten nævner, at staten refunderer en del af udgiften",
        basis: "LAB § 197, nr. 1"
      ) { $0.stateRefund = $1 },
      .choice(
        "kanal", "Kanal for bevillingen", .open, "Hvordan modparten får sin bevilling; virksomheder altid i VITAS",
        basis: "BAB § 136, stk. 4"
      ) { $0.channel = $1 },
      .boolean(
        "bevilling", "Bevilling til arbejdsgiveren", .open,
        "Om sagen også fører til afgørelsen om støtte til virksomheden eller institutionen", basis: "LAB § 169"
      ) { $0.grantsEmployer = $1 },
      .record("tillaeg", "Tillæg", .open, "Et tillæg, der ændrer kontrakten") { $1(&$0.supplement) },
      .record("ramme", "Ramme", .open, "At kontrakten er en rammeaftale om pladser", basis: "LAB § 169, stk. 4") {
        $1(&$0.framework)
      },
      .integer(
        "opbevaringAar", "Opbevaring i år", .open,
        "År efter det år, de vedrører, som timeregnskab og bilag gemmes; uden feltet så længe regnskabsreglerne kræver det",
        in: 1...30
      ) { $0.keepingYears = $1 },
      .integer(
        "databrudTimer", "Timer til besked om databrud", .open,
        "Timer, inden for hvilke et brud på datasikkerheden meldes; uden feltet siger kontrakten straks", in: 1...72
      ) { $0.breachHours = $1 },
      .text("saerligeVilkaar", "Særlige vilkår", .open, "Vilkår for denne kontrakt alene", form: .lines) {
        $0.special = $1
      },
    ])
}

/// `kontrakt.maal`: a goal whose words anybody may read; the support's own goal is personal.
private struct OpenGoal: InputRecord {
  var goal: CaseFile.Goal

  init(position: UInt32) { goal = CaseFile.Goal(position: position) }

  static let input = InputFields<OpenGoal>(
    "kontraktmaal",
    [
      .choice("type", "Måltype", .open, "Job eller uddannelse", basis: "LAB § 167", required: true) {
        $0.goal.kind = $1
      },
      .text(
        "tekst", "Måltekst", .open, "Målet med ord, der ikke viser, hvem borgeren er", form: .lines, required: true
      ) { $0.goal.text = $1 },
    ])
}

/// One of `kontrakt.opgaver`: a task whose words anybody may read.
private struct OpenTask: InputRecord {
  var task: CaseFile.Task

  init(position: UInt32) { task = CaseFile.Task(position: position) }

  static let input = InputFields<OpenTask>(
    "kontraktopgave",
    [
      .choice("omraade", "Område", .open, "Hvad opgaven handler om", required: true) { $0.task.area = $1 },
      .text(
        "tekst", "Opgavetekst", .open, "Opgaven med ord, der ikke viser, hvem borgeren er", form: .lines,
        required: true
      ) { $0.task.text = $1 },
    ])
}

extension CaseFile.ContractPay: InputRecord {
  static let input = InputFields<CaseFile.ContractPay>(
    "loen",
    [
      .amount("grundloen", "Løn i timen", .open, "Mentorens egen løn, kroner i timen", kroner: 0...100_000) {
        $0.wage = $1
      },
      .amount("feriepenge", "Feriepenge", .open, "Kroner i timen", kroner: 0...100_000) { $0.holidayPay = $1 },
      .amount("pension", "Pensionsbidrag", .open, "Arbejdsgiverens bidrag, kroner i timen", kroner: 0...100_000) {
        $0.pension = $1
      },
      .amount(
        "andreBidrag", "Andre arbejdsgiverbidrag", .open, "Kroner i timen; ikke transport og ikke omkostninger",
        kroner: 0...100_000
      ) { $0.contributions = $1 },
      .text("andreBidragTekst", "Hvilke bidrag", .open, "Hvilke andre arbejdsgiverbidrag det er") {
        $0.contributionsText = $1
      },
      .amount("honorar", "Honorar", .open, "En ekstern konsulents honorar, kroner i timen", kroner: 0...100_000) {
        $0.fee = $1
      },
      .choice("grundlag", "Lønnens grundlag", .open, "Hvordan lønnen er fundet") { $0.basis = $1 },
    ])
}

extension CaseFile.Certificates: InputRecord {
  static let input = InputFields<CaseFile.Certificates>(
    "attester",
    [
      .boolean("straffeattest", "Straffeattest", .open, "Om kommunen kræver en straffeattest") {
        $0.criminalRecord = $1
      },
      .boolean(
        "boerneattest", "Børneattest", .open, "Om mentoren i opgaven får fast kontakt med børn under 15 år",
        basis: "børneattestloven"
      ) { $0.children = $1 },
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
      .integer(
        "fristDage", "Frist i dage", .open, "Dage til betaling; 30 efter almindelig praksis, når intet er sagt",
        in: 1...365
      ) {
        $0.paymentDays = $1
      },
      .integer(
        "sendesDage", "Dage til at sende", .open,
        "Dage fra månedens, kvartalets eller periodens slutning til fakturaen er sendt; 30 efter almindelig praksis, når "
          + "intet er sagt",
        in: 1...365
      ) { $0.sendingDays = $1 },
      .integer(
        "afvisesMaaneder", "Måneder til afvisning", .open,
        "Hvor mange måneder for sent en faktura kan komme, før kommunen kan afvise den; uden feltet siger kontrakten "
          + "intet om det", in: 1...36
      ) { $0.refusalMonths = $1 },
      .text("reference", "Reference", .open, "Det, fakturaen mærkes med ud over sagsnummeret") { $0.reference = $1 },
    ])
}

extension CaseFile.Termination: InputRecord {
  static let input = InputFields<CaseFile.Termination>(
    "opsigelse",
    [
      .integer("dage", "Dage", .open, "Varsel i dage", in: 0...365, required: true) { $0.days = $1 }
    ])
}
