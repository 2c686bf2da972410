import Casework
public import Diagnostics

/// A receipt about a whole transmission: a container, or what else was handed over together.
public struct TransmissionReceipt: Sendable, Hashable {
  /// What is said.
  public let event: Receipt.Event
  /// When.
  public let time: ReceiptTime
  /// Where the receipt stands.
  public let location: SourceLocation?
  private let id: String?

  /// Nil for a receipt about a message.
  init?(_ receipt: Receipt) {
    guard receipt.messageUUID == nil else { return nil }
    event = receipt.event
    time = receipt.time
    location = receipt.location
    id = receipt.transmission.map { $0.lowercased().isUUID ? $0.lowercased() : $0 }
  }

  /// Whether none of its messages came through.
  public var isRefused: Bool { if case .failed = event { true } else { false } }

  /// The code of the refusal, without the receiver's own words; nil when there is none.
  public var code: String? {
    guard case .failed(let code, _) = event else { return nil }
    return code.flatMap(MessageStatus.code)
  }

  /// Its transmissionId, in which nothing that is no UUID can tell a number of a person; nil when the receipt names none.
  public var name: String? {
    guard let id, id.isVisible else { return nil }
    return id.isUUID ? id : MessageStatus.masked(id)
  }

  /// Whether another receipt is this one come again. Without a transmissionId only the place tells two apart.
  func isSame(_ other: TransmissionReceipt) -> Bool {
    event == other.event && time == other.time && id == other.id && (id != nil || location == other.location)
  }
}
