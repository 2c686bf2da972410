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
  private static let databaseName = "register.sqlite"
  private static let lockName = "register.lock"
  private static let forgettingName = "register.forget"
  private static let inspectionName = "register.inspection"
  private static let stagingName = ".staging"
  private static let runsName = "runs"
  /// What a file is called behind its name until it is whole.
  private static let new = ".new"
  /// What lies beside a database while it is open, behind its name.
  static let databaseSuffixes = ["-wal", "-shm"]

  /// The output folder.
  public let folder: String

  /// The places in a folder.
  public init(folder: String) { self.folder = folder }

  /// The places in the folder of one of its files.
  init(ofFile path: String) {
    self.init(folder: path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
  }

  /// The database, made from the journal.
  public var database: String { "\(folder)/\(Self.databaseName)" }
  /// The journal: everything that was ever recorded, a line of JSON each.
  public var journal: String { "\(folder)/\(Self.journalName)" }
  /// The file that a process locks while it writes.
  public var lock: String { "\(folder)/\(Self.lockName)" }
  /// The wish to forget cases, until it is fulfilled.
  var forgetting: String { "\(folder)/\(Self.forgettingName)" }
  /// The same before it is whole.
  var newForgetting: String { forgetting + Self.new }
  /// The journal without the cases, until it gets its name.
  var newJournal: String { journal + Self.new }
  /// The database that an inspection makes from the journal.
  var inspection: String { "\(folder)/\(Self.inspectionName)" }
  /// The database while it is made again from the journal.
  var newDatabase: String { database + Self.new }
  /// Where documents lie before they are issued; nothing in it counts.
  public var staging: String { "\(folder)/\(Self.stagingName)" }

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
  public var runs: String { "\(folder)/\(Self.runsName)" }

  /// Whether a name in the folder belongs to the register and is no case.
  public static func isOwn(_ name: String) -> Bool { ownNames.contains(name) }

  // A copy of the register that somebody has made in the folder is none of them: it holds all cases.
  private static let ownNames: Set<String> = {
    let databases = [databaseName, inspectionName, databaseName + new]
    let files = [journalName, lockName, forgettingName, forgettingName + new, journalName + new]
    return Set(
      [stagingName, runsName] + files + databases.flatMap { name in [name] + databaseSuffixes.map { name + $0 } })
  }()
}
