public import Fields

/// What is new for a citizen whose support stays as it was granted (*orientering*).
public struct NewFacts: Sendable, Hashable {
  /// The date of the decision that still applies.
  public var grantDate: CalendarDate
  /// What is new.
  public var rows: NonEmpty<NewFact>
  /// Why it is new.
  public var reason: String?
  /// The period of the support, when the case tells it.
  public var period: Period?
  /// The hours of the support, when the case tells them.
  public var hours: WorkingHours?

  /// The day from which all of it applies; nil when there is no such day, or not one for all.
  public var from: CalendarDate? {
    rows.elements.allSatisfy { $0.from == rows.first.from } ? rows.first.from : nil
  }

  /// What it is about, as the end of a sentence: `din mentors telefonnummer og vores åbningstid`.
  public var subjects: String { rows.elements.map(\.subject).inSentence }

  /// The fields that templates read.
  public static let fields = Fields<NewFacts>("orientering") {
    Field.value("bevillingsdato", "Datoen på den afgørelse, som stadig gælder", \.grantDate)
    Field.text("emner", "Det, der er nyt, som ord i en sætning", .personal) { $0.subjects }
    Field.optionalValue("fra", "Dagen, som alt det nye gælder fra") { $0.from }
    Field.list("aendringer", "Nye oplysninger", NewFact.fields, nonEmpty: true, \.rows.elements)
    Field.value("harFoer", "Om der står, hvad der gjaldt før") { $0.rows.elements.contains { $0.before != nil } }
    Field.optionalText("grund", "Hvorfor det er nyt", \.reason, .personal)
    Field.optionalRecord("periode", "Støttens periode", Period.fields, \.period)
    Field.optionalRecord("timetal", "Støttens timetal", WorkingHours.fields, \.hours)
  }
}

/// One fact that is new, that is another than before, or that is no longer so (*ny oplysning*).
public struct NewFact: Sendable, Hashable {
  /// What it is about.
  public var subject: String
  /// How it was; nil for what is new.
  public var before: String?
  /// How it is; nil for what is no longer so.
  public var now: String?
  /// The first day.
  public var from: CalendarDate?

  /// Creates a new fact.
  public init(_ subject: String, before: String? = nil, now: String? = nil, from: CalendarDate? = nil) {
    self.subject = subject
    self.before = before
    self.now = now
    self.from = from
  }

  /// The fields that templates read.
  public static let fields = Fields<NewFact>("ny-oplysning") {
    Field.text("hvad", "Hvad der er nyt", \.subject, .personal)
    Field.optionalText("foer", "Det, der gjaldt før", \.before, .personal)
    Field.optionalText("nu", "Det, der gælder nu", \.now, .personal)
    Field.optionalValue("gaelderFra", "Den første dag", \.from)
  }
}
