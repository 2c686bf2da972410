import Casework
import Diagnostics
import Fields
import Register

/// A plan has changed: a decision of its own, of the kind `aendring`.
extension DerivationSource {
  func newDecision() -> Result<Derivation, DiagnosticsError> {
    let paths = changed(ReissueFields.support)
    var problems = decisionProblems(paths)
    if problems.isEmpty { problems = burdenProblems(paths) }
    if !problems.isEmpty { return .failure(DiagnosticsError(problems, in: .danish)) }
    let from = effectiveDay
    var text = letter("aendring")
    text["afgoerelse.begrundelse"] = said["afgoerelse.begrundelse"]
    text["afgoerelse.partshoering"] = own("afgoerelse.partshoering")
    text["aendring.fra"] = .date(from)
    for path in paths { text["aendring.foer." + path.dropFirst("mentorstoette.".count)] = old[path] }
    var derivation = Derivation(text: text)
    if affects(\.isJudgement) {
      derivation.kinds.append(.change)
      for case let (standing, _) in affected where standing.kind.isJudgement {
        derivation.superseded.append((standing.document.name, .change, from))
      }
    }
    addPlan(to: &derivation)
    return withSupplement(derivation, from: from).map { $0 }
  }

  /// The first day with the new values: as the case says it, else the date of the decision.
  private var effectiveDay: CalendarDate { saidDay ?? order.date }

  private var saidDay: CalendarDate? {
    if case .date(let day)? = own("aendring.fra") { day } else { nil }
  }

  private func decisionProblems(_ paths: [String]) -> [Diagnostic] {
    if paths.isEmpty {
      return [
        problem(
          "reissue-no-decision",
          "Forskellen er ingen afgørelse: \(named(reasons)). Støtten er den samme.", path: reasons.first,
          help: "Brug --as orientering, hvis borgeren skal have besked, eller --as registrering, hvis ingen skal.")
      ]
    }
    if let mentor = changed([ReissueFields.mentorName]).first, affects(\.isJudgement) {
      return [
        problem(
          "reissue-two-things",
          "Forskellen er både en ændring af støtten og en ny mentor: \(named(paths + [mentor])). Brevet om ændringen siger, at "
            + "kun det i tabellen bliver ændret.",
          path: mentor,
          help: "Kør først --as orientering --only \(mentor), og derefter --as ny-afgoerelse.")
      ]
    }
    if !history.standing.contains(where: \.kind.isJudgement), !affects({ $0.isContract }) {
      return [
        problem(
          "reissue-nothing-decided", "Sagen har ingen afgørelse eller kontrakt, som kan ændres.",
          help: "Udsted afgørelsen med 'mentorbrev issue'.")
      ]
    }
    var problems: [Diagnostic] = []
    if let reasons = said["afgoerelse.begrundelse"], history.hasSaid(reasons, at: "afgoerelse.begrundelse") {
      problems.append(
        problem(
          "reissue-same-reasons", "Begrundelsen (afgoerelse.begrundelse) er den samme som i en tidligere afgørelse.",
          path: "afgoerelse.begrundelse", basis: "forvaltningsloven §§ 22 og 24",
          help: "Skriv, hvorfor støtten ændres nu: afgoerelse.begrundelse.faktum og afgoerelse.begrundelse.hensyn."))
    }
    return problems
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

  /// What takes something from the citizen has its own assessment, hearing and first day; support that the citizen has a
  /// right to is never cut by a difference between two lists.
  private func burdenProblems(_ paths: [String]) -> [Diagnostic] {
    guard supportChange(from: effectiveDay)?.isBurdensome == true else { return [] }
    if let right {
      return [
        problem(
          "reissue-right",
          "Borgeren får mindre af en støtte, som borgeren har ret til: \(named(paths)). Den sættes ikke ned ved genudstedelse.",
          path: paths.first, basis: right,
          help: "Skriv afgørelsen som sin egen sag efter en konkret vurdering, og udsted den med 'mentorbrev issue'.")
      ]
    }
    var problems: [Diagnostic] = []
    if saidDay == nil {
      problems.append(
        problem(
          "reissue-burden-day", "Borgeren får mindre (\(named(paths))), og sagen siger ikke fra hvornår.",
          path: "aendring.fra", help: "Skriv den første dag med de nye værdier i aendring.fra."))
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
  /// A contract, or a supplement to one.
  var isContract: Bool { self == .contract || self == .contractSupplement }
}
