public import Fields

/// What every paper about a contract with a mentor holds (*kontrakt*): the parties, the day, the case, the mentor, and what
/// the mentor does.
///
/// All its fields are open: the paper is for the mentor and the mentor's employer. So neither the citizen nor the citizen's
/// own goal and tasks are here; the case number is the reference. A model adds its own fields beside these:
/// `Field.all(of: ContractHead.fields, \.head)`.
public struct ContractHead: Sendable {
  /// What tells this paper apart from every other; its date is `kontrakt.dato`, which decides the law.
  public var identity: DocumentIdentity
  /// Whether the paper is marked UDKAST.
  public var isDraft: Bool
  /// The act that the contract rests on.
  public var legalBasis: LegalBasis
  /// The municipality.
  public var authority: Authority
  /// Who makes the contract for the municipality.
  public var caseworker: Caseworker
  /// Who employs or engages the mentor, LAB § 168.
  public var employment: MentorEmployment
  /// The counterpart.
  public var party: ContractParty
  /// The mentor.
  public var mentor: Mentor
  /// What the mentor does, when and how much.
  public var effort: ContractEffort
  /// The first day of what a supplement made new, in the papers that the mentor works with; nil when it is that of the period.
  public var validFrom: CalendarDate?

  /// The fields of a case that every paper about a contract is made of: nothing of the citizen. The kind of support, with
  /// its discharge or education, is not printed; it decides how long the support may be. Goal and tasks are the contract's own:
  /// those of the support stand in for them only where a case has none.
  static let inputs =
    CaseFile.commonInputs
    + [
      "mentorstoette.art", "mentorstoette.periode", "mentorstoette.timetal", "mentorstoette.udskrivning.dato",
      "mentorstoette.uddannelse", "mentor", "kontrakt.dato", "kontrakt.maal", "kontrakt.opgaver", "kontrakt.pladser",
    ]

  /// The fields that templates read.
  public static let fields = Fields<ContractHead>("kontrakt") {
    Field.text("sagsnummer", "Sagsnummer", \.identity.caseNumber)
    Field.value("dato", "Kontraktens dato", \.identity.date)
    Field.value("udkast", "Udkast", \.isDraft)
    Field.value("retsgrundlag", "Retsgrundlag", \.legalBasis)
    Field.record("myndighed", "Kommunen", Authority.openFields, \.authority)
    Field.record("sagsbehandler", "Sagsbehandler", Caseworker.fields, \.caseworker)
    Field.value("ansaettelse", "Mentorens ansættelse", \.employment)
    Field.record("modpart", "Modpart", ContractParty.fields, \.party)
    Field.record("mentor", "Mentor", Mentor.fields, \.mentor)
    Field.record("indsats", "Indsats", ContractEffort.fields, \.effort)
    Field.optionalValue("gaelderFra", "Første dag med det, der er nyt", \.validFrom)
  }
}

/// A paper about a contract: a template of it may read open fields alone, and the compiler enforces that.
public protocol ContractModel: DocumentModel {
  /// Parties, day, mentor and effort.
  var head: ContractHead { get }
}

extension ContractModel {
  /// Papers about contracts leave the authority for somebody other than the citizen.
  public static var clearance: Secrecy { .open }
  /// The head's.
  public var identity: DocumentIdentity { head.identity }
  /// The head's.
  public var legalBasis: LegalBasis { head.legalBasis }
}
