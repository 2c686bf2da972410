public import Fields

/// The deadline for a complaint (klagefrist): four weeks from the day on which the citizen received the decision,
/// retssikkerhedsloven § 67, stk. 1.
///
/// The day of receipt is not counted, so the last day is the same weekday four weeks later; when that is not a
/// working day, it is the next working day.
public struct ComplaintDeadline: Sendable, Hashable {
  /// The number of weeks that the citizen has.
  public static let weeks = 4

  /// The day on which the citizen received the decision.
  public let received: CalendarDate
  /// How it reached the citizen.
  public let channel: Channel
  /// What the citizen received on that day.
  public var start: DeadlineStart

  /// Creates the deadline that runs from a day of receipt.
  public init(received: CalendarDate, channel: Channel = .digital, start: DeadlineStart = .decision) {
    self.received = received
    self.channel = channel
    self.start = start
  }

  /// The last day on which a complaint is in time.
  public var lastDay: CalendarDate { received.adding(days: 7 * Self.weeks).orNextWorkingDay }
}

/// What a complaint deadline runs from (loeberFra): the decision, or a later letter with the guidance that the decision
/// lacked.
public enum DeadlineStart: String, ChoiceValue {
  /// The decision itself.
  case decision = "afgoerelsen"
  /// This letter, in which the guidance is put right.
  case letter = "brevet"

  /// The choice's name in templates.
  public static let choiceName = "loeberFra"

  /// What the word means.
  public var label: String {
    switch self {
    case .decision: "afgørelsen"
    case .letter: "dette brev"
    }
  }
}

/// When a letter is presumed to be received.
///
/// - Digital Post: the day it becomes available, lov om Digital Post fra offentlige afsendere § 10; also on a Sunday.
///   Confirmed.
/// - Paper: the sixth weekday after date and dispatch (Ankestyrelsen's guidance of 2018). Confirmed as practice when
///   it was published; not confirmed after the change of letter carrier in 2026. Only true working days are counted,
///   which can only move the day later, to the citizen's advantage.
public enum PresumedReceipt {
  /// Working days between a paper letter's dispatch and its presumed receipt.
  public static let paperWorkingDays = 6

  /// The presumed day of receipt of a letter dated and sent on a day.
  public static func day(sent: CalendarDate, by channel: Channel) -> CalendarDate {
    switch channel {
    case .digital: sent
    case .paper: sent.adding(workingDays: paperWorkingDays)
    }
  }
}
