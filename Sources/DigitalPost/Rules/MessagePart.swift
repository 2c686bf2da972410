/// A part of a message that a rule can find wrong.
public enum MessagePart: Hashable, Sendable {
  /// The UUID.
  case id
  /// The title.
  case label
  /// The notification.
  case notification
  /// Until when an answer is asked for.
  case replyBy
  /// From when it is delivered.
  case deliverFrom
  /// When it was made.
  case created
  /// The number of the sender.
  case sender
  /// The name of the sender.
  case senderLabel
  /// The number of the recipient.
  case recipient
  /// The name of the recipient.
  case recipientLabel
  /// Where an answer goes.
  case contactPoint
  /// The case, and its system.
  case caseID
  /// The subject.
  case subject
  /// A document, the letter being 0.
  case document(Int)
  /// A file of a document.
  case file(Int, Int)
  /// An action of a document.
  case action(Int, Int)
  /// The name of an action of a document.
  case actionLabel(Int, Int)
  /// All files together.
  case all
}
