import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev
import Register

/// The folder of a register.
struct RegisterFolder: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The folder of issued documents and their register.", valueName: "dir"))
  var path = "Output"

  func validate() throws {
    if path.isEmpty || path == "-" { throw ValidationError("--output needs the name of a folder") }
  }

  /// Opens the register for reading, or reports what is wrong with it and ends.
  func reader() throws -> RegisterReader { try guarded { () throws(RegisterError) in try RegisterReader(paths) } }

  var paths: RegisterPaths { RegisterPaths(folder: DocumentWriter(folder: path).folder) }

  /// Does something with the register, or reports what is wrong with it and ends.
  func guarded<Value>(_ body: () throws(RegisterError) -> Value) throws -> Value {
    do throws(RegisterError) {
      return try body()
    } catch {
      try Terminal.fail(DiagnosticsError(error), json: false)
    }
  }

  /// Tells each row of the register. What stops the telling, a full disk behind the output, is no fault of the register's.
  func each<Row>(
    of rows: ((Row) throws(EnoughRows) -> Void) throws(RegisterError) -> Void, tell: (Row) throws -> Void
  ) throws {
    do {
      try RegisterReader.give(rows, to: tell)
    } catch let error as RegisterError {
      try Terminal.fail(DiagnosticsError(error), json: false)
    }
  }
}

/// `register`: what has been issued.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    _superCommandName: Program.name,
    abstract: "Tell what has been issued into a folder.",
    subcommands: [
      RegisterList.self, RegisterRuns.self, RegisterShow.self, RegisterLawChanges.self, RegisterExport.self,
      RegisterRebuild.self,
    ])
}

/// `register list`: a line for each document.
struct RegisterList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the documents: state, date, kind, file; then the refused cases.")

  @OptionGroup var folder: RegisterFolder

  @Option(name: .long, help: "Only documents in this state: issued, sent, returned, withdrawn, superseded or refused.")
  var state: ListedState?

  func run() throws {
    let reader = try folder.reader()
    var lines = ResultLines()
    if state != .refused {
      try folder.each { (body) throws(RegisterError) in
        try reader.eachDocument(body)
      } tell: { document in
        guard state == nil || state?.rawValue == document.state.rawValue else { return }
        try lines.add("\(document.state.label)  \(document.date)  \(document.kind)  \(document.name)")
      }
    }
    if state == nil || state == .refused {
      try folder.each { (body) throws(RegisterError) in
        try reader.eachRefusal(body)
      } tell: { refusal in
        try lines.add(
          "afvist  \(RecordedTime(refusal.at).day)  sag \(refusal.caseNumber ?? "uden læseligt sagsnummer")")
      }
    }
    if state == nil {
      for gone in try folder.guarded({ () throws(RegisterError) in try reader.forgettings() }) {
        let what = forgotten(gone.cases, gone.documents, gone.refusals)
        try lines.add("slettet  \(RecordedTime(gone.at).day)  \(what): \(gone.why)")
      }
    }
    try lines.flush()
  }
}

/// `register show`: the history of a case.
struct RegisterShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell the history of a case: issued, refused, packed, sent, delivered, returned, replaced, and why.")

  @Argument(help: "The number of the case.") var caseNumber: String
  @OptionGroup var folder: RegisterFolder

  func run() throws {
    let chronicle: CaseChronicle
    do throws(DiagnosticsError) {
      chronicle = try CaseChronicle(of: caseNumber, in: folder.path)
    } catch {
      try Terminal.fail(error, json: false)
    }
    guard !chronicle.moments.isEmpty else {
      Terminal.report(
        "mentorbrev: registret i mappen \(folder.path.visible) kender ikke sagen; "
          + "'mentorbrev register list\(folder.paths.folderOption)' viser dem, det kender")
      throw ExitCode.refused
    }
    for moment in chronicle.moments {
      try Terminal.print("\(moment.when)  \(moment.what)")
      if !moment.files.isEmpty { try Terminal.print("    \(moment.files.joined(separator: ", "))") }
    }
  }
}

/// `register export`: everything as JSON Lines.
struct RegisterExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write documents and refusals as JSON Lines, in the order of their names.")

  @OptionGroup var folder: RegisterFolder

  @Flag(name: .long, help: "Leave out times and numbers of runs: what is the same for any way to the same state.")
  var withoutTimes = false

  func run() throws {
    let reader = try folder.reader()
    var lines = ResultLines()
    try folder.each { (body) throws(RegisterError) in
      try reader.eachDocument(body)
    } tell: { document in
      try lines.add(document.line(withTimes: !withoutTimes).text)
    }
    try folder.each { (body) throws(RegisterError) in
      try reader.eachRefusal(body)
    } tell: { refusal in
      try lines.add(refusal.line(withTimes: !withoutTimes).text)
    }
    for gone in try folder.guarded({ () throws(RegisterError) in try reader.forgettings() }) {
      try lines.add(gone.line(withTimes: !withoutTimes).text)
    }
    try lines.flush()
  }
}

/// `register rebuild`: the database from the journal, and the pages of the runs from the database.
struct RegisterRebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Make the database (register.sqlite) and the pages of the runs again from the journal (register.jsonl).")

  @OptionGroup var folder: RegisterFolder

  @Flag(
    name: .long,
    help: "Let go of what only the old database knows: the journal is from a backup, and there is no newer one.")
  var discardNewer = false

  func run() throws {
    let difference = try folder.guarded { () throws(RegisterError) in
      try RegisterWriter.rebuild(folder.paths, discardNewer: discardNewer)
    }
    try Terminal.print(folder.paths.database)
    if let difference {
      Terminal.report("\(difference) Den er erstattet af en ny, som siger det samme som journalen.")
    }
    do throws(DiagnosticsError) {
      try RunBook(folder: folder.path).writePages()
    } catch {
      try Terminal.refuse(error)
    }
  }
}

/// The states that `register list` knows.
enum ListedState: String, WordArgument {
  case issued, sent, returned, withdrawn, superseded, refused
}

extension RecordedDocument.State {
  /// What a Danish reader calls it.
  var label: String {
    switch self {
    case .issued: "udstedt"
    case .sent: "sendt"
    case .returned: "kommet retur"
    case .withdrawn: "trukket tilbage"
    case .superseded: "afløst"
    }
  }
}
