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
      .integer(
        "pladser", "Pladser", .open, "Antal pladser, når timetallet er fastsat pr. plads og ikke for en person",
        in: 1...99, basis: "LAB § 169, stk. 4"
      ) { $0.places = $1 },
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
