import Casework
import Diagnostics
import Fields
import Register

/// A plan has changed: a decision of its own, of the kind `aendring`.
extension DerivationSource {
  func newDecision() -> Result<Derivation, DiagnosticsError> {
    let paths = changed(ReissueFields.support)
    if let problem = noDecision(paths) { return .failure(DiagnosticsError([problem], in: .danish)) }
    let lacking = reasonProblems + burdenProblems(paths)
    if let problem = twoThings(paths) { return .failure(DiagnosticsError([problem] + lacking, in: .danish)) }
    let from = effectiveDay
    var text = letter("aendring")
    text["afgoerelse.begrundelse"] = said["afgoerelse.begrundelse"]
    text["afgoerelse.partshoering"] = own("afgoerelse.partshoering")
    text["aendring.fra"] = .date(from)
    for path in paths { text["aendring.foer." + path.dropFirst("mentorstoette.".count)] = old[path] }
    var derivation = Derivation(text: text, problems: lacking)
    if affects(\.isJudgement) {
      derivation.kinds.append(.change)
      for case let (standing, _) in affected where history.isGrant(standing) {
        derivation.superseded.append((standing.document.name, .change, from))
      }
    }
    addPlan(to: &derivation, from: from)
    return withSupplement(derivation, from: from).mapError { error in
      DiagnosticsError(derivation.problems + error.diagnostics, in: .danish)
    }
  }

  /// The first day with the new values: as the case says it, else the date of the decision.
  private var effectiveDay: CalendarDate { saidDay ?? order.date }

  private var saidDay: CalendarDate? {
    if case .date(let day)? = own("aendring.fra") { day } else { nil }
  }

  /// Why nothing can be decided at all. Support that the citizen has a right to is never cut by a difference between two
  /// lists.
  private func noDecision(_ paths: [String]) -> Diagnostic? {
    if paths.isEmpty {
      return problem(
        "reissue-no-decision",
        "Ændringen kræver ikke en afgørelse: \(named(reasons)). Støtten er den samme.", path: reasons.first,
        help: supplementHelp
          ?? (reasons.allSatisfy(ReissueFields.unsaid.contains)
            ? "Brug --as registrering."
            : "Brug --as orientering, hvis borgeren skal have besked, eller --as registrering, hvis ingen skal."))
    }
    if let noGrant { return noGrant }
    if history.grant == nil, !affects({ $0.isContract }) {
      return problem(
        "reissue-nothing-decided", "Sagen har ingen afgørelse eller kontrakt, som kan ændres.",
        help: "Udsted afgørelsen med 'mentorbrev issue'.")
    }
    guard isBurden, let right else { return nil }
    return problem(
      "reissue-right",
      "Borgeren får mindre af en støtte, som borgeren har ret til: \(named(paths)). Den sættes ikke ned ved genudstedelse.",
      path: paths.first, basis: right,
      help: "Skriv afgørelsen som sin egen sag efter en konkret vurdering, og udsted den med 'mentorbrev issue'.")
  }

  /// That there is something new of the mentor as well, of whom the letter about the change does not tell.
  private func twoThings(_ paths: [String]) -> Diagnostic? {
    guard let mentor = mentorChanges.first else { return nil }
    return problem(
      "reissue-two-things",
      "Forskellen er både en ændring af støtten og noget nyt om mentoren: \(named(paths + mentorChanges)). Brevet om "
        + "ændringen siger, at kun det i tabellen bliver ændret.",
      path: mentor,
      help: "Kør først --as orientering --only mentor, og derefter --as ny-afgoerelse med en senere dag (--date).")
  }

  /// What the letter would print of another mentor, or of another way to reach the mentor, outside its table.
  private var mentorChanges: [String] {
    let changes = reasons.filter { $0.hasPrefix("mentor.") || $0 == "mentorstoette.mentorOplyses" }
    let isTold = changes.contains { CaseLabels.parts(of: $0).contains(where: toldFields.contains) }
    return isTold && affects(\.isJudgement) ? changes : []
  }

  /// Whether the citizen gets less, or that cannot be ruled out.
  private var isBurden: Bool { supportChange(from: effectiveDay)?.isBurdensome == true }

  /// A new decision has reasons of its own.
  private var reasonProblems: [Diagnostic] {
    guard let reasons = said["afgoerelse.begrundelse"], history.hasSaid(reasons, at: "afgoerelse.begrundelse") else {
      return []
    }
    return [
      problem(
        "reissue-same-reasons", "Begrundelsen (afgoerelse.begrundelse) er den samme som i en tidligere afgørelse.",
        path: "afgoerelse.begrundelse", basis: "forvaltningsloven §§ 22 og 24",
        help: "Skriv, hvorfor støtten ændres nu: afgoerelse.begrundelse.faktum og afgoerelse.begrundelse.hensyn.")
    ]
  }

  /// The statute that gives the citizen a right to the support: by its kind, or by the decision that granted it last.
  private var right: String? {
    let kinds = history.issues.flatMap(\.documents).compactMap { DocumentKind(rawValue: $0.kind) }
    let granting: [DocumentKind] = [.grant, .partialGrant, .prolongation, .dischargeCoordinator, .educationStart]
    let granted = kinds.last(where: granting.contains)
    switch (new.word("mentorstoette.art"), granted) {
    case ("uddannelsesstart"?, _), (nil, .educationStart?): return "LAB § 167, stk. 3"
    case ("udskrivning"?, _), (nil, .dischargeCoordinator?): return "LAB § 167, stk. 2"
    default: return nil
    }
  }

  /// What takes something from the citizen has its own assessment, hearing and first day.
  private func burdenProblems(_ paths: [String]) -> [Diagnostic] {
    guard isBurden else { return [] }
    var problems: [Diagnostic] = []
    if saidDay == nil {
      problems.append(
        problem(
          "reissue-burden-day", "Borgeren får mindre (\(named(paths))), og sagen siger ikke fra hvornår.",
          path: "aendring.fra", help: "Skriv den første dag med de nye værdier i aendring.fra."))
    } else if effectiveDay < order.date {
      problems.append(
        problem(
          "reissue-burden-past",
          "Borgeren får mindre fra den \(effectiveDay.danish), men afgørelsen er af \(order.date.danish). Støtte, der er givet, "
            + "bliver ikke sat ned ved genudstedelse.",
          path: "aendring.fra",
          help:
            "Skriv en dag i aendring.fra, der ligger efter afgørelsen. Er der hjemmel til at gå tilbage i tid, så skriv "
            + "afgørelsen som sin egen sag, og udsted den med 'mentorbrev issue'."))
    }
    if let hearing = said["afgoerelse.partshoering"], history.hasSaid(hearing, at: "afgoerelse.partshoering") {
      problems.append(
        problem(
          "reissue-same-hearing",
          "Høringen (afgoerelse.partshoering) er den samme som før en tidligere afgørelse, og borgeren får mindre.",
          path: "afgoerelse.partshoering", basis: "forvaltningsloven § 19",
          help: "Hør borgeren om denne ændring, og skriv høringen, eller skriv grunden til at undlade den."))
    }
    return problems
  }
}

extension DocumentKind {
  /// A contract, a framework agreement, or a supplement to one of them.
  var isContract: Bool { self == .contract || self == .framework || self == .contractSupplement }

  /// A paper that the mentor works with beside the contract.
  var isContractPaper: Bool { self == .mentorOrder || self == .timeAccount || self == .statusReport }
}
