public import Fields

/// The support that a decision gives, with its mentor: what goes into *Min Plan* as well, BAB § 52.
public struct GrantedSupport: Sendable {
  /// The support.
  public var support: MentorSupport
  /// The mentor.
  public var mentor: MentorAssignment
  /// Whether the citizen has a *helhedsorienteret plan* in place of *Min Plan*, BAB § 53.
  public var hasHolisticPlan: Bool

  /// The fields of a case that ordinary support is made of, with the mentor as a citizen reads of one.
  static let ordinaryInputs = [
    "mentorstoette.art", "mentorstoette.maal", "mentorstoette.opgaver", "mentorstoette.periode",
    "mentorstoette.timetal",
    "mentorstoette.serviceniveau", "mentorstoette.mentorOplyses", "mentorstoette.tidligerePerioder",
    "mentor.navn", "mentor.titel", "mentor.telefon", "mentor.email", "mentor.kompetencer", "mentor.ansaettelse",
    "mentor.arbejdsgiver.navn", "mentor.arbejdsgiver.cvr", "mentor.arbejdsgiver.pnummer",
    "minPlan.helhedsorienteretPlan", "minPlan.paaPapir",
  ]

  /// The fields of a case that support of any kind is made of.
  static let inputs = ordinaryInputs + ["mentorstoette.udskrivning", "mentorstoette.uddannelse"]

  /// The fields that templates read.
  public static let fields = Fields<GrantedSupport>("bevilget-stoette") {
    Field.record("mentorstoette", "Mentorstøtte", MentorSupport.fields, \.support)
    Field.all(of: MentorAssignment.fields, \.mentor)
    Field.value("helhedsorienteretPlan", "Helhedsorienteret plan", \.hasHolisticPlan, .personal)
  }
}

extension Examination {
  /// The support that a decision gives; everything that is missing in it is reported.
  mutating func grantedSupport(_ parts: inout CaseParts) -> GrantedSupport? {
    parts.basis = supportBasis()
    parts.goal = goal()
    parts.tasks = tasks()
    parts.period = period()
    settleDischarge(&parts)
    parts.hours = hours(in: parts.period)
    parts.assignment = assignment(in: parts.period)
    guard let support = parts.support, let mentor = parts.assignment else { return nil }
    return GrantedSupport(
      support: support, mentor: mentor, hasHolisticPlan: caseFile.plan?.isHolistic?.value ?? false)
  }
}
