import Casework
public import Diagnostics
import DigitalPost
import Fields
import Register

/// What has happened in a case, as the register tells it: issued, refused, approved, packed, sent, delivered, returned,
/// replaced, and why.
public struct CaseChronicle: Sendable {
  /// One thing that happened.
  public struct Moment: Sendable, Hashable {
    /// When, by the clock in Denmark: `22. november 2026 kl. 09.15`, or the day alone where no more is known.
    public var when: String
    /// What, in one or two Danish sentences, without names and CPR numbers.
    public var what: String
    /// The files that it is about, below the output folder.
    public var files: [String] = []
  }

  /// In the order in which it was recorded; empty for a case that the register does not know.
  public let moments: [Moment]

  /// Reads the history of a case.
  ///
  /// - Throws: when there is no register, or it is damaged.
  public init(of caseNumber: String, in folder: String) throws(DiagnosticsError) {
    let book = try RunBook(folder: folder)
    moments = try DiagnosticsError.catching { try Self.moments(of: caseNumber, book) }
  }

  private static func moments(of caseNumber: String, _ book: RunBook) throws -> [Moment] {
    // Two runs may share a second; what happened to documents came after they were issued.
    var found: [(at: String, run: Int, moment: Moment)] = []
    var documents: [String: RecordedDocument] = [:]
    var runs: Set<Int> = []
    try book.reader.eachDocument(in: DocumentIdentity.folder(caseNumber)) { document in
      documents[document.name] = document
      runs.insert(document.run)
      let files = document.files.keys.sorted().map { "\(document.name).\($0)" }
      found.append(
        (
          document.at, document.run,
          Moment(
            when: RecordedTime(document.at).danish, what: "Udstedt: \(title(document)) (kørsel \(document.run)).",
            files: files)
        ))
    }
    try book.reader.eachRefusal(of: caseNumber) { refusal in
      let reasons = refusal.reasons.map { RunOverview.parts($0).message }.joined(separator: " ")
      found.append(
        (
          refusal.at, refusal.run,
          Moment(when: RecordedTime(refusal.at).danish, what: "Afvist (kørsel \(refusal.run)): \(reasons)")
        ))
    }
    try book.reader.eachIssue(.ofCase(caseNumber)) { issue in
      guard let reissue = issue.reissue else { return }
      found.append(
        (issue.at, issue.run, Moment(when: RecordedTime(issue.at).danish, what: text(of: reissue, run: issue.run))))
    }
    for run in try book.reader.runs() where runs.contains(run.record.number) {
      guard let at = run.approvedAt else { continue }
      found.append(
        (at, .max, Moment(when: RecordedTime(at).danish, what: "Godkendt til afsendelse: kørsel \(run.record.number)."))
      )
    }
    var events = try book.reader.events(.folder(DocumentIdentity.folder(caseNumber)))[...]
    while let first = events.first {
      // Documents that went together are told together.
      let together = [first] + events.dropFirst().prefix { $0.event.isTold(with: first.event) && $0.at == first.at }
      events = events.dropFirst(together.count)
      found.append(
        (first.at, .max, try moment(together.compactMap { documents[$0.document] }, first, documents, book.reader)))
    }
    return found.enumerated().sorted { first, second in
      (first.element.at, first.element.run, first.offset) < (second.element.at, second.element.run, second.offset)
    }.map(\.element.moment)
  }

  private static func moment(
    _ together: [RecordedDocument], _ recorded: RecordedEvent, _ documents: [String: RecordedDocument],
    _ reader: RegisterReader
  ) throws(RegisterError) -> Moment {
    let event = recorded.event
    let titles = together.map(title)
    let names = titles.count < 2 ? titles.joined() : titles.dropLast().joined(separator: ", ") + " og " + titles.last!
    if let status = try status(of: recorded, together, reader) {
      return Moment(when: status.time, what: "\(names): \(status.sentence)")
    }
    let by = event.by.map { " Registreret af \($0)." } ?? ""
    let why =
      (event.why.map { " \($0.prefix(1).uppercased())\($0.dropFirst())\($0.hasSuffix(".") ? "" : ".")" } ?? "") + by
    let what =
      switch event.what {
      case .packed: "Pakket til afsendelse: \(names). Besked \(event.message ?? "uden id").\(why)"
      case .sent: "Sendt: \(names).\(why)"
      case .unsent: "Ikke sendt alligevel: \(names).\(why)"
      case .toPrint: "Skal printes: \(names).\(why)"
      case .delivered: "Leveret: \(names).\(why)"
      case .returned: "Kommet retur: \(names).\(why)"
      case .withdrawn: "Trukket tilbage: \(names).\(why)"
      case .superseded:
        "Afløst: \(names)\(event.successor.flatMap { documents[$0] }.map { ", nu \(title($0))" } ?? "").\(why)"
      }
    return Moment(
      when: event.day.flatMap { CalendarDate(iso: $0)?.danish } ?? RecordedTime(recorded.at).danish, what: what)
  }

  /// What a re-issue was, and why.
  private static func text(of reissue: Reissue, run: Int) -> String {
    let form = ReissueOrder.Form(rawValue: reissue.form)?.label ?? reissue.form
    let reasons = reissue.reasons.map { CaseLabels.name(of: $0) }.joined(separator: ", ")
    return "Udstedt igen som \(form) (kørsel \(run)). Grund: \(reasons)."
  }

  /// What a receipt said, in the words of `receipts`.
  private static func status(
    of recorded: RecordedEvent, _ together: [RecordedDocument], _ reader: RegisterReader
  ) throws(RegisterError) -> (time: String, sentence: String)? {
    guard let receipt = Receipt(recorded: recorded.event), let uuid = receipt.messageUUID, let letter = together.first
    else {
      return nil
    }
    var book = ReceiptBook([try IndexEntry(uuid, letter, reader)])
    book.add([receipt])
    return book.statuses.first.map { ("\(receipt.time.day.danish) kl. \(receipt.time.clock)", $0.sentence) }
  }

  private static func title(_ document: RecordedDocument) -> String {
    let label = DocumentKind(rawValue: document.kind)?.label ?? document.kind
    return
      "\(label) af \(CalendarDate(iso: document.date)?.danish ?? document.date)\(document.serial)\(document.addition)"
  }
}

extension Event {
  /// Whether two events of different documents are one thing that happened.
  fileprivate func isTold(with other: Event) -> Bool {
    what == other.what && message == other.message && moment == other.moment && day == other.day && why == other.why
      && by == other.by && (successor == nil && other.successor == nil)
  }
}
