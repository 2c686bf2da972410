import Diagnostics
import Fields

extension Examination {
  /// What the support rests on: ordinary, a discharge with its date, or the start of an education.
  ///
  /// The case says it in `mentorstoette.art`, or the decision does by its name; they may not disagree.
  mutating func supportBasis() -> MentorSupport.Basis? {
    guard let support = caseFile.support else { return .ordinary }
    let implied = decisionKind?.supportKind
    if let said = support.kind, let implied, said.value != implied {
      reportDisagreement(said)
      return nil
    }
    let kind = support.kind?.value ?? implied ?? .ordinary
    guard hasNothingElse(support, than: kind) else { return nil }
    switch kind {
    case .ordinary: return .ordinary
    case .discharge: return discharge(support).map { .discharge($0) }
    case .educationStart: return educationStart(support).map { .educationStart($0) }
    }
  }

  private mutating func discharge(_ support: CaseFile.MentorSupport) -> Discharge? {
    let said = support.discharge
    let date = require(
      said?.date, "mentorstoette.udskrivning.dato", in: said?.position ?? support.position, ["lab-167-2"],
      help: "Skriv den dag, hvor borgeren udskrives eller ventes udskrevet.")
    let isShorterByWish = wishesLess(said?.shorterByWish)
    return date.map { Discharge(date: $0, isShorterByWish: isShorterByWish) }
  }

  private mutating func educationStart(_ support: CaseFile.MentorSupport) -> EducationStart? {
    let said = support.education
    let path = "mentorstoette.uddannelse"
    let place = said?.position ?? support.position
    let provisions = ["lab-167-3"]
    let name = require(said?.name, "\(path).navn", in: place, provisions)
    let institution = require(said?.institution, "\(path).institution", in: place, provisions)
    let qualification = require(
      said?.qualification, "\(path).kompetence", in: place, provisions,
      help: "Skriv \"studie\" eller \"erhverv\". Retten gælder kun uddannelser, der giver en af de to kompetencer.")
    let admitted = require(
      said?.admitted, "\(path).optaget", in: place, provisions, help: "Skriv den dag, hvor borgeren blev optaget.")
    guard let name, let institution, let qualification, let admitted else { return nil }
    if let begins = said?.begins, begins.value < admitted {
      report(
        .warning, "begins-before-admission",
        "\(CaseLabels.name(of: "\(path).begynder")) er den \(begins.value.danish), før optagelsen den "
          + "\(admitted.danish).",
        path: "\(path).begynder", at: begins.position, help: "Se efter, om de to datoer er rigtige.")
    }
    return EducationStart(
      name: name, institution: institution, qualification: qualification, admitted: admitted,
      begins: said?.begins?.value, usedSince: firstUse(support))
  }

  /// The day on which the right was first used, where an earlier period says so; before 2022 there is no right.
  private func firstUse(_ support: CaseFile.MentorSupport) -> CalendarDate? {
    guard cite(["lab-167-3"]) != nil, let from = support.period?.from?.value, let to = support.period?.to?.value,
      let period = Period(from: from, to: to)
    else { return nil }
    let first = EducationSpan(period, in: support).first
    return first < from ? first : nil
  }

  /// Whether the case tells of no other ground for support than the one it is given on; reports it when it does.
  private mutating func hasNothingElse(_ support: CaseFile.MentorSupport, than kind: SupportKind) -> Bool {
    var isAlone = true
    if kind != .discharge, let said = support.discharge {
      report(
        unused: "discharge-without-kind", "mentorstoette.udskrivning", "om en udskrivning", .discharge, said.position,
        kind, "lab-167-2")
      isAlone = false
    }
    if kind != .educationStart, let said = support.education {
      report(
        unused: "education-without-kind", "mentorstoette.uddannelse", "om start på en uddannelse", .educationStart,
        said.position, kind, "lab-167-3")
      isAlone = false
    }
    return isAlone
  }

  private mutating func report(
    unused id: String, _ record: String, _ about: String, _ meant: SupportKind, _ position: UInt32,
    _ kind: SupportKind, _ provision: String
  ) {
    let art = "mentorstoette.art"
    let words = "Sagen oplyser \(about) (\(record))"
    let help = "Skriv \"\(meant.rawValue)\" i \(art), eller slet \(record)."
    switch (caseFile.support?.kind, decisionKind?.supportKind) {
    case (nil, nil):
      report(
        id, "\(CaseLabels.name(of: art)) mangler, når sagen oplyser \(about) (\(record)).", path: art, at: position,
        basis: cite([provision]), help: help)
    case (let said?, nil):
      report(
        id, "\(words), men \(CaseLabels.name(of: art)) er \"\(kind.rawValue)\".", path: art, at: said.position,
        basis: cite([provision]), help: help)
    case (_, .some):
      // The decision says by its name what the support rests on.
      let given = kind == .ordinary ? "almindelig mentorstøtte" : kind.label
      report(
        id, "\(words), men afgørelsen giver \(given).", path: record, at: position, basis: cite([provision]),
        help: "Slet \(record), eller ret afgoerelse.type.")
    }
  }

  private mutating func reportDisagreement(_ said: Said<SupportKind>) {
    let decision = decisionKind
    report(
      "kind-and-type",
      "\(CaseLabels.name(of: "mentorstoette.art")) er \"\(said.value.rawValue)\", men "
        + "\(CaseLabels.name(of: "afgoerelse.type")) er \(decision?.label ?? "").",
      path: "mentorstoette.art", at: said.position, basis: cite(["lab-167-1", "lab-167-2"]),
      help: decision == .prolongation
        ? "Slet mentorstoette.art. En ny periode gives altid som almindelig mentorstøtte."
        : "Slet mentorstoette.art. Støttens art følger af typen.")
  }
}
