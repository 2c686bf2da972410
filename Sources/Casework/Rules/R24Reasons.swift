extension CaseRule {
  /// R24: a decision that does not give the citizen everything has its reasons, FVL §§ 22 and 24. Their rule is printed
  /// from the lawbook; facts and considerations are mandatory fields.
  static let reasons = CaseRule("R24") { context in
    context.isMissing("afgoerelse.begrundelse")
      ? .incomplete("Faktum eller hensyn mangler i begrundelsen.")
      : .fulfilled("Begrundelsen har faktum og hensyn, og brevet viser reglen.")
  }

  /// R24a: a service level and the municipality's money are no reason for a decision about one person.
  ///
  /// Support that the citizen has a right to (LAB § 167, stk. 2 and 3) cannot be refused, cut or stopped for them. A service
  /// level is not printed as a reason for other support either; a case can say why it is none. With money a person must look:
  /// whether it is the only ground cannot be seen from the words.
  static let serviceLevelReason = CaseRule("R24a") { context in
    let isBurdensome = context.parts.isBurdensome
    var found = context.texts(with: .serviceLevel).map { ($0, Ground.serviceLevel) }
    let levels = context.profile?.serviceLevels.map(\.number) ?? []
    for text in context.texts(with: .level) where text.isReason && !text.signs.contains(.serviceLevel) {
      if text.names(levels) { found.append((text, .perhapsLevel)) }
    }
    if isBurdensome {
      for text in context.freeTexts where text.isReason && !text.signs.contains(.serviceLevel) {
        if let ground = ground(of: text) { found.append((text, ground)) }
      }
    }
    if found.isEmpty {
      return .fulfilled("Ingen tekst begrunder afgørelsen med serviceniveau eller kommunens økonomi.")
    }
    let kind = context.caseFile.support?.kind?.value ?? .ordinary
    // The right at the start of an education began in 2022.
    let isRight = isBurdensome && kind.isRight && context.knows(kind.provision)
    return .breached(
      found.map { text, ground in
        let isRefused = isRight && text.isReason && ground.isCertain
        return Breach(
          text,
          "nævner \(ground.subject). "
            + (isRefused
              ? "Borgeren har ret til støtten, og den kan ikke afslås, nedsættes eller stoppes af den grund."
              : "\(ground.condition) ikke begrunde en afgørelse om den enkelte borger."),
          help: "Begrund afgørelsen med borgerens eget behov.",
          weight: isRefused ? .necessity : text.standsAmongReasons && ground == .serviceLevel ? .rule : .concern,
          provisions: isRefused ? [kind.provision] : ["lab-167-1", "fvl-24"])
      })
  }

  /// What a text gives as a ground that is none.
  private enum Ground {
    case serviceLevel
    /// May be the level of something else, as of a course: a person must look.
    case perhapsLevel
    case money
    /// May be the citizen's own money: a person must look, and nothing is refused for it.
    case perhapsMoney
    case fixedLimit

    var isCertain: Bool { self != .perhapsMoney && self != .perhapsLevel }

    /// The first words of what is said about it.
    var condition: String { self == .perhapsLevel ? "Er det kommunens serviceniveau, kan det" : "Det kan" }

    var subject: String {
      switch self {
      case .serviceLevel: "serviceniveauet"
      case .perhapsLevel: "et niveau med nummer"
      case .money: "kommunens økonomi"
      case .perhapsMoney: "økonomi, som kan være kommunens"
      case .fixedLimit: "en fast grænse"
      }
    }
  }

  private static func ground(of text: CaseText) -> Ground? {
    let sentences = text.sentences
    if sentences.contains(where: { $0.holds(moneyWords) || $0.clauses.contains(where: lacksMoney) }) { return .money }
    if sentences.contains(where: { $0.holds(limitWords) }) { return .fixedLimit }
    return sentences.contains(where: { $0.holds(openWords) }) ? .perhapsMoney : nil
  }

  /// That the authority has none: »kommunen har ikke flere penge i år«.
  private static func lacksMoney(_ clause: Clause) -> Bool {
    guard clause.isDenied, clause.holds(["penge", "midler", "ressourcer"]) else { return false }
    let words = clause.text.split { !$0.isLetter }
    return words.contains { ["vi", "kommunen", "jobcenteret", "afdelingen"].contains($0) }
      && words.contains { ["penge", "midler", "ressourcer"].contains($0) }
  }

  /// Words that can only be about the authority's money; a citizen's own budget is another matter.
  private static let moneyWords = [
    "kommunens økonomi", "vores økonomi", "økonomien i kommunen", "hensyn til økonomien", "økonomien tillader",
    "økonomien rækker", "økonomiske ramme", "budgettet er", "budgettet rækker", "budgettet tillader",
    "budgettet til mentor", "inden for budgettet", "budgetramme", "budgetmæssig", "kommunens budget", "vores budget",
    "finde besparelse", "besparelser i kommunen", "kommunens besparelse", "besparelser på området", "sparekrav",
    "spareplan", "sparerunde", "nedskæring", "vi skal spare", "vi må spare", "skal vi spare", "må vi spare",
    "kommunen skal spare", "kommunen må spare", "vi har ikke råd", "kommunen har ikke råd", "vi ikke råd",
    "kommunen ikke råd", "der er ikke råd", "er der ikke råd", "vi har ikke penge", "kommunen har ikke penge",
    "vi ikke penge", "kommunen ikke penge", "der er ikke penge", "er der ikke penge", "bevillingsramme",
    "rammen er brugt", "rammen er opbrugt", "ikke afsat midler", "ingen midler", "ikke flere midler", "ikke midler til",
    "midlerne er brugt", "midlerne er opbrugt", "manglende midler", "ressourcemæssige", "kommunens ressourcer",
    "vores ressourcer", "vi har ikke ressourcer", "vi ikke ressourcer", "kommunen har ikke ressourcer",
    "kommunen ikke ressourcer", "støtten er for dyr", "mentoren er for dyr", "for dyrt for kommunen", "for dyrt for os",
    "for dyr for kommunen", "for dyr for os",
  ]

  /// A limit for everybody puts a rule where the law wants a judgement.
  private static let limitWords = [
    "vi giver højst", "vi giver aldrig", "vi bevilger højst", "vi bevilger aldrig", "giver vi højst", "giver vi aldrig",
    "bevilger vi højst", "bevilger vi aldrig", "kommunen giver højst", "kommunen giver aldrig",
    "kommunen bevilger højst", "kommunen bevilger aldrig", "giver kommunen højst", "bevilger kommunen højst",
    "generelt højst", "som udgangspunkt højst", "kommunens praksis er højst",
  ]

  private static let openWords = [
    "økonomiske hensyn", "økonomiske grunde", "økonomiske årsager", "budgettet", "besparelse",
  ]
}

extension CaseText {
  /// Whether the letter prints it as a reason, or as words of its own, which may give one wherever they stand.
  var isReason: Bool { Self.reasonPaths.contains(path) }

  /// Whether the letter prints it under its reasons, or as what is refused.
  var standsAmongReasons: Bool { isReason && (path.hasSuffix(".ikkeBevilget") || path.contains("begrundelse")) }

  /// Whether it names one of some levels by its number: »du er på niveau 2«.
  fileprivate func names(_ levels: [Int]) -> Bool {
    sentences.contains { sentence in
      let words = sentence.text.split { !$0.isLetter && !$0.isNumber }
      return zip(words, words.dropFirst()).contains { word, number in
        word == "niveau" && Int(number).map(levels.contains) == true
      }
    }
  }

  private static let reasonPaths = [
    "afgoerelse.begrundelse.faktum", "afgoerelse.begrundelse.hensyn", "afgoerelse.ikkeBevilget",
    "egenTekst.indledning", "egenTekst.begrundelse", "egenTekst.afslutning", "standardtekst.indledning",
    "standardtekst.begrundelse", "standardtekst.afslutning",
  ]
}
