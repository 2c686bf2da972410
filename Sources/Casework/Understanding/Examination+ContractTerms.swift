import Diagnostics
import Fields

extension Examination {
  /// The terms of a contract; everything that is missing or contradicts itself is reported.
  ///
  /// - Parameter first: the first day that hours and cap are about, when that is later than the period's: new terms say
  ///   what is still to come.
  mutating func contractTerms(_ parts: inout CaseParts, from first: CalendarDate? = nil) -> ContractTerms? {
    let rest = first.flatMap { parts.effort?.rest(from: $0) }
    if let rest, let hours = parts.effort?.hours { parts.effort?.hours = hours.within(rest) }
    let said = caseFile.contract
    let employment = caseFile.mentor?.employment?.value
    let relation = employment.flatMap { self.relation($0) }
    let rate = hourlyRate(employment)
    let training = trainingSubsidy()
    let role = dataRole(employment)
    let notice = require(
      said?.termination?.days, "kontrakt.opsigelse.dage", in: said?.termination?.position ?? said?.position,
      help: "Skriv varslet i dage. Ingen lov bestemmer det, så parterne skal aftale det.")
    checkInvoiceNumber(employment, parts.authority)
    let substitute = self.substitute()
    guard let relation, let rate, let role, let notice, let effort = parts.effort, let date else { return nil }
    return ContractTerms(
      relation: relation, rate: rate, hasNewRate: said?.supplement?.setsRate ?? false,
      cap: ContractCap(effort: effort, rate: rate.amount, training: training?.amount, in: rest), training: training,
      vat: said?.vat?.value ?? .unsaid, grantPath: GrantPath(of: relation.kind, said?.channel?.value),
      invoicing: InvoicingTerms(
        interval: said?.invoicing?.interval?.value ?? .month,
        sendingDays: said?.invoicing?.sendingDays?.value ?? 30,
        paymentDays: said?.invoicing?.paymentDays?.value ?? 30,
        refusalMonths: said?.invoicing?.refusalMonths?.value, reference: said?.invoicing?.reference?.value),
      noticeDays: notice, substitute: substitute, dataRole: role,
      needsCriminalRecord: said?.certificates?.criminalRecord?.value ?? false,
      needsChildCertificate: said?.certificates?.children?.value ?? false,
      hasStateRefund: said?.stateRefund?.value ?? false, moving: said?.moving?.value ?? .byConsent,
      keepingYears: said?.keepingYears?.value, breachHours: said?.breachHours?.value,
      reporting: ReportingDays(for: effort.period, on: date), special: said?.special?.value)
  }

  /// Both statements of LAB § 169, stk. 1, where the mentor is an employee of a company or an institution.
  private mutating func relation(_ employment: MentorEmployment) -> ContractRelation? {
    switch employment {
    case .external: return .external
    case .municipality: return .municipality
    case .company: return self.conditions().map { .company($0) }
    case .educationInstitution: return self.conditions().map { .educationInstitution($0) }
    }
  }

  private mutating func conditions() -> EmployerConditions? {
    let said = caseFile.contract
    let beyond = require(
      said?.beyondUsualTraining, "kontrakt.udoverSaedvanligOplaering", in: said?.position, ["lab-169-1"],
      help: "Skriv, hvad mentoren gør ud over det, som stedet sædvanligvis forventes at gøre.")
    let decisive = require(
      said?.decisiveFor, "kontrakt.afgoerendeFor", in: said?.position, ["lab-169-1"],
      help: "Skriv, hvilken aktivitet, hvilket tilbud eller hvilken ansættelse mentoren er afgørende for.")
    guard let beyond, let decisive else { return nil }
    return EmployerConditions(beyondUsual: beyond, decisiveFor: decisive)
  }

  /// The rate: one amount, the parts of a wage, or a fee.
  private mutating func hourlyRate(_ employment: MentorEmployment?) -> HourlyRate? {
    let said = caseFile.contract
    let pay = said?.pay
    if let fee = pay?.fee {
      guard employment == nil || employment == .external else {
        report(
          "fee-for-employee",
          "\(CaseLabels.name(of: "kontrakt.loen.honorar")) er kun for en ekstern konsulent. For en ansat betales de "
            + "faktiske lønomkostninger.",
          path: "kontrakt.loen.honorar", at: fee.position, basis: cite(["bab-loen"]),
          help: "Skriv lønnen i kontrakt.timeloen eller kontrakt.loen.grundloen, eller ret mentor.ansaettelse.")
        return nil
      }
      guard checkFeeAlone(pay) else { return nil }
      return agreed(.fee(fee.value))
    }
    if let pay, pay.contributions == nil, let words = pay.contributionsText {
      reportMissing(
        "kontrakt.loen.andreBidrag", in: words.position, ["bab-loen"],
        help: "Skriv beløbet i kontrakt.loen.andreBidrag, eller slet andreBidragTekst.")
      return nil
    }
    if let wage = pay?.wage {
      var parts = WageParts(wage: wage.value)
      parts.holidayPay = pay?.holidayPay?.value
      parts.pension = pay?.pension?.value
      if let other = pay?.contributions {
        let words = require(
          pay?.contributionsText, "kontrakt.loen.andreBidragTekst", in: pay?.position, ["bab-loen"],
          help: "Skriv, hvilke bidrag det er, for eksempel \"ATP, AES og barselsfond\".")
        guard let words else { return nil }
        parts.contributions = EmployerContributions(amount: other.value, words: words)
      }
      return agreed(.split(parts))
    }
    if let pay, pay.holidayPay ?? pay.pension ?? pay.contributions != nil {
      reportMissing("kontrakt.loen.grundloen", in: pay.position, ["bab-loen"])
      return nil
    }
    let whole = require(
      said?.hourlyPay, "kontrakt.timeloen", in: said?.position, ["bab-loen"],
      help: "Skriv prisen for en time i kontrakt.timeloen, eller del den op i kontrakt.loen.")
    return whole.map { employment == .external ? .fee($0) : .whole($0) }
  }

  /// Whether a fee stands without the parts of a wage, of which nothing would be printed.
  private mutating func checkFeeAlone(_ pay: CaseFile.ContractPay?) -> Bool {
    let parts: [(key: String, position: UInt32?)] = [
      ("grundloen", pay?.wage?.position), ("feriepenge", pay?.holidayPay?.position),
      ("pension", pay?.pension?.position),
      ("andreBidrag", pay?.contributions?.position), ("andreBidragTekst", pay?.contributionsText?.position),
    ]
    let said = parts.filter { $0.position != nil }
    for part in said {
      let path = "kontrakt.loen.\(part.key)"
      report(
        "rate-twice", "\(CaseLabels.name(of: path)) er en del af en løn, men kontrakt.loen.honorar er hele prisen.",
        path: path, at: part.position, basis: cite(["bab-loen"]),
        help: "Slet feltet, eller slet honorar og skriv lønnen i dens dele.")
    }
    return said.isEmpty
  }

  /// A rate in parts, when the whole amount says the same or is not said.
  private mutating func agreed(_ rate: HourlyRate) -> HourlyRate? {
    guard let whole = caseFile.contract?.hourlyPay, whole.value != rate.amount else { return rate }
    report(
      "rate-twice",
      "\(CaseLabels.name(of: "kontrakt.timeloen")) er \(whole.value.danish), men kontrakt.loen giver "
        + "\(rate.amount.danish)",
      path: "kontrakt.timeloen", at: whole.position, basis: cite(["bab-loen"]),
      help: "Ret det ene, eller slet timeloen.")
    return nil
  }

  private mutating func trainingSubsidy() -> TrainingSubsidy? {
    guard let said = caseFile.contract?.trainingGrant else { return nil }
    let path = "kontrakt.uddannelsestilskud"
    let course = require(said.course, "\(path).kursus", in: said.position, ["lab-169-2"])
    let amount = require(said.amount, "\(path).beloeb", in: said.position, ["lab-169-2"])
    guard let course, let amount else { return nil }
    return TrainingSubsidy(course: course, amount: amount)
  }

  /// Who answers for personal data: as said, or as it mostly is, which is told.
  private mutating func dataRole(_ employment: MentorEmployment?) -> DataRole? {
    guard let employment else { return nil }
    let path = "kontrakt.datarolle"
    let usual: DataRole =
      switch employment {
      case .company, .educationInstitution: .controller
      case .external: .processor
      case .municipality: .municipality
      }
    guard let said = caseFile.contract?.dataRole else {
      if employment != .municipality {
        report(
          .note, "data-role-assumed",
          "\(CaseLabels.name(of: path)) er ikke oplyst. Kontrakten siger, at \(employment.counterpart.definite) er "
            + "\(usual.label).",
          path: path, at: caseFile.contract?.position,
          help: "Rollen afhænger af opgaven. Skriv \"selvstaendig\" eller \"databehandler\", når I har vurderet den.")
      }
      return usual
    }
    if (said.value == .municipality) == (employment == .municipality) { return said.value }
    report(
      "data-role",
      "\(CaseLabels.name(of: path)) er \"\(said.value.rawValue)\", men mentoren er \(employment.label).", path: path,
      at: said.position,
      help: employment == .municipality
        ? "Skriv \"kommunen\", eller slet feltet: kommunens egne ansatte er en del af kommunen."
        : "Skriv \"selvstaendig\" eller \"databehandler\".")
    return nil
  }

  private mutating func substitute() -> ContractContact? {
    guard let said = caseFile.contract?.substitute else { return nil }
    let name = require(said.name, "kontrakt.afloeser.navn", in: said.position)
    return name.map { ContractContact(name: $0, phone: said.phone?.value, email: said.email?.value) }
  }

  /// An invoice to a public authority needs its number.
  private mutating func checkInvoiceNumber(_ employment: MentorEmployment?, _ authority: Authority?) {
    guard let authority, authority.invoiceNumber == nil, employment != .municipality else { return }
    let path = "myndighed.ean"
    report(
      .warning, "missing-invoice-number",
      "\(CaseLabels.name(of: path)) mangler. Kontrakten siger, at kommunen oplyser det senere.", path: path,
      at: caseFile.authority?.position ?? caseFile.position,
      help: "Tilføj nummeret, så fakturaen kan sendes rigtigt første gang.")
  }
}

extension Amount {
  /// As a Danish sentence says it: `1.241,50 kr.`
  var danish: String {
    let rest = oere % 100
    return "\(grouped(oere / 100)),\(rest < 10 ? "0" : "")\(rest) kr."
  }
}
