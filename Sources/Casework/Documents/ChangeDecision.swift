public import Fields

/// A decision that changes granted support (*ændring*), as one letter to one recipient.
public struct ChangeDecision: LetterModel {
  /// `aendring`.
  public static let kind = DocumentKind.change
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + GrantedSupport.inputs
    + ["aendring", "afgoerelse.ansoegning", "afgoerelse.begrundelse", "afgoerelse.partshoering"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What changes, and when.
  public var change: SupportChange
  /// The support as it becomes, with its mentor.
  public var granted: GrantedSupport
  /// Why: told whatever the change, and demanded by FVL §§ 22 and 24 when the citizen gets less.
  public var reasons: Reasons
  /// How the citizen was heard, FVL § 19; never missing when the citizen gets less.
  public var hearing: Hearing?
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<ChangeDecision>("aendringsafgoerelse") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("aendring", "Ændring", SupportChange.fields, \.change)
    Field.value("virkning", "Ændringens virkning", get: { $0.effect })
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("begrundelse", "Begrundelse", Reasons.fields, \.reasons)
    Field.optionalRecord("partshoering", "Partshøring", Hearing.fields, \.hearing)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// What the change does to the citizen.
  public var effect: ChangeEffect { change.isBurdensome ? .burden : .noBurden }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<ChangeDecision> {
    Examination.letters(request, of: [.change], rules: CaseRule.ofChanges) { examination, parts in
      let granted = examination.grantedSupport(&parts)
      let change = examination.change(to: granted?.support, received: parts.complaint?.received)
      if let before = change?.period?.before, let from = change?.from, before.from < from { parts.begun = before.from }
      examination.checkNoMentorChange()
      parts.isBurdensome = change?.isBurdensome ?? false
      let reasons = examination.reasons()
      let hearing = examination.hearing(isNeeded: parts.isBurdensome, mayBeWish: true)
      guard let granted, let change, let reasons, let complaint = parts.complaint,
        hearing != nil || !change.isBurdensome
      else { return nil }
      return {
        ChangeDecision(
          letter: $0, change: change, granted: granted, reasons: reasons, hearing: hearing, complaint: complaint)
      }
    }
  }
}

extension Examination {
  /// A change prints what it changes, and says that nothing else is changed: another mentor has a letter of its own.
  fileprivate mutating func checkNoMentorChange() {
    guard let said = caseFile.mentorChange else { return }
    report(
      "change-and-mentor",
      "Sagen har både en ændring (aendring) og et mentorskifte (mentorskifte), og brevet om ændringen viser ikke skiftet.",
      path: "mentorskifte", at: said.position,
      help: "Skriv mentorskiftet i en sag for sig med \"mentorskifte\" i afgoerelse.type, og slet det her.")
  }
}

/// What a change does to the citizen (virkning).
public enum ChangeEffect: String, ChoiceValue {
  /// The citizen gets less: then there was a hearing, or a ground for none.
  case burden = "til-ugunst"
  /// The citizen gets no less, as far as it can be computed.
  case noBurden = "ikke-til-ugunst"

  /// The choice's name in templates.
  public static let choiceName = "virkning"

  /// What the word means.
  public var label: String {
    switch self {
    case .burden: "til ugunst for borgeren"
    case .noBurden: "ikke til ugunst for borgeren"
    }
  }

  /// A burden has its hearing.
  public var implies: [String] { self == .burden ? ["partshoering"] : [] }
}
