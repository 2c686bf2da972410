public import Fields

/// The five fields about mentor support in *Min Plan*, BAB § 52.
///
/// Unlike the decision, it needs a named mentor.
public struct MinPlan: DocumentModel {
  /// `min-plan`.
  public static let kind = DocumentKind.minPlan
  /// The fields of a case that it is made of.
  public static let inputs =
    CaseFile.commonInputs + GrantedSupport.inputs
    + [
      "borger", "afgoerelse.type", "afgoerelse.dato", "afgoerelse.begrundelse.hensyn", "afgoerelse.vurdering",
      "minPlan.dato", "minPlan.aendringer", "minPlan.opfoelgning", "aendring.fra", "mentorskifte.fra",
      "forsendelse",
    ]

  /// What tells this plan apart from every other document.
  public var identity: DocumentIdentity
  /// Whether the plan is marked UDKAST.
  public var isDraft: Bool
  /// The act that the support rests on.
  public var legalBasis: LegalBasis
  /// The authority.
  public var authority: Authority
  /// Who made or revised the plan, BAB § 135.
  public var caseworker: Caseworker
  /// The citizen.
  public var citizen: Citizen
  /// The support.
  public var support: MentorSupport
  /// The mentor.
  public var mentor: Mentor
  /// The first day of what is new, when the plan is written because something became another after the support had begun.
  public var validFrom: CalendarDate?
  /// Date and delivery.
  public var plan: PlanDelivery
  /// The citizen's address, when the plan is delivered on paper and the address is known.
  public var postalAddress: Address?
  /// Whether the citizen has a *helhedsorienteret plan* in place of *Min Plan*, BAB § 53.
  public var hasHolisticPlan: Bool
  /// The change log.
  public var changes: [PlanChange]
  /// How far the support has come, when it has been followed up.
  public var followUp: FollowUp?

  /// To the citizen, with the citizen's letter.
  public var dispatch: Dispatch? {
    Dispatch(
      authority: authority,
      recipient: Recipient(
        name: citizen.name, address: postalAddress, role: .citizen, channel: plan.isOnPaper ? .paper : .digital,
        number: .person(citizen.civilRegistrationNumber)),
      recipientPath: "borger", isEnclosed: true)
  }

  /// What is reported to the state.
  public var report: PlanReport { PlanReport(support, mentor) }

  /// The fields that templates read.
  public static let fields = Fields<MinPlan>("min-plan") {
    Field.text("sagsnummer", "Sagsnummer", \.identity.caseNumber)
    Field.value("udkast", "Udkast", \.isDraft)
    Field.value("retsgrundlag", "Retsgrundlag", \.legalBasis)
    Field.record("myndighed", "Myndighed", Authority.fields, \.authority)
    Field.record("sagsbehandler", "Sagsbehandler", Caseworker.fields, \.caseworker)
    Field.record("borger", "Borger", Citizen.fields, \.citizen)
    Field.record("mentorstoette", "Mentorstøtte", MentorSupport.fields, \.support)
    Field.record("mentor", "Mentor", Mentor.fields, \.mentor)
    Field.optionalValue("gaelderFra", "Første dag med det, der er nyt", \.validFrom)
    Field.record("plan", "Min Plan", PlanDelivery.fields, \.plan)
    Field.optionalRecord("modtageradresse", "Borgerens adresse på papir", Address.fields, \.postalAddress)
    Field.value("helhedsorienteretPlan", "Helhedsorienteret plan", \.hasHolisticPlan, .personal)
    Field.list("aendringer", "Ændringer i planen", PlanChange.fields, \.changes)
    Field.optionalRecord("opfoelgning", "Opfølgning", FollowUp.fields, \.followUp)
    Field.record("indberetning", "Indberetning", PlanReport.fields) { $0.report }
  }
}

/// When the plan was made, and how it reaches the citizen.
public struct PlanDelivery: Sendable, Hashable {
  /// The day on which the plan was made or revised.
  public var date: CalendarDate
  /// Whether the citizen gets the plan on paper, BAB § 134.
  public var isOnPaper: Bool

  /// Creates it.
  public init(date: CalendarDate, isOnPaper: Bool) {
    self.date = date
    self.isOnPaper = isOnPaper
  }

  /// The fields that templates read.
  public static let fields = Fields<PlanDelivery>("plan") {
    Field.value("dato", "Planens dato", \.date)
    Field.value("udleveresPaaPapir", "Udleveres på papir", \.isOnPaper, .personal)
  }
}
