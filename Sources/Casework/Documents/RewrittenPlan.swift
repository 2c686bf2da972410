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
    RewrittenPlan(date: caseFile.plan?.date?.value, isHolistic: caseFile.plan?.isHolistic?.value ?? false)
  }

  /// That goal, tasks, period, hours and the mentor's name and contact data stand in *Min Plan*, which a case writes again
  /// only when it says so.
  ///
  /// - Parameter path: where the case says what is new or right.
  mutating func tellOfPlan(_ path: String, at position: UInt32?) {
    guard caseFile.plan?.date == nil else { return }
    report(
      .warning, "plan-not-updated",
      "Det, der er \(kind == .correction ? "rettet" : "nyt"), står også i Min Plan, og sagen skriver ikke planen igen.",
      path: path, at: position, basis: cite(["bab-52"]),
      help: "Tilføj minPlan med dato, og støtten og mentoren. Så kommer planen med.")
  }
}
