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
    if received <= lastDay.value { return .fulfilled("Klagen kom inden fristen.") }
    let moved = lastDay.value.orNextWorkingDay
    if moved != lastDay.value {
      return .breach(
        "\(name), og på den dag slutter en frist ikke. Den slutter den næste arbejdsdag, den \(moved.danish).",
        path: path,
        at: lastDay.position, help: "Skriv den \(moved.danish), og se efter, om klagen kom i tide.", weight: .necessity)
    }
    if outcome == .late, let decided = said?.decisionDate?.value {
      let channel = context.parts.citizen?.channel ?? .digital
      let presumed = ComplaintDeadline(received: PresumedReceipt.day(sent: decided, by: channel)).lastDay
      let first = ComplaintDeadline(received: decided).lastDay
      if lastDay.value < first {
        return .breach(
          "\(name), men afgørelsen er fra den \(decided.danish), og fristen kan tidligst slutte den \(first.danish).",
          path: path, at: lastDay.position,
          help: "Fristen er 4 uger fra den dag, borgeren fik afgørelsen. Kom klagen inden da, skal den genvurderes.",
          weight: .necessity)
      }
      if lastDay.value < presumed {
        return .breach(
          "\(name), men borgeren får breve på papir, og et brev fra den \(decided.danish) er efter det sædvanlige først "
            + "modtaget, så fristen slutter den \(presumed.danish).",
          path: path, at: lastDay.position,
          help: "Se efter, hvornår borgeren fik afgørelsen. Kom klagen i tide, skal den genvurderes. Fik borgeren den "
            + "tidligere, så skriv hvordan i undtagelser (R27b).")
      }
    }
    if outcome == .late { return .fulfilled("Klagen kom efter fristen og sendes videre.") }
    return .breach(
      "\(name), og klagen er modtaget den \(received.danish). En klage, der kommer for sent, sendes straks til "
        + "Ankestyrelsen.",
      path: path, at: lastDay.position, help: "Ret datoen eller udfaldet.",
      weight: outcome == .maintained ? .necessity : .concern)
  }
}
