public import Fields

/// A decision that grants mentor support (*bevilling*), as one letter to one recipient.
///
/// What law demands is not optional here: a value exists only when the case holds all of it. `understand` makes one
/// value for each recipient.
public struct GrantDecision: DocumentModel {
  /// `bevilling`.
  public static let kind = DocumentKind.grant

  /// What tells this letter apart from every other.
  public var identity: DocumentIdentity
  /// Whether the letter is marked UDKAST.
  public var isDraft: Bool
  /// The act that the support rests on.
  public var legalBasis: LegalBasis
  /// The authority.
  public var authority: Authority
  /// The issuer.
  public var caseworker: Caseworker
  /// The citizen.
  public var citizen: Citizen
  /// Whom this letter is addressed to.
  public var recipient: Recipient
  /// Who else receives the letter.
  public var otherRecipients: [CopyRecipient]
  /// Date and reasons.
  public var decision: DecisionText
  /// The support.
  public var support: MentorSupport
  /// The mentor.
  public var mentor: MentorAssignment
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline
  /// Whether the citizen has a *helhedsorienteret plan* in place of *Min Plan*, BAB § 53.
  public var hasHolisticPlan: Bool
  /// What the caseworker adds.
  public var ownWords: OwnWords
  /// Rules that were set aside.
  public var waivers: [Waiver]

  /// The fields that templates read.
  public static let fields = Fields<GrantDecision>("bevilling") {
    Field.text("sagsnummer", "Sagsnummer") { $0.identity.caseNumber }
    Field.value("udkast", "Udkast") { $0.isDraft }
    Field.value("retsgrundlag", "Retsgrundlag") { $0.legalBasis }
    Field.record("myndighed", "Myndighed", Authority.fields) { $0.authority }
    Field.record("sagsbehandler", "Sagsbehandler", Caseworker.fields) { $0.caseworker }
    Field.record("borger", "Borger", Citizen.fields) { $0.citizen }
    Field.record("modtager", "Modtager", Recipient.fields) { $0.recipient }
    Field.list("andreModtagere", "Andre modtagere", CopyRecipient.fields) { $0.otherRecipients }
    Field.record("afgoerelse", "Afgørelse", DecisionText.fields) { $0.decision }
    Field.record("mentorstoette", "Mentorstøtte", MentorSupport.fields) { $0.support }
    Field.value("mentorvalg", "Valg af mentor") { $0.mentor.choice }
    Field.optionalRecord("mentor", "Mentor", Mentor.fields) { $0.mentor.mentor }
    Field.optionalText("mentorOplyses", "Hvordan mentoren oplyses", .personal) { $0.mentor.announcement }
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields) { $0.complaint }
    Field.value("helhedsorienteretPlan", "Helhedsorienteret plan", .personal) { $0.hasHolisticPlan }
    Field.record("egenTekst", "Egen tekst", OwnWords.fields) { $0.ownWords }
    Field.list("undtagelser", "Undtagelser", Waiver.fields) { $0.waivers }
  }
}
