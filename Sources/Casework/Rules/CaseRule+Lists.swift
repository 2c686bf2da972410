extension CaseRule {
  /// The rules of a grant, in the order of their ids.
  static let ofGrants: [CaseRule] = [
    periodLength, newPeriod, dischargePeriod, dischargeNotice, startOfEducation, planFields, goal,
    hours, reportedHours, employerNumbers, furtherMeasures, serviceLevel, levelLength, residence, individual,
    complaintGuidance, complaintBody, complaintDeadline, actorWord, paragraphNumbers, channel, issuer,
    civilRegistrationNumbers, crossesNewLaw, verifiedLaw, mentorName,
  ]

  /// The rules of *Min Plan*: those about the support and the plan, not those about a letter.
  static let ofPlans: [CaseRule] = [
    periodLength, newPeriod, dischargePeriod, planFields, goal, hours, reportedHours,
    employerNumbers, individual, actorWord, paragraphNumbers, issuer, civilRegistrationNumbers, crossesNewLaw,
    verifiedLaw, mentorName,
  ]
}
