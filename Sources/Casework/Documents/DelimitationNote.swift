public import Fields

/// An internal note on other schemes that may cover the need (*afgrænsningsnotat*). It is not sent to the citizen.
public struct DelimitationNote: DocumentModel {
  /// `afgraensning`.
  public static let kind = DocumentKind.delimitation
  /// The fields of a case that it is made of.
  public static let inputs = CaseFile.commonInputs + ["borger", "afgoerelse.dato", "afgraensning"]

  /// What tells this note apart from every other document.
  public var identity: DocumentIdentity
  /// Whether the note is marked UDKAST.
  public var isDraft: Bool
  /// The act that the case rests on.
  public var legalBasis: LegalBasis
  /// The authority.
  public var authority: Authority
  /// Who wrote the note.
  public var caseworker: Caseworker
  /// The citizen whom it is about.
  public var citizen: Citizen
  /// What was found out.
  public var delimitation: Delimitation

  /// The fields that templates read.
  public static let fields = Fields<DelimitationNote>("afgraensningsnotat") {
    Field.text("sagsnummer", "Sagsnummer", \.identity.caseNumber)
    Field.value("udkast", "Udkast", \.isDraft)
    Field.value("retsgrundlag", "Retsgrundlag", \.legalBasis)
    Field.record("myndighed", "Myndighed", Authority.fields, \.authority)
    Field.record("sagsbehandler", "Sagsbehandler", Caseworker.fields, \.caseworker)
    Field.record("borger", "Borger", Citizen.fields, \.citizen)
    Field.record("afgraensning", "Afgrænsning", Delimitation.fields, \.delimitation)
  }

  /// Makes the note of a case, whatever its decision, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<DelimitationNote> {
    let caseFile = request.caseFile
    let said = caseFile.delimitation?.date ?? caseFile.decision?.date
    var examination = Examination(request, kind: kind, date: said?.value)
    examination.checkCaseNumber()
    let number = examination.require(caseFile.caseNumber, "sagsnummer", in: caseFile.position)
    let date = examination.require(
      said, "afgraensning.dato", in: caseFile.delimitation?.position, help: "Skriv notatets dato i afgraensning.dato.")
    let parts = examination.parties(issuer: [])
    let delimitation = examination.delimitation()
    let (findings, _) = examination.check(CaseRule.ofDelimitation, parts)
    var models: [DelimitationNote] = []
    if let number, let date, let authority = parts.authority, let caseworker = parts.caseworker,
      let citizen = parts.citizen, let delimitation
    {
      models = [
        DelimitationNote(
          identity: DocumentIdentity(
            companyNumber: authority.companyNumber, caseNumber: number, kind: kind, date: date,
            serialNumber: caseFile.serialNumber?.value),
          isDraft: request.isDraft, legalBasis: caseFile.legalBasis?.value ?? .employment, authority: authority,
          caseworker: caseworker, citizen: citizen, delimitation: delimitation)
      ]
    }
    return Understanding(models: models, findings: findings, diagnostics: examination.diagnostics)
  }
}
