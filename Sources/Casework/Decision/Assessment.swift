public import Fields

/// The concrete assessment that a new period rests on (*konkret vurdering*), LAB § 167, stk. 1, 2. pkt.
public struct Assessment: Sendable, Hashable {
  /// What was reached in the earlier period.
  public var reached: String
  /// What support is still needed for.
  public var remaining: String

  /// Creates an assessment; the law leaves neither part out.
  public init(reached: String, remaining: String) {
    self.reached = reached
    self.remaining = remaining
  }

  /// The fields that templates read.
  public static let fields = Fields<Assessment>("vurdering") {
    Field.text("opnaaet", "Det, borgeren har opnået", \.reached, .personal)
    Field.text("resterer", "Det, der fortsat er brug for støtte til", \.remaining, .personal)
  }
}
