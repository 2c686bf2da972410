import Casework
import Diagnostics
import Hashing
import Locking
import Register
import Synchronization

/// The one that records, in the order of the input.
final class IssueRecorder: Sendable {
  private let register: RegisterWriter
  private let writer: DocumentWriter
  private let bundle: TemplateBundle
  private let places: InputPlaces
  private let clock: @Sendable () -> String
  private let number: Int
  private let command: String
  /// The cases of a re-issue that had their turn.
  private let once = Monitor(CasesOnce())
  /// Whether the run itself has been recorded.
  private let hasBegun = Atomic(false)

  /// Opens the register of a folder, and throws away what an ended run has left in the staging folder.
  ///
  /// - Parameter mayBeNew: whether the folder and its register are made when they are not there.
  init(
    _ inputs: CaseInputs, _ bundle: TemplateBundle, _ writer: DocumentWriter, command: String, mayBeNew: Bool,
    _ clock: @escaping @Sendable () -> String
  ) throws(DiagnosticsError) {
    places = InputPlaces(inputs)
    self.bundle = bundle
    self.writer = writer
    self.clock = clock
    self.command = command
    let register = try DiagnosticsError.catching {
      let paths = RegisterPaths(folder: writer.folder)
      guard mayBeNew else { return try RegisterWriter(existing: paths) }
      try FileSystem.makeFolder(writer.folder)
      return try RegisterWriter(paths)
    }
    self.register = register
    number = try DiagnosticsError.catching { try register.nextRun() }
    try RunBook(register).writeMissingPages()
    try DiagnosticsError.catching {
      let staging = register.paths.staging
      try FileSystem.makeFolder(staging, mayBeLink: false)
      for name in try FileSystem.names(in: staging, hidden: true) { FileSystem.remove("\(staging)/\(name)") }
    }
  }

  /// What the register says, also of the cases that this run has recorded.
  var reader: RegisterReader { register.reader }

  // MARK: On a worker

  /// Writes the documents of some cases that are not recorded yet.
  ///
  /// What is recorded meanwhile is looked at again when it is their turn; then their files are let go.
  func stage(_ cases: [PreparedCase]) -> [PreparedCase] {
    var recorded: [String: RecordedDocument] = [:]
    // Before the first run nothing was issued. An error will be told when the register is asked again.
    if number > 1 { recorded = (try? register.recorded(cases.flatMap { $0.documents.map(\.name) })) ?? [:] }
    var cases = cases
    for index in cases.indices { cases[index].stage(in: writer, register.paths.staging, recorded: recorded) }
    return cases
  }

  // MARK: The turn of a group

  /// Records some cases in their order: gives their files their names, syncs them, and writes the journal.
  ///
  /// When one cannot be written, those before it are recorded all the same, and the error is the last case's.
  func record(_ group: [PreparedCase]) throws(DiagnosticsError) -> (cases: [IssuedCase], failure: DiagnosticsError?) {
    let names = group.flatMap { $0.documents.map(\.name) }
    let recorded = try DiagnosticsError.catching { try register.recorded(names) }
    var batch = IssueBatch(
      run: number, places: places, in: writer.folder, recorded: recorded, citizens: try citizens(of: group, recorded))
    var failure: DiagnosticsError?
    for prepared in group {
      do throws(DiagnosticsError) {
        try batch.add(prepared, prepared.proposal.flatMap { proposal in once.withLock { $0.problem(with: proposal) } })
      } catch {
        failure = error
        break
      }
    }
    let refusals = batch.refusals
    let lacking = try DiagnosticsError.catching { try register.lacks(refusals) }
    let entries = batch.entries { lacking.contains($0.key) }
    if entries.isEmpty { return (batch.cases, failure) }
    try DiagnosticsError.catching {
      try FileSystem.sync(writer.folder)
      try register.record(try start() + entries, at: clock())
    }
    hasBegun.store(true, ordering: .relaxed)
    return (batch.cases, failure)
  }

  /// For whom something was issued before of the cases that issue something new.
  private func citizens(
    of group: [PreparedCase], _ recorded: [String: RecordedDocument]
  ) throws(DiagnosticsError) -> KnownCitizens {
    let numbers = group.filter { prepared in
      prepared.reissued == nil && prepared.documents.contains { recorded[$0.name] == nil }
    }.compactMap(\.outcome.result.caseNumber)
    var citizens = KnownCitizens()
    try DiagnosticsError.catching {
      for number in try register.known(Set(numbers)) {
        var issues: [RecordedIssue] = []
        try register.reader.eachIssue(.ofCase(number)) { issues.append($0) }
        for issue in issues where try hasReachedAnybody(issue) { citizens.take(issue) }
      }
    }
    return citizens
  }

  /// Whether somebody has got what was issued, or will: what is withdrawn is gone, unless it went out all the same.
  private func hasReachedAnybody(_ issue: RecordedIssue) throws(RegisterError) -> Bool {
    for document in issue.documents {
      if document.state != .withdrawn { return true }
      if try register.reader.isOut(document.name) { return true }
    }
    return false
  }

  /// Makes the page of the run, and lets others write to the folder; nil when it has recorded nothing.
  func finish() throws(DiagnosticsError) -> IssueRun.Page? {
    defer { register.giveBack() }
    guard hasBegun.load(ordering: .relaxed) else { return nil }
    return .init(run: number, path: try RunBook(register).writePage(of: number))
  }

  /// Lets others write to the folder, without a page: it would tell less than the journal may hold. The next run makes it.
  func giveUp() { register.giveBack() }

  /// What a run begins with in the journal: its bundle, when that is new, and itself. A run that changes nothing is not
  /// recorded.
  private func start() throws(RegisterError) -> [Entry] {
    if hasBegun.load(ordering: .relaxed) { return [] }
    let materials = bundle.materials
    let record = BundleRecord(Dictionary(uniqueKeysWithValues: materials.map { ($0.path, $0.material.hash) }))
    var entries: [Entry] = []
    if let lacking = try register.lacks(record) {
      var missing = lacking
      for (_, material) in materials where missing.remove(material.hash) != nil { entries.append(.material(material)) }
      entries.append(.bundle(record))
    }
    return entries + [.run(RunRecord(number: number, command: command, engine: engineVersion, bundle: record.hash))]
  }
}
