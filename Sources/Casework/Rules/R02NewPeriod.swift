import Fields

extension CaseRule {
  /// R02: a new period follows an old one and rests on its own assessment, LAB § 167, stk. 1, 2. pkt. A gap is lawful.
  ///
  /// Support around a discharge is a right: stk. 2 asks for no assessment, and such support may begin while other
  /// support runs. Then a person should look at what runs.
  static let newPeriod = CaseRule("R02") { context in
    guard let earlier = context.caseFile.support?.earlierPeriods, !earlier.isEmpty else {
      return .notApplicable("Sagen oplyser ikke om tidligere perioder.")
    }
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    let isRight = if case .discharge? = context.parts.basis { true } else { false }
    var breaches: [Breach] = []
    for (index, row) in earlier.enumerated() {
      guard let from = row.from?.value, let to = row.to?.value, from <= period.to, to >= period.from else { continue }
      breaches.append(
        Breach(
          message:
            "Den nye periode begynder den \(period.from.danish), men den tidligere periode "
            + "(mentorstoette.tidligerePerioder.\(index + 1)) løber til den \(to.danish).",
          path: "mentorstoette.tidligerePerioder.\(index + 1)", position: row.position,
          help: isRight
            ? "Se efter, om den løbende bevilling skal ændres eller ophøre."
            : "Lad den nye periode begynde tidligst den \(to.adding(days: 1).danish). Skal en løbende "
              + "bevilling ændres, er det en ændring og ikke en ny periode.",
          weight: isRight ? .concern : .rule, provisions: isRight ? ["lab-167-2"] : nil))
    }
    let reasons = context.caseFile.decision?.reasons
    if reasons?.considerations == nil, !isRight {
      breaches.append(
        Breach(
          message:
            "Støtten gives i en ny periode, men "
            + "\(CaseLabels.name(of: "afgoerelse.begrundelse.hensyn")) mangler, så den konkrete "
            + "vurdering fremgår ikke.",
          path: "afgoerelse.begrundelse.hensyn", position: reasons?.position ?? context.caseFile.decision?.position,
          help: "Skriv, hvad borgeren har opnået i den tidligere periode, og hvorfor der er brug for mere støtte."))
    }
    if !breaches.isEmpty { return .breached(breaches) }
    return .fulfilled(
      isRight
        ? "Perioden falder ikke sammen med en tidligere. Støtte ved udskrivning er en ret og kræver ikke en ny vurdering."
        : "Den nye periode ligger efter de tidligere, og den konkrete vurdering er skrevet.")
  }
}
