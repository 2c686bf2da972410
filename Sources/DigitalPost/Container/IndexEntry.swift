public import Fields

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which case a message is about: one line of the index beside each container, by which receipts find their case.
public struct IndexEntry: Codable, Sendable, Hashable {
  /// The message's UUID, in lower case.
  public let messageUUID: String
  /// The case number (sagsnummer).
  public let caseNumber: String
  /// The kind of the message's main document: `bevilling`.
  public let kind: String
  /// The name of the message in its container.
  public let entry: String
  /// The name of the container's file.
  public let container: String

  /// The role of the recipient whose letter it is; nil where only an index tells of the message, which does not hold it.
  public var recipient: String?
  /// The last day for a complaint that the letter prints; nil where it prints none, or only an index tells of the message.
  public var printedDeadline: CalendarDate?

  private enum CodingKeys: String, CodingKey {
    case messageUUID, caseNumber = "case", kind, entry, container
  }

  /// Creates the line of a message.
  public init(messageUUID: String, caseNumber: String, kind: String, container: String) {
    self.messageUUID = messageUUID
    self.caseNumber = caseNumber
    self.kind = kind
    self.container = container
    entry = "\(messageUUID).xml"
  }

  /// As a line of JSON, with its line feed.
  var line: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try Array(encoder.encode(self)) + [0x0A]
    }
  }
}
