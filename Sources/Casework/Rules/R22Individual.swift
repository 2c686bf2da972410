extension CaseRule {
  /// R22: support is granted to one person, not to an undefined group.
  static let individual = CaseRule("R22") { context in
    context.parts.citizen == nil
      ? .incomplete("Borgeren er ikke oplyst.") : .fulfilled("Afgørelsen gælder én bestemt borger.")
  }
}
