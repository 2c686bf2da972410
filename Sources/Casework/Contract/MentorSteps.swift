public import Fields

/// The way to the goal: subgoals by rank, and the days on which the mentor tells how it goes.
public struct MentorSteps: Sendable, Hashable {
  /// The subgoals (*delmål*), the most important first.
  public var subgoals: [String]
  /// When the mentor gives status.
  public var status: ReportingDays

  /// Creates steps.
  public init(subgoals: [String], status: ReportingDays) {
    self.subgoals = subgoals
    self.status = status
  }

  /// The fields of a case that it is made of.
  static let inputs = ["kontrakt.delmaal"]

  /// The fields that templates read.
  public static let fields = Fields<MentorSteps>("mentortrin") {
    Field.texts("delmaal", "Delmål, det vigtigste først", \.subgoals)
    Field.record("status", "Status", ReportingDays.fields, \.status)
  }
}

extension Examination {
  /// The subgoals as they are ranked in the case, and the days of status in a period.
  mutating func steps(in period: Period?) -> MentorSteps? {
    var subgoals: [String] = []
    for (index, said) in (caseFile.contract?.subgoals ?? []).enumerated() {
      guard let text = require(said.text, "kontrakt.delmaal.\(index + 1).tekst", in: said.position) else { continue }
      subgoals.append(text)
    }
    guard let period, let date else { return nil }
    return MentorSteps(subgoals: subgoals, status: ReportingDays(for: period, on: date))
  }
}
