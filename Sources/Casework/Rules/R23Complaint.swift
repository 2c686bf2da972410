import Fields

extension CaseRule {
  /// R23: the letter tells how to complain. The templates prove that they print it; the case gives where to send it.
  static let complaintGuidance = CaseRule("R23") { context in
    context.isMissing("myndighed.navn", "myndighed.adresse", "myndighed.telefon")
      ? .incomplete("Det er ikke oplyst, hvor en klage skal sendes hen.")
      : .fulfilled("Brevet har en klagevejledning, og det er oplyst, hvor en klage skal sendes hen.")
  }

  /// R26: the body that decides complaints follows from the legal basis.
  static let complaintBody = CaseRule("R26") { context in
    (context.caseFile.legalBasis?.value ?? .employment) == .employment
      ? .fulfilled("Klager behandles af Ankestyrelsens Beskæftigelsesudvalg.")
      : .notApplicable("Støtten gives efter integrationsloven, og klageinstansen er ikke bekræftet.")
  }

  /// R27: four weeks from receipt, counted as ``ComplaintDeadline`` does; and nobody receives a letter before its date.
  static let complaintDeadline = CaseRule("R27") { context in
    if let said = context.caseFile.decision?.receiptDate, said.value < context.date {
      return .breach(
        "\(CaseLabels.name(of: "afgoerelse.modtagelsesdag")) er den \(said.value.danish), før "
          + "afgørelsens dato den \(context.date.danish). Klagefristen ville blive for kort.",
        path: "afgoerelse.modtagelsesdag", at: said.position,
        help: "Skriv den dag, hvor brevet bliver tilgængeligt for borgeren, eller udelad feltet.", weight: .necessity)
    }
    if let said = context.caseFile.decision?.receiptDate, said.value > context.date.adding(days: 14) {
      let isImpossible = said.value > context.date.adding(days: 60)
      return .breach(
        "\(CaseLabels.name(of: "afgoerelse.modtagelsesdag")) er den \(said.value.danish), mere end "
          + "\(isImpossible ? 60 : 14) dage efter afgørelsens dato den \(context.date.danish).",
        path: "afgoerelse.modtagelsesdag", at: said.position,
        help: isImpossible
          ? "Ret dagen. Skal brevet først sendes senere, så giv afgørelsen den dato."
          : "Se efter, om dagen er rigtig. Klagefristen regnes fra den.",
        weight: isImpossible ? .necessity : .concern)
    }
    guard let citizen = context.parts.citizen else { return .incomplete("Borgeren er ikke oplyst.") }
    let deadline = citizen.complaintDeadline(
      sent: context.date, named: context.caseFile.decision?.receiptDate, context.parts.recipients)
    return .fulfilled(
      "Klagefristen er 4 uger. Modtages brevet den \(deadline.received.danish), er sidste dag den "
        + "\(deadline.lastDay.danish)."
    )
  }
}

extension Citizen {
  /// The deadline that every recipient's letter prints: it runs from the citizen's receipt, RSL § 67, by the citizen's
  /// own channel, whoever else gets the letter and however.
  ///
  /// Where the letter is not to the citizen, it runs from when it comes to those whom it is to, and to the citizen who has a
  /// copy: of several days the last, for nobody may be told of one that is too early.
  ///
  /// It runs from the day of receipt that the case names, else from the day on which the letter is presumed received.
  func complaintDeadline(
    sent date: CalendarDate, named: Said<CalendarDate>?, _ recipients: [Addressed]
  ) -> ComplaintDeadline {
    let citizen = recipients.first { $0.recipient.role == .citizen }
    let counted = citizen.flatMap { $0.isCopy ? nil : [$0] }
    let channels = (counted ?? recipients.filter { !$0.isCopy } + [citizen].compactMap(\.self)).map(\.recipient.channel)
    let channel: Channel = channels.isEmpty && isExemptFromDigitalPost || channels.contains(.paper) ? .paper : .digital
    return ComplaintDeadline(
      received: named?.value ?? PresumedReceipt.day(sent: date, by: channel), channel: channel)
  }
}
