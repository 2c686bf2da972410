public import Fields

extension CaseFile {
  /// `aftale`: the written agreement with the citizen.
  public struct Agreement: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`.
    public var date: Said<CalendarDate>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}

extension CaseFile.Agreement: InputRecord {
  static let input = InputFields<CaseFile.Agreement>(
    "aftale",
    [
      .date("dato", "Aftalens dato", .open, "Dagen, aftalen er lavet; afgørelsens dato, når intet er sagt") {
        $0.date = $1
      }
    ])
}
