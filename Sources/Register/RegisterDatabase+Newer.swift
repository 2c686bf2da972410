import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RegisterDatabase {
  /// What another database knows that came after the end of this one, in Danish with how many of each kind; nothing when it
  /// is not ahead, or so damaged that it cannot say.
  ///
  /// A journal from a backup makes a database that is behind: letters that were packed since would be packed again.
  func newer(in path: String) throws(RegisterError) -> [String] {
    guard access(path, F_OK) == 0, let found = try? RegisterDatabase(path, isReadOnly: true) else { return [] }
    guard let place = try? found.place(), try place.commits > self.place().commits else { return [] }
    let own = try counts()
    guard let other = try? found.counts() else { return [] }
    let more = zip(own, other).filter { $1.count > $0.count }.map { "\($1.label): \($1.count - $0.count)" }
    return more.isEmpty ? ["andet: \(place.commits - (try self.place().commits))"] : more
  }

  private func counts() throws(RegisterError) -> [(label: String, count: Int)] {
    try read { db in
      try Self.kinds.map { label, rows in
        (label, try Int.fetchOne(db, sql: "SELECT count(*) FROM \(rows)") ?? 0)
      }
    }
  }

  private static let kinds = [
    ("kørsler", "run"), ("godkendelser", "run WHERE approver IS NOT NULL"), ("dokumenter", "document"),
    ("afvisninger", "refusal"), ("sletninger", "forgotten"),
    ("pakket", "event WHERE what = 'packed'"), ("sendt", "event WHERE what IN ('sent', 'to-print')"),
    ("leveret", "event WHERE what = 'delivered'"), ("kommet retur", "event WHERE what = 'returned'"),
    ("trukket tilbage", "event WHERE what = 'withdrawn'"), ("afløst", "event WHERE what = 'superseded'"),
  ]
}
