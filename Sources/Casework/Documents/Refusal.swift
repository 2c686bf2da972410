import Diagnostics
public import Fields

/// A decision that refuses mentor support (*afslag*), as one letter to one recipient.
public struct Refusal: LetterModel {
  /// `afslag`.
  public static let kind = DocumentKind.refusal
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs
    + [
      "mentorstoette.art", "mentorstoette.tidligerePerioder", "afgoerelse.ansoegning", "afgoerelse.begrundelse",
      "afgoerelse.partshoering",
    ]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What is refused.
  public var application: Application
  /// Which rule it was held against: ordinary support, when the case says nothing else.
  public var supportKind: SupportKind
  /// The period that a new one would have followed; nil when the citizen had no support.
  public var earlier: Period?
  /// The support that goes on; nil when there is none on the day of the refusal or after it.
  public var continuing: ContinuingSupport?
  /// Why, FVL §§ 22 and 24.
  public var reasons: Reasons
  /// How the citizen was heard, FVL § 19.
  public var hearing: Hearing
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<Refusal>("afslag") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("ansoegning", "Ansøgning", Application.fields, \.application)
    Field.value("art", "Støttens art", \.supportKind)
    Field.optionalRecord("tidligerePeriode", "Den tidligere periode", Period.fields, \.earlier)
    Field.optionalRecord("fortsat", "Støtte, der fortsætter trods afslaget", ContinuingSupport.fields, \.continuing)
    Field.record("begrundelse", "Begrundelse", Reasons.fields, \.reasons)
    Field.record("partshoering", "Partshøring", Hearing.fields, \.hearing)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<Refusal> {
    Examination.letters(request, of: [.refusal], rules: CaseRule.ofRefusals) { examination, parts in
      parts.isBurdensome = true
      let application = examination.application()
      let reasons = examination.reasons()
      let hearing = examination.hearing()
      examination.checkOtherHelp()
      let supportKind = request.caseFile.support?.kind?.value ?? .ordinary
      examination.checkRight(to: supportKind)
      let hadSupport = request.caseFile.support?.earlierPeriods.isEmpty == false
      let earlier = hadSupport ? examination.earlierPeriod() : nil
      let continuing = examination.continuingSupport()
      guard let application, let reasons, let hearing, let complaint = parts.complaint else { return nil }
      return {
        Refusal(
          letter: $0, application: application, supportKind: supportKind, earlier: earlier,
          continuing: continuing, reasons: reasons, hearing: hearing, complaint: complaint)
      }
    }
  }
}

extension Examination {
  /// A right is refused when its conditions are not met, and for nothing else, LAB § 167, stk. 2 and 3.
  ///
  /// - Parameter help: what to look for in the reasons.
  mutating func checkRight(
    to kind: SupportKind,
    help: String = "Se efter, at begrundelsen siger, hvilken betingelse borgeren ikke opfylder."
  ) {
    // The right at the start of an education began in 2022.
    guard kind.isRight, let basis = cite([kind.provision]) else { return }
    let path = "mentorstoette.art"
    report(
      .warning, "refuses-a-right",
      "\(CaseLabels.name(of: path)) er \(kind.label). Den, der opfylder betingelserne, har ret til støtten.",
      path: path, at: caseFile.support?.kind?.position, basis: basis, help: help)
  }

  /// Whoever refuses should have looked at other help, RSL § 5; that it is told is good practice.
  fileprivate mutating func checkOtherHelp() {
    let reasons = caseFile.decision?.reasons
    guard reasons?.otherHelp == nil else { return }
    let path = "afgoerelse.begrundelse.andenHjaelp"
    report(
      .warning, "no-other-help",
      "\(CaseLabels.name(of: path)) mangler. Kommunen skal se på, om borgeren kan få hjælp på en anden måde.",
      path: path, at: reasons?.position ?? caseFile.decision?.position, basis: cite(["rsl-5"]),
      help: "Skriv, hvilken anden hjælp der er overvejet, og hvor borgeren kan søge den.")
  }
}
