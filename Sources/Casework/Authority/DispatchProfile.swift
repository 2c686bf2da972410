public import Fields

/// How an authority sends its letters (*forsendelsesprofil*): as whom, from which case system, and how a letter on paper
/// is printed.
///
/// Everything may be left out; what a message then lacks is said when one is made.
public struct DispatchProfile: Sendable, Hashable {
  /// The sender that a mailbox shows; nil for the authority's name.
  public var sender: String?
  /// The system that the case numbers belong to.
  public var caseSystem: String?
  /// Where an answer goes.
  public var contactPoint: ContactPoint?
  /// The page where a citizen can complain.
  public var complaintPage: Link?
  /// The subjects of KLE (*KL's Emnesystematik*) that case numbers may begin with.
  public var subjects: [Subject] = []
  /// How a letter on paper is printed; nil when the authority has no agreement on printing.
  public var print: PrintProfile?

  /// Creates an empty profile.
  public init() {}

  /// A point of contact in Digital Post (*kontaktpunkt*).
  public struct ContactPoint: Sendable, Hashable {
    /// Its UUID in the authority's contact structure.
    public var id: String
    /// The group that it belongs to.
    public var group: String?
    /// What a citizen sees.
    public var name: String?

    /// Creates a point of contact.
    public init(id: String, group: String? = nil, name: String? = nil) {
      self.id = id
      self.group = group
      self.name = name
    }
  }

  /// A subject of KLE (*KLE-emne*).
  public struct Subject: Sendable, Hashable {
    /// The number, `00.00.00`.
    public var key: String
    /// The edition of KLE that it is taken from.
    public var version: String
    /// The subject in words.
    public var label: String

    /// Creates a subject.
    public init(key: String, version: String, label: String) {
      self.key = key
      self.version = version
      self.label = label
    }
  }
}

/// How an authority's letters on paper are printed (*fjernprint*); the words are those of its agreement.
public struct PrintProfile: Sendable, Hashable {
  /// The number that the printer knows the kind of letter by.
  public var type: Int?
  /// On one side of the paper or both.
  public var sides: PrintSides?
  /// In colour or not.
  public var colour: PrintColour?
  /// The envelope.
  public var envelope: Envelope?
  /// How it is carried.
  public var postage: Postage?

  /// Creates an empty profile.
  public init() {}
}

/// Which sides of the paper are printed (*sider*).
public enum PrintSides: String, ChoiceValue {
  /// One.
  case simplex = "en"
  /// Both.
  case duplex = "begge"

  /// The choice's name.
  public static let choiceName = "printsider"

  /// What the word means.
  public var label: String {
    switch self {
    case .simplex: "én side af papiret"
    case .duplex: "begge sider af papiret"
    }
  }
}

/// Whether a letter is printed in colour (*farve*).
public enum PrintColour: String, ChoiceValue {
  /// Black on white.
  case black = "sort"
  /// In colour.
  case colour = "farve"

  /// The choice's name.
  public static let choiceName = "printfarve"

  /// What the word means.
  public var label: String {
    switch self {
    case .black: "sort og hvid"
    case .colour: "farve"
    }
  }
}

/// The envelope of a letter (*kuvert*).
public enum Envelope: String, ChoiceValue {
  /// C4.
  case c4
  /// C5.
  case c5
  /// As many sheets as there are decide.
  case byMachine = "ma"

  /// The choice's name.
  public static let choiceName = "kuvert"

  /// What the word means.
  public var label: String {
    switch self {
    case .c4: "C4"
    case .c5: "C5"
    case .byMachine: "MA"
    }
  }
}

/// How a letter is carried (*postkategori*).
public enum Postage: String, ChoiceValue {
  /// As a quick letter.
  case priority = "prioritaire"
  /// As an ordinary letter.
  case economy = "economique"
  /// As many alike.
  case bulk
  /// Against a receipt.
  case registered = "rekommanderet"

  /// The choice's name.
  public static let choiceName = "postkategori"

  /// What the word means.
  public var label: String {
    switch self {
    case .priority: "hurtigt brev"
    case .economy: "almindeligt brev"
    case .bulk: "masseforsendelse"
    case .registered: "rekommanderet brev"
    }
  }
}
