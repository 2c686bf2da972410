public import Diagnostics
public import DigitalPost
import Register

extension MessageStatus.Stage {
  /// Whether a letter is on its way to its recipient, or there.
  fileprivate var isOut: Bool {
    switch self {
    case .delivered, .received, .toPrint, .printed, .posted: true
    case .refused, .recalled, .unknown: false
    }
  }
}

/// The messages that a register knows, for the receipts that have come for them.
///
/// ```swift
/// var register = try ReceiptRegister(folder: "Output")
/// try register.look(for: receipts)
/// var book = ReceiptBook(register.entries)
/// book.add(register.receipts + receipts)
/// try register.record(book.statuses)
/// ```
public struct ReceiptRegister: Sendable {
  private struct Known {
    var entry: IndexEntry
    var documents: [String]
    var events: [Event]
  }

  private let book: RunBook
  /// By their UUIDs; nil for one that the register does not know.
  private var known: [String: Known?] = [:]
  private var order: [String] = []

  /// Opens the register of an output folder.
  ///
  /// - Throws: when there is none, or it is damaged.
  public init(folder: String) throws(DiagnosticsError) { book = try RunBook(folder: folder) }

  /// Finds the messages that receipts name, and those of indexes.
  public mutating func look(for receipts: [Receipt], and index: [IndexEntry] = []) throws(DiagnosticsError) {
    for uuid in index.map(\.messageUUID) + receipts.compactMap(\.messageUUID) where known[uuid] == nil {
      let found = try DiagnosticsError.catching { try Self.find(uuid, book.reader) }
      known[uuid] = .some(found)
      if found != nil { order.append(uuid) }
    }
  }

  private static func find(_ uuid: String, _ reader: RegisterReader) throws(RegisterError) -> Known? {
    let recorded = try reader.events(.message(uuid))
    let documents = recorded.filter { $0.event.what == .packed }.map(\.document)
    guard let letter = documents.first, let document = try reader.recorded([letter])[letter] else { return nil }
    return Known(
      entry: try IndexEntry(uuid, document, reader),
      documents: documents.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      events: recorded.filter { $0.document == letter }.map(\.event))
  }

  /// A message that was found; nil for one that the register does not know.
  public func entry(of uuid: String) -> IndexEntry? { known[uuid]??.entry }

  /// The messages that were found, in the order of the indexes and receipts.
  public var entries: [IndexEntry] { order.compactMap { known[$0]??.entry } }

  /// The receipts of those messages that are recorded.
  public var receipts: [Receipt] {
    order.compactMap { known[$0] ?? nil }.flatMap { message in
      message.events.compactMap { Receipt(recorded: $0) }
    }
  }

  /// Records what is new of the messages that were found. Receipts that come again, or late, change nothing.
  ///
  /// - Parameters:
  ///   - statuses: what all receipts together say of each message.
  ///   - clock: gives the time of the record, ISO 8601 in UTC.
  /// - Throws: when another process writes to the folder, or the register cannot be written.
  public func record(
    _ statuses: [MessageStatus], clock: @Sendable () -> String = SystemClock.now
  ) throws(DiagnosticsError) {
    // Nobody else is held up when there is nothing to record.
    if Self.new(statuses, { known[$0] ?? nil }).isEmpty { return }
    try DiagnosticsError.catching {
      let writer = try RegisterWriter(existing: book.paths)
      // A case may have been forgotten since its messages were found.
      let new = try Self.new(statuses) { (uuid) throws(RegisterError) in try Self.find(uuid, writer.reader) }
      // A commit for each group: memory and the journal's batches stay small.
      for start in stride(from: 0, to: new.count, by: 1024) {
        try writer.record(Array(new[start..<min(start + 1024, new.count)]), at: clock())
      }
    }
  }

  /// That letters which somebody has withdrawn have gone out all the same, by what all receipts together say of them.
  public func warnings(of statuses: [MessageStatus]) throws(DiagnosticsError) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    for status in statuses where status.stage.isOut {
      guard let message = known[status.entry.messageUUID] ?? nil else { continue }
      let recorded = try DiagnosticsError.catching { try book.reader.recorded(message.documents) }
      let withdrawn = message.documents.compactMap { recorded[$0] }.filter { $0.state == .withdrawn }
      if !withdrawn.isEmpty { warnings.append(Self.withdrawn(withdrawn, status)) }
    }
    return warnings
  }

  private static func withdrawn(_ documents: [RecordedDocument], _ status: MessageStatus) -> Diagnostic {
    let isOne = documents.count == 1
    let titles = documents.map { "(\($0.title))" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "receipt-withdrawn",
      "\(isOne ? "Dokumentet" : "Dokumenterne") \(titles) er trukket tilbage, men er "
        + "\(status.stage == .delivered ? "nået frem til modtageren" : "sendt") alligevel.",
      caseNumber: status.entry.caseNumber,
      help:
        "Fortæl modtageren, at \(isOne ? "dokumentet var en fejl" : "dokumenterne var en fejl"), og send det rigtige: "
        + "ret sagen, og udsted den med en anden dato eller et løbenummer (loebenummer). Er det en forkert borger, der har "
        + "fået brev, så giv den rigtige borgers sag et nyt sagsnummer; det er et brud på persondatasikkerheden.")
  }

  /// What is to be recorded of messages.
  private static func new<Failure: Error>(
    _ statuses: [MessageStatus], _ find: (String) throws(Failure) -> Known?
  ) throws(Failure) -> [Entry] {
    var new: [Entry] = []
    for status in statuses {
      guard let message = try find(status.entry.messageUUID),
        let event = status.receipt?.event(of: message.documents),
        !message.events.contains(where: { isSame($0, event) })
      else { continue }
      new.append(.event(event))
    }
    return new
  }

  /// An event is recorded for each document; what else it tells is the same.
  private static func isSame(_ recorded: Event, _ event: Event) -> Bool {
    recorded.what == event.what && recorded.moment == event.moment && recorded.why == event.why
  }
}
