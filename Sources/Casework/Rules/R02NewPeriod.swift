import Fields

extension CaseRule {
  /// R02: a new period follows an old one and rests on its own assessment, LAB § 167, stk. 1, 2. pkt. A gap is lawful.
  ///
  /// Support around a discharge or at the start of an education is a right: stk. 2 and 3 ask for no assessment, and such
  /// support may begin while other support runs. Then a person should look at what runs. What is written while a period
  /// runs, such as a notice or a correction, gives no new one: the assessment stands in the decision that did.
  static let newPeriod = CaseRule("R02") { context in
    let kind = context.caseFile.decision?.kind?.value
    let isProlongation = kind == .prolongation
    let isWithin = kind.map(withinAPeriod.contains) == true
    guard let earlier = context.caseFile.support?.earlierPeriods, !earlier.isEmpty else {
      return isProlongation
        ? .incomplete("Den tidligere periode er ikke oplyst.")
        : .notApplicable("Sagen oplyser ikke om tidligere perioder.")
    }
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    let basis = context.parts.basis ?? .ordinary
    let isRight = basis.isRight
    var breaches = overlaps(period, earlier, basis)
    if isProlongation {
      breaches += gap(before: period, context) + tooSoon(context, earlier)
    } else if !isRight, !isWithin {
      breaches += missingAssessment(context) + tooSoon(context, earlier)
      // A prolongation has no place for what of an application is refused.
      if kind != .partialGrant { breaches += followsDirectly(period, earlier) }
    }
    breaches += copies(context, earlier)
    if !breaches.isEmpty { return .breached(breaches) }
    if isProlongation, context.isMissing("afgoerelse.vurdering") {
      return .incomplete("Den konkrete vurdering er ikke skrevet.")
    }
    if isWithin {
      return .fulfilled(
        "Perioden ligger efter de tidligere, og brevet giver ikke en ny. Vurderingen står i afgørelsen.")
    }
    return .fulfilled(
      isRight
        ? "Perioden falder ikke sammen med en tidligere. Støtten er en ret og kræver ikke en ny vurdering."
        : "Den nye periode ligger efter de tidligere, og den konkrete vurdering er skrevet.")
  }

  private static let withinAPeriod: Set<DecisionKind> = [.change, .mentorChange, .information, .correction]

  private static func overlaps(
    _ period: Period, _ earlier: [CaseFile.EarlierPeriod], _ basis: MentorSupport.Basis
  ) -> [Breach] {
    earlier.enumerated().compactMap { index, row in
      guard let from = row.from?.value, let to = row.to?.value, from <= period.to, to >= period.from else { return nil }
      return Breach(
        message:
          "Den nye periode begynder den \(period.from.danish), men den tidligere periode "
          + "(mentorstoette.tidligerePerioder.\(index + 1)) løber til den \(to.danish).",
        path: "mentorstoette.tidligerePerioder.\(index + 1)", position: row.position,
        help: basis.isRight
          ? "Se efter, om den løbende bevilling skal ændres eller ophøre."
          : "Lad den nye periode begynde tidligst den \(to.adding(days: 1).danish). Skal en løbende "
            + "bevilling ændres, er det en ændring og ikke en ny periode.",
        weight: basis.isRight ? .concern : .rule, provisions: [basis.provision])
    }
  }

  /// A decision that is not called a prolongation has its assessment among its reasons.
  private static func missingAssessment(_ context: RuleContext) -> [Breach] {
    let decision = context.caseFile.decision
    guard decision?.reasons?.considerations == nil else { return [] }
    return [
      Breach(
        message:
          "Støtten gives i en ny periode, men "
          + "\(CaseLabels.name(of: "afgoerelse.begrundelse.hensyn")) mangler, så den konkrete "
          + "vurdering fremgår ikke.",
        path: "afgoerelse.begrundelse.hensyn", position: decision?.reasons?.position ?? decision?.position,
        help: "Skriv, hvad borgeren har opnået i den tidligere periode, og hvorfor der er brug for mere støtte.")
    ]
  }

  private static func followsDirectly(_ period: Period, _ earlier: [CaseFile.EarlierPeriod]) -> [Breach] {
    guard let index = earlier.firstIndex(where: { $0.to?.value.adding(days: 1) == period.from }) else { return [] }
    return [
      Breach(
        message:
          "Perioden følger lige efter en tidligere periode (mentorstoette.tidligerePerioder.\(index + 1)). Den kan "
          + "skrives som en forlængelse, hvor brevet viser, hvad der er opnået, og hvad der resterer.",
        path: "mentorstoette.tidligerePerioder.\(index + 1)", position: earlier[index].position,
        help: "Skriv \"forlaengelse\" i afgoerelse.type, og udfyld afgoerelse.vurdering.", weight: .concern)
    ]
  }

  /// The citizen may be without support for some days; that is lawful, and seldom meant.
  private static func gap(before period: Period, _ context: RuleContext) -> [Breach] {
    guard let earlier = context.parts.earlier else { return [] }
    let first = earlier.to.adding(days: 1)
    guard first < period.from else { return [] }
    let last = period.from.adding(days: -1)
    return [
      Breach(
        message: "Borgeren har ingen støtte "
          + (first == last ? "den \(first.danish)" : "fra den \(first.danish) til den \(last.danish)")
          + ", mellem den tidligere og den nye periode.",
        path: "mentorstoette.periode.fra", position: context.caseFile.support?.period?.from?.position,
        help: "Se efter, om det er meningen. Lad ellers den nye periode begynde den \(first.danish).", weight: .concern)
    ]
  }

  /// What the citizen has reached in a period can be assessed when it has begun, and not before.
  private static func tooSoon(_ context: RuleContext, _ earlier: [CaseFile.EarlierPeriod]) -> [Breach] {
    guard let index = earlier.firstIndex(where: { $0.from.map { $0.value > context.date } == true }),
      let from = earlier[index].from?.value
    else { return [] }
    return [
      Breach(
        message:
          "Den tidligere periode (mentorstoette.tidligerePerioder.\(index + 1)) begynder først den "
          + "\(from.danish), efter afgørelsens dato den \(context.date.danish). En ny periode kræver en konkret "
          + "vurdering, når den første udløber.",
        path: "mentorstoette.tidligerePerioder.\(index + 1).fra", position: earlier[index].from?.position,
        help: "Vent med afgørelsen, eller ret datoerne.")
    ]
  }

  /// The assessment is made anew each time: a text that stood in the earlier decision is none.
  private static func copies(_ context: RuleContext, _ earlier: [CaseFile.EarlierPeriod]) -> [Breach] {
    let decision = context.caseFile.decision
    let old = earlier.enumerated().compactMap { index, row in
      row.reasons.map { (path: "mentorstoette.tidligerePerioder.\(index + 1).begrundelse", words: Words($0.value)) }
    }
    var breaches: [Breach] = []
    func compare(_ said: Said<String>?, _ path: String, with others: [(path: String, words: Words)]) {
      guard let said, case let words = Words(said.value),
        let other = others.first(where: { $0.words.hold(words) })
      else { return }
      breaches.append(
        Breach(
          message: "\(CaseLabels.name(of: path)) er det samme som \(CaseLabels.name(of: other.path)).", path: path,
          position: said.position,
          help: "Skriv den vurdering, der er foretaget nu: en ny periode kræver en ny, konkret vurdering.",
          weight: .concern))
    }
    let reached = decision?.assessment?.reached
    compare(reached, "afgoerelse.vurdering.opnaaet", with: old)
    compare(
      decision?.assessment?.remaining, "afgoerelse.vurdering.resterer",
      with: old + (reached.map { [(path: "afgoerelse.vurdering.opnaaet", words: Words($0.value))] } ?? []))
    compare(decision?.reasons?.considerations, "afgoerelse.begrundelse.hensyn", with: old)
    return breaches
  }
}

/// The words of a text, without what a copy may differ in: capital letters, white space and punctuation.
private struct Words {
  private let words: [Substring]

  init(_ text: String) { words = text.lowercased().split { !($0.isLetter || $0.isNumber) } }

  /// Whether these are the words of another text, or hold all of them in a row when there are five or more.
  func hold(_ other: Words) -> Bool {
    let (few, many) = (other.words, words)
    guard few != many else { return !few.isEmpty }
    guard few.count >= 5, few.count < many.count else { return false }
    // No word is gone back to (Knuth, Morris and Pratt): where a row breaks off, what of it may begin another is known.
    let beginnings = few.beginnings
    var found = 0
    for word in many {
      while found > 0, few[found] != word { found = beginnings[found - 1] }
      if few[found] == word { found += 1 }
      if found == few.count { return true }
    }
    return false
  }
}

extension [Substring] {
  /// For each word, how many words up to it also begin the list.
  fileprivate var beginnings: [Int] {
    var lengths = [Int](repeating: 0, count: count)
    var length = 0
    for index in indices.dropFirst() {
      while length > 0, self[length] != self[index] { length = lengths[length - 1] }
      if self[length] == self[index] { length += 1 }
      lengths[index] = length
    }
    return lengths
  }
}
