/// What all receipts together say of one message.
///
/// It is the same in whatever order they came and however often: they are put in the order of their own times. Delivery
/// stands whatever is said after it, and the first one counts, since the citizen's deadline runs from it.
public struct MessageStatus: Sendable, Hashable {
  /// The message, its case and its kind.
  public let entry: IndexEntry
  /// The receipt that counts; nil when there is none, which says nothing about the message.
  public let receipt: Receipt?

  init(_ entry: IndexEntry, _ receipts: [Receipt]) {
    self.entry = entry
    let delivered = receipts.filter { $0.event == .delivered }.min { $0.time < $1.time }
    receipt = delivered ?? receipts.max { Self.order($0) < Self.order($1) }
  }

  private static func order(_ receipt: Receipt) -> (Int, Int, String) {
    var tie = ""
    if case .failed(let code, let text) = receipt.event { tie = "\(code ?? "")\u{0}\(text ?? "")" }
    if case .other(let status) = receipt.event { tie = status }
    return (receipt.time.seconds, receipt.event.rank, tie)
  }
}
