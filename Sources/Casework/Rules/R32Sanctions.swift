extension CaseRule {
  /// R32: mentor support is no offer with a duty to take part, and since 2020 no sanction follows from saying no.
  ///
  /// A letter can have a reason to name a sanction, so a case may set the rule aside.
  static let sanctions = CaseRule("R32") { context in
    let mayStop = isAboutStop(context)
    let found = context.texts(with: .duty).filter { text in
      text.sentences.contains {
        $0.holds(threats) || threatensBenefit($0) || !mayStop && threatensSupport($0)
          || $0.clauses.contains(where: demands)
      }
    }
    if found.isEmpty { return .fulfilled("Ingen tekst nævner sanktioner eller pligt til at tage imod en mentor.") }
    return .breached(
      found.map {
        Breach(
          $0,
          "nævner en sanktion eller en pligt til at deltage. Mentorstøtte er ikke et "
            + "tilbud med pligt, og det får ingen følger at sige nej.",
          help: "Slet sætningen.")
      })
  }

  private static let threats = ["sanktion", "ret og pligt", "fradrag i ydelse"]

  /// That the citizen loses money who does not take part. »Hvis du får job, stopper din kontanthjælp« is no threat, and
  /// that something has no effect is the truth.
  private static func threatensBenefit(_ sentence: Sentence) -> Bool {
    guard sentence.clauses.contains(where: { !$0.isDenied && $0.holds(benefits) && $0.holds(losses) }) else {
      return false
    }
    return sentence.holds(["ikke", "udebliv", "siger du nej", "siger nej", "afviser", "ellers", "takker nej"])
      && sentence.holds(["hvis", "når", "kan ", "udebliv", "siger du", "du ikke", "ellers", "takker du"])
  }

  private static let benefits = ["ydelse", "kontanthjælp", "uddannelseshjælp", "dagpenge", "forsørgelse"]
  private static let losses = [
    "mister", "miste ", "stopper", "stoppe", "nedsæt", "sat ned", "sætte", "trække", "trukket", "fradrag", "konsekvens",
    "følger for", "betydning for", "går ud over", "gå ud over",
  ]

  /// Whether the letter stops the support, asks about a stop or a change of it, or answers a complaint without giving any:
  /// there the end of the support for who stays away is what is decided or considered, and the citizen must be told.
  private static func isAboutStop(_ context: RuleContext) -> Bool {
    switch context.decisionKind {
    case .termination?: true
    case .hearing?: [.stop, .change].contains(context.caseFile.decision?.hearing?.intended?.value)
    case .reconsideration?: context.caseFile.reconsideration?.outcome?.value.isNewDecision == false
    default: false
    }
  }

  /// That the support ends by itself for who stays away. Whether it still helps is for a decision to say, not for a rule
  /// that the caseworker makes.
  private static func threatensSupport(_ sentence: Sentence) -> Bool {
    sentence.holds(absences) && !sentence.holds(["når støtten", "når mentorstøtten"])
      && sentence.clauses.contains { !$0.isDenied && endsSupport($0) }
  }

  private static func endsSupport(_ clause: Clause) -> Bool {
    clause.holds(["støtte", "mentor"])
      && clause.holds(["stopper", "ophører", "bortfalder", "mister", "stoppe ", "ophøre ", "miste "])
  }

  private static let absences = [
    "udebliv", "møder du ikke", "ikke møder", "du skal møde", "skal du møde", "kommer du ikke", "ikke kommer",
    "aflyser du",
    "du aflyser",
  ]

  /// That the citizen must take part. Other duties, and that there is none, pass.
  private static func demands(_ clause: Clause) -> Bool {
    if clause.isDenied { return false }
    if clause.text.contains("obligatorisk") { return clause.text.contains("mentor") }
    return clause.holds(["mødepligt", "deltagelsespligt"])
      || clause.holds(["pligt til at ", "pligtig til at ", "pligtet til at "]) && clause.holds(taking)
  }

  private static let taking = [
    "til at deltage", "til at møde", "til at tage imod", "til at modtage", "til at have en mentor", "til at bruge",
    "til at samarbejde", "til at sige ja", "til at komme", "til at følge",
  ]
}
