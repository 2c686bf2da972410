import Fields

extension CaseRule {
  /// R36: the support and each change in it are in *Min Plan*, LAB § 41, stk. 4, and BAB § 52; the guide on mentor support,
  /// chapter 6. So a plan is not older than the decision whose support it holds.
  ///
  /// Where a case says nothing of the plan's date, the plan is written with the decision and follows it.
  static let planUpdated = CaseRule("R36") { context in
    let plan = context.caseFile.plan
    let planDate = plan?.date?.value ?? context.caseFile.decision?.date?.value ?? context.date
    var changes = (plan?.changes ?? []).enumerated().compactMap { index, row in
      row.date.map { (day: $0.value, path: "minPlan.aendringer.\(index + 1).dato", position: $0.position) }
    }
    if let decision = context.caseFile.decision, let date = decision.date, let kind = decision.kind,
      (DecisionKind.ofPlans + DecisionKind.ofChanges).contains(kind.value)
    {
      changes.append((date.value, "afgoerelse.dato", date.position))
    }
    if changes.isEmpty { return .notApplicable("Sagen oplyser ikke om ændringer.") }
    let later = changes.filter { $0.day > planDate }
    if later.isEmpty {
      return .fulfilled("Min Plan er ført den \(planDate.danish), og ikke før det, den skal indeholde.")
    }
    return .breached(
      later.map { change in
        Breach(
          message:
            "\(CaseLabels.name(of: change.path)) er den \(change.day.danish), men Min Plan er ført den "
            + "\(planDate.danish). Planen skal indeholde støtten, som den er nu.",
          path: change.path, position: change.position,
          help: "Opdater Min Plan, og skriv dagen i minPlan.dato.",
          // A plan that is older than its own changes contradicts itself; a letter beside it does not.
          weight: context.kind == .minPlan ? .rule : .concern)
      })
  }
}
