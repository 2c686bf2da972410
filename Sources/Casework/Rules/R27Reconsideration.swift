import Fields

extension CaseRule {
  /// R27a: a complaint is looked at again within four weeks of its receipt, or the citizen is told of the delay,
  /// BEK 861/2025 § 11.
  static let reconsiderationTime = CaseRule("R27a") { context in
    guard let received = context.caseFile.reconsideration?.received else {
      return .incomplete("Det er ikke oplyst, hvornår klagen er modtaget.")
    }
    let day = received.value.adding(days: 28)
    if context.date <= day { return .fulfilled("Genvurderingen er færdig inden 4 uger, den \(day.danish).") }
    if let told = context.caseFile.reconsideration?.delayTold, told.value <= day {
      return .fulfilled("Borgeren har den \(told.value.danish) fået besked om, at genvurderingen tager længere tid.")
    }
    return .breach(
      "\(CaseLabels.name(of: "genvurdering.klageModtaget")) er den \(received.value.danish). Genvurderingen skulle være "
        + "færdig senest den \(day.danish).",
      path: "genvurdering.klageModtaget", at: received.position,
      help:
        "Send brevet nu. Er borgeren underrettet om forsinkelsen, så skriv dagen i genvurdering.forsinkelseMeddelt.",
      weight: .concern)
  }

  /// R27b: a complaint that came too late goes on at once, without being looked at; only Ankestyrelsen can disregard the
  /// deadline, BEK 861/2025 § 13 and RSL § 67.
  static let lateComplaint = CaseRule("R27b") { context in
    let said = context.caseFile.reconsideration
    guard let received = said?.received?.value, let outcome = said?.outcome?.value else {
      return .incomplete("Klagens dag eller udfald er ikke oplyst.")
    }
    guard let lastDay = said?.lastDay else {
      return outcome == .late
        ? .incomplete("Klagefristens sidste dag er ikke oplyst.")
        : .notApplicable("Sagen oplyser ikke klagefristens sidste dag.")
    }
    let path = "genvurdering.klagefrist"
    let name = "\(CaseLabels.name(of: path)) er den \(lastDay.value.danish)"
    let help = "Ret datoen eller udfaldet."
    if outcome == .late, let decided = said?.decisionDate?.value,
      case let first = ComplaintDeadline(received: decided).lastDay, lastDay.value < first
    {
      return .breach(
        "\(name), men afgørelsen er fra den \(decided.danish), og fristen kan tidligst slutte den \(first.danish).",
        path: path, at: lastDay.position,
        help: "Fristen er 4 uger fra den dag, borgeren fik afgørelsen. Kom klagen inden da, skal den genvurderes.",
        weight: .necessity)
    }
    switch (outcome == .late, received > lastDay.value) {
    case (true, true): return .fulfilled("Klagen kom efter fristen og sendes videre.")
    case (false, false): return .fulfilled("Klagen kom inden fristen.")
    case (true, false):
      return .breach(
        "\(name), og klagen er modtaget den \(received.danish). Den kom i tide.", path: path, at: lastDay.position,
        help: help, weight: .necessity)
    case (false, true):
      return .breach(
        "\(name), og klagen er modtaget den \(received.danish). En klage, der kommer for sent, sendes straks til "
          + "Ankestyrelsen.",
        path: path, at: lastDay.position, help: help, weight: outcome == .maintained ? .necessity : .concern)
    }
  }
}
