public import Casework
public import Diagnostics

/// What came of a case: its documents, or everything that stands in their way.
public struct CaseResult: Sendable {
  /// The number of the case, when it could be read.
  public var caseNumber: String?
  /// What tells its documents apart from all others; empty when anything is wrong.
  public var identities: [DocumentIdentity] = []
  /// The documents; empty when anything is wrong.
  public var documents: [RenderedDocument] = []
  /// The messages, where messages were asked for; empty when anything is wrong.
  public var messages: [OutgoingMessage] = []
  /// The kinds that wait for something that is not known yet: *Min Plan* for its mentor.
  public var waiting: [DocumentKind] = []
  /// What each rule says about the case, by kind of document.
  public var findings: [DocumentKind: [Finding]] = [:]
  /// Everything that is wrong or worth knowing, in the order of the text, each once.
  public var diagnostics: [Diagnostic] = []

  /// Whether nothing was made because something is wrong.
  public var isRefused: Bool { diagnostics.hasErrors }
}
