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
    Field.text("navn", "Myndighedens navn") { $0.name }
    Field.optionalText("enhed", "Enhed") { $0.unit }
    Field.text("cvr", "CVR-nummer") { $0.companyNumber }
    Field.optionalText("ean", "EAN-nummer") { $0.invoiceNumber }
    Field.record("adresse", "Myndighedens adresse", Address.fields) { $0.address }
    Field.text("telefon", "Telefon") { $0.phone }
    Field.optionalText("telefontid", "Telefontid") { $0.phoneHours }
    Field.optionalText("email", "E-mail") { $0.email }
    Field.optionalValue("digitalPost", "Link til Digital Post") { $0.digitalPost }
    Field.optionalValue("persondata", "Link om persondata") { $0.dataProtection }
  }
}
