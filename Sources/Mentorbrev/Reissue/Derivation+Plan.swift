import Casework
import Register

extension DerivationSource {
  /// A plan of its own date, when the plan is affected, or a decision is and the case has none yet.
  func addPlan(to derivation: inout Derivation) {
    let plans = affected.filter { $0.standing.kind == .minPlan }
    let isFirst =
      affects(\.isJudgement) && !history.standing.contains { $0.kind == .minPlan }
      && ReissueLimits(order.only).allow(.minPlan)
    guard !plans.isEmpty || isFirst else { return }
    derivation.text["minPlan.dato"] = .date(order.date)
    derivation.kinds.append(.minPlan)
    for plan in plans { derivation.superseded.append((plan.standing.document.name, .minPlan, order.date)) }
  }
}
