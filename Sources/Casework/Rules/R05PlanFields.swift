extension CaseRule {
  /// R05: *Min Plan* holds five fields, BAB § 52. It governs the plan, not the decision.
  static let planFields = CaseRule("R05") { context in
    let support = "mentorstoette"
    if context.isMissing(
      "\(support).maal", "\(support).opgaver", "\(support).periode", "\(support).timetal", "mentor")
    {
      return .incomplete("Et eller flere af de fem felter i Min Plan mangler.")
    }
    if case .later? = context.parts.assignment {
      return .notApplicable(
        "Mentoren er ikke fundet endnu. Afgørelsen kan gives, men Min Plan venter, til mentorens navn "
          + "og kontaktdata er kendt."
      )
    }
    return context.parts.hasSupport && context.parts.assignment != nil
      ? .fulfilled("Mål, mentor, opgaver, periode og timetal er oplyst.")
      : .incomplete("Et eller flere af de fem felter i Min Plan kan ikke bruges.")
  }
}
