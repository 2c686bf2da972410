public import Diagnostics

/// Where a part of a message comes from: the field of the case file or of the profile that a person can mend.
public struct MessageOrigin: Sendable, Hashable {
  /// The field as a Danish sentence begins with it: `Forsendelsens titel (forsendelse.titel)`.
  public var name: String
  /// The field's path.
  public var path: String
  /// Where it stands.
  public var location: SourceLocation?

  /// Names an origin.
  public init(_ name: String, path: String, at location: SourceLocation? = nil) {
    self.name = name
    self.path = path
    self.location = location
  }
}
