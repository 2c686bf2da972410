import Foundation
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The database that lies beside a journal, and how far it came in a journal.
///
/// Where a batch ends, and the hash there, tells which batches led to it. When the journal has that place too, it says
/// everything that the database does. Otherwise one of them is from a backup, or both went on from one: which has more
/// batches tells nothing then.
struct OldDatabase {
  let path: String
  let place: Journal.Place

  /// Looks at it, also when another version of the program made it.
  ///
  /// - Returns: nil when there is none, or it is so damaged that it cannot say anything.
  /// - Throws: when it cannot be looked at just now, as when it is another user's: it may know more than the journal.
  init?(_ path: String) throws(RegisterError) {
    guard access(path, F_OK) == 0 else { return nil }
    do throws(RegisterError) {
      place = try RegisterDatabase(path, isReadOnly: true, isOurs: false).place()
      self.path = path
    } catch {
      guard error.isDamage else { throw error }
      return nil
    }
  }
}

extension RegisterDatabase {
  /// What an old database says and this one, made of the journal, does not, in Danish with how many of each kind.
  ///
  /// A journal from a backup makes a database that is behind: letters that were packed since would be packed again.
  func lacking(_ old: OldDatabase) -> [String] {
    do throws(RegisterError) {
      return try kindsLacking(old)
    } catch {
      // It came further than the journal, so it does know something.
      return ["noget, der ikke kan læses"]
    }
  }

  private func kindsLacking(_ old: OldDatabase) throws(RegisterError) -> [String] {
    var lacking: [String] = []
    try attached(old.path) { db in
      for (label, table, columns, condition) in Self.kinds {
        let same = columns.map { "b.\"\($0)\" IS a.\"\($0)\"" }.joined(separator: " AND ")
        let count = try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM found.\(table) a WHERE \(condition)
              AND NOT EXISTS (SELECT 1 FROM main.\(table) b WHERE \(same))
            """)
        if let count, count > 0 { lacking.append("\(label): \(count)") }
      }
    }
    return lacking
  }

  /// What tells a row of each kind apart from the others; an index finds it.
  private static let kinds: [(label: String, table: String, columns: [String], condition: String)] =
    [
      ("kørsler", "run", ["number", "at", "bundle"], "1"),
      ("godkendelser", "run", ["number", "approvedhash"], "a.approver IS NOT NULL"),
      ("dokumenter", "document", ["name", "files"], "1"), ("afvisninger", "refusal", ["key"], "1"),
      ("sletninger", "forgotten", ["at", "why"], "1"),
    ]
    + [
      ("pakket", "'packed'"), ("sendt", "'sent', 'to-print', 'unsent'"), ("leveret", "'delivered'"),
      ("kommet retur", "'returned'"), ("trukket tilbage", "'withdrawn'"), ("afløst", "'superseded'"),
    ].map { label, words in
      (
        label, "event", ["document", "what", "at", "day", "moment", "why", "by", "message", "successor"],
        "a.what IN (\(words))"
      )
    }
}
