public import Fields

/// A decision that stops mentor support before its time (*ophør*), as one letter to one recipient.
public struct StopDecision: LetterModel {
  /// `ophoer`.
  public static let kind = DocumentKind.stop
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs
    + [
      "ophoer", "mentorstoette.art", "mentorstoette.periode", "mentorstoette.tidligerePerioder",
      "mentorstoette.timetal.faser", "mentorstoette.udskrivning.dato", "minPlan.helhedsorienteretPlan",
      "afgoerelse.begrundelse",
      "afgoerelse.partshoering",
    ]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What stops, and when.
  public var stop: Stop
  /// Which rule the support rested on: the ordinary one, when the case says nothing else.
  public var supportKind: SupportKind
  /// Whether the citizen has a *helhedsorienteret plan* in place of *Min Plan*, BAB § 53.
  public var hasHolisticPlan: Bool
  /// Why, FVL §§ 22 and 24.
  public var reasons: Reasons
  /// How the citizen was heard, FVL § 19.
  public var hearing: Hearing
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<StopDecision>("ophoersafgoerelse") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("ophoer", "Ophør", Stop.fields, \.stop)
    Field.value("art", "Støttens art", \.supportKind)
    Field.value("helhedsorienteretPlan", "Helhedsorienteret plan", \.hasHolisticPlan, .personal)
    Field.record("begrundelse", "Begrundelse", Reasons.fields, \.reasons)
    Field.record("partshoering", "Partshøring", Hearing.fields, \.hearing)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<StopDecision> {
    Examination.letters(request, of: [.termination], rules: CaseRule.ofStops) { examination, parts in
      let caseFile = request.caseFile
      parts.isBurdensome = true
      let stop = examination.stop(received: parts.complaint?.received)
      let reasons = examination.reasons()
      // Who has asked for the stop need not be heard about it.
      let isWish = caseFile.stop?.ground?.value == .ownWish
      let hearing = examination.hearing(isNeeded: !isWish, mayBeWish: isWish) ?? (isWish ? .ownWish : nil)
      guard let stop, let reasons, let hearing, let complaint = parts.complaint else { return nil }
      return {
        StopDecision(
          letter: $0, stop: stop, supportKind: caseFile.support?.kind?.value ?? .ordinary,
          hasHolisticPlan: caseFile.plan?.isHolistic?.value ?? false, reasons: reasons, hearing: hearing,
          complaint: complaint)
      }
    }
  }
}
