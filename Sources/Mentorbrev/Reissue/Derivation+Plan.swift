import Casework
import Fields
import Register

extension DerivationSource {
  /// A plan of its own date, when the plan is affected, or a decision is and the case has none yet. After a refusal or a
  /// stop there is no support to plan.
  ///
  /// - Parameter day: the first day on which what the plan says is so; it is the plan's date.
  func addPlan(to derivation: inout Derivation, from day: CalendarDate) {
    guard history.grant != nil || !history.standing.contains(where: \.kind.isJudgement) else { return }
    let date = max(day, order.date)
    let plans = affected.filter { $0.standing.kind == .minPlan }
    let isFirst =
      affects(\.isJudgement) && !history.standing.contains { $0.kind == .minPlan }
      && ReissueLimits(order).allow(.minPlan)
    guard !plans.isEmpty || isFirst else { return }
    derivation.text["minPlan.dato"] = .date(date)
    derivation.kinds.append(.minPlan)
    for plan in plans { derivation.superseded.append((plan.standing.document.name, .minPlan, date)) }
  }
}
