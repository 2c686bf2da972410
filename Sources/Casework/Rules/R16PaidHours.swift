import Fields

extension CaseRule {
  /// R16: only hours of direct contact are paid; preparation is not.
  static let directContact = unpaid(
    "R16", ["forbered"], "forberedelse",
    "Der betales kun for timer med direkte kontakt. Kontrakten siger det.")

  /// R17: transport, the mentor's sickness, and what it costs to provide the service, are not paid.
  static let notPaid = unpaid(
    "R17",
    [
      "transport", "befordring", "kørsel", "kilometer", "km-", "sygdom", "sygeløn", "overhead", "administration",
      "husleje", "lokale", "kontorhold", "it-udgift",
    ], "transport, sygdom eller omkostninger ved at levere ydelsen",
    "Transport, befordring, sygdom og omkostninger ved at levere ydelsen betales ikke. Kontrakten siger det.")

  /// R20: hours on a course are not among the paid hours.
  static let courseHours = unpaid(
    "R20", ["kursus", "kurser", "uddannelse"], "kursustid", "Timer på kursus regnes ikke med. Kontrakten siger det.",
    // The course itself may be paid, LAB § 169, stk. 2.
    pay: PaymentWords.ofTime)

  /// What may not be counted would hide among the other contributions of the employer, whose words are looked at; or the
  /// parties agree on it in words of their own, which a person must judge.
  private static func unpaid(
    _ id: String, _ signs: [String], _ what: String, _ fulfilled: String, pay: PaymentWords = .ofAnything
  ) -> CaseRule {
    CaseRule(id) { context in
      let contract = context.caseFile.contract
      if let said = contract?.pay?.contributionsText,
        let sign = EmployerContribution.firstOther(in: said.value, signs)
      {
        let path = "kontrakt.loen.andreBidragTekst"
        return .breach(
          "\(CaseLabels.name(of: path)) nævner \"\(sign)\". \(what.firstUppercased) kan ikke regnes med i timesatsen.",
          path: path, at: said.position,
          help: "Tag beløbet ud af timesatsen. Er det et bidrag til en fond, så skriv fondens navn.")
      }
      let agreed = context.agreedTerms.filter { pay.arePromised(for: signs, in: $0.words) }
      if agreed.isEmpty { return .fulfilled(fulfilled) }
      return .breached(
        agreed.map {
          Breach(
            message: "\(CaseLabels.name(of: $0.path)) ser ud til at love betaling for \(what). Det kan ikke betales.",
            path: $0.path, position: $0.position,
            help: "Se efter, hvad vilkåret siger. Er det en betaling, så tag den ud.", weight: .concern)
        })
    }
  }

  /// R18: employees are paid by what their hour really costs, not by an average or a flat rate.
  static let actualWage = CaseRule("R18") { context in
    if let free = context.caseFile.contract.flatMap(freeHour) { return .breached([free]) }
    let pay = context.caseFile.contract?.pay
    guard let employment = context.caseFile.mentor?.employment?.value, employment != .external else {
      return .notApplicable("Mentoren er ikke ansat; prisen er et honorar.")
    }
    if let said = pay?.basis, said.value == .average {
      return .breach(
        "\(CaseLabels.name(of: "kontrakt.loen.grundlag")) er \(said.value.label). Der betales de faktiske "
          + "lønomkostninger for den enkelte mentor.",
        path: "kontrakt.loen.grundlag", at: said.position, help: "Find lønnen i lønsystemet, og skriv \"loensystem\".")
    }
    if pay?.basis == nil, pay?.wage == nil, let said = context.caseFile.contract?.hourlyPay,
      said.value.oere > 0, said.value.oere.isMultiple(of: 1000)
    {
      return .breach(
        "\(CaseLabels.name(of: "kontrakt.timeloen")) er et rundt tal, \(said.value.danish) Det ligner en fast takst.",
        path: "kontrakt.timeloen", at: said.position,
        help: "Se efter, om beløbet er mentorens faktiske løn. Er det, så skriv \"loensystem\" i "
          + "kontrakt.loen.grundlag.",
        weight: .concern)
    }
    return .fulfilled("Der betales de faktiske lønomkostninger. Kontrakten siger det.")
  }

  /// An hour that costs nothing is mostly a cell that was filled in to get on; whoever the mentor is.
  private static func freeHour(_ contract: CaseFile.Contract) -> Breach? {
    let pay = contract.pay
    let amounts = [
      ("kontrakt.timeloen", contract.hourlyPay), ("kontrakt.loen.honorar", pay?.fee),
      ("kontrakt.loen.grundloen", pay?.wage), ("kontrakt.loen.feriepenge", pay?.holidayPay),
      ("kontrakt.loen.pension", pay?.pension), ("kontrakt.loen.andreBidrag", pay?.contributions),
    ].compactMap { path, said in said.map { (path: path, said: $0) } }
    guard let first = amounts.first, amounts.allSatisfy({ $0.said.value.oere == 0 }) else { return nil }
    return Breach(
      message: "\(CaseLabels.name(of: first.path)) er 0 kr. Papiret siger, at en time med mentoren ikke koster noget.",
      path: first.path, position: first.said.position,
      help: "Skriv, hvad en time koster, hvis mentoren får løn eller honorar.", weight: .concern, provisions: [])
  }
}

extension String {
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}

extension RuleContext {
  /// What the parties have agreed on in words of their own, term by term.
  fileprivate var agreedTerms: [(path: String, words: String, position: UInt32)] {
    let contract = caseFile.contract
    var terms: [(path: String, words: String, position: UInt32)] = []
    if let special = contract?.special {
      terms.append(("kontrakt.saerligeVilkaar", special.value, special.position))
    }
    for (index, row) in (contract?.supplement?.changes ?? []).enumerated() {
      guard let term = row.term, let now = row.now else { continue }
      // Only both together say it: »Kørsel«, »3,94 kr. pr. km«.
      terms.append(("kontrakt.tillaeg.aendringer.\(index + 1).nu", "\(term.value): \(now.value)", now.position))
    }
    return terms
  }
}
