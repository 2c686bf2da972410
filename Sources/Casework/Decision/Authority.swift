public import Fields

/// The authority that decides (*myndighed*).
public struct Authority: Sendable, Hashable {
  /// The authority's name.
  public var name: String
  /// The unit that handles the case.
  public var unit: String?
  /// CVR number, eight digits.
  public var companyNumber: String
  /// EAN number for electronic invoices, thirteen digits.
  public var invoiceNumber: String?
  /// Where a citizen writes on paper.
  public var address: Address
  /// The telephone number that also takes oral complaints.
  public var phone: String
  /// When the telephone is answered.
  public var phoneHours: String?
  /// A mail address.
  public var email: String?
  /// Where a citizen writes in Digital Post.
  public var digitalPost: Link?
  /// What the authority says about personal data.
  public var dataProtection: Link?

  /// Creates an authority from what is mandatory.
  public init(name: String, companyNumber: String, address: Address, phone: String) {
    self.name = name
    self.companyNumber = companyNumber
    self.address = address
    self.phone = phone
  }

  /// The fields that templates read.
  public static let fields = Fields<Authority>("myndighed") {
    Field.text("navn", "Myndighedens navn", \.name)
    Field.optionalText("enhed", "Enhed", \.unit)
    Field.text("cvr", "CVR-nummer", \.companyNumber)
    Field.optionalText("ean", "EAN-nummer", \.invoiceNumber)
    Field.record("adresse", "Myndighedens adresse", Address.fields, \.address)
    Field.text("telefon", "Telefon", \.phone)
    Field.optionalText("telefontid", "Telefontid", \.phoneHours)
    Field.optionalText("email", "E-mail", \.email)
    Field.optionalValue("digitalPost", "Link til Digital Post", \.digitalPost)
    Field.optionalValue("persondata", "Link om persondata", \.dataProtection)
  }
}
