extension CaseRule {
  /// R28: a complaint does not suspend a decision, RSL § 72, so no letter may promise that it does.
  ///
  /// A sentence is refused when it speaks of the suspensive effect, or of what goes on while a complaint is treated,
  /// without denying it. A wrong refusal costs new words; a false promise costs the citizen the support. What the citizen
  /// asked for may be told, and answered.
  static let noSuspension = CaseRule("R28") { context in
    let found = context.texts(with: .complaint).filter { !citizensOwn.contains($0.path) && promises($0.sentences) }
    if found.isEmpty { return .fulfilled("Ingen tekst siger, at en klage udsætter afgørelsen.") }
    return .breached(
      found.map {
        Breach(
          $0, "siger, at en klage udsætter afgørelsen. Det gør den ikke.",
          help:
            "Slet sætningen. Brevet siger selv, at afgørelsen gælder, selv om borgeren klager. Er det borgerens ønske, så "
            + "skriv \"Du har bedt om, at …\", og at klagen ikke udsætter afgørelsen.", weight: .necessity)
      })
  }

  /// What the letter prints as the citizen's words, under a heading that says so.
  private static let citizensOwn: Set = ["genvurdering.klage", "afgoerelse.partshoering.svar"]

  /// A sentence that only tells of a wish promises nothing, unless the next one grants it: »det gør den«.
  private static func promises(_ sentences: [Sentence]) -> Bool {
    sentences.indices.contains { index in
      guard promisesSuspension(sentences[index]) else { return false }
      guard sentences[index].tellsOfWish(isPromise) else { return true }
      return index + 1 < sentences.count && sentences[index + 1].grants
    }
  }

  private static func isPromise(_ clause: Clause) -> Bool {
    clause.holds(effects) || clause.holds(goesOn) || runsOn(clause) || clause.holds(delays)
  }

  private static func promisesSuspension(_ sentence: Sentence) -> Bool {
    let effect = sentence.clauses.filter { $0.holds(effects) }
    if !effect.isEmpty { return effect.contains { !$0.isDenied } }
    if sentence.holds(["klage udsætter", "klagen udsætter", "klage udskyder", "klagen udskyder"]) {
      return !sentence.clauses.contains { $0.isDenied && $0.holds(["udsætter", "udskyder"]) }
    }
    // »Stopper først, når klagen er afgjort« needs no more than the two.
    if sentence.holds(complaintEnds), sentence.holds(delays) { return true }
    guard sentence.holds(whileComplaint) else { return false }
    return sentence.clauses.contains { clause in
      clause.isDenied
        ? clause.holds(ends) && !clause.holds(endsOfComplaint)
        : (clause.holds(goesOn) || runsOn(clause)) && !clause.holds(goesOnElsewhere)
    }
  }

  private static let effects = ["opsættende virkning", "opsættende effekt"]

  /// »Kører støtten videre«: other words may stand between.
  private static func runsOn(_ clause: Clause) -> Bool {
    clause.text.contains("videre") && clause.holds(["kører ", "køre ", "løber ", "løbe "])
  }

  /// That there is a complaint, or how long it takes. Words of the complaint alone are not enough: »i din klage skriver
  /// du, at du vil fortsætte« promises nothing, and neither does »du klager over smerter«.
  private static let whileComplaint = [
    "klager du", "hvis du klager", "når du klager", "mens du klager", "selv om du klager", "selvom du klager",
    "så længe du klager", "mens klage", "indtil klage", "så længe klage", "før klagen er", "under klagesagen",
    "mens vi behandler klagen", "mens vi behandler din klage", "mens vi ser på din klage", "mens din klage",
    "indtil din klage", "så længe din klage", "før din klage er", "til din klage er", "til klagen er",
    "mens ankestyrelsen", "indtil ankestyrelsen", "så længe ankestyrelsen", "før ankestyrelsen",
    "til ankestyrelsen har",
  ]

  private static let complaintEnds = [
    "når klagen er", "når din klage er", "når klagesagen er", "når ankestyrelsen", "efter klagesagen", "til klagen er",
    "til din klage er", "til ankestyrelsen har", "før klagen er", "før din klage er", "før ankestyrelsen",
  ]

  private static let delays = [
    "stopper først", "ophører først", "slutter først", "bortfalder først", "gælder først", "træder først",
    "først i kraft", "venter med at stoppe", "venter vi med at stoppe", "venter med stoppet", "sætter stoppet i bero",
  ]

  private static let goesOn = [
    "fortsætter", "fortsætte", "beholder", "beholde", "udsætte", "udskyde", "bevarer", "bevare ", "i bero", "på pause",
    "venter vi med", "venter med at",
    "får du stadig støtte", "får du stadig din mentor", "har du stadig støtte", "har du stadig din mentor",
    "får du fortsat støtte", "har du fortsat støtte", "har du fortsat din mentor", "du kan stadig få støtte",
  ]

  /// What may go on: the case, not the support.
  private static let goesOnElsewhere = ["sagen", "din sag", "behandlingen af"]

  private static let ends = [
    "stopper", "ophører", "bortfalder", "slutter", "gælder", "træder", "mister du ikke støtten",
    "mister du ikke din mentor", "mister ikke støtten",
  ]

  /// A complaint may end or not count; that is no promise.
  private static let endsOfComplaint = ["gælder klagen", "klagen gælder", "bortfalder klagen", "klagen bortfalder"]
}
