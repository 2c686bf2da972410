public import Hashing

/// What the register says of a document.
public struct RecordedDocument: Sendable, Hashable {
  /// Where a document is in its life.
  public enum State: String, Sendable, CaseIterable {
    /// It is made and recorded, and lies in the folder.
    case issued
    /// It has gone out.
    case sent
    /// The receiver of messages would not take it.
    case returned
    /// It was never sent, and will not be.
    case withdrawn
    /// Another document stands in its place.
    case superseded
  }

  /// The path below the folder without its extension.
  public var name: String
  /// The CVR number of the authority.
  public var authority: String
  /// The number of the case.
  public var caseNumber: String
  /// The kind of document.
  public var kind: String
  /// The date of the document, ISO 8601.
  public var date: String
  /// The role of the recipient.
  public var recipient: String
  /// The hashes of the files by their extensions.
  public var files: [String: SHA256Hash]
  /// Where it is in its life.
  public var state: State
  /// When it was issued, ISO 8601 in UTC.
  public var at: String
  /// The run that issued it.
  public var run: Int

  /// What will be said of a document that is issued now; the time comes with the batch.
  package init(_ document: Issued.Document, authority: String, caseNumber: String, run: Int) {
    self.init(
      name: document.name, authority: authority, caseNumber: caseNumber, kind: document.kind, date: document.date,
      recipient: document.recipient, files: document.files, state: .issued, at: "", run: run)
  }

  init(
    name: String, authority: String, caseNumber: String, kind: String, date: String, recipient: String,
    files: [String: SHA256Hash], state: State, at: String, run: Int
  ) {
    self.name = name
    self.authority = authority
    self.caseNumber = caseNumber
    self.kind = kind
    self.date = date
    self.recipient = recipient
    self.files = files
    self.state = state
    self.at = at
    self.run = run
  }
}

/// A case that was refused.
public struct RecordedRefusal: Sendable, Hashable {
  /// The number of the case, when it could be read.
  public var caseNumber: String?
  /// The hash of the case's text, which is not kept; that of its place when the number is not known.
  public var data: SHA256Hash
  /// The messages, each with its id.
  public var reasons: [String]
  /// Where the case stood in the input, without the name of its file.
  public var place: String?
  /// When, ISO 8601 in UTC.
  public var at: String
  /// The run that refused it.
  public var run: Int
}
