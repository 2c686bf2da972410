import Casework
import Diagnostics
import Fields
import Register

extension DerivationSource {
  /// A supplement with the terms that change, when the contract is affected: the contract itself stays.
  func withSupplement(_ derivation: Derivation, from day: CalendarDate) -> Result<Derivation, DiagnosticsError> {
    guard let contract = affected.first(where: { $0.standing.kind.isContract }) else { return .success(derivation) }
    var derivation = derivation
    derivation.text["kontrakt.dato"] = contractDate
    if let own = own("kontrakt.tillaeg") {
      derivation.text["kontrakt.tillaeg"] = own
      addSupplement(to: &derivation, from: day)
      return .success(derivation)
    }
    if order.form == .correction, let problem = wrongSupplement(contract.standing, contract.reasons) {
      return .failure(DiagnosticsError([problem], in: .danish))
    }
    var former = CaseRecord()
    var rows: [CaseRecord] = []
    for reason in contract.reasons {
      switch reason {
      case ReissueFields.mentorName: former["mentor"] = contract.standing.state[reason]
      case "mentorstoette.periode": former["periode"] = old[reason]
      case "mentorstoette.timetal":
        guard let time = weeklyTime else { return .failure(DiagnosticsError([hoursProblem], in: .danish)) }
        former["timetal"] = time
      case "kontrakt.pladser": former["pladser"] = old[reason]
      case "kontrakt.timeloen", "kontrakt.loen":
        // The parts say what is paid for; the whole price of an hour also moves the most that is paid.
        if old.hourlyPrice != new.hourlyPrice { former["timeloen"] = old.hourlyPrice.map { .amount($0) } }
        if reason == "kontrakt.loen" { rows += self.rows(reason) }
      case "kontrakt.opsigelse": former["opsigelsesdage"] = old["kontrakt.opsigelse.dage"]
      case _ where corrected[reason] != nil || reason.hasPrefix("kontrakt."): rows += self.rows(reason)
      default: break
      }
    }
    // A telephone number is no term of a contract.
    guard !former.values.isEmpty || !rows.isEmpty else { return .success(derivation) }
    addSupplement(to: &derivation, from: day)
    derivation.text["kontrakt.tillaeg.nummer"] = .integer(nextNumber)
    derivation.text["kontrakt.tillaeg.dato"] = .date(order.date)
    derivation.text["kontrakt.tillaeg.gaelderFra"] = .date(day)
    if order.form == .correction { derivation.text["kontrakt.tillaeg.rettelse"] = .boolean(true) }
    if !former.values.isEmpty { derivation.text["kontrakt.tillaeg.tidligere"] = .record(former) }
    if !rows.isEmpty { derivation.text["kontrakt.tillaeg.aendringer"] = .list(rows) }
    return .success(derivation)
  }

  /// That the error stands in a supplement, and not in the contract: it holds from another day, and something else stood before.
  private func wrongSupplement(_ contract: CaseHistory.Standing, _ reasons: [String]) -> Diagnostic? {
    let wrong = reasons.filter { reason in
      let teller = history.teller(of: reason, to: contract)
      return teller != contract.issue && history.texts[teller]["kontrakt.tillaeg"] != nil
    }
    guard !wrong.isEmpty else { return nil }
    return problem(
      "reissue-wrong-supplement", "Det, der skal rettes, står i et tillæg og ikke i kontrakten: \(named(wrong)).",
      path: wrong[0],
      help: "Skriv selv tillægget i sagen: kontrakt.tillaeg med nummer, dato, den dag det forkerte tillæg gælder fra "
        + "(gaelderFra), og det, der stod i det. Vælg ellers kun borgerens breve med --only.")
  }

  /// The supplement, and the papers that the mentor works with, where they are affected: the order, and the forms with the
  /// hours and the tasks. They are dated as the supplement, and stand in place of the old ones.
  private func addSupplement(to derivation: inout Derivation, from day: CalendarDate) {
    let papers = affected.map(\.standing).filter(\.kind.isContractPaper)
    derivation.kinds += papers.map(\.kind) + [.contractSupplement]
    for paper in papers { derivation.superseded.append((paper.document.name, paper.kind, day)) }
  }

  /// The day of the contract itself.
  private var contractDate: CaseValue? {
    history.contractIssue.flatMap { history.texts[$0]["kontrakt.dato"] } ?? said["kontrakt.dato"]
  }

  /// Each contract has its own.
  private var nextNumber: Int {
    let numbers = history.texts[(history.contractIssue ?? 0)...].compactMap { text -> Int? in
      if case .integer(let number)? = text["kontrakt.tillaeg.nummer"] { number } else { nil }
    }
    return (numbers.max() ?? 0) + 1
  }

  /// The old hours of a week; nil when they changed during the period.
  private var weeklyTime: CaseValue? {
    guard let hours = old["mentorstoette.timetal"]?.record, hours["faser"] == nil else { return nil }
    guard hours["hverAndenUge"] == .boolean(true) else { return .record(hours) }
    func number(_ key: String) -> Int { if case .integer(let number)? = hours[key] { number } else { 0 } }
    let minutes = (number("timer") * 60 + number("minutter")) / 2
    var weekly = CaseRecord()
    weekly["timer"] = .integer(minutes / 60)
    weekly["minutter"] = .integer(minutes % 60)
    return .record(weekly)
  }

  private var hoursProblem: Diagnostic {
    problem(
      "reissue-contract-hours", "Kontraktens tidligere timetal skifter i perioden og kan ikke stå som ét tal.",
      path: "kontrakt.tillaeg.tidligere.timetal",
      help: "Skriv kontrakttillægget i sagen: kontrakt.tillaeg med nummer, dato, gaelderFra og aendringer.")
  }

  /// One row for each term that a reason changes.
  private func rows(_ reason: String) -> [CaseRecord] {
    if let words = corrected[reason] {
      guard let before = words.was, let now = words.now else { return [] }
      return [row(words.subject, before, now)]
    }
    return CaseLabels.parts(of: reason).filter { old[$0] != new[$0] }.map { part in
      row(CaseLabels.labelWithin(part), old.words(at: part), new.words(at: part))
    }
  }

  private func row(_ term: String, _ before: String?, _ now: String?) -> CaseRecord {
    // A contract that does not say a term may still have one: the days that hold when nothing is said.
    let nothing = "Intet særskilt aftalt"
    var row = CaseRecord()
    row["vilkaar"] = .text(term)
    row["foer"] = .text(before ?? nothing)
    row["nu"] = .text(now ?? nothing)
    return row
  }
}

extension CaseRecord {
  /// What an hour costs: the price, or the sum of its parts.
  fileprivate var hourlyPrice: Amount? {
    if case .amount(let price)? = self["kontrakt.timeloen"] { return price }
    let parts = self["kontrakt.loen"]?.record?.values.values.compactMap { part in
      if case .amount(let amount) = part { amount.oere } else { nil }
    }
    return parts.map { Amount(oere: $0.reduce(0, +)) }
  }
}
