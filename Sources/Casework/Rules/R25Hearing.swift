import Fields

extension CaseRule {
  /// R25: before a burdensome decision the citizen is heard on adverse, essential material that the citizen does not know
  /// the authority holds, FVL § 19; the case says when, or why no hearing was needed.
  static let hearing = CaseRule("R25") { context in
    let path = "afgoerelse.partshoering"
    let said = context.caseFile.decision?.hearing
    if said?.exemption != nil {
      return context.isMissing(path)
        ? .incomplete("Grunden til at undlade høring er ikke skrevet.")
        : .fulfilled("Høring var ikke nødvendig. Grunden står i sagen.")
    }
    guard let sent = said?.sent else {
      return context.isMissing(path)
        ? .incomplete("Sagen siger ikke, om borgeren er hørt.")
        : .notApplicable("Afgørelsen er ikke til ugunst for borgeren.")
    }
    if sent.value > context.date {
      return .breach(
        "\(CaseLabels.name(of: "\(path).sendt")) er den \(sent.value.danish), efter afgørelsens dato den "
          + "\(context.date.danish). Borgeren skal høres, før der træffes afgørelse.",
        path: "\(path).sendt", at: sent.position, help: "Hør borgeren først, eller ret datoen.", weight: .necessity)
    }
    if let applied = context.caseFile.decision?.application?.date, sent.value < applied.value {
      return .breach(
        "\(CaseLabels.name(of: "\(path).sendt")) er den \(sent.value.danish), før ansøgningen den "
          + "\(applied.value.danish), så borgeren ikke er hørt om den.",
        path: "\(path).sendt", at: sent.position,
        help: "Hør borgeren om det, der er kommet frem siden ansøgningen, eller ret den ene af de to datoer.",
        weight: .concern)
    }
    let deadline = said?.deadline
    if let deadline, deadline.value <= sent.value {
      return .breach(
        "\(CaseLabels.name(of: "\(path).frist")) er den \(deadline.value.danish), men høringen er sendt den "
          + "\(sent.value.danish). Borgeren har ikke haft en frist til at svare i.",
        path: "\(path).frist", at: deadline.position, help: "Ret den ene af de to datoer.", weight: .necessity)
    }
    if let answer = said?.answer, FillerWords.denyAnswer(answer.value) {
      return .breach(
        "\(CaseLabels.name(of: "\(path).svar")) siger, at borgeren ikke har svaret, og brevet vil vise det som et svar.",
        path: "\(path).svar", at: answer.position,
        help: "Udelad nøglen. Så afgør fristen, om der kan træffes afgørelse.", weight: .necessity)
    }
    if said?.answer != nil { return .fulfilled("Borgeren er hørt den \(sent.value.danish) og har svaret.") }
    if sent.value == context.date {
      return .breach(
        "\(CaseLabels.name(of: "\(path).sendt")) er den \(sent.value.danish), samme dag som afgørelsen, og borgeren har "
          + "ikke svaret.",
        path: "\(path).sendt", at: sent.position,
        help: "Vent på borgerens svar, eller til en rimelig frist er udløbet.", weight: .necessity)
    }
    if let deadline, deadline.value >= context.date {
      return .breach(
        "\(CaseLabels.name(of: "\(path).frist")) er den \(deadline.value.danish) og er ikke udløbet den "
          + "\(context.date.danish). Borgeren har ikke svaret endnu.",
        path: "\(path).frist", at: deadline.position,
        help: "Vent med afgørelsen, til fristen er udløbet, eller skriv borgerens svar.", weight: .necessity)
    }
    let last = deadline?.value ?? context.date.adding(days: -1)
    let received = PresumedReceipt.day(sent: sent.value, by: context.parts.citizen?.channel ?? .digital)
    if received.days(to: last) < Hearing.shortestDays {
      let end =
        deadline.map { "Fristen udløb den \($0.value.danish)" }
        ?? "Afgørelsen er truffet den \(context.date.danish)"
      return .breach(
        "Høringen er sendt den \(sent.value.danish), og borgeren har efter det sædvanlige haft den fra den "
          + "\(received.danish). \(end), og borgeren har ikke svaret.",
        path: "\(path).\(deadline == nil ? "sendt" : "frist")", at: deadline?.position ?? sent.position,
        help: "Se efter, om borgeren har haft tid til at svare. To uger er almindeligt.", weight: .concern)
    }
    return .fulfilled("Borgeren er hørt den \(sent.value.danish) og har ikke svaret.")
  }
}
