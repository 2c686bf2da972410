public import Fields

/// The education that a citizen was admitted to (*uddannelsesstart*), LAB § 167, stk. 3.
public struct EducationStart: Sendable, Hashable {
  /// What the education is called.
  public var name: String
  /// Where it takes place.
  public var institution: String
  /// What it qualifies for: the law names two kinds.
  public var qualification: Qualification
  /// The day of admission.
  public var admitted: CalendarDate
  /// The first day of the education, when it is known.
  public var begins: CalendarDate?
  /// The day on which the right was first used, when that was before this period: the six months run from it.
  public var usedSince: CalendarDate?

  /// Creates an education that a citizen was admitted to.
  public init(
    name: String, institution: String, qualification: Qualification, admitted: CalendarDate,
    begins: CalendarDate? = nil, usedSince: CalendarDate? = nil
  ) {
    self.name = name
    self.institution = institution
    self.qualification = qualification
    self.admitted = admitted
    self.begins = begins
    self.usedSince = usedSince
  }

  /// The fields that templates read.
  public static let fields = Fields<EducationStart>("uddannelsesstart") {
    Field.text("navn", "Uddannelsens navn", \.name, .personal)
    Field.text("institution", "Uddannelsessted", \.institution, .personal)
    Field.value("kompetence", "Uddannelsens kompetence", \.qualification, .personal)
    Field.value("optaget", "Optagelsesdag", \.admitted, .personal)
    Field.optionalValue("begynder", "Uddannelsens første dag", \.begins, .personal)
    Field.optionalValue("brugtFra", "Dagen, hvor retten blev brugt første gang", \.usedSince, .personal)
  }
}

/// What an education qualifies for (kompetence), LAB § 167, stk. 3.
public enum Qualification: String, ChoiceValue {
  /// Further study.
  case study = "studie"
  /// An occupation.
  case occupation = "erhverv"

  /// The choice's name in templates.
  public static let choiceName = "kompetence"

  /// What the word means.
  public var label: String {
    switch self {
    case .study: "studiekompetencegivende"
    case .occupation: "erhvervskompetencegivende"
    }
  }
}
