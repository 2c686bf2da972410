public import Fields

/// The citizen whom the decision concerns (*borger*).
///
/// The citizen's address is not here: a letter holds its recipient's address alone, so that a protected address
/// cannot reach anyone else's papers.
public struct Citizen: Sendable, Hashable {
  /// The citizen's name.
  public var name: String
  /// The CPR number.
  public var civilRegistrationNumber: CivilRegistrationNumber
  /// The group of LAB § 6 that the citizen belongs to.
  public var targetGroup: TargetGroup?
  /// Who the citizen is, outside those groups.
  public var outsideGroup: OutsideGroup?
  /// Whether the citizen is exempt from Digital Post.
  public var isExemptFromDigitalPost: Bool
  /// Whether the municipality finds that the citizen cannot use the digital plan, BAB § 134.
  public var cannotUseDigitalPlan = false

  /// Creates a citizen.
  public init(
    name: String, civilRegistrationNumber: CivilRegistrationNumber, targetGroup: TargetGroup? = nil,
    outsideGroup: OutsideGroup? = nil, isExemptFromDigitalPost: Bool = false
  ) {
    self.name = name
    self.civilRegistrationNumber = civilRegistrationNumber
    self.targetGroup = targetGroup
    self.outsideGroup = outsideGroup
    self.isExemptFromDigitalPost = isExemptFromDigitalPost
  }

  /// Whether the citizen gets *Min Plan* on paper, BAB § 134.
  public var getsPlanOnPaper: Bool { isExemptFromDigitalPost || cannotUseDigitalPlan }

  /// How a letter reaches the citizen when nothing else is said.
  package var channel: Channel { isExemptFromDigitalPost ? .paper : .digital }

  /// The fields that templates read.
  public static let fields = Fields<Citizen>("borger") {
    Field.text("navn", "Borgerens navn", \.name, .personal)
    Field.text("cpr", "CPR-nummer", \.civilRegistrationNumber.digits, .identifying)
    Field.optionalText("maalgruppe", "Målgruppe", .personal) { $0.targetGroup?.citation }
    Field.optionalValue("personkreds", "Personkreds", \.outsideGroup, .personal)
    Field.value("fritagetForDigitalPost", "Fritaget for Digital Post", \.isExemptFromDigitalPost, .personal)
    Field.value("planPaaPapir", "Får Min Plan på papir", .personal) { $0.getsPlanOnPaper }
  }
}
