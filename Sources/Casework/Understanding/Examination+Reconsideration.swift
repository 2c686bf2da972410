import Diagnostics
import Fields

extension Examination {
  /// The complaint and the decision that it is about, in the order of time.
  mutating func complaintCase() -> ComplaintCase? {
    let said = caseFile.reconsideration
    let place = said?.position ?? caseFile.position
    let received = require(
      said?.received, "genvurdering.klageModtaget", in: place, ["rsb-11-1"],
      help: "Skriv den dag, hvor klagen er modtaget.")
    let decided = require(
      said?.decisionDate, "genvurdering.afgoerelsesdato", in: place,
      help: "Skriv datoen på den afgørelse, der er klaget over.")
    _ = require(
      said?.outcome, "genvurdering.udfald", in: place, ["rsb-11-1"],
      help: "Skriv " + ReconsiderationOutcome.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + ".")
    guard let received, let decided else { return nil }
    let path = "genvurdering.klageModtaget"
    if received < decided {
      report(
        "complaint-before-decision",
        "\(CaseLabels.name(of: path)) er den \(received.danish), før den påklagede afgørelse af \(decided.danish).",
        path: path, at: said?.received?.position, help: "Ret den ene af de to datoer.")
    }
    if let date, received > date {
      report(
        "complaint-after-letter",
        "\(CaseLabels.name(of: path)) er den \(received.danish), efter brevets dato den \(date.danish).", path: path,
        at: said?.received?.position, help: "Ret den ene af de to datoer.")
    }
    if said?.outcome?.value == .late, let lastDay = said?.lastDay, received <= lastDay.value {
      let path = "genvurdering.klagefrist"
      report(
        "complaint-in-time",
        "\(CaseLabels.name(of: path)) er den \(lastDay.value.danish), og klagen er modtaget den \(received.danish). Den kom i "
          + "tide.",
        path: path, at: lastDay.position, basis: cite(["rsl-67"]), help: "Ret datoen eller udfaldet.")
    }
    return ComplaintCase(received: received, decisionDate: decided, text: said?.complaint?.value)
  }

  /// The reasons where law demands them; for a citizen who is wholly right, those that the case gives.
  mutating func reasons(of outcome: ReconsiderationOutcome?) -> Reasons? {
    switch outcome {
    case .partlyUpheld?, .maintained?: reasons()
    case .upheld? where caseFile.decision?.reasons?.facts != nil && caseFile.decision?.reasons?.considerations != nil:
      reasons()
    case .upheld?, .late?, nil: nil
    }
  }

  /// The last day of a deadline that the complaint missed.
  mutating func missedDeadline() -> CalendarDate? {
    require(
      caseFile.reconsideration?.lastDay, "genvurdering.klagefrist",
      in: caseFile.reconsideration?.position ?? caseFile.position, ["rsl-67", "rsb-13"],
      help: "Skriv den sidste dag, hvor klagen kunne være modtaget.")
  }
}
