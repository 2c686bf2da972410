import Fields

extension CaseFile.MentorSupport: InputRecord {
  static let input = InputFields<CaseFile.MentorSupport>(
    "mentorstoette",
    [
      .choice("art", "Art", .open, "Støttens art; almindelig, når intet er sagt", basis: "LAB § 167") { $0.kind = $1 },
      .record("maal", "Mål", .personal, "Målet med støtten", basis: "BAB § 52, nr. 1", required: true) {
        $1(&$0.goal)
      },
      .list("opgaver", "Opgaver", .personal, "Det, mentoren skal bistå med", basis: "BAB § 52, nr. 3", required: true) {
        $1(&$0.tasks)
      },
      .record(
        "periode", "Periode", .open, "Perioden med støtte, begge dage medregnet", basis: "BAB § 52, nr. 4",
        required: true
      ) { $1(&$0.period) },
      .record("timetal", "Timetal", .open, "Timer om ugen", basis: "BAB § 52, nr. 5", required: true) {
        $1(&$0.hours)
      },
      .integer("serviceniveau", "Serviceniveau", .open, "Kommunens eget niveau; står aldrig i et brev", in: 1...4) {
        $0.serviceLevel = $1
      },
      .text(
        "mentorOplyses", "Mentor oplyses", .personal,
        "Hvordan og hvornår borgeren får at vide, hvem mentoren er, når det ikke er afgjort", form: .lines
      ) { $0.mentorToFollow = $1 },
      .record("udskrivning", "Udskrivning", .personal, "Udskrivningen fra sygehus", basis: "LAB § 167, stk. 2") {
        $1(&$0.discharge)
      },
      .record(
        "uddannelse", "Uddannelse", .personal, "Uddannelsen, som borgeren er optaget på", basis: "LAB § 167, stk. 3"
      ) { $1(&$0.education) },
      .list(
        "tidligerePerioder", "Tidligere perioder", .personal,
        "Perioder, der er bevilget før; en forlængelse nævner den seneste",
        basis: "LAB § 167, stk. 1"
      ) { $1(&$0.earlierPeriods) },
    ])
}

extension CaseFile.Goal: InputRecord {
  static let input = InputFields<CaseFile.Goal>(
    "maal",
    [
      .choice("type", "Måltype", .personal, "Job eller uddannelse", basis: "LAB § 167", required: true) {
        $0.kind = $1
      },
      .text("tekst", "Måltekst", .personal, "Målet med ord", form: .lines, basis: "BAB § 52, nr. 1", required: true) {
        $0.text = $1
      },
    ])
}

extension CaseFile.Task: InputRecord {
  static let input = InputFields<CaseFile.Task>(
    "opgave",
    [
      .choice("omraade", "Område", .personal, "Hvad opgaven handler om", required: true) { $0.area = $1 },
      .text(
        "tekst", "Opgavetekst", .personal, "Opgaven med ord", form: .lines, basis: "BAB § 52, nr. 3", required: true
      ) { $0.text = $1 },
    ])
}

extension CaseFile.Period: InputRecord {
  static let input = InputFields<CaseFile.Period>(
    "periode",
    [
      .date("fra", "Startdato", .open, "Første dag", required: true) { $0.from = $1 },
      .date("til", "Slutdato", .open, "Sidste dag", required: true) { $0.to = $1 },
    ])
}

extension CaseFile.Hours: InputRecord {
  static let input = InputFields<CaseFile.Hours>(
    "timetal",
    [
      .integer("timer", "Timer", .open, "Hele timer om ugen", in: 0...168, basis: "BAB § 52, nr. 5") { $0.hours = $1 },
      .integer("minutter", "Minutter", .open, "Minutter ud over de hele timer", in: 0...59) { $0.minutes = $1 },
      .boolean("hverAndenUge", "Hver anden uge", .open, "Om tallene gælder for fjorten dage") {
        $0.isFortnightly = $1
      },
      .list("faser", "Faser", .open, "Timer om ugen i dele af perioden") { $1(&$0.phases) },
    ])
}

extension CaseFile.Phase: InputRecord {
  static let input = InputFields<CaseFile.Phase>(
    "fase",
    [
      .date("fra", "Startdato", .open, "Fasens første dag", required: true) { $0.from = $1 },
      .date("til", "Slutdato", .open, "Fasens sidste dag", required: true) { $0.to = $1 },
      .integer("timer", "Timer", .open, "Hele timer om ugen", in: 0...168) { $0.hours = $1 },
      .integer("minutter", "Minutter", .open, "Minutter ud over de hele timer", in: 0...59) { $0.minutes = $1 },
    ])
}

extension CaseFile.Discharge: InputRecord {
  static let input = InputFields<CaseFile.Discharge>(
    "udskrivning",
    [
      .date("dato", "Dato", .personal, "Den ventede dag for udskrivning", required: true) { $0.date = $1 },
      .date("regionenUnderrettet", "Regionen underrettet", .personal, "Dagen, regionen gav besked") {
        $0.regionNotified = $1
      },
      .date("borgerSpurgt", "Borger spurgt", .personal, "Dagen, borgeren blev spurgt") { $0.citizenAsked = $1 },
      .text(
        "kortereEfterOenske", "Kortere efter ønske", .personal,
        "At borgeren ønsker en kortere periode end seks måneder, med sagsbehandlerens ord", form: .lines,
        basis: "LAB § 167, stk. 2"
      ) { $0.shorterByWish = $1 },
    ])
}
