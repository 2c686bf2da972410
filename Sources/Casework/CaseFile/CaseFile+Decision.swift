public import Fields

extension CaseFile {
  /// `afgoerelse`: the decision.
  public struct Decision: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `type`.
    public var kind: Said<DecisionKind>?
    /// `dato`: the day that decides which law applies.
    public var date: Said<CalendarDate>?
    /// `modtagelsesdag`: the day on which the citizen is expected to receive the letter.
    public var receiptDate: Said<CalendarDate>?
    /// `begrundelse`.
    public var reasons: Reasons?
    /// `ansoegning`.
    public var application: Application?
    /// `partshoering`.
    @Aside public var hearing: Hearing?
    /// `ikkeBevilget`: what of the application is refused, when some of it is granted.
    public var refused: Said<String>?
    /// `vurdering`: what a new period rests on.
    @Aside public var assessment: Assessment?
    /// `udloeb`.
    @Aside public var expiry: Expiry?
    /// `berigtigelse`.
    @Aside public var correction: Correction?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `begrundelse`: the reasons of a decision.
  public struct Reasons: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `faktum`: the facts that were given weight.
    public var facts: Said<String>?
    /// `hensyn`: the main considerations.
    public var considerations: Said<String>?
    /// `andenHjaelp`: other help that the citizen can seek.
    public var otherHelp: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `ansoegning`: what the citizen applied for.
  public struct Application: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`.
    public var date: Said<CalendarDate>?
    /// `tekst`.
    public var text: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `partshoering`: the hearing before a decision.
  public struct Hearing: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `sendt`.
    public var sent: Said<CalendarDate>?
    /// `frist`: the day until which the citizen could answer.
    public var deadline: Said<CalendarDate>?
    /// `svar`.
    public var answer: Said<String>?
    /// `paataenkt`: the decision that is considered.
    public var intended: Said<IntendedDecision>?
    /// `overvejelse`: what is considered, in words.
    public var consideration: Said<String>?
    /// `oplysninger`: the information that it would rest on.
    public var information: Said<String>?
    /// `betydning`: why the information matters.
    public var significance: Said<String>?
    /// `undladt`: why no hearing was needed.
    public var exemption: Said<HearingExemption>?
    /// `undladtGrund`: the same in words, when it is another ground.
    public var exemptionGround: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
