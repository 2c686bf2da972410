public import Fields

/// A case (*sag*) exactly as it was said: every field optional, each value typed, checked on its own and with its place.
///
/// What the fields mean together is decided by the models of the documents (`GrantDecision` and its like). The keys,
/// labels and descriptions of the fields are declared once, in the files beside this one that end in `+Input.swift`.
public struct CaseFile: Sendable {
  /// The text it was read from.
  public var source: CaseSource
  /// Where the case begins in its source.
  public var position: UInt32
  /// `sagsnummer`: the authority's own number, free of CPR numbers and safe in a file name.
  public var caseNumber: Said<String>?
  /// `loebenummer`: tells apart two documents of one kind and day in one case.
  public var serialNumber: Said<Int>?
  /// `retsgrundlag`: the act that the case rests on.
  public var legalBasis: Said<LegalBasis>?
  /// `myndighed`.
  public var authority: Authority?
  /// `sagsbehandler`.
  public var caseworker: Caseworker?
  /// `borger`.
  public var citizen: Citizen?
  /// `modtagere`.
  public var recipients: [Recipient] = []
  /// `afgoerelse`.
  public var decision: Decision?
  /// `mentorstoette`.
  public var support: MentorSupport?
  /// `mentor`.
  public var mentor: Mentor?
  /// `mentorskifte`.
  @Aside public var mentorChange: MentorChange?
  /// `orientering`.
  @Aside public var newFacts: NewFacts?
  /// `aendring`.
  @Aside public var change: Change?
  /// `genvurdering`.
  @Aside public var reconsideration: Reconsideration?
  /// `ophoer`.
  @Aside public var stop: Stop?
  /// `minPlan`.
  @Aside public var plan: Plan?
  /// `aftale`.
  @Aside public var agreement: Agreement?
  /// `kontrakt`.
  @Aside public var contract: Contract?
  /// `afgraensning`.
  @Aside public var delimitation: Delimitation?
  /// `egenTekst`.
  public var ownWords: OwnWords?
  /// `forsendelse`.
  @Aside public var dispatch: Dispatch?
  /// `undtagelser`.
  public var waivers: [Waiver] = []

  /// Creates an empty case.
  public init(source: CaseSource = CaseSource(), position: UInt32 = 0) {
    self.source = source
    self.position = position
  }
}

extension CaseFile {
  /// `minPlan`: what is said about *Min Plan* itself.
  public struct Plan: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`.
    public var date: Said<CalendarDate>?
    /// `helhedsorienteretPlan`: whether the plan is part of a *helhedsorienteret plan*.
    public var isHolistic: Said<Bool>?
    /// `paaPapir`: whether the citizen cannot use the digital plan and gets it on paper, BAB § 134.
    public var isOnPaper: Said<Bool>?
    /// `aendringer`: the plan's change log.
    public var changes: [PlanChange] = []
    /// `opfoelgning`.
    public var followUp: FollowUp?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `egenTekst`: paragraphs that the caseworker adds to this letter.
  public struct OwnWords: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `indledning`.
    public var introduction: Said<String>?
    /// `begrundelse`.
    public var reasons: Said<String>?
    /// `afslutning`.
    public var closing: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `undtagelser`: a rule that is set aside in this case, and why.
  public struct Waiver: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `regel`: the rule's id, such as `R13`.
    public var rule: Said<String>?
    /// `grund`: the written reason.
    public var reason: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
