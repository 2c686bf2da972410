import Diagnostics
import Foundation
import GRDB
import Hashing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The database of a register: what the journal says, so that it can be asked.
///
/// It need not be on the disk when a batch is recorded, for the journal is. After a power cut it knows up to which place of
/// the journal it came, and the rest is read again from there.
///
/// When the last one that uses the database lets go of it, nothing lies beside it: the system sees to that, and it can
/// because each connection is one that may write, also where nothing is written. One that may not would leave the files, and
/// whoever took them away by hand would take them from another process.
final class RegisterDatabase: Sendable {
  /// Reads what has been recorded, while the next batch is.
  private let reading: ReadingConnections
  /// Nil where nothing is recorded.
  private let writing: DatabaseQueue?
  private let path: String
  private let isClosed = Atomic(false)

  /// Opens the database; makes it when it is not there.
  ///
  /// - Parameter isOurs: whether its tables must be those of this version.
  init(_ path: String, isReadOnly: Bool = false, isOurs: Bool = true) throws(RegisterError) {
    self.path = path
    // The files beside it take over its mode.
    try DiskFile.check(path, makes: !isReadOnly)
    let writing = try Self.guarded(path) { try isReadOnly ? nil : Self.connect(path) }
    self.writing = writing
    if let writing {
      try Self.guarded(path) {
        try writing.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
        try writing.write(Self.makeSchema)
      }
    }
    reading = ReadingConnections(path)
    let count = try read(Self.schemaDifferences)
    if count > 0, isOurs { throw .database(path, "dens opbygning er ikke registrets (forskelle: \(count))") }
  }

  deinit { try? close() }

  /// Whether it lies under its name still; another process could have made another one.
  var isInPlace: Bool { reading.isInPlace }

  static func connect(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    // Another process that closes the database has it for itself for a moment.
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -2000")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// A database that holds nothing yet gets its tables; one that lacks some is not mended on the quiet.
  private static func makeSchema(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 else { return }
    for statement in schema { try db.execute(sql: statement) }
  }

  /// How many tables, indexes and other things are not both ours and in the database: a trigger or a view could make it say
  /// less than was recorded, and a lacking index makes it slow.
  private static func schemaDifferences(_ db: Database) throws -> Int {
    // What the system makes by itself, for a column that is unique, has no text.
    let found = try Set(String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
    return found.symmetricDifference(schema).count + (version == 0 ? 0 : 1)
  }

  /// Each statement as the database keeps it, word for word.
  private static let schema = """
    CREATE TABLE place (
      id INTEGER PRIMARY KEY CHECK (id = 1), "offset" INTEGER NOT NULL, commits INTEGER NOT NULL, hash BLOB NOT NULL);
    CREATE TABLE material (hash BLOB PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE bundle (hash BLOB PRIMARY KEY, files TEXT NOT NULL);
    CREATE TABLE run (
      number INTEGER PRIMARY KEY, at TEXT NOT NULL, command TEXT NOT NULL, engine TEXT NOT NULL, bundle BLOB NOT NULL,
      approver TEXT, approvedhash BLOB, approvedat TEXT, forgotten INTEGER NOT NULL);
    CREATE TABLE issue (
      id INTEGER PRIMARY KEY, run INTEGER NOT NULL, at TEXT NOT NULL, authority TEXT NOT NULL,
      casenumber TEXT NOT NULL, form TEXT NOT NULL, data BLOB NOT NULL, reissue TEXT);
    CREATE TABLE document (
      id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
      date TEXT NOT NULL, recipient TEXT NOT NULL, files TEXT NOT NULL, state TEXT NOT NULL);
    CREATE TABLE refusal (
      id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, run INTEGER NOT NULL, at TEXT NOT NULL,
      casenumber TEXT, data BLOB NOT NULL, reasons TEXT NOT NULL, place TEXT);
    CREATE INDEX refusal_case ON refusal (casenumber);
    CREATE INDEX refusal_run ON refusal (run);
    CREATE TABLE event (
      id INTEGER PRIMARY KEY, document TEXT NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL,
      day TEXT, moment TEXT, why TEXT, by TEXT, message TEXT, successor TEXT);
    CREATE TABLE forgotten (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, why TEXT NOT NULL, cases INTEGER NOT NULL, documents TEXT NOT NULL,
      refusals INTEGER NOT NULL);
    CREATE INDEX event_document ON event (document);
    CREATE INDEX event_message ON event (message);
    CREATE INDEX document_issue ON document (issue);
    CREATE INDEX issue_run ON issue (run);
    CREATE INDEX issue_case ON issue (casenumber);
    """.split(separator: ";\n").map { $0.hasSuffix(";") ? String($0.dropLast()) : String($0) }

  // MARK: The journal

  /// How far the journal is in the database.
  func place() throws(RegisterError) -> Journal.Place {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: #"SELECT "offset", commits, hash FROM place"#) else { return .start }
      let bytes: Data = row["hash"]
      guard let hash = SHA256Hash(bytes: bytes) else { return .start }
      return Journal.Place(offset: row["offset"], commits: row["commits"], hash: hash)
    }
  }

  /// Records a batch that is read from the journal.
  func apply(_ batch: JournalBatch) throws(RegisterError) {
    try apply(batch.entries, at: batch.commit.at, end: batch.end)
  }

  /// Records a batch of the journal.
  func apply(_ entries: [Entry], at time: String, end: Journal.Place) throws(RegisterError) {
    try write { db in
      for entry in entries { try Self.apply(entry, at: time, db) }
      let place = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO place VALUES (1, ?, ?, ?)")
      try place.execute(arguments: [end.offset, end.commits, Data(end.hash.bytes)])
    }
  }

  /// Whether a document has gone out in some way that has not come back: a message that was returned takes nothing from
  /// another that arrived, nor from a letter that a person has sent, whichever is told first; and what a person takes back
  /// takes nothing from what a message has told.
  static let isOut = """
    EXISTS (SELECT 1 FROM event AS gone
      WHERE gone.document = document.name AND gone.what IN ('sent', 'to-print', 'delivered')
        AND NOT EXISTS (SELECT 1 FROM event AS back
          WHERE back.document = gone.document AND back.message IS gone.message AND back.id > gone.id
            AND back.what IN ('returned', 'unsent')))
    """

  /// The state that follows from everything that has happened to a document, when nothing has put an end to it.
  private static let stateOfEvents = """
    CASE WHEN \(isOut) THEN 'sent' ELSE COALESCE(
      (SELECT what FROM event WHERE event.document = document.name AND what IN ('returned', 'withdrawn')
       ORDER BY id DESC LIMIT 1), 'issued') END
    """

  /// Gives documents back the state that they had before one took their place that is withdrawn now: nobody has got it, and
  /// they hold still. They are in its folder; `0` is the character after `/`.
  private static let restoring = """
    UPDATE document SET state = \(stateOfEvents)
    WHERE state = 'superseded' AND name BETWEEN :folder || '/' AND :folder || '0'
      AND EXISTS (SELECT 1 FROM event WHERE event.document = document.name AND what = 'superseded' AND successor = :withdrawn)
      AND NOT EXISTS (
        SELECT 1 FROM event JOIN document AS other ON other.name = event.successor
        WHERE event.document = document.name AND what = 'superseded' AND other.state != 'withdrawn')
    """

  private static func apply(_ entry: Entry, at time: String, _ db: Database) throws {
    switch entry {
    case .material(let material):
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO material VALUES (?, ?)")
        .execute(arguments: [Data(material.hash.bytes), Data(material.bytes)])
    case .bundle(let bundle):
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO bundle VALUES (?, ?)")
        .execute(arguments: [Data(bundle.hash.bytes), Entry.hashes(bundle.files).text])
    case .run(let run):
      try db.cachedStatement(sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, 0)")
        .execute(arguments: [run.number, time, run.command, run.engine, Data(run.bundle.bytes)])
    case .issued(let issued):
      try db.cachedStatement(sql: "INSERT INTO issue VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          issued.run, time, issued.authority, issued.caseNumber, issued.data.form, Data(issued.data.bytes),
          issued.reissue.map { Entry.line($0).text },
        ])
      let issue = db.lastInsertedRowID
      let statement = try db.cachedStatement(sql: "INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?, ?, 'issued')")
      for document in issued.documents {
        try statement.execute(arguments: [
          issue, document.name, document.kind, document.date, document.recipient,
          Entry.hashes(document.files).text,
        ])
      }
    case .refused(let refused):
      let reasons = String(decoding: try JSONEncoder().encode(refused.reasons), as: UTF8.self)
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO refusal VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          Data(refused.key.bytes), refused.run, time, refused.caseNumber, Data(refused.data.bytes), reasons,
          refused.place,
        ])
    case .event(let event):
      for document in event.documents {
        try db.cachedStatement(sql: "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .execute(arguments: [
            document, time, event.what.rawValue, event.day, event.moment, event.why, event.by, event.message,
            event.successor,
          ])
        if event.what == .unsent {
          let ended = "state NOT IN ('withdrawn', 'superseded')"
          try db.cachedStatement(sql: "UPDATE document SET state = \(Self.stateOfEvents) WHERE name = ? AND \(ended)")
            .execute(arguments: [document])
        }
        guard let state = event.state else { continue }
        // A receipt that comes late does not bring back what a person has put an end to.
        let isEnd = event.message == nil ? "" : " AND state NOT IN ('withdrawn', 'superseded')"
        let value = state == .returned ? "CASE WHEN \(Self.isOut) THEN 'sent' ELSE ? END" : "?"
        try db.cachedStatement(sql: "UPDATE document SET state = \(value) WHERE name = ?" + isEnd)
          .execute(arguments: [state.rawValue, document])
        if event.what == .withdrawn {
          let folder = String(document.prefix { $0 != "/" })
          try db.cachedStatement(sql: Self.restoring).execute(arguments: ["folder": folder, "withdrawn": document])
        }
      }
    case .approved(let approval):
      try db.cachedStatement(sql: "UPDATE run SET approver = ?, approvedhash = ?, approvedat = ? WHERE number = ?")
        .execute(arguments: [approval.by, Data(approval.hash.bytes), time, approval.run])
    case .forgotten(let forgotten):
      try db.cachedStatement(sql: "INSERT INTO forgotten VALUES (NULL, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          time, forgotten.why, forgotten.cases, Entry.counts(forgotten.documents).text, forgotten.refusals,
        ])
      for (run, cases) in forgotten.runs {
        try db.cachedStatement(sql: "UPDATE run SET forgotten = forgotten + ? WHERE number = ?")
          .execute(arguments: [cases, run])
      }
    }
  }

  // MARK: Access

  /// Ends its use; everything is in the one file then, unless somebody else uses it.
  func close() throws(RegisterError) {
    if isClosed.exchange(true, ordering: .relaxed) { return }
    try Self.guarded(path) {
      try reading.close()
      guard let writing else { return }
      // What somebody reads meanwhile stays beside the database; whoever reads it last takes it in.
      let written = Result { try writing.writeWithoutTransaction { _ = try $0.checkpoint(.passive) } }
      try writing.close()
      try written.get()
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    try Self.guarded(path) { try reading.withOne { try $0.read(body) } }
  }

  /// Reads rows for somebody who may have enough of them before the end.
  func eachRow(_ body: (Database) throws -> Void) throws(RegisterError) {
    try read { db in
      do {
        try body(db)
      } catch is EnoughRows {}
    }
  }

  /// Does something while another database can be read as `found`.
  func attached(_ other: String, _ body: (Database) throws -> Void) throws(RegisterError) {
    try Self.guarded(other) {
      try reading.withOne { queue in
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "ATTACH DATABASE ? AS found", arguments: [other])
          defer { try? db.execute(sql: "DETACH DATABASE found") }
          try body(db)
        }
      }
    }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
    guard let writing else { preconditionFailure("what is only read is not written") }
    return try Self.guarded(path) { try writing.write(body) }
  }

  /// What the database library throws, in our words.
  private static func guarded<Value>(_ path: String, _ body: () throws -> Value) throws(RegisterError) -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
        throw .database(path, error.message ?? "ukendt fejl")
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
        throw .locked(RegisterPaths(ofFile: path).folder)
      default:
        throw RegisterError(
          "unwritable", "Registret kan ikke skrives: \(path): \(error.message ?? "ukendt fejl").",
          help:
            "Se efter, om disken er fuld eller skrivebeskyttet, om du har adgang til mappen, og om der ligger et link "
            + "eller en mappe ved \(path)-wal eller \(path)-shm. Start derefter kørslen igen.")
      }
    } catch let error as RegisterError {
      throw error
    } catch {
      throw RegisterError("unwritable", "Registret kan ikke bruges: \(path): \(error).")
    }
  }
}
