import Casework
public import Diagnostics
import Fields
import Hashing
public import Register

extension RunBook {
  /// Records that a person has read what a run issued and lets it be sent.
  ///
  /// Before that, each file of the run is held against the register. The same person may approve again, which changes
  /// nothing; of two persons the first one's approval stands. When a case of the run was forgotten since, the run has other
  /// documents than were approved, and anybody may approve those that are left.
  ///
  /// - Parameters:
  ///   - number: the run.
  ///   - name: the person, as the page and the register shall name them.
  ///   - hash: the beginning of the hash on the page that was read; nil when nobody compares it.
  ///   - clock: gives the time of the record, ISO 8601 in UTC.
  /// - Returns: the approval that stands.
  /// - Throws: what stands in the way; then nothing is recorded. When only the page cannot be written, that is
  ///   `page-unwritable`: the approval is recorded, and a note says so.
  @discardableResult
  public func approve(
    _ number: Int, by name: String, hash: String? = nil, clock: @Sendable () -> String = SystemClock.now
  ) throws(DiagnosticsError) -> Approval {
    let problems = OwnWords.problems(ofPerson: name)
    if problems.hasErrors { throw DiagnosticsError(problems, in: .danish) }
    let writer = try DiagnosticsError.catching { try RegisterWriter(existing: paths) }
    // What this book has read may be of a register that cases have been forgotten from since.
    return try RunBook(writer).approve(number, by: name, hash: hash, at: clock, writer)
  }

  private func approve(
    _ number: Int, by name: String, hash: String?, at clock: @Sendable () -> String, _ writer: RegisterWriter
  ) throws(DiagnosticsError) -> Approval {
    let run = try run(number)
    var sum = RunHash()
    var files = IssuedFiles(paths.folder)
    let counts = try DiagnosticsError.catching {
      try reader.eachDocument(ofRun: number) { document in
        sum.add(document)
        if document.state != .withdrawn { files.check(document) }
      }
      return try reader.counts(ofRun: number)
    }
    let found = sum.finish()
    guard counts.documents > counts.states[.withdrawn, default: 0] else { throw Self.nothing(number) }
    if let hash, hash.isEmpty || !found.hex.hasPrefix(hash.lowercased()) { throw Self.otherHash(number) }
    if let problem = files.problem(of: number) { throw problem }
    let approval = run.approval(of: found) ?? Approval(run: number, by: name, hash: found)
    guard approval.by == name else { throw approvedBefore(run) }
    if approval != run.approval {
      try DiagnosticsError.catching { try writer.record([.approved(approval)], at: clock()) }
    }
    do throws(DiagnosticsError) {
      try writePage(of: number)
    } catch {
      throw Self.approved(approval, without: error)
    }
    return approval
  }

  /// A person must know that the approval stands, though its page does not say so.
  private static func approved(_ approval: Approval, without page: DiagnosticsError) -> DiagnosticsError {
    let note = "Kørsel \(approval.run) er godkendt med kontrolsummen \(approval.hash.short), og det står i registret."
    return DiagnosticsError(page.diagnostics + [Diagnostic(.note, "approved", note)], in: .danish)
  }

  private static func nothing(_ number: Int) -> DiagnosticsError {
    problem(
      "nothing-to-approve", "Kørsel \(number) har ingen dokumenter, der kan godkendes.",
      help: "Se kørslerne med 'mentorbrev register runs'.")
  }

  private static func otherHash(_ number: Int) -> DiagnosticsError {
    problem(
      "other-hash", "Kontrolsummen (--hash) er ikke den, som kørsel \(number) har.",
      help: "Læs siden for netop denne kørsel og denne mappe, og brug kontrolsummen fra den.")
  }

  /// The message names nobody; the page and `register runs` do.
  private func approvedBefore(_ run: RecordedRun) -> DiagnosticsError {
    Self.problem(
      "approved-before", "Kørsel \(run.record.number) er allerede godkendt af en anden, og den godkendelse gælder.",
      help: "Se hvem og hvornår med 'mentorbrev register runs\(folderOption)'.")
  }

  private static func problem(_ id: String, _ message: String, help: String) -> DiagnosticsError {
    DiagnosticsError([Diagnostic(.error, id, message, help: help)], in: .danish)
  }
}

extension RecordedRun {
  /// The approval, when it holds for these documents.
  ///
  /// - Parameter documents: the hash over those that the run has now: fewer than it issued when a case was forgotten since.
  func approval(of documents: SHA256Hash) -> Approval? { approval?.hash == documents ? approval : nil }

  /// Why a run has no approval that holds.
  enum Unapproved {
    /// Nobody has approved it.
    case never
    /// A case was forgotten, so that it has other documents than were approved.
    case afterForgetting
    /// What was approved are other documents than it issued, and nothing explains that but a register that somebody has
    /// changed.
    case others
  }

  /// Why, of a run whose approval does not hold.
  var unapproved: Unapproved { approval == nil ? .never : forgottenCases > 0 ? .afterForgetting : .others }
}

extension RunBook {
  /// The approval of a run that holds for the documents it has now; nil when there is none.
  func approval(of run: RecordedRun) throws(RegisterError) -> Approval? {
    run.approval == nil ? nil : run.approval(of: try reader.hash(ofRun: run.record.number))
  }
}

/// Holds the files of documents against their recorded hashes.
private struct IssuedFiles {
  private static let limit = 10
  private let folder: String
  private var problems: [Diagnostic] = []
  private var count = 0

  init(_ folder: String) { self.folder = folder }

  mutating func check(_ document: RecordedDocument) {
    for (suffix, hash) in document.files.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder)/\(document.name).\(suffix)"
      do throws(FileError) {
        guard SHA256Hash(of: try FileSystem.read(path)) == hash else {
          add("file-changed", "\(path.visible) er ikke, som den blev udstedt.")
          continue
        }
      } catch {
        add("file-unreadable", "\(path.visible) \(error.danish).")
      }
    }
  }

  private mutating func add(_ id: String, _ message: String) {
    count += 1
    if count <= Self.limit { problems.append(Diagnostic(.error, id, message)) }
  }

  func problem(of run: Int) -> DiagnosticsError? {
    guard count > 0 else { return nil }
    let more = count > Self.limit ? " De første \(Self.limit) er nævnt." : ""
    return DiagnosticsError(
      problems + [
        Diagnostic(
          .error, "run-changed",
          "Kørsel \(run) er ikke godkendt: \(counted(count, "fil er", "filer er")) ikke, som registret siger.\(more)",
          help: "Lav dem igen med '\(RegisterPaths(folder: folder).restoreCommand)', og godkend så igen.")
      ], in: .danish)
  }
}
