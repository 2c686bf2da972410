public import Fields

/// What a supplement changes in a contract (*tillæg*).
public struct ContractAmendment: Sendable, Hashable {
  /// The supplement's number, from 1.
  public var number: Int
  /// The day of the contract that it changes.
  public var contractDate: CalendarDate
  /// The first day on which the new terms hold.
  public var from: CalendarDate
  /// The terms that change, at least one.
  public var changes: NonEmpty<ChangedTerm>
  /// Whether the contract was wrong, and said what the parties had not agreed.
  public var isCorrection: Bool
  /// Why they change.
  public var reason: String?

  /// Creates an amendment.
  public init(
    number: Int, contractDate: CalendarDate, from: CalendarDate, changes: NonEmpty<ChangedTerm>,
    isCorrection: Bool = false, reason: String? = nil
  ) {
    self.number = number
    self.contractDate = contractDate
    self.from = from
    self.changes = changes
    self.isCorrection = isCorrection
    self.reason = reason
  }

  /// The fields that templates read.
  public static let fields = Fields<ContractAmendment>("kontraktaendring") {
    Field.value("nummer", "Tillæggets nummer", \.number)
    Field.value("kontraktdato", "Kontraktens dato", \.contractDate)
    Field.value("gaelderFra", "Gælder fra", \.from)
    Field.list("aendringer", "Ændringer", ChangedTerm.fields, nonEmpty: true, \.changes.elements)
    Field.value("erRettelse", "Tillægget retter en fejl", \.isCorrection)
    Field.optionalText("aarsag", "Årsag", \.reason)
  }
}

/// One term of a contract, before and now (*ændret vilkår*).
public struct ChangedTerm: Sendable, Hashable {
  /// Which term: `Timetal`.
  public var name: String
  /// What it said.
  public var before: String
  /// What it says.
  public var now: String

  /// Creates a changed term.
  public init(name: String, before: String, now: String) {
    self.name = name
    self.before = before
    self.now = now
  }

  /// The fields that templates read.
  public static let fields = Fields<ChangedTerm>("aendretVilkaar") {
    Field.text("vilkaar", "Vilkår", \.name)
    Field.text("foer", "Før", \.before)
    Field.text("nu", "Nu", \.now)
  }
}
