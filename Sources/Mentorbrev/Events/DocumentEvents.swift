import Casework
public import Diagnostics
public import Fields
import Register

/// Documents that somebody says something of.
public enum DocumentSelection: Sendable, Hashable {
  /// A document by its name, such as `A-1/bevilling-2026-08-24` (also as the path of one of its files), or all documents of
  /// a case by its number.
  case named(String)
  /// Everything that a run issued.
  case run(Int)
}

/// Records what happens to issued documents outside the program.
///
/// ```swift
/// let events = DocumentEvents(in: "Output")
/// let told = try events.withdraw(["A-1/min-plan-2026-08-24"], why: "Udstedt på en forkert sag.")
/// print(told.names)
/// ```
///
/// What is told again changes nothing. When something that is named cannot be told, nothing is recorded at all.
public struct DocumentEvents: Sendable {
  /// What came of it.
  public struct Told: Sendable {
    /// How many documents it was recorded of.
    public var changed = 0
    /// How many it had been recorded of before.
    public var unchanged = 0
    /// The documents that it was recorded of, in their order; not those of a run, which may be any number.
    public var names: [String] = []
    /// What a person should look at.
    public var warnings: [Diagnostic] = []
  }

  private let folder: String
  private let clock: @Sendable () -> String

  /// Creates it for a folder of issued documents.
  ///
  /// - Parameter clock: gives the time, ISO 8601 in UTC.
  public init(in folder: String, clock: @escaping @Sendable () -> String = SystemClock.now) {
    self.folder = DocumentWriter(folder: folder).folder
    self.clock = clock
  }

  /// Withdraws documents: they were never sent, and will not be.
  ///
  /// - Parameters:
  ///   - documents: names of documents, or numbers of cases, as in ``DocumentSelection/named(_:)``.
  ///   - why: why, without names and CPR numbers.
  ///   - person: who says so.
  /// - Throws: everything that stands in the way, such as a document that was sent; then nothing is recorded.
  public func withdraw(
    _ documents: [String], why: String, by person: String? = nil
  ) throws(DiagnosticsError) -> Told {
    let problems = OwnWords.problems(of: why) + OwnWords.problems(ofPerson: person)
    if problems.hasErrors { throw DiagnosticsError(problems, in: .danish) }
    return try tell(Event(.withdrawn, [], why: why, by: person), of: documents.map { .named($0) })
  }

  /// Says of documents that they have gone out by another way than a message.
  ///
  /// - Parameters:
  ///   - day: when; nil when only the time of the record is known.
  ///   - person: who says so.
  /// - Throws: everything that stands in the way, such as a document that was withdrawn; then nothing is recorded.
  public func markSent(
    _ documents: [DocumentSelection], on day: CalendarDate? = nil, by person: String? = nil
  ) throws(DiagnosticsError) -> Told {
    let problems = OwnWords.problems(ofPerson: person)
    if problems.hasErrors { throw DiagnosticsError(problems, in: .danish) }
    if let day, let today = RecordedTime(clock()).calendarDay, day > today {
      throw DiagnosticsError(
        [
          Diagnostic(
            .error, "sent-later", "Datoen \(day) er ikke kommet endnu, så intet er sendt den dag.",
            help: "Skriv den dag, dokumenterne blev sendt (--date).")
        ], in: .danish)
    }
    return try tell(Event(.sent, [], day: day?.description, by: person), of: documents)
  }

  /// Takes back that documents have gone out by another way than a message: it was said by mistake. They are again what they
  /// were before, and both stand in the register.
  ///
  /// - Parameter person: who says so.
  /// - Throws: everything that stands in the way, such as a document that a message has brought to its recipient; then nothing
  ///   is recorded.
  public func unmarkSent(
    _ documents: [DocumentSelection], by person: String? = nil
  ) throws(DiagnosticsError) -> Told {
    let problems = OwnWords.problems(ofPerson: person)
    if problems.hasErrors { throw DiagnosticsError(problems, in: .danish) }
    return try tell(Event(.unsent, [], by: person), of: documents)
  }

  private func tell(_ event: Event, of documents: [DocumentSelection]) throws(DiagnosticsError) -> Told {
    let telling = try DiagnosticsError.catching { try record(event, of: documents) }
    if telling.problems.hasErrors { throw DiagnosticsError(telling.problems, in: .danish) }
    return telling.told
  }

  private func record(_ event: Event, of documents: [DocumentSelection]) throws(RegisterError) -> EventTelling {
    let paths = RegisterPaths(folder: folder)
    let writer = try RegisterWriter(existing: paths)
    var telling = EventTelling(event, writer.reader, in: folder)
    for case .named(let words) in documents { try telling.add(words) }
    for case .run(let number) in documents { try telling.requireRun(number) }
    if let why = event.why { try telling.checkNames(in: why) }
    if telling.problems.hasErrors { return telling }
    func record(_ names: [String]) throws(RegisterError) {
      var event = event
      event.documents = names
      if !names.isEmpty { try writer.record([.event(event)], at: clock()) }
    }
    try record(telling.told.names)
    for case .run(let number) in documents { try telling.tellRun(number, record) }
    return telling
  }
}
