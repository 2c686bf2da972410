import Diagnostics
public import Fields

/// A written agreement about mentor support (*aftale*), for the citizen, the mentor and the municipality to sign.
///
/// No law demands it since 1 January 2020; a municipality's own standard may. It decides nothing: the decision does, and
/// the agreement says in which letter it stands. Like *Min Plan* it needs a named mentor.
public struct CitizenAgreement: DocumentModel {
  /// `aftale`.
  public static let kind = DocumentKind.agreement
  /// The fields of a case that it is made of.
  public static let inputs =
    CaseFile.commonInputs + GrantedSupport.inputs
    + [
      "borger", "afgoerelse.type", "afgoerelse.dato", "afgoerelse.begrundelse.hensyn", "afgoerelse.vurdering", "aftale",
      "mentorskifte.bevillingsdato",
    ]

  /// What tells this agreement apart from every other document.
  public var identity: DocumentIdentity
  /// Whether the agreement is marked UDKAST.
  public var isDraft: Bool
  /// The act that the support rests on.
  public var legalBasis: LegalBasis
  /// The authority.
  public var authority: Authority
  /// Who signs for the authority.
  public var caseworker: Caseworker
  /// The citizen.
  public var citizen: Citizen
  /// The support.
  public var support: MentorSupport
  /// The mentor.
  public var mentor: Mentor
  /// The day of the agreement; signatures have their own.
  public var date: CalendarDate
  /// The day of the decision that grants the support.
  public var decisionDate: CalendarDate
  /// Whether the citizen has a *helhedsorienteret plan* in place of *Min Plan*, BAB § 53.
  public var hasHolisticPlan: Bool

  /// The fields that templates read.
  public static let fields = Fields<CitizenAgreement>("aftale") {
    Field.text("sagsnummer", "Sagsnummer", \.identity.caseNumber)
    Field.value("udkast", "Udkast", \.isDraft)
    Field.value("retsgrundlag", "Retsgrundlag", \.legalBasis)
    Field.record("myndighed", "Myndighed", Authority.fields, \.authority)
    Field.record("sagsbehandler", "Sagsbehandler", Caseworker.fields, \.caseworker)
    Field.record("borger", "Borger", Citizen.fields, \.citizen)
    Field.record("mentorstoette", "Mentorstøtte", MentorSupport.fields, \.support)
    Field.record("mentor", "Mentor", Mentor.fields, \.mentor)
    Field.value("dato", "Aftalens dato", \.date)
    Field.value("afgoerelsesdato", "Afgørelsens dato", \.decisionDate)
    Field.value("helhedsorienteretPlan", "Helhedsorienteret plan", \.hasHolisticPlan, .personal)
  }

  /// Makes the agreement of a case, or says everything that stands in its way.
  ///
  /// While the mentor is not found, nothing is wrong, but the agreement waits: see ``Understanding/isWaiting``.
  public static func understand(_ request: CaseRequest) -> Understanding<CitizenAgreement> {
    let caseFile = request.caseFile
    let said = caseFile.agreement?.date ?? caseFile.decision?.date
    var examination = Examination(request, kind: kind, date: said?.value)
    examination.checkCaseNumber()
    let number = examination.require(caseFile.caseNumber, "sagsnummer", in: caseFile.position)
    guard examination.isAbout(DecisionKind.ofPlans) else {
      return Understanding(models: [], findings: [], diagnostics: examination.diagnostics)
    }
    let date = examination.require(
      said, "afgoerelse.dato", in: caseFile.decision?.position,
      help: "Tilføj brevets dato, eller skriv aftalens dato i aftale.dato.")
    let decisionDate = examination.grantingDecision()
    var parts = examination.parties(issuer: [])
    let granted = examination.grantedSupport(&parts)
    examination.checkConsistency(parts)
    examination.checkAgreement(parts)
    // The mentor signs it, and keeps a copy.
    examination.checkProtectedAddress(in: examination.freeTexts + caseFile.labels)
    let (findings, _) = examination.check(CaseRule.ofPlans, parts)
    var models: [CitizenAgreement] = []
    if let number, let date, let decisionDate, let authority = parts.authority,
      let caseworker = parts.caseworker, let citizen = parts.citizen, let granted,
      let mentor = granted.mentor.mentor
    {
      models = [
        CitizenAgreement(
          identity: DocumentIdentity(
            companyNumber: authority.companyNumber, caseNumber: number, kind: kind, date: date,
            serialNumber: caseFile.serialNumber?.value),
          isDraft: request.isDraft, legalBasis: caseFile.legalBasis?.value ?? .employment, authority: authority,
          caseworker: caseworker, citizen: citizen, support: granted.support, mentor: mentor, date: date,
          decisionDate: decisionDate, hasHolisticPlan: granted.hasHolisticPlan)
      ]
    }
    return Understanding(models: models, findings: findings, diagnostics: examination.diagnostics)
  }
}

extension Examination {
  /// The date of the decision that gives the support: a letter about another mentor decides nothing, and neither does one
  /// that sends a complaint on.
  fileprivate mutating func grantingDecision() -> CalendarDate? {
    let outcome = caseFile.reconsideration?.outcome
    if decisionKind == .reconsideration, let outcome, !outcome.value.isNewDecision {
      let path = "genvurdering.udfald"
      report(
        "no-new-decision",
        "\(CaseLabels.name(of: path)) er \"\(outcome.value.rawValue)\", og brevet giver ingen støtte at lave en aftale om.",
        path: path, at: outcome.position, help: "Skriv aftalen ud fra den afgørelse, der gav støtten.")
      return nil
    }
    if decisionKind == .mentorChange {
      return require(
        caseFile.mentorChange?.grantDate, "mentorskifte.bevillingsdato",
        in: caseFile.mentorChange?.position ?? caseFile.position)
    }
    return require(
      caseFile.decision?.date, "afgoerelse.dato", in: caseFile.decision?.position,
      help: "Tilføj datoen for den afgørelse, der giver støtten.")
  }

  /// An agreement comes after the decision, and the mentor signs it.
  fileprivate mutating func checkAgreement(_ parts: CaseParts) {
    if case .later? = parts.assignment {
      report(
        .note, "agreement-waits", "Aftalen venter, til mentoren er fundet: mentoren skal skrive under.", path: "mentor",
        at: caseFile.support?.mentorToFollow?.position,
        help: "Tilføj mentor, når mentoren er fundet, og skriv aftalen igen.")
    }
    if let said = caseFile.agreement?.date, let decided = caseFile.decision?.date?.value, said.value < decided {
      report(
        "agreement-before-decision",
        "\(CaseLabels.name(of: "aftale.dato")) er den \(said.value.danish), før afgørelsens dato den "
          + "\(decided.danish). Støtten skal være bevilget, før der laves en aftale om den.",
        path: "aftale.dato", at: said.position, help: "Ret den ene af de to datoer.")
    }
  }
}
