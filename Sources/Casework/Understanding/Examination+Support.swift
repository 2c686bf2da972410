import Diagnostics
import Fields

extension Examination {
  /// The goal.
  mutating func goal() -> Goal? {
    let support = caseFile.support
    return goal(support?.goal, "mentorstoette.maal", in: support?.goal?.position ?? support?.position)
  }

  /// A goal with its type and words.
  mutating func goal(_ said: CaseFile.Goal?, _ path: String, in place: UInt32?) -> Goal? {
    let provisions = ["lab-167-1", "bab-52-1"]
    let kind = require(said?.kind, "\(path).type", in: place, provisions)
    let text = require(said?.text, "\(path).tekst", in: place, provisions)
    guard let kind, let text else { return nil }
    return Goal(kind: kind, text: text)
  }

  /// The tasks, at least one.
  mutating func tasks() -> NonEmpty<MentorTask>? {
    let support = caseFile.support
    guard let said = support?.tasks, !said.isEmpty else {
      reportMissing("mentorstoette.opgaver", in: support?.position, ["bab-52-3"], help: "Tilføj mindst én opgave.")
      return nil
    }
    return tasks(said, "mentorstoette.opgaver")
  }

  /// Tasks with their areas and words.
  mutating func tasks(_ said: [CaseFile.Task], _ path: String) -> NonEmpty<MentorTask>? {
    var tasks: [MentorTask] = []
    for (index, task) in said.enumerated() {
      let area = require(task.area, "\(path).\(index + 1).omraade", in: task.position, ["bab-52-3"])
      let text = require(task.text, "\(path).\(index + 1).tekst", in: task.position, ["bab-52-3"])
      if let area, let text { tasks.append(MentorTask(area: area, text: text)) }
    }
    return NonEmpty(tasks)
  }

  /// The period of the support.
  mutating func period() -> Period? {
    let support = caseFile.support
    return period(
      support?.period, "mentorstoette.periode", in: support?.position, ["lab-167-1", "bab-52-4"])
  }

  /// A period with both its days, in order.
  mutating func period(
    _ said: CaseFile.Period?, _ path: String, in place: UInt32?, _ provisions: [String]
  ) -> Period? {
    period(from: said?.from, to: said?.to, path, in: said?.position ?? place, provisions)
  }

  /// A period of two days that a case names, in order.
  mutating func period(
    from: Said<CalendarDate>?, to: Said<CalendarDate>?, _ path: String, in place: UInt32?, _ provisions: [String]
  ) -> Period? {
    let last = to?.position
    let from = require(from, "\(path).fra", in: place, provisions)
    let to = require(to, "\(path).til", in: place, provisions)
    guard let from, let to else { return nil }
    return ordered(from, to, path, at: last)
  }

  /// A period, or nil after reporting that it ends before it begins.
  mutating func ordered(
    _ from: CalendarDate, _ to: CalendarDate, _ path: String, at position: UInt32?
  ) -> Period? {
    if let period = Period(from: from, to: to) { return period }
    report(
      "period-order",
      "\(CaseLabels.name(of: "\(path).til")) er den \(to.danish), og det er før periodens første dag, "
        + "den \(from.danish).",
      path: "\(path).til", at: position, help: "Ret den ene af de to datoer. Begge dage er med i perioden.")
    return nil
  }

  /// What a letter says of the six months around a discharge: which earlier support counts, and that the citizen wishes
  /// less. A wish means nothing when the support lasts six months: then no letter may say that it is short.
  mutating func settleDischarge(_ parts: inout CaseParts) {
    guard case .discharge(var discharge)? = parts.basis, let period = parts.period else { return }
    let span = DischargeSpan(period, in: caseFile.support)
    discharge.counted = NonEmpty(span.counted).map(CountedSupport.init)
    defer { parts.basis = .discharge(discharge) }
    guard discharge.isShorterByWish, !span.isShort else { return }
    discharge.isShorterByWish = false
    let path = "mentorstoette.udskrivning.kortereEfterOenske"
    report(
      .warning, "wish-not-used", "\(CaseLabels.name(of: path)) er ikke brugt: støtten varer mindst 6 måneder i alt.",
      path: path,
      at: caseFile.support?.discharge?.shorterByWish?.position, basis: cite(["lab-167-2"]),
      help: "Slet feltet, eller afkort perioden, hvis borgeren ønsker det.")
  }
}
