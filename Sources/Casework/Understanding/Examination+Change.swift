import Diagnostics
package import Fields

extension Examination {
  /// The change from the old values to the support as it becomes; one that changes nothing is reported.
  ///
  /// - Parameter received: the day on which the citizen has the letter.
  mutating func change(to support: MentorSupport?, received: CalendarDate?) -> SupportChange? {
    let said = caseFile.change
    let place = said?.position ?? caseFile.position
    let from = require(
      said?.from, "aendring.fra", in: place, help: "Skriv den første dag, hvor de nye værdier gælder.")
    guard let old = said?.before else {
      reportMissing(
        "aendring.foer", in: place, ["fvl-24"],
        help: "Skriv de gamle værdier af det, der ændres: timetal, periode, maal, opgaver.")
      return nil
    }
    let path = "aendring.foer"
    let errors = diagnostics.count
    var before: (hours: WorkingHours?, period: Period?, goal: Goal?, tasks: NonEmpty<MentorTask>?) = (
      nil, nil, nil, nil
    )
    if let said = old.period { before.period = period(said, "\(path).periode", in: said.position, ["bab-52-4"]) }
    if let said = old.hours {
      before.hours = hours(
        said, "\(path).timetal", in: before.period ?? support?.period, named: "\(path).periode")
    }
    if let said = old.goal { before.goal = goal(said, "\(path).maal", in: said.position) }
    if !old.tasks.isEmpty { before.tasks = tasks(old.tasks, "\(path).opgaver") }
    guard diagnostics.count == errors, let from, let support else { return nil }
    let days = [before.period, support.period].compactMap(\.self)
    guard days.contains(where: { $0.contains(from) }) else {
      report(
        "change-outside-period",
        "\(CaseLabels.name(of: "aendring.fra")) er den \(from.danish), og den dag er der ingen støtte at ændre.",
        path: "aendring.fra", at: said?.from?.position, help: "Ret datoen, eller ret perioden.")
      return nil
    }
    if let ended = before.period, let date, ended.to < date, support.period.to > ended.to {
      report(
        "change-after-end",
        "\(CaseLabels.name(of: "\(path).periode.til")) er den \(ended.to.danish), før afgørelsens dato den \(date.danish). "
          + "Støtten er slut, og der er ingen støtte at ændre.",
        path: "\(path).periode.til", at: old.period?.to?.position, basis: cite(["lab-167-1"]),
        help: "Skriv en ny periode som \"forlaengelse\": den kræver en ny, konkret vurdering.")
      return nil
    }
    guard let change = SupportChange(from: from, before: before, now: support) else {
      report(
        "no-change", "Sagen ændrer ikke noget: det, der står i \(path), er det samme som i mentorstoette.",
        path: path, at: old.position,
        help:
          "Skriv de gamle værdier i \(path) og de nye i mentorstoette. Er det kun mentoren, der skifter, så brug \"mentorskifte\"."
      )
      return nil
    }
    checkEffect(change, received: received)
    return change
  }

  /// What is over cannot be changed: neither days before the change, nor support that has ended before it.
  private mutating func checkDays(_ period: Changed<Period>, from: CalendarDate) {
    let said = caseFile.support?.period
    let (before, now) = (period.before, period.now)
    if before.from != now.from, now.from < from {
      let path = "mentorstoette.periode.fra"
      report(
        "change-of-past",
        "\(CaseLabels.name(of: path)) er den \(now.from.danish) og var den \(before.from.danish), men ændringen gælder først "
          + "fra den \(from.danish). Dage før ændringen kan ikke ændres.",
        path: path, at: said?.from?.position, help: "Skriv den gamle startdato, eller ret aendring.fra.")
    }
    if now.to.adding(days: 1) < from {
      let path = "mentorstoette.periode.til"
      report(
        "change-after-new-end",
        "\(CaseLabels.name(of: path)) er den \(now.to.danish), men ændringen gælder først fra den \(from.danish). Da er "
          + "støtten allerede slut.",
        path: path, at: said?.to?.position,
        help: "Skriv dagen efter den nye slutdato i aendring.fra, eller ret slutdatoen.")
    }
  }

  /// - Parameter received: the day on which the citizen has the letter.
  private mutating func checkEffect(_ change: SupportChange, received: CalendarDate?) {
    if let period = change.period { checkDays(period, from: change.from) }
    let position = caseFile.change?.from?.position
    if let date, let received, change.isBurdensome, date <= change.from, change.from < received {
      report(
        .warning, "change-before-receipt",
        "\(CaseLabels.name(of: "aendring.fra")) er den \(change.from.danish), men borgeren har først brevet den "
          + "\(received.danish), og borgeren får mindre.",
        path: "aendring.fra", at: position, help: "Skriv en dag, hvor borgeren har fået brevet.")
    }
    if let date, change.from < date, change.isBurdensome {
      report(
        .warning, "change-before-decision",
        "\(CaseLabels.name(of: "aendring.fra")) er den \(change.from.danish), før afgørelsens dato den \(date.danish), og "
          + "borgeren får mindre.",
        path: "aendring.fra", at: position, help: "Se efter, om støtten kan sættes ned med tilbagevirkende kraft.")
    }
    let hearing = caseFile.decision?.hearing
    if !change.isBurdensome, change.goal != nil || change.hasReplacedTasks, hearing?.sent == nil,
      hearing?.exemption == nil
    {
      report(
        .warning, "maybe-burdensome",
        "\(change.goal != nil ? "Målet er ændret" : "Opgaver er skiftet ud"). Om det er til ugunst for borgeren, kan ikke "
          + "beregnes.",
        path: "aendring.foer", at: caseFile.change?.before?.position, basis: cite(["fvl-19"]),
        help: "Er det til ugunst, så hør borgeren. Ellers skriv hvorfor ikke i afgoerelse.partshoering.undladt.")
    }
  }
}

extension SupportChange {
  /// What changes from the support of one case to that of another; nil when nothing does, or one of them is not whole.
  package static func between(_ old: CaseRequest, _ new: CaseRequest, from day: CalendarDate) -> SupportChange? {
    func support(_ request: CaseRequest) -> MentorSupport? {
      var examination = Examination(request, kind: .change, date: day)
      var parts = CaseParts()
      _ = examination.grantedSupport(&parts)
      return parts.support
    }
    guard let before = support(old), let now = support(new) else { return nil }
    return SupportChange(
      from: day, before: (before.hours, before.period, before.goal, before.tasks), now: now)
  }
}
