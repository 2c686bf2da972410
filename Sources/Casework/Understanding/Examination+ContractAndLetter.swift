import Diagnostics
import Fields

extension Examination {
  /// What a paper about a contract says otherwise than the letter that the same case sends to the citizen.
  ///
  /// Each may be right by itself: an employer may be new, and new terms may hold from another day than a decision. So a
  /// person is told, and nothing stops.
  mutating func checkAgainstLetter(_ parts: CaseParts) {
    guard caseFile.citizen != nil else { return }
    checkGoalAgainstLetter()
    if let supplement = caseFile.contract?.supplement {
      checkSupplementAgainstLetter(supplement)
    } else if kind == .contract || kind == .employerGrant {
      checkFirstDayAgainstLetter(parts.period)
    }
    if [.contract, .employerGrant, .contractSupplement].contains(kind) { checkLastDayAgainstLetter(parts.period) }
  }

  /// A contract aims at job or education, as the support does; only the words are its own.
  private mutating func checkGoalAgainstLetter() {
    guard let ours = caseFile.contract?.goal?.kind, let theirs = caseFile.support?.goal?.kind,
      ours.value != theirs.value
    else { return }
    warn(
      "kontrakt.maal.type", "er \(ours.value.label)", "mentorstoette.maal.type", "er \(theirs.value.label)",
      at: ours.position, help: "Ret det ene. Kun ordene er kontraktens egne.")
  }

  /// Where the letter says that something is new from a day, a contract of the whole period says it of the days before.
  private mutating func checkFirstDayAgainstLetter(_ period: Period?) {
    guard let (path, said) = firstDayOfLetter, let period, period.from < said.value else { return }
    warn(
      "mentorstoette.periode.fra", "er den \(period.from.danish), og fra den dag gælder papiret til arbejdsgiveren",
      path, "er den \(said.value.danish)", at: caseFile.contract?.position,
      help: "Har arbejdsgiveren en kontrakt, så skriv kontrakt.tillaeg med gaelderFra og de tidligere vilkår. Er "
        + "arbejdsgiveren ny, så skriv kontrakten i en sag uden borgeren, med sin egen periode.")
  }

  private mutating func checkLastDayAgainstLetter(_ period: Period?) {
    guard decisionKind == .termination, let period, let stop = caseFile.stop else { return }
    let help =
      "Kontrakten ophører uden varsel, når støtten hører op. Skal den skrives, så gør det i en sag uden borgeren, med den "
      + "periode, den har."
    let ours = "er den \(period.to.danish), og til den dag gælder papiret til arbejdsgiveren"
    if let last = stop.lastDay, last.value < period.to {
      warn(
        "mentorstoette.periode.til", ours, "ophoer.sidsteDag", "er den \(last.value.danish)",
        at: caseFile.contract?.position, help: help)
    } else if let never = stop.neverBegins, never.value {
      warn(
        "mentorstoette.periode.til", ours, "ophoer.begynderIkke", "er sat", at: caseFile.contract?.position, help: help)
    }
  }

  /// What a supplement says of the contract before it, and from when.
  private mutating func checkSupplementAgainstLetter(_ supplement: CaseFile.Supplement) {
    // What is corrected stood in the contract alone.
    guard supplement.isCorrection?.value != true else { return }
    let path = "kontrakt.tillaeg"
    let help = "Ret det ene, hvis de skal være ens."
    if let ours = supplement.from, let (letter, theirs) = firstDayOfLetter, ours.value != theirs.value {
      warn(
        "\(path).gaelderFra", "er den \(ours.value.danish)", letter, "er den \(theirs.value.danish)",
        at: ours.position, help: help)
    }
    let former = supplement.former
    if decisionKind == .mentorChange, let ours = former?.mentor, let theirs = caseFile.mentorChange?.formerMentor,
      ours.value.lowercased() != theirs.value.lowercased()
    {
      warn(
        "\(path).tidligere.mentor", "er ét navn", "mentorskifte.tidligereMentor", "er et andet", at: ours.position,
        help: help)
    }
    guard decisionKind == .change, let before = caseFile.change?.before else { return }
    if let ours = former?.hours, let theirs = before.hours, let minutes = theirs.minutesPerFortnight,
      ours.minutesPerFortnight != minutes
    {
      func words(_ minutes: Int) -> String { "er \(WorkingTime(minutes: minutes / 2).danish) om ugen" }
      warn(
        "\(path).tidligere.timetal", words(ours.minutesPerFortnight), "aendring.foer.timetal", words(minutes),
        at: ours.position, help: help)
    }
    if let ours = former?.period, let theirs = before.period, let mine = ours.danish, let other = theirs.danish,
      mine != other
    {
      warn(
        "\(path).tidligere.periode", "er \(mine)", "aendring.foer.periode", "er \(other)", at: ours.position, help: help
      )
    }
  }

  /// The day from which the letter says that something is new.
  private var firstDayOfLetter: (path: String, said: Said<CalendarDate>)? {
    switch decisionKind {
    case .mentorChange: caseFile.mentorChange?.from.map { ("mentorskifte.fra", $0) }
    case .change: caseFile.change?.from.map { ("aendring.fra", $0) }
    default: nil
    }
  }

  private mutating func warn(
    _ path: String, _ ours: String, _ letter: String, _ theirs: String, at position: UInt32?, help: String
  ) {
    report(
      .warning, "contract-and-letter",
      "\(CaseLabels.name(of: path)) \(ours), men \(CaseLabels.name(of: letter)) \(theirs). Kontrakten og borgerens brev "
        + "siger ikke det samme.",
      path: path, at: position, help: help)
  }
}

extension CaseFile.WeeklyTime {
  fileprivate var minutesPerFortnight: Int { 2 * ((hours?.value ?? 0) * 60 + (minutes?.value ?? 0)) }
}

extension CaseFile.Hours {
  /// Nil where the hours change during the period.
  fileprivate var minutesPerFortnight: Int? {
    guard phases.isEmpty else { return nil }
    let minutes = (hours?.value ?? 0) * 60 + (minutes?.value ?? 0)
    return isFortnightly?.value == true ? minutes : 2 * minutes
  }
}

extension CaseFile.Period {
  fileprivate var danish: String? {
    guard let from = from?.value, let to = to?.value else { return nil }
    return "\(from.danish) til \(to.danish)"
  }
}
