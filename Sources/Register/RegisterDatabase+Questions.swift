import Foundation
import GRDB
import Hashing

extension RegisterDatabase {
  func lastRun() throws(RegisterError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT max(number) FROM run") ?? 0 }
  }

  /// The hashes of a bundle's files that are not stored; nil when the bundle is recorded.
  func lacks(_ bundle: BundleRecord) throws(RegisterError) -> Set<SHA256Hash>? {
    try read { db in
      let known = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM bundle WHERE hash = ?)", arguments: [Data(bundle.hash.bytes)])
      if known == true { return nil }
      let stored = try Set(Data.fetchAll(db, sql: "SELECT hash FROM material"))
      return Set(bundle.files.values).filter { !stored.contains(Data($0.bytes)) }
    }
  }

  /// Which of some refusals are not recorded, by their keys.
  func lacks(_ refusals: [SHA256Hash]) throws(RegisterError) -> Set<SHA256Hash> {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT 1 FROM refusal WHERE key = ?")
      return try Set(refusals.filter { try Row.fetchOne(statement, arguments: [Data($0.bytes)]) == nil })
    }
  }

  func recorded(_ names: [String]) throws(RegisterError) -> [String: RecordedDocument] {
    try read { db in
      var found: [String: RecordedDocument] = [:]
      let statement = try db.cachedStatement(sql: Self.documents + " WHERE document.name = ?")
      for name in names {
        if let row = try Row.fetchOne(statement, arguments: [name]) { found[name] = try Self.document(row) }
      }
      return found
    }
  }

  /// Gives the documents in the order of their names, those of one case's folder or all.
  func eachDocument(in folder: String?, _ body: (RecordedDocument) throws -> Void) throws(RegisterError) {
    try read { db in
      let sql = Self.documents
      let rows =
        if let folder {
          // A slash, and what comes right after a slash: all names in the folder.
          try Row.fetchCursor(
            db, sql: sql + " WHERE document.name > ? AND document.name < ? ORDER BY document.name",
            arguments: [folder + "/", folder + "0"])
        } else {
          try Row.fetchCursor(db, sql: sql + " ORDER BY document.name")
        }
      while let row = try rows.next() { try body(Self.document(row)) }
    }
  }

  /// Gives the refusals by case and text, those of one case or all.
  func eachRefusal(of caseNumber: String?, _ body: (RecordedRefusal) throws -> Void) throws(RegisterError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT * FROM refusal \(caseNumber == nil ? "" : "WHERE casenumber = ?") ORDER BY casenumber, key",
        arguments: caseNumber.map { [$0] } ?? [])
      while let row = try rows.next() { try body(Self.refusal(row)) }
    }
  }

  private static let documents = """
    SELECT document.*, issue.run, issue.at, issue.authority, issue.casenumber
    FROM document JOIN issue ON issue.id = document.issue
    """

  private static func document(_ row: Row) throws -> RecordedDocument {
    let texts = try JSONDecoder().decode([String: String].self, from: Data((row["files"] as String).utf8))
    let files = texts.compactMapValues { SHA256Hash(hex: $0) }
    guard files.count == texts.count, let state = RecordedDocument.State(rawValue: row["state"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "document \(row["id"] as Int)")
    }
    return RecordedDocument(
      name: row["name"], authority: row["authority"], caseNumber: row["casenumber"], kind: row["kind"],
      date: row["date"], recipient: row["recipient"], files: files, state: state, at: row["at"], run: row["run"])
  }

  private static func refusal(_ row: Row) throws -> RecordedRefusal {
    guard let data = SHA256Hash(bytes: row["data"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "refusal \(row["id"] as Int)")
    }
    let reasons = try JSONDecoder().decode([String].self, from: Data((row["reasons"] as String).utf8))
    return RecordedRefusal(
      caseNumber: row["casenumber"], data: data, reasons: reasons, at: row["at"], run: row["run"])
  }
}
