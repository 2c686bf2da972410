extension CaseRule {
  /// The rules of every letter, whatever it is about.
  static let ofLetters: [CaseRule] = [
    serviceLevelReason, actorWord, paragraphNumbers, budgetCeiling, sanctions, channel, issuer,
    civilRegistrationNumbers, verifiedLaw,
  ]

  /// The rules of a letter with complaint guidance.
  static let ofComplaints: [CaseRule] = [complaintGuidance, complaintBody, complaintDeadline, noSuspension]

  /// The rules of a decision that refuses something or takes it away.
  static let ofBurdens: [CaseRule] = [reasons, hearing]

  /// The rules of support and its five fields, in a letter and in *Min Plan*.
  static let ofSupport: [CaseRule] = [
    periodLength, newPeriod, dischargePeriod, planFields, goal, hours, reportedHours, employerNumbers, individual,
    crossesNewLaw, mentorName, dischargePurpose,
  ]

  /// The rules of a decision that gives support: what a caseworker weighs, and reminders.
  static let ofGiving: [CaseRule] = [
    pensioners, dischargeNotice, dischargeCompetence, startOfEducation, furtherMeasures, followUp, weeklyContact,
    serviceLevel, levelLength, residence, educationSupport, detailedGoal, midwayTalk,
  ]

  /// The rules of a grant.
  static let ofGrants = list(ofLetters, ofComplaints, ofSupport, ofGiving)

  /// The rules of a grant of less than was applied for: those of a grant and those of a refusal.
  static let ofPartialGrants = list(ofGrants, ofBurdens)

  /// The rules of a refusal.
  static let ofRefusals = list(ofLetters, ofComplaints, ofBurdens, [individual])

  /// The rules of a notice that the period runs out.
  static let ofExpiry = list(ofLetters, [noticeOfEnd])

  /// The rules of a correction that leaves the complaint guidance as it was.
  static let ofCorrections = list(ofLetters)

  /// The rules of a correction with new complaint guidance.
  static let ofCorrectedGuidance = list(ofLetters, ofComplaints)

  /// The rules of the internal note on other schemes.
  static let ofDelimitation = list([actorWord, civilRegistrationNumbers, verifiedLaw])

  /// The rules of a stop before time.
  static let ofStops = list(ofLetters, ofComplaints, ofBurdens, [furtherMeasuresAtStop, individual])

  /// The rules of a change.
  static let ofChanges = list(ofLetters, ofComplaints, ofSupport, ofGiving, ofBurdens, [planUpdated])

  /// The rules of a letter about a complaint: of a new decision also those of what it gives and what it does not.
  static func ofReconsiderations(_ outcome: ReconsiderationOutcome?) -> [CaseRule] {
    let common = list(ofLetters, [reconsiderationTime, lateComplaint])
    return switch outcome {
    case .upheld?: list(common, ofComplaints, ofSupport, ofGiving)
    case .partlyUpheld?: list(common, ofComplaints, ofSupport, ofGiving, [reasons])
    case .maintained?: list(common, [reasons, individual, noSuspension])
    case .late?, nil: list(common, [individual, noSuspension])
    }
  }

  /// The rules of a hearing: it decides nothing.
  static let ofHearings = list(ofLetters, [individual])

  /// The rules of *Min Plan*: those about the support and the plan, not those about a letter.
  static let ofPlans = list(
    ofSupport,
    [
      followUp, actorWord, paragraphNumbers, issuer, planUpdated, civilRegistrationNumbers, verifiedLaw, midwayTalk,
    ])

  /// The rules of information about another mentor: the support must still be what *Min Plan* can hold.
  static let ofMentorChanges = list(ofLetters, ofSupport, [planUpdated])

  /// The rules of information about new facts: the support is not judged again.
  static let ofInformation = list(ofLetters)

  /// The rules of every paper about a contract.
  static let ofContractPapers = list([
    hours, reportedHours, employerNumbers, actorWord, paragraphNumbers, civilRegistrationNumbers, crossesNewLaw,
    verifiedLaw, mentorName, perPlace,
  ])

  /// The rules of what a contract pays, and to whom.
  static let ofPayment: [CaseRule] = [
    employerEffort, directContact, notPaid, actualWage, courseGrant, courseHours, grantInVitas, stateRefund,
  ]

  /// The rules of a contract and its supplements.
  static let ofContracts = list(ofContractPapers, ofPayment, [periodLength])

  /// The rules of a grant to a company or an institution.
  static let ofEmployerGrants = list(ofContractPapers, ofPayment, [periodLength, issuer])

  /// The rules of a framework agreement: it may run longer than the support of one person.
  static let ofFrameworks = list(ofContractPapers, ofPayment)

  /// Several lists as one, in the order of the rules' ids.
  static func list(_ lists: [CaseRule]...) -> [CaseRule] { lists.flatMap(\.self).sorted { $0.id < $1.id } }
}

/// The rules that cases are checked against, whatever they are about.
package enum CheckedRules {
  /// Their ids, each once and in order.
  package static let ids: [String] = {
    let lists = [
      CaseRule.ofPartialGrants, CaseRule.ofRefusals, CaseRule.ofExpiry, CaseRule.ofCorrectedGuidance,
      CaseRule.ofDelimitation, CaseRule.ofStops, CaseRule.ofChanges, CaseRule.ofHearings, CaseRule.ofPlans,
      CaseRule.ofMentorChanges, CaseRule.ofInformation, CaseRule.ofContracts, CaseRule.ofEmployerGrants,
      CaseRule.ofFrameworks, CaseRule.ofReconsiderations(.partlyUpheld), CaseRule.ofReconsiderations(.maintained),
    ]
    return Set(lists.joined().map(\.id)).sorted()
  }()
}
