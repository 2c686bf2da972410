import Casework
import Diagnostics
import Fields
import Register

/// An error of the authority's own: a letter that says what stood and what should have; the decision keeps its date and law.
extension DerivationSource {
  func correction() -> Result<Derivation, DiagnosticsError> {
    if let problem = burden ?? untold { return .failure(DiagnosticsError([problem], in: .danish)) }
    guard let main, let day = CalendarDate(iso: main.document.date) else {
      return .success(Derivation(text: new.framed(by: said)))
    }
    var text = letter("berigtigelse")
    let place = "afgoerelse.berigtigelse"
    text["\(place).dokument"] = .text(main.kind.inSentence)
    text["\(place).dato"] = .date(day)
    text["\(place).rettelser"] = own("\(place).rettelser") ?? .list(rows)
    text["\(place).klagevejledningVarForkert"] =
      own("\(place).klagevejledningVarForkert") ?? .boolean(guidanceWasWrong)
    // A contract is corrected by its supplement; the letter is the citizen's.
    var derivation = Derivation(text: text, kinds: affects(\.isCitizens) ? [.correction] : [])
    addPlan(to: &derivation, from: order.date)
    // An error in a contract was one from its first day.
    return withSupplement(derivation, from: new.date("mentorstoette.periode.fra") ?? order.date)
  }

  /// Less than was granted is no correction: the citizen may have relied on it.
  private var burden: Diagnostic? {
    let paths = changed(ReissueFields.support)
    guard !paths.isEmpty, affects(\.isCitizens) else { return nil }
    let day = main.flatMap { CalendarDate(iso: $0.document.date) } ?? order.date
    if let change = supportChange(from: day), !change.isBurdensome {
      // Words cannot be weighed; a person who writes the row of the correction has.
      let isWritten = own("afgoerelse.berigtigelse.rettelser") != nil
      guard change.goal != nil || change.hasReplacedTasks, !isWritten else { return nil }
      return problem(
        "reissue-burden",
        "Målet eller opgaverne er skrevet om: \(named(paths)). Om borgeren får mindre, kan ikke beregnes.",
        path: paths[0], basis: "forvaltningsloven §§ 19, 22 og 24",
        help: "Er det en ny vurdering, så brug --as ny-afgoerelse. Var det en skrivefejl, så skriv selv rettelsen i "
          + "afgoerelse.berigtigelse.rettelser.")
    }
    return problem(
      "reissue-burden",
      "Borgeren får mindre, eller det kan ikke udelukkes: \(named(paths)). Det er en ny afgørelse og ikke en rettelse.",
      path: paths[0], basis: "forvaltningsloven §§ 19, 22 og 24",
      help: "Hør borgeren først. Brug derefter --as ny-afgoerelse, og skriv aendring.fra, afgoerelse.begrundelse og "
        + "afgoerelse.partshoering i sagen.")
  }

  /// A text of the law that is another for each case cannot be told of without it.
  private var untold: Diagnostic? {
    let reasons = reasons.filter { reason in
      corrected[reason].map { ($0.was == nil || $0.now == nil) && !$0.isGuidance } ?? false
    }
    guard !reasons.isEmpty else { return nil }
    return problem(
      "reissue-untold",
      "Lovbogens tekst skifter fra sag til sag og kan ikke gengives i en rettelse: \(named(reasons)).",
      help:
        "Skriv en berigtigelse for sagen med afgoerelse.berigtigelse.rettelser, og udsted den med 'mentorbrev issue'. "
        + "Før den derefter i registret med --as registrering.")
  }

  /// What stood, and what should have, by reason.
  private var rows: [CaseRecord] {
    reasons.map { reason in
      if let words = corrected[reason] {
        // New complaint guidance follows in the letter itself.
        return row(
          words.subject, words.was ?? "Der stod noget andet.", words.now ?? "Det rigtige står i dette brev.")
      }
      return row(
        Self.subject(reason), old.words(at: reason) ?? "Der stod ikke noget.",
        new.words(at: reason) ?? "Der skulle ikke have stået noget.")
    }
  }

  private func row(_ subject: String, _ was: String, _ now: String) -> CaseRecord {
    var row = CaseRecord()
    row["hvad"] = .text(subject)
    row["stod"] = .text(was)
    row["skulleStaa"] = .text(now)
    return row
  }

  /// What a citizen calls a field: `Timetal`, `Din mentors telefonnummer`, `Forsendelse: emne`.
  private static func subject(_ reason: String) -> String {
    if let known = FactNames.known(reason) { return known.prefix(1).uppercased() + known.dropFirst() }
    let label = CaseLabels.label(of: reason) ?? reason
    let parts = reason.split(separator: ".")
    guard parts.count > 1, parts[0] != "mentorstoette", let around = CaseLabels.label(of: String(parts[0])) else {
      return label
    }
    return "\(around): \(label.inSentence)"
  }

  /// Then the citizen gets new guidance, and a new deadline.
  private var guidanceWasWrong: Bool { corrected.values.contains(where: \.isGuidance) }
}

extension DocumentKind {
  /// Whether the citizen has it.
  var isCitizens: Bool { isJudgement || isInformation || self == .minPlan }

  /// What a sentence calls the document, in the definite form.
  fileprivate var inSentence: String {
    switch self {
    case .minPlan: "Min Plan"
    case .refusal: "afslaget på mentorstøtte"
    case .reconsideration: "brevet om din klage"
    case _ where isContract: "kontrakten om mentorstøtte"
    case _ where isJudgement: "afgørelsen om mentorstøtte"
    default: "brevet om mentorstøtte"
    }
  }
}
