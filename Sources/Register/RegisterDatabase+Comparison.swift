import GRDB

extension RegisterDatabase {
  /// Makes sure that another database is whole, and says the same as this one.
  ///
  /// - Parameter isJournalWhole: whether this one says all that there is to say; otherwise the other one is only looked at
  ///   for itself.
  /// - Throws: what is wrong with the other one.
  func compare(with path: String, isJournalWhole: Bool) throws(RegisterError) {
    var found: [String] = []
    try attached(path) { db in
      let state = try String.fetchOne(db, sql: "PRAGMA found.integrity_check(1)") ?? "ok"
      if state != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: state) }
      guard isJournalWhole else { return }
      for table in try String.fetchAll(
        db, sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
      {
        let count = try Self.differences(of: table, db)
        if count > 0 { found.append("\(Self.label(of: table)): \(count)") }
      }
    }
    guard !found.isEmpty else { return }
    throw .database(path, "den siger ikke det samme som journalen (\(found.joined(separator: ", ")))")
  }

  /// What is wrong with another database, or what it does not say as this one does; nil when it says the same.
  func difference(from path: String) -> String? {
    do throws(RegisterError) {
      try compare(with: path, isJournalWhole: true)
      return nil
    } catch {
      return error.message
    }
  }

  /// How many rows of a table are not in both databases as they are in this one.
  private static func differences(of table: String, _ db: Database) throws -> Int {
    let columns = try Row.fetchAll(db, sql: "PRAGMA main.table_info(\"\(table)\")")
    let keys = columns.filter { $0["pk"] as Int > 0 }.map { $0["name"] as String }
    let others = columns.filter { $0["pk"] as Int == 0 }.map { $0["name"] as String }
    // By the key, so that it is found at once; what else there is may be missing in both.
    let sameKey = keys.map { "a.\"\($0)\" = b.\"\($0)\"" }.joined(separator: " AND ")
    let same = ([sameKey] + others.map { "a.\"\($0)\" IS b.\"\($0)\"" }).joined(separator: " AND ")
    let sql = """
      SELECT (SELECT count(*) FROM main."\(table)" a WHERE NOT EXISTS (SELECT 1 FROM found."\(table)" b WHERE \(same)))
        + (SELECT count(*) FROM found."\(table)" b WHERE NOT EXISTS (SELECT 1 FROM main."\(table)" a WHERE \(sameKey)))
      """
    return try Int.fetchOne(db, sql: sql) ?? 0
  }

  private static func label(of table: String) -> String {
    switch table {
    case "place": "sted i journalen"
    case "material": "skabelonfiler"
    case "bundle": "samlinger af skabeloner"
    case "run": "kørsler"
    case "issue": "udstedte sager"
    case "document": "dokumenter"
    case "refusal": "afvisninger"
    case "event": "hændelser"
    case "forgotten": "sletninger"
    default: table
    }
  }
}
