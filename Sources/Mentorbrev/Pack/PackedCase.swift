public import Diagnostics

/// What came of one case of a run that was packed.
public struct PackedCase: Sendable {
  /// What was done.
  public enum Status: String, Sendable {
    /// Messages were made of its letters.
    case packed
    /// Its letters had been packed before.
    case unchanged
    /// There was nothing to pack: its letters go on paper, are withdrawn or replaced.
    case skipped
    /// Nothing was packed, because something is wrong.
    case refused
  }

  /// A message that was packed.
  public struct Message: Sendable, Hashable {
    /// Its UUID, by which receipts name it.
    public var uuid: String
    /// The role of its recipient.
    public var recipient: String
    /// Its documents, by their paths below the folder without extensions; the letter first.
    public var documents: [String]
    /// The formats of the letter.
    public var formats: [String]
    /// Its file, where it has one of its own.
    public var path: String?
  }

  /// The run.
  public var run: Int
  /// The number of the case.
  public var caseNumber: String
  /// What was done.
  public var status: Status
  /// The messages.
  public var messages: [Message] = []
  /// What is wrong or worth knowing.
  public var diagnostics: [Diagnostic] = []
}
