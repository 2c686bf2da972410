public import Fields

/// What the state's data order asks of mentor support, in the units that it asks for (*indberetning*): first and last
/// day, the weekly average in hours and minutes, and the numbers of the mentor's employer (R07a, R08).
public struct PlanReport: Sendable, Hashable {
  /// First and last day.
  public var period: Period
  /// The weekly average.
  public var weekly: WorkingTime
  /// CVR number of the mentor's employer.
  public var companyNumber: String?
  /// P number of the mentor's employer.
  public var productionUnitNumber: String?

  /// What is reported of some support and its mentor.
  public init(_ support: MentorSupport, _ mentor: Mentor) {
    period = support.period
    weekly = support.hours.weeklyAverage
    companyNumber = mentor.employer?.companyNumber
    productionUnitNumber = mentor.employer?.productionUnitNumber
  }

  /// The fields that templates read.
  public static let fields = Fields<PlanReport>("indberetning") {
    Field.record("periode", "Start- og slutdato", Period.fields, \.period)
    Field.value("timer", "Ugentlige timer") { $0.weekly.minutes / 60 }
    Field.value("minutter", "Ugentlige minutter ud over timerne") { $0.weekly.minutes % 60 }
    Field.optionalText("cvr", "CVR-nummer på mentorens arbejdsgiver", \.companyNumber)
    Field.optionalText("pnummer", "P-nummer på mentorens arbejdsgiver", \.productionUnitNumber)
  }
}
