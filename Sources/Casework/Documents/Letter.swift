public import Fields

/// What every letter to a citizen holds, whatever it is about (*brev*): who writes to whom, on which day, in which case.
///
/// A letter's model adds its own fields beside these: `Field.all(of: Letter.fields, \.letter)`.
public struct Letter: Sendable {
  /// What tells this letter apart from every other.
  public var identity: DocumentIdentity
  /// Whether the letter is marked UDKAST.
  public var isDraft: Bool
  /// The act that the case rests on.
  public var legalBasis: LegalBasis
  /// The authority.
  public var authority: Authority
  /// The issuer.
  public var caseworker: Caseworker
  /// The citizen.
  public var citizen: Citizen
  /// Whom this letter is addressed to.
  public var recipient: Recipient
  /// Where the case file says who that is: `borger`, or a row of `modtagere`.
  public var recipientPath: String
  /// Who else receives the letter.
  public var otherRecipients: [CopyRecipient]
  /// Date, application and reasons, as the case file says them.
  public var decision: DecisionText
  /// What the caseworker adds.
  public var ownWords: OwnWords
  /// Rules that were set aside.
  public var waivers: [Waiver]

  /// The fields of a case that every letter is made of.
  static let inputs =
    CaseFile.commonInputs
    + [
      "borger", "modtagere", "afgoerelse.type", "afgoerelse.dato", "afgoerelse.modtagelsesdag", "egenTekst",
      "forsendelse",
    ]

  /// The fields that templates read.
  public static let fields = Fields<Letter>("brev") {
    Field.text("sagsnummer", "Sagsnummer", \.identity.caseNumber)
    Field.value("udkast", "Udkast", \.isDraft)
    Field.value("retsgrundlag", "Retsgrundlag", \.legalBasis)
    Field.record("myndighed", "Myndighed", Authority.fields, \.authority)
    Field.record("sagsbehandler", "Sagsbehandler", Caseworker.fields, \.caseworker)
    Field.record("borger", "Borger", Citizen.fields, \.citizen)
    Field.record("modtager", "Modtager", Recipient.fields, \.recipient)
    Field.list("andreModtagere", "Andre modtagere", CopyRecipient.fields, \.otherRecipients)
    Field.record("afgoerelse", "Afgørelse", DecisionText.fields, \.decision)
    Field.record("egenTekst", "Egen tekst", OwnWords.fields, \.ownWords)
    Field.list("undtagelser", "Undtagelser", Waiver.fields, \.waivers)
  }
}

/// A document that is a letter to the citizen, one for each recipient.
public protocol LetterModel: DocumentModel {
  /// Who writes to whom, on which day, in which case.
  var letter: Letter { get }
}

extension LetterModel {
  /// The letter's.
  public var identity: DocumentIdentity { letter.identity }
  /// The letter's.
  public var legalBasis: LegalBasis { letter.legalBasis }

  /// To the letter's recipient.
  public var dispatch: Dispatch? {
    Dispatch(
      authority: letter.authority, recipient: letter.recipient, recipientPath: letter.recipientPath,
      isDecision: Self.kind.isDecision)
  }
}
