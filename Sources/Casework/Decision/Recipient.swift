public import Fields

/// The person whom a letter is addressed to (*modtager*).
public struct Recipient: Sendable, Hashable {
  /// The recipient's name.
  public var name: String
  /// The address, always present on paper.
  public var address: Address?
  /// Why this person receives the letter.
  public var role: RecipientRole
  /// How it is sent.
  public var channel: Channel
  /// Whether the letter is to this person in the citizen's place: the citizen does not get it, and nobody else is written to.
  public var isForCitizen = false
  /// Whether the letter is to somebody else, and this person has a copy.
  public var isCopy = false
  /// The number in Digital Post, when it is known; no template reads it.
  public var number: RecipientNumber?

  /// Creates a recipient.
  public init(
    name: String, address: Address? = nil, role: RecipientRole, channel: Channel, number: RecipientNumber? = nil
  ) {
    self.name = name
    self.address = address
    self.role = role
    self.channel = channel
    self.number = number
  }

  /// The fields that templates read.
  public static let fields = Fields<Recipient>("modtager") {
    Field.text("navn", "Modtagerens navn", \.name, .personal)
    Field.optionalRecord("adresse", "Modtagerens adresse", Address.fields, \.address)
    Field.value("rolle", "Modtagerens rolle", \.role)
    Field.value("kanal", "Kanal", \.channel)
    Field.value("iBorgerensSted", "Modtageren får brevet i borgerens sted", \.isForCitizen)
    Field.value("erKopi", "Modtageren får en kopi", \.isCopy)
  }
}

/// Somebody else who receives the same letter (*kopimodtager*), without the address.
public struct CopyRecipient: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Why this person receives the letter.
  public var role: RecipientRole
  /// How it is sent.
  public var channel: Channel
  /// Whether it is a copy; the letter itself may go to several.
  public var isCopy: Bool

  /// Creates a further recipient.
  public init(name: String, role: RecipientRole, channel: Channel, isCopy: Bool) {
    self.name = name
    self.role = role
    self.channel = channel
    self.isCopy = isCopy
  }

  /// The fields that templates read.
  public static let fields = Fields<CopyRecipient>("kopimodtager") {
    Field.text("navn", "Modtagerens navn", \.name, .personal)
    Field.value("rolle", "Modtagerens rolle", \.role)
    Field.value("kanal", "Kanal", \.channel)
    Field.value("erKopi", "Modtageren får en kopi", \.isCopy)
  }
}
