import Fields

extension CaseRule {
  /// R23: the letter tells how to complain. The templates prove that they print it; the case gives where to send it, and
  /// no text of it says otherwise.
  static let complaintGuidance = CaseRule("R23") { context in
    let contradictions = context.texts(with: .complaint).compactMap { text in
      ComplaintWords.contradiction(in: text, of: context.kind).map { (text, $0) }
    }
    if !contradictions.isEmpty {
      return .breached(
        contradictions.map { text, contradiction in
          Breach(
            text, "siger \(contradiction.subject). Det modsiger brevets klagevejledning.",
            help: "Slet sætningen. Brevet siger selv, hvordan borgeren kan klage.", weight: .necessity)
        })
    }
    return context.isMissing("myndighed.navn", "myndighed.adresse", "myndighed.telefon")
      ? .incomplete("Det er ikke oplyst, hvor en klage skal sendes hen.")
      : .fulfilled("Brevet har en klagevejledning, og det er oplyst, hvor en klage skal sendes hen.")
  }

  /// R26: the body that decides complaints follows from the legal basis.
  static let complaintBody = CaseRule("R26") { context in
    (context.caseFile.legalBasis?.value ?? .employment) == .employment
      ? .fulfilled("Klager behandles af Ankestyrelsens Beskæftigelsesudvalg.")
      : .notApplicable("Støtten gives efter integrationsloven, og klageinstansen er ikke bekræftet.")
  }

  /// R27: four weeks from receipt, counted as ``ComplaintDeadline`` does; and nobody receives a letter before its date, or
  /// before the day on which Digital Post shows it.
  static let complaintDeadline = CaseRule("R27") { context in
    if context.caseFile.legalBasis?.value == .integration {
      return .notApplicable("Støtten gives efter integrationsloven, og reglerne om klage er ikke bekræftet.")
    }
    let breaches = receiptDays(context).compactMap { $0.breach(after: context.date) } + readBeforeDelivery(context)
    if !breaches.isEmpty { return .breached(breaches) }
    guard let deadline = context.parts.complaint else { return .incomplete("Borgeren er ikke oplyst.") }
    return .fulfilled(
      "Klagefristen er 4 uger. Modtages brevet den \(deadline.received.danish), er sidste dag den "
        + "\(deadline.lastDay.danish)."
    )
  }

  /// The days that the case names for the receipt of the letter.
  private static func receiptDays(_ context: RuleContext) -> [ReceiptDay] {
    [
      context.caseFile.decision?.receiptDate.map {
        ReceiptDay(
          path: "afgoerelse.modtagelsesdag", said: $0,
          help: "Skriv den dag, hvor brevet bliver tilgængeligt for borgeren, eller udelad feltet.")
      },
      context.caseFile.dispatch?.deliverFrom.map {
        ReceiptDay(
          path: "forsendelse.leveresFra", said: $0,
          help: "Skriv en dag fra brevets dato og 12 dage frem, eller udelad feltet.")
      },
    ].compactMap(\.self)
  }

  /// A letter that waits in Digital Post cannot have been received while it waits.
  private static func readBeforeDelivery(_ context: RuleContext) -> [Breach] {
    guard let received = context.caseFile.decision?.receiptDate, let from = context.caseFile.dispatch?.deliverFrom,
      received.value < from.value
    else { return [] }
    return [
      Breach(
        message:
          "\(CaseLabels.name(of: "afgoerelse.modtagelsesdag")) er den \(received.value.danish), men brevet kan først "
          + "læses den \(from.value.danish) (forsendelse.leveresFra). Klagefristen ville blive for kort.",
        path: "afgoerelse.modtagelsesdag", position: received.position, help: "Ret den ene af de to datoer.",
        weight: .necessity)
    ]
  }
}

/// A day that a case names for the receipt of its letter: the complaint deadline is counted from it.
private struct ReceiptDay {
  let path: String
  let said: Said<CalendarDate>
  /// What to do about a day before the letter's date.
  let help: String

  func breach(after date: CalendarDate) -> Breach? {
    let name = "\(CaseLabels.name(of: path)) er den \(said.value.danish)"
    if said.value < date {
      return Breach(
        message: "\(name), før afgørelsens dato den \(date.danish). Klagefristen ville blive for kort.", path: path,
        position: said.position, help: help, weight: .necessity)
    }
    guard said.value > date.adding(days: 14) else { return nil }
    let isImpossible = said.value > date.adding(days: 60)
    return Breach(
      message: "\(name), mere end \(isImpossible ? 60 : 14) dage efter afgørelsens dato den \(date.danish).",
      path: path,
      position: said.position,
      help: isImpossible
        ? "Ret dagen. Skal brevet først sendes senere, så giv afgørelsen den dato."
        : "Se efter, om dagen er rigtig. Klagefristen regnes fra den.",
      weight: isImpossible ? .necessity : .concern)
  }
}
