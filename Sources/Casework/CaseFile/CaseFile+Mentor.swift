extension CaseFile {
  /// `mentor`.
  public struct Mentor: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`: the person.
    public var name: Said<String>?
    /// `titel`.
    public var title: Said<String>?
    /// `telefon`, as written.
    public var phone: Said<String>?
    /// `email`.
    public var email: Said<String>?
    /// `kompetencer`: what the mentor is especially good at.
    public var competence: Said<String>?
    /// `ansaettelse`.
    public var employment: Said<MentorEmployment>?
    /// `arbejdsgiver`.
    public var employer: Employer?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `arbejdsgiver`: the mentor's employer.
  public struct Employer: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`.
    public var name: Said<String>?
    /// `cvr`.
    public var companyNumber: Said<CompanyNumber>?
    /// `pnummer`.
    public var productionUnitNumber: Said<ProductionUnitNumber>?
    /// `adresse`.
    public var address: Address?
    /// `kontakt`.
    public var contact: Contact?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `kontakt`: whom to speak to at the employer.
  public struct Contact: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`.
    public var name: Said<String>?
    /// `telefon`, as written.
    public var phone: Said<String>?
    /// `email`.
    public var email: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
