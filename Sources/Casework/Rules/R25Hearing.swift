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
    if let deadline = said?.deadline, deadline.value >= context.date, said?.answer == nil {
      return .breach(
        "\(CaseLabels.name(of: "\(path).frist")) er den \(deadline.value.danish) og er ikke udløbet den "
          + "\(context.date.danish). Borgeren har ikke svaret endnu.",
        path: "\(path).frist", at: deadline.position,
        help: "Vent med afgørelsen, til fristen er udløbet, eller skriv borgerens svar.", weight: .necessity)
    }
    return .fulfilled(
      "Borgeren er hørt den \(sent.value.danish) og har \(said?.answer == nil ? "ikke svaret" : "svaret").")
  }
}
