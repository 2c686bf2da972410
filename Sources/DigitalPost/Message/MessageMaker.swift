public import Casework
public import Diagnostics
import Fields
import Hashing

/// Makes messages of what a case sends: the same input, the same message.
public struct MessageMaker: Sendable {
  let envelope: Envelope
  let version: MessageVersion
  let attachments: AttachmentFolder?

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - envelope: the compiled template of messages.
  ///   - version: the version of MeMo.
  ///   - attachments: where files are found that a case names; nil when the operator named no folder.
  public init(_ envelope: Envelope, version: MessageVersion = .v1_2, attachments: AttachmentFolder? = nil) {
    self.envelope = envelope
    self.version = version
    self.attachments = attachments
  }

  /// What came of a sending.
  public struct Result: Sendable {
    /// The message; nil when there is none to send, or when anything is wrong.
    public var message: SealedMessage?
    /// What is wrong or worth knowing.
    public var diagnostics: [Diagnostic] = []
  }

  /// Makes the message of a sending, or says why there is none.
  ///
  /// - Parameters:
  ///   - sending: the letter and what goes with it.
  ///   - caseFile: the case, for its `forsendelse`.
  ///   - profile: the authority's profile, when there is one.
  /// - Throws: what is wrong with the template of messages.
  public func make(
    _ sending: Sending, _ caseFile: CaseFile, _ profile: AuthorityProfile?
  ) throws(DiagnosticsError) -> Result {
    var composition = Composition(sending, caseFile, profile, version: version)
    guard !sending.isOnPaper else {
      composition.tellOfPaper()
      return Result(diagnostics: composition.diagnostics)
    }
    let files = composition.attachedFiles(attachments, limit: .message)
    guard let message = composition.message(files) else { return Result(diagnostics: composition.diagnostics) }
    composition.check(message)
    if composition.diagnostics.hasErrors { return Result(diagnostics: composition.diagnostics) }
    return Result(message: try envelope.write(message), diagnostics: composition.diagnostics)
  }
}
