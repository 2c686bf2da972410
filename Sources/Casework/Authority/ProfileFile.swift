import Diagnostics
import Fields

/// A profile exactly as its file says it.
struct ProfileFile: InputRecord {
  var position: UInt32
  var authority: CaseFile.Authority?
  var levels: [Level] = []
  var postcodes: [Postcode] = []
  var followUpWeeks: Said<Int>?
  var weeklyContact: [WeeklyContact] = []
  var enforced: [Enforcement] = []
  var wording: CaseFile.OwnWords?
  var dispatch: Dispatch?
  var approval: Approval?

  init(position: UInt32) { self.position = position }

  static let input = InputFields<ProfileFile>(
    "myndighedsprofil",
    [
      .record("myndighed", "Myndighed", .open, "Kontaktoplysninger som i en sag", required: true) { $1(&$0.authority) },
      .list("serviceniveauer", "Serviceniveauer", .open, "Kommunens niveauer, fra det laveste") { $1(&$0.levels) },
      .list("postnumre", "Postnumre", .open, "Kommunens postnumre") { $1(&$0.postcodes) },
      .integer(
        "opfoelgningUger", "Uger mellem opfølgninger", .open, "Hvor tit der følges op på længere støtte", in: 1...52
      ) { $0.followUpWeeks = $1 },
      .list("ugentligKontakt", "Ugentlig kontakt", .open, "Målgrupper, der har kontakt med mentoren hver uge") {
        $1(&$0.weeklyContact)
      },
      .list("skaerpelser", "Skærpelser", .open, "Kommunens egne regler, hvis advarsel skal stoppe et dokument") {
        $1(&$0.enforced)
      },
      .record("standardtekst", "Standardtekst", .open, "Afsnit, der står i alle breve") { $1(&$0.wording) },
      .record("forsendelse", "Forsendelse", .open, "Hvordan breve sendes i Digital Post og på papir") {
        $1(&$0.dispatch)
      },
      .record("godkendelse", "Godkendelse", .open, "Hvad en leder godkender, før det sendes") { $1(&$0.approval) },
    ])

  /// `godkendelse`: what a person approves before it is sent.
  struct Approval: InputRecord {
    var position: UInt32
    var waivesSingleLetters: Said<Bool>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Approval>(
      "godkendelse",
      [
        .boolean(
          "enkeltbreveUdenGodkendelse", "Enkeltbreve uden godkendelse", .open,
          "Om brevene i en sag, der er udstedt alene, må sendes, uden at en leder har godkendt dem"
        ) { $0.waivesSingleLetters = $1 }
      ])
  }

  /// `serviceniveauer`: a level and its upper bound.
  struct Level: InputRecord {
    var position: UInt32
    var number: Said<Int>?
    var hours: Said<Int>?
    var minutes: Said<Int>?
    var months: Said<Int>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Level>(
      "serviceniveau",
      [
        .integer("niveau", "Niveau", .open, "Niveauets nummer", in: 1...9, required: true) { $0.number = $1 },
        .integer(
          "tilTimer", "Til timer", .open, "Højeste antal timer om ugen; udelades på det øverste niveau", in: 0...168
        ) { $0.hours = $1 },
        .integer("tilMinutter", "Til minutter", .open, "Minutter ud over timerne", in: 0...59) { $0.minutes = $1 },
        .integer("hoejstMaaneder", "Højst måneder", .open, "Hvor længe niveauet gives ad gangen", in: 1...60) {
          $0.months = $1
        },
      ])

    var level: ServiceLevel {
      let bound: WorkingTime? =
        hours == nil && minutes == nil
        ? nil : WorkingTime(hours: hours?.value ?? 0, minutes: minutes?.value ?? 0)
      return ServiceLevel(number: number?.value ?? 0, upTo: bound, maximumMonths: months?.value)
    }
  }

  /// `postnumre`: a postal code.
  struct Postcode: InputRecord {
    var position: UInt32
    var postcode: Said<String>?
    var city: Said<String>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Postcode>(
      "postnummer",
      [
        .text("postnummer", "Postnummer", .open, "Fire cifre", form: .postcode, required: true) { $0.postcode = $1 },
        .text("by", "By", .open, "Postdistriktets navn") { $0.city = $1 },
      ])
  }

  /// `ugentligKontakt`: a group of LAB § 6.
  struct WeeklyContact: InputRecord {
    var position: UInt32
    var group: Said<String>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<WeeklyContact>(
      "ugentligKontakt",
      [
        .text("maalgruppe", "Målgruppe", .open, "Nummeret i § 6, fx 6-3", required: true) { $0.group = $1 }
      ])
  }

  /// `skaerpelser`: a rule that the municipality enforces, and who decided that.
  struct Enforcement: InputRecord {
    var position: UInt32
    var rule: Said<String>?
    var reason: Said<String>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Enforcement>(
      "skaerpelse",
      [
        .text("regel", "Regel", .open, "Reglens id, fx R13", form: .rule, required: true) { $0.rule = $1 },
        .text("grund", "Grund", .open, "Hvem der har besluttet det, og hvornår", required: true) { $0.reason = $1 },
      ])
  }

  /// All texts.
  private var texts: [CaseText] {
    var texts: [CaseText] = []
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { texts.append(CaseText(field, said)) }
    }
    authority?.forEachText { add(.named($0), $1) }
    for (index, row) in postcodes.enumerated() { add(.ofRow("postnumre", index + 1, "by"), row.city) }
    for (index, row) in enforced.enumerated() { add(.ofRow("skaerpelser", index + 1, "grund"), row.reason) }
    for (path, said) in standardTexts { add(.named(path), said) }
    return texts
  }

  /// The paragraphs that every letter prints.
  var standardTexts: [(path: StaticString, said: Said<String>)] {
    let texts: [(StaticString, Said<String>?)] = [
      ("standardtekst.indledning", wording?.introduction), ("standardtekst.begrundelse", wording?.reasons),
      ("standardtekst.afslutning", wording?.closing),
    ]
    return texts.compactMap { path, said in said.map { (path, $0) } }
  }

  /// What is missing or out of order.
  func problems(_ source: CaseSource) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func report(_ id: String, _ message: String, _ path: String, _ position: UInt32, _ help: String) {
      found.append(Diagnostic(.error, id, message, at: source.location(at: position), path: path, help: help))
    }
    if authority?.companyNumber == nil {
      report(
        "missing-field", "CVR-nummer (myndighed.cvr) mangler.", "myndighed.cvr", authority?.position ?? position,
        "Tilføj myndighedens CVR-nummer. Det afgør, hvilke sager profilen gælder for.")
    }
    for text in texts where text.holdsCivilRegistrationNumber {
      report(
        "cpr-in-profile", "Teksten (\(text.path)) indeholder cifre, der ligner et CPR-nummer.", text.path,
        text.position,
        "Slet nummeret. Teksten står i alle kommunens breve.")
    }
    for (index, level) in levels.enumerated() {
      let path = "serviceniveauer.\(index + 1)"
      if level.number == nil {
        report(
          "missing-field", "Niveau (\(path).niveau) mangler.", "\(path).niveau", level.position,
          "Tilføj niveauets nummer.")
      }
      let isLast = index == levels.count - 1
      if level.level.upTo == nil, !isLast {
        report(
          "level-order", "Niveauet (\(path)) har ingen øvre grænse, men er ikke det øverste.", path, level.position,
          "Tilføj tilTimer.")
      }
      guard index > 0 else { continue }
      let below = levels[index - 1].level
      if let bound = level.level.upTo, let lower = below.upTo, bound <= lower {
        report(
          "level-order", "Niveauet (\(path)) har ikke en højere grænse end niveauet før.", path, level.position,
          "Skriv niveauerne fra det laveste til det højeste.")
      }
      if let number = level.number?.value, number <= below.number {
        report(
          "level-order", "Niveauernes numre (serviceniveauer) stiger ikke.", "\(path).niveau", level.position,
          "Skriv niveauerne fra det laveste til det højeste.")
      }
    }
    for (index, row) in weeklyContact.enumerated() where row.group.flatMap({ TargetGroup($0.value) }) == nil {
      let path = "ugentligKontakt.\(index + 1).maalgruppe"
      report(
        row.group == nil ? "missing-field" : "unknown-target-group",
        row.group == nil
          ? "Målgruppe (\(path)) mangler."
          : "Målgruppe (\(path)) er ikke et nummer i § 6 i lov om en aktiv beskæftigelsesindsats.",
        path, row.group?.position ?? row.position, "Skriv gruppen som \"6-3\" for § 6, nr. 3.")
    }
    checkDispatch(report)
    for (index, row) in enforced.enumerated() where row.rule == nil || row.reason == nil {
      let key = row.rule == nil ? "regel" : "grund"
      let path = "skaerpelser.\(index + 1).\(key)"
      report(
        "missing-field", "\(key == "regel" ? "Regel" : "Grund") (\(path)) mangler.", path, row.position,
        "Tilføj feltet.")
    }
    return found
  }
}
