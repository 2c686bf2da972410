extension CaseRule {
  /// R06: the goal is a job or an education, LAB § 167.
  static let goal = CaseRule("R06") { context in
    switch context.parts.goal?.kind {
    case .employment?: .fulfilled("Målet er beskæftigelse.")
    case .education?: .fulfilled("Målet er uddannelse.")
    case nil: .incomplete("Målet er ikke oplyst.")
    }
  }
}
