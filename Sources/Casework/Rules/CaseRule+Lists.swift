extension CaseRule {
  /// The rules of every letter, whatever it is about.
  static let ofLetters: [CaseRule] = [
    serviceLevelReason, actorWord, paragraphNumbers, budgetCeiling, sanctions, channel, issuer,
    civilRegistrationNumbers, verifiedLaw,
  ]

  /// The rules of a letter with complaint guidance.
  static let ofComplaints: [CaseRule] = [complaintGuidance, complaintBody, complaintDeadline]

  /// The rules of a decision that refuses something or takes it away.
  static let ofBurdens: [CaseRule] = [reasons, hearing, noSuspension]

  /// The rules of support and its five fields, in a letter and in *Min Plan*.
  static let ofSupport: [CaseRule] = [
    periodLength, newPeriod, dischargePeriod, planFields, goal, hours, reportedHours, employerNumbers, individual,
    crossesNewLaw, mentorName,
  ]

  /// The rules of a decision that gives support: what a caseworker weighs, and reminders.
  static let ofGiving: [CaseRule] = [
    pensioners, dischargeNotice, dischargeCompetence, startOfEducation, furtherMeasures, serviceLevel, levelLength,
    residence,
  ]

  /// The rules of a grant.
  static let ofGrants = list(ofLetters, ofComplaints, ofSupport, ofGiving)

  /// The rules of a refusal.
  static let ofRefusals = list(ofLetters, ofComplaints, ofBurdens, [individual])

  /// The rules of *Min Plan*: those about the support and the plan, not those about a letter.
  static let ofPlans = list(
    ofSupport, [actorWord, paragraphNumbers, issuer, civilRegistrationNumbers, verifiedLaw])

  /// The rules of information about another mentor: the support must still be what *Min Plan* can hold.
  static let ofMentorChanges = list(ofLetters, ofSupport)

  /// Several lists as one, in the order of the rules' ids.
  static func list(_ lists: [CaseRule]...) -> [CaseRule] { lists.flatMap(\.self).sorted { $0.id < $1.id } }
}
