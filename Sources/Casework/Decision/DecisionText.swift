public import Fields

/// The decision's date and the words of its reasons (*afgørelse*), FVL §§ 22 and 24.
public struct DecisionText: Sendable, Hashable {
  /// The day that decides which law applies.
  public var date: CalendarDate
  /// When the citizen applied.
  public var applicationDate: CalendarDate?
  /// What the citizen applied for.
  public var application: String?
  /// The facts that were given weight.
  public var facts: String?
  /// The main considerations.
  public var considerations: String?
  /// Other help that the citizen can seek.
  public var otherHelp: String?

  /// Creates a decision of a day.
  public init(date: CalendarDate) { self.date = date }

  /// The fields that templates read.
  public static let fields = Fields<DecisionText>("afgoerelse") {
    Field.value("dato", "Afgørelsens dato", \.date)
    Field.optionalValue("ansoegningsdato", "Ansøgningens dato", \.applicationDate)
    Field.optionalText("ansoegning", "Hvad der er søgt om", \.application, .personal)
    Field.optionalText("faktum", "Faktiske oplysninger, der er lagt vægt på", \.facts, .personal)
    Field.optionalText("hensyn", "Hovedhensyn", \.considerations, .personal)
    Field.optionalText("andenHjaelp", "Anden hjælp", \.otherHelp, .personal)
  }
}
