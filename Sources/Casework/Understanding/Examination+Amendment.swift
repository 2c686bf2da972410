import Diagnostics
import Fields

extension Examination {
  /// A contract, or a grant to the employer, is of its own day and holds the terms of that day. A case with a supplement
  /// says the terms that came after, and the paper would be written again as if they had been agreed then.
  mutating func checkNotAmended() {
    guard let said = caseFile.contract?.supplement else { return }
    let path = "kontrakt.tillaeg"
    report(
      "contract-amended",
      "\(CaseLabels.name(of: path)) står i sagen, så sagen har de nye vilkår. Dokumentet (\(kind.label)) er af "
        + "kontraktens dato (kontrakt.dato) og kan ikke skrives om med dem.",
      path: path, at: said.position,
      help: kind == .employerGrant
        ? "Er bevillingen givet, så slet kontrakt.bevilling. Skal arbejdsgiveren have en ny, så skriv den i en sag uden "
          + "kontrakt.tillaeg, med sin egen dato i kontrakt.dato."
        : "Skriv tillægget: --kind kontrakttillaeg. Skal kontrakten selv skrives, så slet kontrakt.tillaeg, og skriv de "
          + "vilkår, der gjaldt på dens dato.")
  }

  /// What a supplement changes: old values are said in the case, new ones are the contract's own.
  ///
  /// So the table of changes and the contract as amended cannot contradict each other.
  mutating func amendment(_ parts: CaseParts, _ terms: ContractTerms?) -> ContractAmendment? {
    let path = "kontrakt.tillaeg"
    let contract = caseFile.contract
    guard let said = contract?.supplement else {
      reportMissing(
        path, in: contract?.position, help: "Skriv tillæggets nummer, dato, første dag og de tidligere vilkår.")
      return nil
    }
    let number = require(said.number, "\(path).nummer", in: said.position)
    let contractDate = require(contract?.date, "kontrakt.dato", in: contract?.position)
    let from = require(said.from, "\(path).gaelderFra", in: said.position)
    if let contractDate, let date, date < contractDate {
      report(
        "supplement-before-contract",
        "\(CaseLabels.name(of: "\(path).dato")) er den \(date.danish), før kontraktens dato den \(contractDate.danish).",
        path: "\(path).dato", at: said.date?.position, help: "Ret den ene af de to datoer.")
    }
    if let from, let period = parts.effort?.period, !period.contains(from) {
      report(
        "supplement-outside-period",
        "\(CaseLabels.name(of: "\(path).gaelderFra")) er den \(from.danish) og ligger ikke i kontraktens periode.",
        path: "\(path).gaelderFra", at: said.from?.position,
        help: "Ret dagen, eller skriv kontraktens nye periode i mentorstoette.periode.")
    }
    let changes = changedTerms(said, parts, terms)
    guard let number, let contractDate, let from, let changes else { return nil }
    return ContractAmendment(
      number: number, contractDate: contractDate, from: from, changes: changes,
      isCorrection: said.isCorrection?.value ?? false, reason: said.reason?.value)
  }

  /// The most time and money from the first day of the new terms, where the terms as they were give another than now.
  ///
  /// The contract as amended says the new cap for the same days, so that the two can be compared.
  private func changedCap(
    _ said: CaseFile.Supplement, _ parts: CaseParts, _ terms: ContractTerms?, _ period: Period?, _ hours: WorkingTime?
  ) -> [ChangedTerm] {
    guard let terms, var effort = parts.effort, let from = said.from?.value,
      period != nil || hours != nil || said.former?.places != nil || said.former?.hourlyPay != nil
    else { return [] }
    if let period { effort.period = period }
    if let places = said.former?.places { effort.places = places.value }
    // A period that had ended by then had nothing left to give or to pay.
    var before = (time: "ingen timer", pay: "ingen betaling")
    if let rest = effort.rest(from: from) {
      effort.hours = hours.map { .weekly($0) } ?? effort.hours.within(rest)
      let cap = ContractCap(
        effort: effort, rate: said.former?.hourlyPay?.value ?? terms.rate.amount, training: terms.training?.amount,
        in: rest)
      before = (cap.wholeTime.danish, cap.total.danish)
    }
    let days = "fra den \(from.danish)"
    return [
      ChangedTerm(name: "Højst timer \(days)", before: before.time, now: terms.cap.wholeTime.danish),
      ChangedTerm(name: "Højst betaling \(days)", before: before.pay, now: terms.cap.total.danish),
    ].filter { $0.before != $0.now }
  }

  private mutating func changedTerms(
    _ said: CaseFile.Supplement, _ parts: CaseParts, _ terms: ContractTerms?
  ) -> NonEmpty<ChangedTerm>? {
    let former = said.former
    let path = "kontrakt.tillaeg.tidligere"
    var changes: [ChangedTerm] = []
    var isComplete = true
    func add(_ name: String, _ key: String, _ before: String?, _ now: String?, _ examination: inout Examination) {
      guard let before, let now else { return }
      if before != now {
        changes.append(ChangedTerm(name: name, before: before, now: now))
        return
      }
      isComplete = false
      examination.report(
        "unchanged-term",
        "\(CaseLabels.name(of: "\(path).\(key)")) er det samme som nu: \(now)\(now.hasSuffix(".") ? "" : ".")",
        path: "\(path).\(key)", at: former?.position, help: "Slet feltet, eller ret kontraktens nye vilkår.")
    }
    let oldPeriod = former?.period.flatMap { period($0, "\(path).periode", in: $0.position, []) }
    let oldHours = former?.hours.flatMap { time($0.hours, $0.minutes, "\(path).timetal", at: $0.position) }
    add("Mentor", "mentor", former?.mentor?.value, parts.assignment?.mentor?.name, &self)
    add("Periode", "periode", oldPeriod?.danish, parts.effort?.period.danish, &self)
    add("Timer om ugen", "timetal", oldHours?.danish, parts.effort?.hours.danish, &self)
    add("Pladser", "pladser", former?.places.map { "\($0.value)" }, parts.effort?.places.map { "\($0)" }, &self)
    if let places = former?.places, let effort = parts.effort, effort.places == nil {
      isComplete = false
      report(
        "places-gone",
        "\(CaseLabels.name(of: "\(path).pladser")) er \(places.value), men kontrakten har ingen pladser nu. Timer til flere "
          + "pladser bliver ikke til timer for én person med et tillæg.",
        path: "\(path).pladser", at: places.position,
        help: "Skriv antallet i kontrakt.pladser, eller indgå en ny kontrakt om personen.")
    }
    add("Timesats", "timeloen", former?.hourlyPay?.value.danish, terms?.rate.amount.danish, &self)
    add(
      "Opsigelsesvarsel", "opsigelsesdage", former?.noticeDays.map { Self.notice($0.value) },
      terms.map { Self.notice($0.noticeDays) }, &self)
    changes += changedCap(said, parts, terms, oldPeriod, oldHours)
    for (index, row) in said.changes.enumerated() {
      let rowPath = "kontrakt.tillaeg.aendringer.\(index + 1)"
      let name = require(row.term, "\(rowPath).vilkaar", in: row.position)
      let before = require(row.before, "\(rowPath).foer", in: row.position)
      let now = require(row.now, "\(rowPath).nu", in: row.position)
      guard let name, let before, let now else { continue }
      changes.append(ChangedTerm(name: name, before: before, now: now))
    }
    if changes.isEmpty, isComplete, former == nil || former?.isEmpty == true, said.changes.isEmpty {
      reportMissing(
        path, in: said.position,
        help:
          "Skriv, hvad der gjaldt før: mentor, periode, timetal, pladser, timeloen eller opsigelsesdage. Andre vilkår skrives i "
          + "kontrakt.tillaeg.aendringer.")
    }
    return NonEmpty(changes)
  }

  /// A notice as a table says it.
  private static func notice(_ days: Int) -> String {
    switch days {
    case 0: "uden varsel"
    case 1: "1 dag"
    default: "\(days) dage"
    }
  }
}

extension Period {
  /// As a table says it: `1. december 2026 til 31. maj 2027`.
  var danish: String { "\(from.danish) til \(to.danish)" }
}

extension WorkingHours {
  /// As a table of hours a week says it: the average, or each phase with its days.
  fileprivate var danish: String {
    if phases.isEmpty { return weeklyAverage.danish }
    return phases.map {
      "\($0.weekly.danish) fra den \($0.period.from.danish) til den \($0.period.to.danish)"
    }.joined(separator: ", ")
  }
}
