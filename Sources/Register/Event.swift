/// Something that happened to documents after they were issued.
///
/// Each is recorded once: what is told again, in whatever order, changes nothing.
public struct Event: Sendable, Hashable {
  /// What happened.
  public enum What: String, Sendable, CaseIterable {
    /// A message with the document lies in a container for the sender system.
    case packed
    /// It has gone out.
    case sent
    /// It goes out on paper, and the printer has it.
    case toPrint = "to-print"
    /// It has not gone out, though a person said so; what messages have told stands.
    case unsent
    /// The recipient has it; a deadline that runs from the receipt runs from that day.
    case delivered
    /// The receiver of messages would not take it.
    case returned
    /// It was never sent, and will not be.
    case withdrawn
    /// Another document stands in its place.
    case superseded
  }

  /// What happened.
  public var what: What
  /// The documents, by their paths below the folder without extensions.
  public var documents: [String]
  /// From which day it holds, ISO 8601; nil when only the time of the record is known.
  public var day: String?
  /// The moment that a receipt tells, ISO 8601 with its zone.
  public var moment: String?
  /// Why, in the words of a person or of the receiver; without names and CPR numbers.
  public var why: String?
  /// The person who said so.
  public var by: String?
  /// The UUID of the message in Digital Post.
  public var message: String?
  /// The document that stands in its place.
  public var successor: String?

  /// Creates an event.
  public init(
    _ what: What, _ documents: [String], day: String? = nil, moment: String? = nil, why: String? = nil,
    by: String? = nil, message: String? = nil, successor: String? = nil
  ) {
    self.what = what
    self.documents = documents
    self.day = day
    self.moment = moment
    self.why = why
    self.by = by
    self.message = message
    self.successor = successor
  }

  /// The same of one document.
  func of(_ document: String) -> Event {
    var event = self
    event.documents = [document]
    return event
  }

  /// The state that a document is in after it; nil when it stays as it was, or gets back the state that it had.
  var state: RecordedDocument.State? {
    switch what {
    case .packed, .unsent: nil
    case .sent, .toPrint, .delivered: .sent
    case .returned: .returned
    case .withdrawn: .withdrawn
    case .superseded: .superseded
    }
  }
}

/// An event of one document, as the register knows it.
public struct RecordedEvent: Sendable, Hashable {
  /// The document.
  public var document: String
  /// What happened; ``Event/documents`` holds this one document.
  public var event: Event
  /// When it was recorded, ISO 8601 in UTC.
  public var at: String
}
