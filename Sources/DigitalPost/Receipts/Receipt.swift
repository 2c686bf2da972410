import Diagnostics

/// One receipt: what Digital Post or the print provider says of one message at one moment.
public struct Receipt: Sendable, Hashable {
  /// What is said.
  public enum Event: Sendable, Hashable {
    /// Digital Post has the message. It is not delivered.
    case received
    /// It is in the citizen's mailbox. Final.
    case delivered
    /// It was refused, in whichever channel: the code, and the text of the receiver.
    case failed(code: String?, text: String?)
    /// The print provider has it, and has not printed it.
    case toPrint
    /// It is printed and in its envelope.
    case printed
    /// The post has it.
    case posted
    /// The post tells of it: returned, another address, or proof.
    case postUpdate
    /// The sender called it back.
    case recalled
    /// A status that is not known here.
    case other(String)
  }

  /// The message's UUID in lower case; nil when the receipt is about a whole transmission.
  public let messageUUID: String?
  /// What is said.
  public let event: Event
  /// When.
  public let time: ReceiptTime
  /// The transmission that it is about, as the receiver names it, and where it stands; nil when it is about a message.
  let transmission: String?
  let location: SourceLocation?

  /// Creates a receipt.
  ///
  /// - Parameter messageUUID: in lower case; nil when it is about a whole transmission.
  public init(messageUUID: String?, event: Event, time: ReceiptTime) {
    self.init(messageUUID, event, time, transmission: nil, at: nil)
  }

  /// Creates a receipt that is read from a file. What tells transmissions apart does not tell receipts of a message apart.
  init(_ messageUUID: String?, _ event: Event, _ time: ReceiptTime, transmission: String?, at location: SourceLocation?)
  {
    self.messageUUID = messageUUID
    self.event = event
    self.time = time
    self.transmission = messageUUID == nil ? transmission : nil
    self.location = messageUUID == nil ? location : nil
  }
}

extension Receipt.Event {
  /// What a receipt of Digital Post means, by its `receiptStatus`.
  init(receiptStatus: String, code: String?, text: String?) {
    switch receiptStatus {
    case "COMPLETED": self = .delivered
    case "RECEIVED": self = .received
    case "INVALID", "NOT_ALLOWED": self = .failed(code: code ?? receiptStatus, text: text)
    default: self = .other(receiptStatus)
    }
  }

  /// What `PKO_PostStatus` means, by its `TransaktionsStatusKode` (SF1601).
  init(postStatus: String, code: String?, text: String?) {
    switch postStatus {
    case "Modtaget Digital Post": self = .received
    case "Afleveret Digital Post": self = .delivered
    case "Fejlet": self = .failed(code: code, text: text)
    case "Afsendt", "Modtaget Fjern-print", "Klar": self = .toPrint
    case "Afleveret til print og kuvertering": self = .printed
    case "Modtaget Post Danmark": self = .posted
    case "Opdatering fra Post Danmark": self = .postUpdate
    case "Tilbagekaldt": self = .recalled
    default: self = .other(postStatus)
    }
  }

  /// Which of two events of one moment came last.
  var rank: Int {
    switch self {
    case .received: 0
    case .other: 1
    case .failed: 2
    case .toPrint: 3
    case .printed: 4
    case .posted: 5
    case .postUpdate: 6
    case .recalled: 7
    case .delivered: 8
    }
  }
}
