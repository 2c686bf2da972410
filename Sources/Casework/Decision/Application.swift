public import Fields

/// What the citizen applied for (*ansøgning*), in a decision that answers it.
public struct Application: Sendable, Hashable {
  /// When the authority received it.
  public var date: CalendarDate?
  /// What was applied for: a fragment or whole sentences.
  public var text: String

  /// Creates an application.
  public init(date: CalendarDate? = nil, text: String) {
    self.date = date
    self.text = text
  }

  /// The fields that templates read.
  public static let fields = Fields<Application>("ansoegning") {
    Field.optionalValue("dato", "Ansøgningens dato", \.date, .personal)
    Field.text("tekst", "Hvad der er søgt om", \.text, .personal)
  }
}
