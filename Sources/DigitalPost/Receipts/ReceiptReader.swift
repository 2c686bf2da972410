import Casework
public import Diagnostics
import Fields
import XMLTree

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads receipts: Digital Post's JSON (one, a list, or one a line), `PKO_PostStatus` of SF1601, and the message of the
/// Beskedfordeler that carries it.
public struct ReceiptReader: Sendable {
  /// Creates a reader.
  public init() {}

  /// The receipts of a file.
  ///
  /// - Throws: what is wrong with the file, in Danish; then none of its receipts counts.
  public func read(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [Receipt] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Self.problem("receipt-encoding", "Filen er skrevet i UTF-16.", file, help: "Gem den som UTF-8.")
    }
    switch bytes.first(where: { !" \n\r\t\u{FEFF}".utf8.contains($0) }) {
    case UInt8(ascii: "<"): return [try readXML(bytes, file: file)]
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try readJSON(bytes, file: file)
    case nil: throw Self.problem("receipt-form", "Filen er tom.", file)
    default:
      throw Self.problem("receipt-form", "Filen er ingen kvittering: den begynder hverken med <, { eller [.", file)
    }
  }

  /// The messages of an index, as `--pack` writes it, or of the lines that `render --json` prints.
  public func readIndex(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    for (number, line) in Self.lines(of: bytes) {
      let line = Data(line)
      if let entry = try? JSONDecoder().decode(IndexEntry.self, from: line) {
        entries.append(entry)
      } else if let told = try? JSONDecoder().decode(ToldCase.self, from: line) {
        entries += told.entries
      } else {
        throw Self.problem(
          "index-line", "Linjen er ikke en linje af et indeks fra --pack.", file, line: number,
          help:
            "Brug indekset, som det blev skrevet ved siden af pakken (.index.jsonl), eller linjerne fra render --json.")
      }
    }
    guard !entries.isEmpty else {
      throw Self.problem(
        "index-empty", "Indekset nævner ingen meddelelser.", file,
        help: "Find en kopi af indekset, eller pak brevene igen i en anden mappe: det giver det samme indeks.")
    }
    return entries
  }

  /// What `render --json` tells of a case: requests to SF1601 lie in no container and have no other index.
  private struct ToldCase: Decodable {
    struct Message: Decodable {
      var uuid: String
      var kind: String
      var path: String
    }

    var status: String
    var `case`: String?
    var messages: [Message]?

    var entries: [IndexEntry] {
      (messages ?? []).map {
        IndexEntry(messageUUID: $0.uuid, caseNumber: `case` ?? "", kind: $0.kind, container: $0.path)
      }
    }
  }

  /// The lines that hold anything, with their numbers.
  private static func lines(of bytes: [UInt8]) -> [(number: Int, line: ArraySlice<UInt8>)] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .filter { !$1.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }.map { ($0 + 1, $1) }
  }

  private struct Raw: Decodable {
    var messageUUID: String?
    var errorCode: String?
    var errorMessage: String?
    var timeStamp: String?
    var receiptStatus: String?
    var transmissionId: String?
  }

  private func readJSON(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [Receipt] {
    let decoder = JSONDecoder()
    let raw: [(line: Int, item: Raw)]
    if let list = try? decoder.decode([Raw].self, from: Data(bytes)) {
      raw = list.map { (1, $0) }
    } else if let one = try? decoder.decode(Raw.self, from: Data(bytes)) {
      raw = [(1, one)]
    } else {
      raw = try readLines(bytes, file: file)
    }
    var receipts: [Receipt] = []
    for (line, item) in raw {
      guard let status = item.receiptStatus else {
        throw Self.problem(
          "receipt-status", "Kvitteringen har ingen status (receiptStatus).", file, line: line,
          help:
            "Et svar på et opslag er ikke en kvittering. Er opslaget fejlet, er borgeren ikke fritaget: slå op igen.")
      }
      receipts.append(
        Receipt(
          try Self.uuid(item.messageUUID, "messageUUID", file, line: line),
          .init(receiptStatus: status, code: item.errorCode, text: item.errorMessage),
          try Self.time(item.timeStamp, "timeStamp", file, line: line),
          transmission: item.transmissionId?.trimmed, at: SourceLocation(file: file, line: line, column: 1)))
    }
    return receipts
  }

  private func readLines(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [(line: Int, item: Raw)] {
    var raw: [(line: Int, item: Raw)] = []
    for (number, line) in Self.lines(of: bytes) {
      guard let item = try? JSONDecoder().decode(Raw.self, from: Data(line)) else {
        throw Self.problem("receipt-json", "Kvitteringen er ikke gyldig JSON.", file, line: number)
      }
      raw.append((number, item))
    }
    return raw
  }

  private func readXML(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> Receipt {
    let root = try Self.root(of: bytes, file: file)
    if root.name == "PKO_PostStatus" { return try Self.receipt(root, file: file) }
    guard let packed = root.first("Base64")?.text, let data = Data(base64Encoded: packed.filter { !$0.isWhitespace })
    else {
      throw Self.problem(
        "receipt-xml", "Filen er hverken PKO_PostStatus eller en besked fra Beskedfordeler, der bærer den.", file)
    }
    let inner = try Self.root(of: Array(data), file: file)
    guard inner.name == "PKO_PostStatus" else {
      throw Self.problem("receipt-xml", "Beskeden fra Beskedfordeler bærer ingen PKO_PostStatus.", file)
    }
    return try Self.receipt(inner, file: file)
  }

  /// The root of a document. What is wrong with it is told without a line of it: a receipt may hold a CPR number.
  private static func root(of bytes: [UInt8], file: String) throws(DiagnosticsError) -> XMLElement {
    do throws(DiagnosticsError) {
      return try XMLDocument.parse(bytes, file: file).root
    } catch {
      let first = error.diagnostics.first
      let words =
        switch first?.id {
        case "xml-encoding": "Filen er ikke skrevet i UTF-8."
        case "xml-doctype": "Filen har en DOCTYPE, og den læses ikke: den kan hente andet ind eller fylde hukommelsen."
        case "xml-too-deep": "Filen har flere lag af elementer, end en kvittering har."
        default: "Filen er ikke gyldig XML."
        }
      throw problem("receipt-xml", words, file, line: first?.location?.line)
    }
  }

  private static func receipt(_ root: XMLElement, file: String) throws(DiagnosticsError) -> Receipt {
    func text(_ name: String) -> String? { root.first(name)?.text.flatMap { $0.isEmpty ? nil : $0 } }
    guard let status = text("TransaktionsStatusKode") else {
      throw problem("receipt-status", "Kvitteringen har ingen status (TransaktionsStatusKode).", file)
    }
    // An order to print has no message; its own number is the UUID that the message would have had.
    let name =
      text("MessageUUID") == nil && text("AfsendelseIdentifikator") != nil ? "AfsendelseIdentifikator" : "MessageUUID"
    return Receipt(
      try uuid(text(name), name, file),
      .init(postStatus: status, code: text("FejlKode"), text: text("FejlTekst")),
      try time(text("TransaktionsDatoTid"), "TransaktionsDatoTid", file),
      transmission: nil, at: SourceLocation(file: file, line: 1, column: 1))
  }

  /// The UUID of a message; nil of a receipt about a whole transmission, which names none.
  private static func uuid(
    _ text: String?, _ name: String, _ file: String, line: Int = 1
  ) throws(DiagnosticsError) -> String? {
    guard let text, text.isVisible else { return nil }
    let uuid = text.trimmed.lowercased()
    // Another text could be anything, and would be told as a message that nobody knows.
    guard uuid.isUUID else { throw problem("receipt-uuid", "Kvitteringens \(name) er ikke et UUID.", file, line: line) }
    return uuid
  }

  private static func time(
    _ text: String?, _ name: String, _ file: String, line: Int = 1
  ) throws(DiagnosticsError) -> ReceiptTime {
    if let text, let time = ReceiptTime(text) { return time }
    throw problem(
      "receipt-time", "Kvitteringens tid (\(name)) mangler, eller er ikke skrevet som 2026-06-09T08:15:30Z.", file,
      line: line, help: "Uden sit tidspunkt kan kvitteringen ikke afgøre en frist. Hent den igen.")
  }

  /// What is wrong with a file, of which then nothing counts.
  private static func problem(
    _ id: String, _ message: String, _ file: String, line: Int? = nil, help: String? = nil
  ) -> DiagnosticsError {
    let location = SourceLocation(file: file, line: line ?? 1, column: 1)
    let rest = id.hasPrefix("receipt-") ? " Intet i filen er talt med." : ""
    return DiagnosticsError([Diagnostic(.error, id, message + rest, at: location, help: help)], in: .danish)
  }
}

extension XMLElement {
  /// The first element of a name, at any depth.
  fileprivate func first(_ name: String) -> XMLElement? {
    for element in elements {
      if element.name == name { return element }
      if let found = element.first(name) { return found }
    }
    return nil
  }

  /// Its text, without white space around it.
  fileprivate var text: String? {
    children.compactMap { if case .text(let text) = $0 { text.value } else { nil } }.joined()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
