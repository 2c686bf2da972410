import Diagnostics
public import Fields

/// What a letter that decides nothing says of the plan that is written with it (*planen skrives igen*).
public struct RewrittenPlan: Sendable, Hashable {
  /// The day of the new plan; nil when the plan stays as it is.
  public var date: CalendarDate?
  /// Whether the citizen has a *helhedsorienteret plan* in place of *Min Plan*, BAB § 53.
  public var isHolistic: Bool

  /// The fields of a case that it is made of.
  static let inputs = ["minPlan.dato", "minPlan.helhedsorienteretPlan"]

  /// The fields that templates read.
  public static let fields = Fields<RewrittenPlan>("ny-plan") {
    Field.optionalValue("planDato", "Datoen på den plan, der bliver skrevet igen", \.date)
    Field.value("helhedsorienteretPlan", "Helhedsorienteret plan", \.isHolistic, .personal)
  }
}

extension Examination {
  /// The plan that a case writes again: it says the plan's date.
  func rewrittenPlan() -> RewrittenPlan {
    RewrittenPlan(
      date: hasRunningPlan ? caseFile.plan?.date?.value : nil, isHolistic: caseFile.plan?.isHolistic?.value ?? false)
  }

  /// Whether there is a plan that can be written again: it waits until the mentor is found, and none is made of support
  /// that has ended.
  var hasRunningPlan: Bool {
    let waits = caseFile.mentor == nil && caseFile.support?.mentorToFollow != nil
    return !waits && endBeforePlan == nil
  }

  /// The last day of the support, when that is before the day of the plan.
  var endBeforePlan: CalendarDate? {
    guard let end = caseFile.support?.period?.to?.value, let day = caseFile.plan?.date?.value ?? date, end < day else {
      return nil
    }
    return end
  }

  /// That goal, tasks, period, hours and the mentor's name and contact data stand in *Min Plan*, which a case writes again
  /// only when it says so.
  ///
  /// - Parameter path: where the case says what is new or right.
  mutating func tellOfPlan(_ path: String, at position: UInt32?) {
    guard caseFile.plan?.date == nil, hasRunningPlan else { return }
    report(
      .warning, "plan-not-updated",
      "Det, der er \(kind == .correction ? "rettet" : "nyt"), står også i Min Plan, og sagen skriver ikke planen igen.",
      path: path, at: position, basis: cite(["bab-52"]),
      help: "Tilføj minPlan med dato, og støtten og mentoren. Så kommer planen med.")
  }
}
