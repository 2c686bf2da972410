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
    switch bytes.first(where: { !" \n\r\t\u{FEFF}".utf8.contains($0) }) {
    case UInt8(ascii: "<"): return [try readXML(bytes, file: file)]
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try readJSON(bytes, file: file)
    default: throw Self.problem("receipt-form", "Filen er ingen kvittering: den begynder hverken med < eller {.", file)
    }
  }

  /// The index lines of a file, as `--pack` writes them.
  public func readIndex(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      guard let entry = try? JSONDecoder().decode(IndexEntry.self, from: Data(line)) else {
        throw Self.problem(
          "index-line", "Linjen er ikke en linje af et indeks fra --pack.", file, line: number + 1,
          help: "Brug indekset, som det blev skrevet ved siden af pakken (.index.jsonl).")
      }
      entries.append(entry)
    }
    return entries
  }

  private struct Raw: Decodable {
    var messageUUID: String?
    var errorCode: String?
    var errorMessage: String?
    var timeStamp: String?
    var receiptStatus: String?
  }

  private func readJSON(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [Receipt] {
    let decoder = JSONDecoder()
    let raw: [Raw]
    if let list = try? decoder.decode([Raw].self, from: Data(bytes)) {
      raw = list
    } else if let one = try? decoder.decode(Raw.self, from: Data(bytes)) {
      raw = [one]
    } else {
      raw = try readLines(bytes, file: file)
    }
    var receipts: [Receipt] = []
    for item in raw {
      guard let status = item.receiptStatus else {
        throw Self.problem(
          "receipt-status", "Kvitteringen har ingen status (receiptStatus).", file,
          help:
            "Et svar på et opslag er ikke en kvittering. Er opslaget fejlet, er borgeren ikke fritaget: slå op igen.")
      }
      let time = try Self.time(item.timeStamp, "timeStamp", file)
      receipts.append(
        Receipt(
          messageUUID: item.messageUUID?.lowercased(),
          event: .init(receiptStatus: status, code: item.errorCode, text: item.errorMessage), time: time))
    }
    return receipts
  }

  private func readLines(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [Raw] {
    var raw: [Raw] = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      guard let item = try? JSONDecoder().decode(Raw.self, from: Data(line)) else {
        throw Self.problem("receipt-json", "Kvitteringen er ikke gyldig JSON.", file, line: number + 1)
      }
      raw.append(item)
    }
    return raw
  }

  private func readXML(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> Receipt {
    let root = try XMLDocument.parse(bytes, file: file).root
    if root.name == "PKO_PostStatus" { return try Self.receipt(root, file: file) }
    guard let packed = root.first("Base64")?.text, let data = Data(base64Encoded: packed.filter { !$0.isWhitespace })
    else {
      throw Self.problem(
        "receipt-xml", "Filen er hverken PKO_PostStatus eller en besked fra Beskedfordeler, der bærer den.", file)
    }
    let inner = try XMLDocument.parse(Array(data), file: file).root
    guard inner.name == "PKO_PostStatus" else {
      throw Self.problem("receipt-xml", "Beskeden fra Beskedfordeler bærer ingen PKO_PostStatus.", file)
    }
    return try Self.receipt(inner, file: file)
  }

  private static func receipt(_ root: XMLElement, file: String) throws(DiagnosticsError) -> Receipt {
    func text(_ name: String) -> String? { root.first(name)?.text.flatMap { $0.isEmpty ? nil : $0 } }
    guard let status = text("TransaktionsStatusKode") else {
      throw problem("receipt-status", "Kvitteringen har ingen status (TransaktionsStatusKode).", file)
    }
    return Receipt(
      messageUUID: text("MessageUUID")?.lowercased(),
      event: .init(postStatus: status, code: text("FejlKode"), text: text("FejlTekst")),
      time: try time(text("TransaktionsDatoTid"), "TransaktionsDatoTid", file))
  }

  private static func time(_ text: String?, _ name: String, _ file: String) throws(DiagnosticsError) -> ReceiptTime {
    if let text, let time = ReceiptTime(text) { return time }
    throw problem(
      "receipt-time", "Kvitteringens tid (\(name)) mangler, eller er ikke skrevet som 2026-06-09T08:15:30Z.", file,
      help: "Uden sit tidspunkt kan kvitteringen ikke afgøre en frist. Hent den igen.")
  }

  private static func problem(
    _ id: String, _ message: String, _ file: String, line: Int? = nil, help: String? = nil
  ) -> DiagnosticsError {
    let location = SourceLocation(file: file, line: line ?? 1, column: 1)
    return DiagnosticsError([Diagnostic(.error, id, message, at: location, help: help)], in: .danish)
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
