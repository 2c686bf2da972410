public import Fields

/// The municipality's counterpart in a contract (*modpart*): who employs the mentor, or the consultant.
public struct ContractParty: Sendable, Hashable {
  /// The words by which clauses name the party: `virksomheden`.
  public struct Noun: Sendable, Hashable {
    /// In the definite form.
    public var definite: String
  }

  /// What the clauses call the party.
  public var noun: Noun
  /// The party's name.
  public var name: String
  /// CVR number.
  public var companyNumber: String?
  /// P number of the place of work.
  public var productionUnitNumber: String?
  /// Address of the place of work.
  public var address: Address?
  /// Whom the municipality speaks to.
  public var contact: ContractContact?

  /// Creates a party.
  public init(noun: Noun, name: String) {
    self.noun = noun
    self.name = name
  }

  /// The fields that templates read.
  public static let fields = Fields<ContractParty>("modpart") {
    Field.text("betegnelse", "Partens betegnelse", \.noun.definite)
    Field.text("navn", "Partens navn", \.name)
    Field.optionalText("cvr", "CVR-nummer", \.companyNumber)
    Field.optionalText("pnummer", "P-nummer", \.productionUnitNumber)
    Field.optionalRecord("adresse", "Partens adresse", Address.openFields, \.address)
    Field.optionalRecord("kontakt", "Kontaktperson", ContractContact.fields, \.contact)
  }
}

/// Whom the municipality speaks to at the counterpart (*kontaktperson*).
public struct ContractContact: Sendable, Hashable {
  /// The person's name.
  public var name: String
  /// A telephone number.
  public var phone: String?
  /// A mail address.
  public var email: String?

  /// Creates a contact.
  public init(name: String, phone: String? = nil, email: String? = nil) {
    self.name = name
    self.phone = phone
    self.email = email
  }

  /// The fields that templates read.
  public static let fields = Fields<ContractContact>("kontaktperson") {
    Field.text("navn", "Kontaktpersonens navn", \.name)
    Field.optionalText("telefon", "Telefon", \.phone)
    Field.optionalText("email", "E-mail", \.email)
  }
}

extension MentorEmployment {
  /// What a contract calls the one who employs or provides the mentor.
  var counterpart: ContractParty.Noun {
    switch self {
    case .company: .init(definite: "virksomheden")
    case .educationInstitution: .init(definite: "uddannelsesinstitutionen")
    case .external: .init(definite: "leverandøren")
    case .municipality: .init(definite: "arbejdsstedet")
    }
  }
}
