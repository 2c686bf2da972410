/// What fields mean for a re-issue.
enum ReissueFields {
  /// What a decision about support fixes, and a change of it is a decision: LAB § 167, BAB § 52.
  static let support = [
    "mentorstoette.timetal", "mentorstoette.periode", "mentorstoette.maal", "mentorstoette.opgaver",
  ]

  /// What makes another decision of it than a change: a person writes that case anew.
  static let otherDecision = [
    "retsgrundlag", "mentorstoette.art", "mentorstoette.udskrivning", "mentorstoette.uddannelse",
    "mentorstoette.tidligerePerioder",
  ]

  /// Another mentor.
  static let mentorName = "mentor.navn"
}
