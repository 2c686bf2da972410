import Casework
public import Diagnostics
import Register

/// Makes issued files again that are missing or changed, from the recorded cases and the stored templates.
///
/// ```swift
/// let restoration = try Restoration(of: "Output", keepingChangedIn: "Ændret")
/// while let files = try restoration.nextCase() {
///   for file in files { print(file.path, file.problem?.message ?? "restored") }
/// }
/// ```
///
/// A file is written only when the bytes that were made have the recorded hash: whole, readable by the owner alone, and
/// never through a link. Nothing is written that is not recorded. A changed file may be what was sent, so it is not written
/// over: it is moved to a folder that the caller names, or left where it is. The register must be whole, because a register
/// that somebody has changed would give other letters their hashes. Nobody else writes to the folder meanwhile.
public final class Restoration {
  /// How much was looked at.
  public struct Counts: Sendable, Hashable {
    /// Cases.
    public var cases = 0
    /// Files.
    public var files = 0
    /// Files that were made again.
    public var restored = 0
    /// What is still not as it was issued.
    public var left = 0
  }

  /// How much has been looked at so far.
  public private(set) var counts = Counts()

  private let folder: String
  private let inspection: RegisterInspection
  private let bundles: StoredBundles
  private let keeping: ChangedFiles?
  private let space = RenderSpace()
  private let numbers: [String]

  /// Opens a folder and its register.
  ///
  /// - Parameters:
  ///   - folder: the folder of issued documents.
  ///   - cases: the numbers of the cases that are looked at; all when there are none.
  ///   - keep: a folder outside of it for files that are changed; they are left where they are when it is nil.
  /// - Throws: when there is no register or it is not whole, another process writes to the folder, or the folder for changed
  ///   files lies within it.
  public init(
    of folder: String, cases: [String] = [], keepingChangedIn keep: String? = nil
  ) throws(DiagnosticsError) {
    let folder = DocumentWriter(folder: folder).folder
    self.folder = folder
    let paths = RegisterPaths(folder: folder)
    let inspection = try DiagnosticsError.catching { try RegisterInspection(paths) }
    if let problem = inspection.problems.first { throw DiagnosticsError(problem) }
    self.inspection = inspection
    bundles = try StoredBundles(inspection.reader, in: paths)
    keeping = try keep.map { keep throws(DiagnosticsError) in try ChangedFiles(in: keep, outside: folder) }
    numbers = try DiagnosticsError.catching { try cases.isEmpty ? inspection.reader.caseNumbers() : cases }
  }

  /// How far it is, from 0 to 1.
  public var progress: Double? { numbers.isEmpty ? 1 : Double(counts.cases) / Double(numbers.count) }

  /// What became of the files of the next case that were not as they were issued, often none; nil at the end, when all is on
  /// the disk.
  ///
  /// - Throws: what is wrong with the register or the disk. What was given before is done.
  public func nextCase() throws(DiagnosticsError) -> [RestoredFile]? {
    guard counts.cases < numbers.count else {
      if counts.restored > 0 { try DiagnosticsError.catching { try FileSystem.sync(folder) } }
      return nil
    }
    let number = numbers[counts.cases]
    var issues: [RecordedIssue] = []
    try DiagnosticsError.catching { try inspection.reader.eachIssue(.ofCase(number)) { issues.append($0) } }
    counts.cases += 1
    let found = issues.isEmpty ? [unknown(number)] : try restore(issues)
    counts.restored += found.count { $0.problem == nil }
    counts.left += found.count { $0.problem != nil }
    return found
  }

  private func restore(_ issues: [RecordedIssue]) throws(DiagnosticsError) -> [RestoredFile] {
    var found: [RestoredFile] = []
    for issue in issues {
      var work = IssueRestoration(issue, in: folder, bundles, keeping)
      for document in issue.documents {
        for (format, hash) in document.files.sorted(by: { $0.key < $1.key }) {
          counts.files += 1
          if let file = try work.restore("\(document.name).\(format)", hash, in: space) { found.append(file) }
        }
      }
    }
    return found
  }

  private func unknown(_ number: String) -> RestoredFile {
    RestoredFile(
      folder,
      problem: Diagnostic(
        .error, "restore-unknown",
        "Registret i mappen \(folder.visible) har ingen dokumenter i sagen \(number.visible).",
        help: "Se efter, om nummeret er skrevet rigtigt. Er sagen slettet (forget), er der intet at lave dem af."))
  }
}
