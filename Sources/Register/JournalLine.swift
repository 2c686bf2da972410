import Diagnostics
import Foundation
import Hashing

/// A line of the journal as it is read back.
enum JournalLine {
  case entry(Entry)
  case commit(Commit)
  /// A line that told of a case that is forgotten; its hash.
  case erased(SHA256Hash)

  /// What ends a batch: the batch counts when this line stands behind it with the right hash.
  struct Commit: Hashable {
    /// The number of the batch, from 1.
    var number: Int
    /// When, ISO 8601 in UTC.
    var at: String
    /// The hash of the batch before it and of the lines since.
    var hash: SHA256Hash

    /// The line of the journal.
    var line: JSONLine {
      var line = JSONLine()
      line.add("entry", "commit")
      line.add("number", number)
      line.add("at", at)
      line.add("hash", hash.hex)
      return line
    }
  }

  /// The line that stands where one with a hash has stood.
  static func erasedLine(_ hash: SHA256Hash) -> JSONLine {
    var line = JSONLine()
    line.add("entry", "erased")
    line.add("hash", hash.hex)
    return line
  }

  /// Reads a line; nil when it is none.
  init?(_ bytes: some Collection<UInt8>) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let line = Members(object), let line = Self.read(line)
    else { return nil }
    self = line
  }

  private static func read(_ line: Members) -> JournalLine? {
    switch line["entry"] as String? {
    case "commit":
      guard let number: Int = line["number"], let at: String = line["at"], let hash = line.hash("hash") else {
        return nil
      }
      return .commit(Commit(number: number, at: at, hash: hash))
    case "erased": return line.hash("hash").map { .erased($0) }
    case "forgotten":
      guard let cases: Int = line["cases"], let documents: [String: Int] = line["documents"],
        let refusals: Int = line["refusals"], let counts: [String: Int] = line["runs"],
        let why: String = line["why"], let texts: [String] = line["lines"]
      else { return nil }
      let lines = texts.compactMap { SHA256Hash(hex: $0) }
      let runs = counts.compactMap { name, count in Int(name).map { ($0, count) } }
      guard lines.count == texts.count, runs.count == counts.count else { return nil }
      return .entry(
        .forgotten(
          Forgotten(
            cases: cases, documents: documents, refusals: refusals,
            runs: Dictionary(runs) { first, _ in first }, why: why, lines: lines)))
    case "material":
      guard let text: String = line["text"] else { return nil }
      return .entry(.material(Material(Array(text.utf8))))
    case "bundle": return line.hashes("files").map { .entry(.bundle(BundleRecord($0))) }
    case "run":
      guard let number: Int = line["run"], let command: String = line["command"],
        let engine: String = line["engine"], let bundle = line.hash("bundle")
      else { return nil }
      return .entry(.run(RunRecord(number: number, command: command, engine: engine, bundle: bundle)))
    case "issued": return issued(line).map { .entry(.issued($0)) }
    case "refused":
      guard let run: Int = line["run"], let data = line.hash("data"), let reasons: [String] = line["reasons"] else {
        return nil
      }
      return .entry(
        .refused(Refused(run: run, caseNumber: line["case"], data: data, reasons: reasons, place: line["place"])))
    case "approved":
      guard let run: Int = line["run"], let by: String = line["by"], let hash = line.hash("hash") else { return nil }
      return .entry(.approved(Approval(run: run, by: by, hash: hash)))
    case let name?:
      guard let what = Event.What(rawValue: name), let documents: [String] = line["documents"] else { return nil }
      return .entry(
        .event(
          Event(
            what, documents, day: line["day"], moment: line["moment"], why: line["why"], by: line["by"],
            message: line["message"], successor: line["successor"])))
    case nil: return nil
    }
  }

  private static func issued(_ line: Members) -> Issued? {
    guard let run: Int = line["run"], let authority: String = line["authority"], let number: String = line["case"],
      let form: String = line["form"], let data: String = line["data"], let list: [Any] = line["documents"]
    else { return nil }
    let documents = list.compactMap { Members($0).flatMap(document) }
    guard documents.count == list.count else { return nil }
    var issued = Issued(
      run: run, authority: authority, caseNumber: number, data: CaseData(form: form, bytes: Array(data.utf8)),
      documents: documents)
    if let said: [String: Any] = line["reissue"] {
      guard let members = Members(said), let form: String = members["form"],
        let reasons: [String] = members["reasons"], let covers: [String] = members["covers"]
      else { return nil }
      issued.reissue = Reissue(form: form, reasons: reasons, covers: covers)
    }
    return issued
  }

  private static func document(_ line: Members) -> Issued.Document? {
    guard let name: String = line["name"], let kind: String = line["kind"], let date: String = line["date"],
      let recipient: String = line["recipient"], let files = line.hashes("files")
    else { return nil }
    return Issued.Document(name: name, kind: kind, date: date, recipient: recipient, files: files)
  }
}

/// The members of an object of JSON.
private struct Members {
  private let values: [String: Any]

  init?(_ object: Any) {
    guard let values = object as? [String: Any] else { return nil }
    self.values = values
  }

  subscript<Value>(_ key: String) -> Value? { values[key] as? Value }

  func hash(_ key: String) -> SHA256Hash? { (values[key] as? String).flatMap { SHA256Hash(hex: $0) } }

  func hashes(_ key: String) -> [String: SHA256Hash]? {
    guard let texts = values[key] as? [String: String] else { return nil }
    let hashes = texts.compactMapValues { SHA256Hash(hex: $0) }
    return hashes.count == texts.count ? hashes : nil
  }
}
