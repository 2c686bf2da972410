public import Fields

/// The mentor (*mentor*): a person with a way to reach them, BAB § 52, nr. 2.
public struct Mentor: Sendable, Hashable {
  /// The person's name.
  public var name: String
  /// The person's title.
  public var title: String?
  /// Telephone, mail or both.
  public var contacts: NonEmpty<MentorContact>
  /// What the mentor is especially good at; asked of a discharge mentor.
  public var competence: String?
  /// Who employs or engages the mentor.
  public var employment: MentorEmployment?
  /// The employer.
  public var employer: Employer?

  /// Creates a mentor.
  public init(
    name: String, title: String? = nil, contacts: NonEmpty<MentorContact>, competence: String? = nil,
    employment: MentorEmployment? = nil, employer: Employer? = nil
  ) {
    self.name = name
    self.title = title
    self.contacts = contacts
    self.competence = competence
    self.employment = employment
    self.employer = employer
  }

  /// The fields that templates read.
  public static let fields = Fields<Mentor>("mentor") {
    Field.text("navn", "Mentorens navn", \.name)
    Field.optionalText("titel", "Titel", \.title)
    Field.list("kontakter", "Kontaktoplysninger", MentorContact.fields, nonEmpty: true, \.contacts.elements)
    Field.optionalText("kompetencer", "Særlige kompetencer", \.competence)
    Field.optionalValue("ansaettelse", "Ansættelse", \.employment)
    Field.optionalRecord("arbejdsgiver", "Arbejdsgiver", Employer.fields, \.employer)
  }
}

/// One way to reach a mentor (*kontakt*).
public struct MentorContact: Sendable, Hashable {
  /// Telephone or mail.
  public var kind: ContactKind
  /// The number or the address.
  public var value: String

  /// Creates a contact.
  public init(kind: ContactKind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// The fields that templates read.
  public static let fields = Fields<MentorContact>("kontakt") {
    Field.value("art", "Kontaktens art", \.kind)
    Field.text("vaerdi", "Nummer eller adresse", \.value)
  }
}

/// The mentor's employer (*arbejdsgiver*).
public struct Employer: Sendable, Hashable {
  /// The employer's name.
  public var name: String
  /// CVR number.
  public var companyNumber: String?
  /// P number.
  public var productionUnitNumber: String?

  /// Creates an employer.
  public init(name: String, companyNumber: String? = nil, productionUnitNumber: String? = nil) {
    self.name = name
    self.companyNumber = companyNumber
    self.productionUnitNumber = productionUnitNumber
  }

  /// The fields that templates read.
  public static let fields = Fields<Employer>("arbejdsgiver") {
    Field.text("navn", "Arbejdsgiverens navn", \.name)
    Field.optionalText("cvr", "CVR-nummer", \.companyNumber)
    Field.optionalText("pnummer", "P-nummer", \.productionUnitNumber)
  }
}

/// Who the mentor is, or how the citizen hears about it.
public enum MentorAssignment: Sendable, Hashable {
  /// A named mentor.
  case named(Mentor)
  /// The mentor is found later; these words tell the citizen how and when.
  case later(String)

  /// Which of the two.
  public var choice: MentorChoice {
    switch self {
    case .named: .named
    case .later: .later
    }
  }

  /// The mentor, when named.
  public var mentor: Mentor? {
    if case .named(let mentor) = self { mentor } else { nil }
  }

  /// How and when the citizen is told, when the mentor is not named.
  public var announcement: String? {
    if case .later(let words) = self { words } else { nil }
  }

  /// The fields that templates read.
  public static let fields = Fields<MentorAssignment>("mentorvalg") {
    Field.value("mentorvalg", "Valg af mentor") { $0.choice }
    Field.optionalRecord("mentor", "Mentor", Mentor.fields) { $0.mentor }
    Field.optionalText("mentorOplyses", "Hvordan mentoren oplyses", .personal) { $0.announcement }
  }
}
