/// The messages of one or more indexes, and the receipts that have come for them.
public struct ReceiptBook: Sendable {
  private let entries: [IndexEntry]
  private var receipts: [String: Set<Receipt>] = [:]
  /// Receipts for messages that are in no index, in the order of their UUIDs.
  public var strangers: [String] { receipts.keys.filter { !known.contains($0) }.sorted() }
  /// Receipts about whole transmissions, which say nothing about each message, in the order of their times.
  public var transmissions: [TransmissionReceipt] { told.sorted { $0.time < $1.time } }
  private var told: [TransmissionReceipt] = []
  private let known: Set<String>

  /// Creates a book of messages; one that is in two indexes counts once.
  public init(_ entries: [IndexEntry]) {
    var seen: Set<String> = []
    self.entries = entries.filter { seen.insert($0.messageUUID).inserted }
    known = seen
  }

  /// Adds receipts; those that are there already change nothing.
  public mutating func add(_ new: [Receipt]) {
    for receipt in new {
      if let uuid = receipt.messageUUID {
        receipts[uuid, default: []].insert(receipt)
      } else if let transmission = TransmissionReceipt(receipt), !told.contains(where: transmission.isSame) {
        told.append(transmission)
      }
    }
  }

  /// What is known of each message, in the order of the indexes.
  public var statuses: [MessageStatus] {
    entries.map { MessageStatus($0, Array(receipts[$0.messageUUID] ?? [])) }
  }
}
