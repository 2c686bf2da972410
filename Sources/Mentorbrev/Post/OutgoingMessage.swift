public import Casework
public import DigitalPost

/// A message or a request that can be handed to a sender system.
public struct OutgoingMessage: Sendable {
  /// The letter that it carries.
  public let identity: DocumentIdentity
  /// The documents that go with it.
  public let enclosed: [DocumentIdentity]
  /// What it is.
  public let form: MessageForm
  /// The formats of the letter: `pdf` and `html`, or `html` alone where no PDF was made.
  public let formats: [String]
  /// Its bytes, and the UUID by which receipts name it.
  public let sealed: SealedMessage

  /// The path below the output folder: `<case>/<kind>-<date>.memo.xml`.
  public var path: String { identity.path(extension: "\(form.rawValue).xml") }
}

/// What is made of letters for a sender system.
public enum MessageForm: String, Sendable, Hashable, CaseIterable {
  /// A message in Digital Post (MeMo).
  case memo
  /// A request to SF1601: a message and an order to print.
  case kombi
}
