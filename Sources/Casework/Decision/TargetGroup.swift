/// A group of persons in LAB § 6 (*målgruppe*), such as nr. 3.
public struct TargetGroup: Sendable, Hashable {
  /// The number in § 6, 1 to 13.
  public let number: Int

  /// Creates a group from its number, or nil when § 6 has no such number.
  public init?(number: Int) {
    guard (1...13).contains(number) else { return nil }
    self.number = number
  }

  /// Creates a group from `6-3`, as a case file writes § 6, nr. 3; nil when it is written in another way.
  public init?(_ text: String) {
    guard text.hasPrefix("6-"), let number = Int(text.dropFirst(2)), text == "6-\(number)" else { return nil }
    self.init(number: number)
  }

  /// As a letter prints it: `§ 6, nr. 3`, kept together by no-break spaces.
  public var citation: String { "§\u{A0}6, nr.\u{A0}\(number)" }
}
