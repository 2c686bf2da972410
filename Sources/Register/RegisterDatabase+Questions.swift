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
      let statement = try db.cachedStatement(sql: Self.documents + " WHERE document.name IN (\(Self.list))")
      for part in Self.parts(names) {
        let rows = try Row.fetchCursor(statement, arguments: part)
        while let row = try rows.next() {
          let document = try Self.document(row)
          found[document.name] = document
        }
      }
      return found
    }
  }

  /// Whether a document has gone out in some way that has not come back, whatever was said of it besides.
  func isOut(_ name: String) throws(RegisterError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE name = ? AND \(Self.isOut))", arguments: [name]) ?? false
    }
  }

  func issueCount() throws(RegisterError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM issue") ?? 0 }
  }

  /// Which of some cases are known, by their numbers.
  func known(_ cases: Set<String>) throws(RegisterError) -> Set<String> {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT casenumber FROM issue WHERE casenumber IN (\(Self.list))
          UNION SELECT casenumber FROM refusal WHERE casenumber IN (\(Self.list))
          """)
      return try Self.parts(Array(cases)).reduce(into: []) { known, part in
        known.formUnion(try String.fetchAll(statement, arguments: part))
      }
    }
  }

  // MARK: Many at once

  /// How many values a question holds: it takes longer to ask than to look for one of them.
  private static let listLength = 128

  /// The places of the values in a question.
  private static let list = (1...listLength).map { "?\($0)" }.joined(separator: ", ")

  /// Values for questions one after the other; what is left over in the last is nothing.
  private static func parts(_ values: [String]) -> [StatementArguments] {
    stride(from: 0, to: values.count, by: listLength).map { start in
      let part = values[start..<min(start + listLength, values.count)]
      return StatementArguments(part.map { $0 as String? } + [String?](repeating: nil, count: listLength - part.count))
    }
  }

  /// What was forgotten, in the order of the records.
  func forgettings() throws(RegisterError) -> [RecordedForgetting] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM forgotten ORDER BY id").map { row in
        let documents = try JSONDecoder().decode([String: Int].self, from: Data((row["documents"] as String).utf8))
        return RecordedForgetting(
          cases: row["cases"], documents: documents, refusals: row["refusals"], why: row["why"], at: row["at"])
      }
    }
  }

  /// Gives the documents in the order of their names, those of one case's folder or all.
  func eachDocument(in folder: String?, _ body: (RecordedDocument) throws(EnoughRows) -> Void) throws(RegisterError) {
    try eachRow { db in
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

  /// Gives the documents of a run in the order in which they were issued.
  func eachDocument(ofRun run: Int, _ body: (RecordedDocument) throws(EnoughRows) -> Void) throws(RegisterError) {
    try eachRow { db in
      let rows = try Row.fetchCursor(
        db, sql: Self.documents + " WHERE issue.run = ? ORDER BY issue.id, document.id", arguments: [run])
      while let row = try rows.next() { try body(Self.document(row)) }
    }
  }

  /// The documents of the next cases of a run, and where they end; nil when there are no more.
  ///
  /// - Parameter issue: the end of those before, 0 at first.
  func page(
    ofRun run: Int, after issue: Int, cases: Int = 2048
  ) throws(RegisterError) -> (documents: [RecordedDocument], last: Int)? {
    try read { db in
      let last = try Int.fetchOne(
        db, sql: "SELECT max(id) FROM (SELECT id FROM issue WHERE run = ? AND id > ? ORDER BY id LIMIT ?)",
        arguments: [run, issue, cases])
      guard let last else { return nil }
      let rows = try Row.fetchAll(
        db,
        sql: Self.documents + " WHERE issue.run = ? AND issue.id > ? AND issue.id <= ? ORDER BY issue.id, document.id",
        arguments: [run, issue, last])
      return (try rows.map(Self.document), last)
    }
  }

  /// Gives the re-issues of a run in the order of their records, each with its first document.
  func eachReissue(inRun run: Int, _ body: (Reissue, RecordedDocument) throws(EnoughRows) -> Void) throws(RegisterError)
  {
    try eachRow { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT document.*, issue.run, issue.at, issue.authority, issue.casenumber, issue.reissue
          FROM document JOIN issue ON issue.id = document.issue
          WHERE issue.run = ? AND issue.reissue IS NOT NULL
          AND document.id = (SELECT min(other.id) FROM document AS other WHERE other.issue = issue.id) ORDER BY issue.id
          """, arguments: [run])
      while let row = try rows.next() {
        if let reissue = try Self.reissue(row["reissue"]) { try body(reissue, Self.document(row)) }
      }
    }
  }

  /// Gives the refusals of a run in the order in which they were recorded.
  func eachRefusal(inRun run: Int, _ body: (RecordedRefusal) throws(EnoughRows) -> Void) throws(RegisterError) {
    try eachRow { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM refusal WHERE run = ? ORDER BY id", arguments: [run])
      while let row = try rows.next() { try body(Self.refusal(row)) }
    }
  }

  func counts(ofRun run: Int) throws(RegisterError) -> RunCounts {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql, arguments: [run]) ?? 0 }
      func happened(_ what: Event.What) throws -> Int {
        try count(
          """
          SELECT count(*) FROM document JOIN issue ON issue.id = document.issue WHERE issue.run = ? AND EXISTS
            (SELECT 1 FROM event WHERE event.document = document.name AND what = '\(what.rawValue)')
          """)
      }
      var counts = RunCounts()
      // Of some cases only the record was brought up to date.
      counts.cases = try count(
        "SELECT count(*) FROM issue WHERE run = ? AND EXISTS (SELECT 1 FROM document WHERE document.issue = issue.id)")
      counts.refused = try count("SELECT count(*) FROM refusal WHERE run = ?")
      counts.packed = try happened(.packed)
      counts.delivered = try happened(.delivered)
      counts.underway = try count(
        """
        SELECT count(*) FROM document JOIN issue ON issue.id = document.issue WHERE issue.run = ? AND \(Self.isOut)
          AND NOT EXISTS (SELECT 1 FROM event WHERE event.document = document.name AND what = 'delivered')
        """)
      let states = try Row.fetchAll(
        db,
        sql: """
          SELECT state, count(*) AS number FROM document JOIN issue ON issue.id = document.issue
          WHERE issue.run = ? GROUP BY state
          """, arguments: [run])
      for row in states {
        counts.documents += row["number"]
        if let state = RecordedDocument.State(rawValue: row["state"]) { counts.states[state] = row["number"] }
      }
      return counts
    }
  }

  func hasEnded(inRun run: Int) throws(RegisterError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM issue JOIN document ON document.issue = issue.id
            JOIN event ON event.document = document.name
            WHERE issue.run = ? AND event.what IN ('withdrawn', 'superseded'))
          """, arguments: [run]) ?? false
    }
  }

  /// Gives the refusals by case and text, those of one case or all.
  func eachRefusal(of caseNumber: String?, _ body: (RecordedRefusal) throws(EnoughRows) -> Void) throws(RegisterError) {
    try eachRow { db in
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT * FROM refusal \(caseNumber == nil ? "" : "WHERE casenumber = ?") ORDER BY casenumber, key",
        arguments: caseNumber.map { [$0] } ?? [])
      while let row = try rows.next() { try body(Self.refusal(row)) }
    }
  }

  /// Gives the events of one document, of all documents in a case's folder, or of a message, in the order of their records.
  func events(_ question: RegisterReader.Events) throws(RegisterError) -> [RecordedEvent] {
    let (condition, arguments): (String, StatementArguments) =
      switch question {
      case .document(let name): ("document = ?", [name])
      case .folder(let folder): ("document > ? AND document < ?", [folder + "/", folder + "0"])
      case .message(let uuid): ("message = ?", [uuid])
      }
    return try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM event WHERE \(condition) ORDER BY id", arguments: arguments)
        .map(Self.event)
    }
  }

  /// Gives what was issued, in the order of the records.
  func eachIssue(_ question: RegisterReader.Issues, _ body: (RecordedIssue) throws(EnoughRows) -> Void)
    throws(RegisterError)
  {
    let (condition, arguments): (String, StatementArguments) =
      switch question {
      case .all: ("1", [])
      case .run(let number): ("issue.run = ?", [number])
      case .ofCase(let number): ("issue.casenumber = ?", [number])
      case .ofDocument(let name): ("issue.id = (SELECT issue FROM document WHERE name = ?)", [name])
      }
    try eachRow { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT * FROM issue WHERE \(condition) ORDER BY id", arguments: arguments)
      let documents = try db.cachedStatement(
        sql: Self.documents + " WHERE document.issue = ? ORDER BY document.id")
      while let row = try rows.next() {
        let data: Data = row["data"]
        let id: Int = row["id"]
        try body(
          RecordedIssue(
            run: row["run"], at: row["at"], authority: row["authority"], caseNumber: row["casenumber"],
            data: CaseData(form: row["form"], bytes: Array(data)),
            documents: try Row.fetchAll(documents, arguments: [id]).map(Self.document),
            reissue: try Self.reissue(row["reissue"])))
      }
    }
  }

  /// The numbers of the cases, in the order in which they were first issued.
  func caseNumbers() throws(RegisterError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT casenumber FROM issue GROUP BY casenumber ORDER BY min(id)")
    }
  }

  /// The files of a bundle by their paths; nil when the register does not know it.
  func files(of bundle: SHA256Hash) throws(RegisterError) -> [String: [UInt8]]? {
    try read { db in
      let row = try Row.fetchOne(db, sql: "SELECT files FROM bundle WHERE hash = ?", arguments: [Data(bundle.bytes)])
      guard let row else { return nil }
      let statement = try db.cachedStatement(sql: "SELECT bytes FROM material WHERE hash = ?")
      return try Self.hashes(row).mapValues { hash in
        guard let bytes = try Data.fetchOne(statement, arguments: [Data(hash.bytes)]) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "material \(hash.hex)")
        }
        return Array(bytes)
      }
    }
  }

  /// The runs that recorded something, in their order.
  func runs() throws(RegisterError) -> [RecordedRun] {
    try read { db in try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY number").map(Self.run) }
  }

  private static let documents = """
    SELECT document.*, issue.run, issue.at, issue.authority, issue.casenumber
    FROM document JOIN issue ON issue.id = document.issue
    """

  private static func document(_ row: Row) throws -> RecordedDocument {
    guard let state = RecordedDocument.State(rawValue: row["state"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "document \(row["id"] as Int)")
    }
    return RecordedDocument(
      name: row["name"], authority: row["authority"], caseNumber: row["casenumber"], kind: row["kind"],
      date: row["date"], recipient: row["recipient"], files: try hashes(row), state: state, at: row["at"],
      run: row["run"])
  }

  private static func reissue(_ text: String?) throws -> Reissue? {
    try text.map { try JSONDecoder().decode(Reissue.self, from: Data($0.utf8)) }
  }

  /// The hashes of a text as ``Entry/hashes(_:)`` writes it, `{"html":"…","xml":"…"}`.
  ///
  /// A reader of any JSON would take most of the time of a long question; it is left what has escapes in it.
  private static func hashes(_ row: Row) throws -> [String: SHA256Hash] {
    let files: String = row["files"]
    var hashes: [String: SHA256Hash] = [:]
    func unreadable() -> DatabaseError { DatabaseError(resultCode: .SQLITE_CORRUPT, message: "hashes \(files)") }
    func take(_ name: String, _ hash: SHA256Hash?) throws {
      guard let hash else { throw unreadable() }
      hashes[name] = hash
    }
    if files.utf8.contains(UInt8(ascii: "\\")) {
      for (name, digits) in try JSONDecoder().decode([String: String].self, from: Data(files.utf8)) {
        try take(name, SHA256Hash(hex: digits))
      }
    } else {
      var text = files
      try text.withUTF8 { text in
        let parts = text.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard parts.count % 4 == 1 else { throw unreadable() }
        for place in stride(from: 1, to: parts.count - 2, by: 4) {
          let digits = UnsafeBufferPointer(rebasing: parts[place + 2])
          try take(String(decoding: parts[place], as: UTF8.self), SHA256Hash(digits: digits))
        }
      }
    }
    return hashes
  }

  private static func event(_ row: Row) throws -> RecordedEvent {
    guard let what = Event.What(rawValue: row["what"]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(row["id"] as Int)")
    }
    let event = Event(
      what, [row["document"]], day: row["day"], moment: row["moment"], why: row["why"], by: row["by"],
      message: row["message"], successor: row["successor"])
    return RecordedEvent(document: row["document"], event: event, at: row["at"])
  }

  private static func run(_ row: Row) throws -> RecordedRun {
    let number: Int = row["number"]
    guard let bundle = SHA256Hash(bytes: row["bundle"] as Data) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "run \(number)")
    }
    let record = RunRecord(number: number, command: row["command"], engine: row["engine"], bundle: bundle)
    var run = RecordedRun(record: record, at: row["at"], forgottenCases: row["forgotten"])
    if let by: String = row["approver"], let hash: Data = row["approvedhash"] {
      run.approval = SHA256Hash(bytes: hash).map { Approval(run: number, by: by, hash: $0) }
      run.approvedAt = row["approvedat"]
    }
    return run
  }

  private static func refusal(_ row: Row) throws -> RecordedRefusal {
    guard let data = SHA256Hash(bytes: row["data"] as Data) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "refusal \(row["id"] as Int)")
    }
    let reasons = try JSONDecoder().decode([String].self, from: Data((row["reasons"] as String).utf8))
    return RecordedRefusal(
      caseNumber: row["casenumber"], data: data, reasons: reasons, place: row["place"], at: row["at"], run: row["run"])
  }
}
