import Diagnostics
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

extension Sequence<Diagnostic> {
  /// `1 error`, `2 errors`.
  var numberOfErrors: String {
    let number = count { $0.severity == .error }
    return number == 1 ? "1 error" : "\(number) errors"
  }
}
