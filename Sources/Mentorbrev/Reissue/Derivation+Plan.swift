import Casework
import Fields
import Lawbook
import Register

extension DerivationSource {
  /// A plan of its own date, when the plan is affected, or a decision is and the case has none yet. After a refusal or a
  /// stop there is no support to plan.
  ///
  /// - Parameter day: the first day on which what the plan says is so. It is the plan's date, where the law of that day is
  ///   known; otherwise the plan is of today and says from when it holds.
  func addPlan(to derivation: inout Derivation, from day: CalendarDate) {
    guard history.grant != nil || !history.standing.contains(where: \.kind.isJudgement) else { return }
    let first = max(day, order.date)
    let date = isKnown(first) ? first : order.date
    let plans = affected.filter { $0.standing.kind == .minPlan }
    let isFirst =
      affects(\.isJudgement) && !history.standing.contains { $0.kind == .minPlan }
      && ReissueLimits(order).allow(.minPlan)
    guard !plans.isEmpty || isFirst else { return }
    derivation.text["minPlan.dato"] = .date(date)
    // A plan of a day to come may be written more than once before that day, and no other --date would change it.
    if date != order.date, derivation.text["loebenummer"] == nil,
      let serial = history.nextSerial(of: .minPlan, on: date)
    {
      derivation.text["loebenummer"] = .integer(serial)
    }
    derivation.kinds.append(.minPlan)
    for plan in plans { derivation.superseded.append((plan.standing.document.name, .minPlan, date)) }
  }

  /// Whether the law of a plan is known on a day.
  func isKnown(_ day: CalendarDate) -> Bool {
    let basis = new.word("retsgrundlag") ?? LegalBasis.employment.rawValue
    let known = letterbook.lawbook.verifiedSpan(kind: DocumentKind.minPlan.rawValue, legalBasis: basis)
    return known.map { day <= $0.upperBound } != false
  }
}
