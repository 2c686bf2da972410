public import Fields

extension CaseFile {
  /// `adresse`.
  public struct Address: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `vej`: street, number, floor and door.
    public var street: Said<String>?
    /// `postnummer`: four digits.
    public var postcode: Said<String>?
    /// `by`.
    public var city: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `myndighed`: the authority that decides.
  public struct Authority: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`.
    public var name: Said<String>?
    /// `enhed`: the unit within it.
    public var unit: Said<String>?
    /// `cvr`.
    public var companyNumber: Said<CompanyNumber>?
    /// `ean`: the number that electronic invoices go to.
    public var invoiceNumber: Said<InvoiceNumber>?
    /// `adresse`.
    public var address: Address?
    /// `telefon`, as written.
    public var phone: Said<String>?
    /// `telefontid`.
    public var phoneHours: Said<String>?
    /// `email`.
    public var email: Said<String>?
    /// `digitalPost`: where a citizen writes to the authority.
    public var digitalPost: Said<Link>?
    /// `persondata`: what the authority says about personal data.
    public var dataProtection: Said<Link>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `sagsbehandler`: the person who issues the document.
  public struct Caseworker: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`.
    public var name: Said<String>?
    /// `titel`.
    public var title: Said<String>?
    /// `telefon`, as written.
    public var phone: Said<String>?
    /// `email`.
    public var email: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `borger`: the citizen.
  public struct Citizen: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`.
    public var name: Said<String>?
    /// `cpr`.
    public var civilRegistrationNumber: Said<CivilRegistrationNumber>?
    /// `adresse`.
    public var address: Address?
    /// `maalgruppe`: "6-3" is LAB § 6, nr. 3; a word of ``OutsideGroup`` for anybody else.
    public var targetGroup: Said<String>?
    /// `fritagetForDigitalPost`.
    public var isExemptFromDigitalPost: Said<Bool>?
    /// `adressebeskyttet`: the address stays out of everyone else's papers.
    public var hasProtectedAddress: Said<Bool>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `modtagere`: who receives the letter, how, and whether as a copy.
  public struct Recipient: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `rolle`.
    public var role: Said<RecipientRole>?
    /// `navn`.
    public var name: Said<String>?
    /// `cpr`: for Digital Post to anybody but the citizen.
    public var civilRegistrationNumber: Said<CivilRegistrationNumber>?
    /// `cvr`: the same, of a company.
    public var companyNumber: Said<CompanyNumber>?
    /// `adresse`.
    public var address: Address?
    /// `kanal`.
    public var channel: Said<Channel>?
    /// `kopi`: whether this recipient gets a copy.
    public var isCopy: Said<Bool>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
