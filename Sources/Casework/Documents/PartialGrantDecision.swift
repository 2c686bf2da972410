public import Fields

/// A decision that grants less than was applied for (*delvis bevilling*), as one letter to one recipient.
///
/// It gives support as a grant does, and refuses something as a refusal does: what law asks of either is mandatory.
public struct PartialGrantDecision: LetterModel {
  /// `delvis-bevilling`.
  public static let kind = DocumentKind.partialGrant
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + GrantedSupport.inputs
    + ["afgoerelse.ansoegning", "afgoerelse.begrundelse", "afgoerelse.partshoering", "afgoerelse.ikkeBevilget"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The support that is given, and its mentor.
  public var granted: GrantedSupport
  /// What was applied for.
  public var application: Application
  /// What of it is refused.
  public var refused: String
  /// Why, FVL §§ 22 and 24.
  public var reasons: Reasons
  /// How the citizen was heard, FVL § 19.
  public var hearing: Hearing
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<PartialGrantDecision>("delvis-bevilling") {
    Field.all(of: Letter.fields, \.letter)
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("ansoegning", "Ansøgning", Application.fields, \.application)
    Field.text("ikkeBevilget", "Det, der ikke er bevilget", \.refused, .personal)
    Field.record("begrundelse", "Begrundelse", Reasons.fields, \.reasons)
    Field.record("partshoering", "Partshøring", Hearing.fields) { $0.hearing }
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<PartialGrantDecision> {
    Examination.letters(request, of: [.partialGrant], rules: CaseRule.ofPartialGrants) { examination, parts in
      parts.isBurdensome = true
      let granted = examination.grantedSupport(&parts)
      let application = examination.application()
      let refused = examination.refusedPart()
      if let kind = request.caseFile.support?.kind?.value {
        examination.checkRight(
          to: kind,
          help:
            "Se efter, at det, der ikke er bevilget, ikke er en del af retten, eller at begrundelsen siger, hvilken "
            + "betingelse borgeren ikke opfylder.")
      }
      let reasons = examination.reasons()
      let hearing = examination.hearing()
      guard let granted, let application, let refused, let reasons, let hearing, let complaint = parts.complaint else {
        return nil
      }
      return {
        PartialGrantDecision(
          letter: $0, granted: granted, application: application, refused: refused, reasons: reasons, hearing: hearing,
          complaint: complaint)
      }
    }
  }
}

extension Examination {
  /// What of the application is refused, in words that the result can print.
  fileprivate mutating func refusedPart() -> String? {
    let decision = caseFile.decision
    return require(
      decision?.refused, "afgoerelse.ikkeBevilget", in: decision?.position, ["fvl-22"],
      help: "Skriv, hvad der ikke er bevilget af det, borgeren har søgt om.")
  }
}
