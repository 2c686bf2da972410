public import Fields

/// Who a citizen is that belongs to no group of LAB § 6 (personkreds): support is for anyone whom it can help to get or
/// keep an education or a job, as the state's guidance of 2019 says in its chapter 3.
public enum OutsideGroup: String, ChoiceValue {
  /// In an ordinary job.
  case employed = "job"
  /// In a senior job, which counts as ordinary.
  case seniorJob = "seniorjob"
  /// An adult apprentice, which counts as an ordinary job.
  case adultApprentice = "voksenlaerling"
  /// In an ordinary education.
  case student = "uddannelse"
  /// On the way into an ordinary education, unknown to the municipality until now.
  case futureStudent = "foer-uddannelse"
  /// Serving a sentence, or on the way out.
  case prisoner = "afsoning"
  /// Receives early retirement pension: only with a job or an education as goal.
  case disabilityPensioner = "foertidspension"
  /// Receives old-age pension: support has no purpose.
  case oldAgePensioner = "folkepension"

  /// Whether the group is one of LAB § 6 all the same: early retirement pension is its nr. 11, as in § 1 of the order on
  /// active employment, where it was read. Letters speak of it in words of its own.
  var isInAct: Bool { self == .disabilityPensioner }

  /// What support is for in the group, where a letter says it; nil where it may be either.
  var goal: GoalKind? {
    switch self {
    case .employed, .seniorJob: .employment
    case .student, .futureStudent: .education
    case .adultApprentice, .prisoner, .disabilityPensioner, .oldAgePensioner: nil
    }
  }

  /// The choice's name in templates.
  public static let choiceName = "personkreds"

  /// What the word means.
  public var label: String {
    switch self {
    case .employed: "i ordinært job"
    case .seniorJob: "i seniorjob"
    case .adultApprentice: "voksenlærling"
    case .student: "i ordinær uddannelse"
    case .futureStudent: "på vej i ordinær uddannelse"
    case .prisoner: "under afsoning"
    case .disabilityPensioner: "på førtidspension"
    case .oldAgePensioner: "på folkepension"
    }
  }
}
