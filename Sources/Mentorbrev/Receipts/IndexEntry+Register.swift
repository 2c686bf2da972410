import Casework
import DigitalPost
import Fields
import Register

extension IndexEntry {
  /// What the register says of the message that carries a letter.
  init(_ uuid: String, _ letter: RecordedDocument, _ reader: RegisterReader) throws(RegisterError) {
    self.init(messageUUID: uuid, caseNumber: letter.caseNumber, kind: letter.kind, container: "")
    recipient = letter.recipient
    printedDeadline = MessageStatus.isDecision(letter.kind) ? try Self.deadline(of: letter, reader) : nil
  }

  /// The last day for a complaint that a decision prints, by the data that it was made from.
  private static func deadline(
    of letter: RecordedDocument, _ reader: RegisterReader
  ) throws(RegisterError) -> CalendarDate? {
    var deadline: CalendarDate?
    try reader.eachIssue(.ofDocument(letter.name)) { issue in
      guard let date = CalendarDate(iso: letter.date) else { return }
      deadline = issue.reading.caseFile?.complaintDeadline(sent: date).lastDay
    }
    return deadline
  }
}
