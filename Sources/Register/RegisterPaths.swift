import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the register of an output folder lies.
public struct RegisterPaths: Sendable {
  static let journalName = "register.jsonl"

  /// The output folder.
  public let folder: String

  /// The places in a folder.
  public init(folder: String) { self.folder = folder }

  /// The database, made from the journal.
  public var database: String { "\(folder)/register.sqlite" }
  /// The journal: everything that was ever recorded, a line of JSON each.
  public var journal: String { "\(folder)/\(Self.journalName)" }
  /// The file that a process locks while it writes.
  public var lock: String { "\(folder)/register.lock" }
  /// The wish to forget cases, until it is fulfilled.
  var forgetting: String { "\(folder)/register.forget" }
  /// The same before it is whole.
  var newForgetting: String { forgetting + ".new" }
  /// The journal without the cases, until it gets its name.
  var newJournal: String { journal + ".new" }
  /// The database that an inspection makes from the journal.
  var inspection: String { "\(folder)/register.inspection" }
  /// The database while it is made again from the journal.
  var newDatabase: String { database + ".new" }
  /// Where documents lie before they are issued; nothing in it counts.
  public var staging: String { "\(folder)/.staging" }

  /// What a command in a message says of the folder; the one that commands take by themselves is not named.
  package var folderOption: String { folder == "Output" ? "" : " --output \(folder.visible)" }

  /// The command that makes files of the folder again.
  package var restoreCommand: String { "mentorbrev restore" + folderArgument }

  /// The command that looks at the folder again.
  package var verifyCommand: String { "mentorbrev verify" + folderArgument }

  private var folderArgument: String { folder == "Output" ? "" : " \(folder.visible)" }

  /// Whether there is a register, or a part of one.
  public var isThere: Bool { access(journal, F_OK) == 0 || access(database, F_OK) == 0 }

  /// The folder of the pages that tell what a run issued.
  public var runs: String { "\(folder)/runs" }

  /// Whether a name in the folder belongs to the register and is no case.
  public static func isOwn(_ name: String) -> Bool { ownNames.contains(name) }

  // A copy of the register that somebody has made in the folder is none of them: it holds all cases.
  private static let ownNames: Set<String> = [
    ".staging", "runs", journalName, "register.lock", "register.sqlite", "register.sqlite-wal", "register.sqlite-shm",
    "register.inspection", "register.inspection-wal", "register.inspection-shm", "register.forget",
    "register.forget.new", "register.jsonl.new", "register.sqlite.new", "register.sqlite.new-wal",
    "register.sqlite.new-shm",
  ]
}
