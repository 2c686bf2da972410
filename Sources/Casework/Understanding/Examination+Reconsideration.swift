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
    checkDeadline(of: received)
    checkDelay(since: received)
    return ComplaintCase(received: received, decisionDate: decided, text: said?.complaint?.value)
  }

  /// A complaint that is called late came after the deadline that the letter names.
  private mutating func checkDeadline(of received: CalendarDate) {
    let path = "genvurdering.klagefrist"
    guard caseFile.reconsideration?.outcome?.value == .late, let lastDay = caseFile.reconsideration?.lastDay,
      received <= lastDay.value
    else { return }
    report(
      "complaint-in-time",
      "\(CaseLabels.name(of: path)) er den \(lastDay.value.danish), og klagen er modtaget den \(received.danish). Den kom i "
        + "tide.",
      path: path, at: lastDay.position, basis: cite(["rsl-67"]), help: "Ret datoen eller udfaldet.")
  }

  /// The citizen is told of a delay while there is a complaint to wait for.
  private mutating func checkDelay(since received: CalendarDate) {
    guard let told = caseFile.reconsideration?.delayTold else { return }
    let path = "genvurdering.forsinkelseMeddelt"
    let field = "\(CaseLabels.name(of: path)) er den \(told.value.danish)"
    if told.value < received {
      report(
        "delay-before-complaint", "\(field), før klagen blev modtaget den \(received.danish).", path: path,
        at: told.position, help: "Ret den ene af de to datoer.")
    }
    if let date, told.value > date {
      report(
        "delay-after-letter", "\(field), efter brevets dato den \(date.danish).", path: path, at: told.position,
        help: "Ret datoen. Er borgeren ikke underrettet, så slet den.")
    }
  }

  /// The reasons where there must be some; nil after reporting what is missing in them, and where there need be none.
  mutating func reasons(of outcome: ReconsiderationOutcome) -> Reasons? { needsReasons(outcome) ? reasons() : nil }

  /// Whether the letter has reasons: law demands them of what goes against the citizen. Elsewhere a case may leave them
  /// out; when it writes some, it writes both facts and considerations, so that none of its words is lost.
  func needsReasons(_ outcome: ReconsiderationOutcome) -> Bool {
    switch outcome {
    case .partlyUpheld, .maintained: return true
    case .upheld, .late:
      let said = caseFile.decision?.reasons
      return said?.facts != nil || said?.considerations != nil || said?.otherHelp != nil
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
