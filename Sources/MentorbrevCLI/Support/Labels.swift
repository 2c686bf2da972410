import Lawbook

extension RuleEntry.Severity {
  /// What a Danish reader calls it.
  var label: String {
    switch self {
    case .law: "lov"
    case .municipality: "kommunens egen"
    case .goodPractice: "god skik"
    }
  }
}

extension Confidence {
  /// What a Danish reader calls it.
  var label: String {
    switch self {
    case .confirmed: "bekræftet"
    case .likely: "sandsynlig"
    case .unconfirmed: "ubekræftet"
    }
  }
}
