import Casework
import Diagnostics
import DigitalPost
import Register

/// The mail of one issue on its way: its letters, then its messages.
struct PreparedMail: Sendable {
  var packed: PackedCase
  /// The letters, until messages are made of them.
  var letters: CaseResult?
  var reading: Reading?
  /// The UUIDs of which a repetition must be one; empty when any will do.
  var expected: Set<String> = []
  var messages: [OutgoingMessage] = []
  /// What would meet all cases.
  var failure: DiagnosticsError?
}

extension PackedCase {
  mutating func refuse(_ problems: [Diagnostic]) {
    status = .refused
    messages = []
    diagnostics += problems
  }
}

/// What a worker does with an issue: it chooses the documents, makes their letters again, and messages of them.
struct MessageWork: Sendable {
  let post: Post
  let cases: StoredCases
  let reader: RegisterReader
  let options: PackOptions
  /// Whether the letters are sent as they are; otherwise they are printed first.
  let makesMessages: Bool

  func prepare(_ issue: RecordedIssue, in space: RenderSpace) -> PreparedMail {
    var mail = PreparedMail(packed: PackedCase(run: issue.run, caseNumber: issue.caseNumber, status: .skipped))
    do throws(DiagnosticsError) {
      try prepare(issue, &mail, in: space)
    } catch {
      mail.failure = error
    }
    return mail
  }

  /// Which documents of an issue go out, as which sending.
  func select(_ issue: RecordedIssue) throws(RegisterError) -> PackSelection {
    let reader = reader
    return try PackSelection(issue, options.sending) { name throws(RegisterError) in
      try reader.events(.document(name))
    }
  }

  private func prepare(
    _ issue: RecordedIssue, _ mail: inout PreparedMail, in space: RenderSpace
  ) throws(DiagnosticsError) {
    let selection = try DiagnosticsError.catching { try select(issue) }
    mail.packed.diagnostics = selection.notes
    // What is left of a case whose letters were packed may be papers that are never sent.
    if selection.wasPacked { mail.packed.status = .unchanged }
    if selection.names.isEmpty { return }
    var reading = issue.reading
    guard reading.isCase, reading.caseFile != nil else { return mail.packed.refuse([Self.unreadable(issue)]) }
    Self.number(&reading, selection.number)
    let letters = try cases.letters(selection.names, of: issue, reading, in: space)
    if letters.isRefused { return mail.packed.refuse(letters.diagnostics) }
    mail.letters = letters
    mail.reading = reading
    if options.sending == .same { mail.expected = selection.messages }
    if makesMessages { mail = messages(of: letters, mail) }
  }

  /// The messages of letters that are printed, or need not be.
  func messages(of letters: CaseResult, _ mail: PreparedMail) -> PreparedMail {
    var mail = mail
    guard let reading = mail.reading else { return mail }
    mail.letters = nil
    mail.reading = nil
    do throws(DiagnosticsError) {
      let result = try post.messages(of: letters, from: reading)
      if result.isRefused {
        mail.packed.refuse(result.diagnostics)
      } else if !mail.expected.isEmpty, result.messages.contains(where: { !mail.expected.contains($0.sealed.id) }) {
        mail.packed.refuse([Self.another(mail.packed.caseNumber)])
      } else {
        mail.packed.diagnostics += result.diagnostics
        mail.messages = result.messages
        if !result.messages.isEmpty { mail.packed.status = .packed }
      }
    } catch {
      mail.failure = error
    }
    return mail
  }

  /// A further sending has a number above that of the case.
  static func number(_ reading: inout Reading, _ sending: Int) {
    guard sending > 1, let position = reading.caseFile?.position else { return }
    var dispatch = reading.caseFile?.dispatch ?? CaseFile.Dispatch(position: position)
    dispatch.number = Said((dispatch.number?.value ?? 1) + sending - 1, at: dispatch.number?.position ?? position)
    reading.caseFile?.dispatch = dispatch
  }

  private static func unreadable(_ issue: RecordedIssue) -> Diagnostic {
    Diagnostic(
      .error, "case-gone", "Sagens data står ikke i registret, så dens breve kan ikke pakkes.",
      caseNumber: issue.caseNumber,
      help:
        "Lav registret igen ud fra journalen med 'mentorbrev register rebuild'. Er sagens data slettet med 'mentorbrev forget', kan de ikke fås igen."
    )
  }

  private static func another(_ caseNumber: String) -> Diagnostic {
    Diagnostic(
      .error, "other-message", "Sagen giver en anden besked end den, der blev pakket før.", caseNumber: caseNumber,
      help: "Brug samme MeMo-version (--memo-version) og de samme bilag (--attachments) som dengang. "
        + "Er et af beskedens dokumenter trukket tilbage siden, så træk også de andre tilbage.")
  }
}
