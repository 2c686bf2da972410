import Casework
public import Diagnostics
import Foundation
import Register

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Deletes cases when they may no longer be kept: their files, and what the register says of them.
///
/// ```swift
/// let done = try CaseForgetting.forget(["27.36.00-G01-2210-26"], in: "Output", why: "Fem år efter sidste afgørelse.")
/// ```
///
/// What is left in the register is when, why, and how many documents of which kinds. The register does not know afterwards
/// that a case with this number was there, so issuing it again issues it like any new case: take it off your lists too.
public enum CaseForgetting {
  /// What came of it.
  public struct Done: Sendable {
    /// How many cases were forgotten.
    public var cases = 0
    /// How many documents, by their kinds.
    public var documents: [String: Int] = [:]
    /// How many refusals.
    public var refusals = 0
    /// What a person must do besides: cases that are not known, what is left of those that were, and pages that could not
    /// be made again without them.
    public var problems: [Diagnostic] = []

    mutating func add(_ recorded: RecordedForgetting) {
      cases += recorded.cases
      documents.merge(recorded.documents, uniquingKeysWith: +)
      refusals += recorded.refusals
    }
  }

  /// Forgets cases.
  ///
  /// It is done when this returns. A process that is killed meanwhile is followed by one that goes on, as soon as anybody
  /// opens the register; whoever asks again is told what came of it.
  ///
  /// - Parameters:
  ///   - cases: their numbers.
  ///   - folder: the folder of issued documents.
  ///   - why: why, without names and numbers; it stays in the register.
  ///   - clock: gives the time, ISO 8601 in UTC.
  /// - Throws: when the reason is none, another process writes to the folder, or the register is damaged; then nothing is
  ///   forgotten yet.
  public static func forget(
    _ cases: [String], in folder: String, why: String, clock: @Sendable () -> String = SystemClock.now
  ) throws(DiagnosticsError) -> Done {
    let problems = OwnWords.problems(of: why, cases: cases)
    if problems.hasErrors { throw DiagnosticsError(problems, in: .danish) }
    let folder = DocumentWriter(folder: folder).folder
    let paths = RegisterPaths(folder: folder)
    let unfinished = RegisterWriter.leftToForget(in: paths).intersection(cases)
    var done = Done()
    let naming = try DiagnosticsError.catching {
      // Says so when there is no register; a writer would make one.
      try OwnWords.problems(of: why, naming: Set(cases), RegisterReader(paths))
    }
    if naming.hasErrors { throw DiagnosticsError(naming, in: .danish) }
    let pointers = cases.flatMap { links(of: $0, in: folder) }
    let known = try DiagnosticsError.catching {
      let known = try RegisterWriter.forget(Set(cases), in: paths, why: why, at: clock())
      let count = [unfinished, known].count { !$0.isEmpty }
      for last in try RegisterReader(paths).forgettings().suffix(count) { done.add(last) }
      return known.union(unfinished)
    }
    // Also when nothing was to be forgotten: a process that ended meanwhile may have left pages that still name its cases.
    do throws(DiagnosticsError) {
      try RunBook(folder: folder).writePages()
    } catch {
      // The cases are forgotten all the same, but a page may still name them.
      done.problems += error.diagnostics
    }
    var seen: Set<String> = []
    for number in cases where seen.insert(number).inserted {
      // A run that was killed may have left files of a case that the register never came to know.
      done.problems += (known.contains(number) ? [] : [unknown(number)]) + left(of: number, in: folder)
    }
    if !known.isEmpty { done.problems += left(in: paths.staging).map(remaining) }
    done.problems += pointers.filter { FileCheck.status($0.path) == nil }.map(removed)
    return done
  }

  private static func unknown(_ number: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-case", "Registret kender ikke sagen.", caseNumber: number,
      help: "Se efter, om nummeret er rigtigt. En sag, der er slettet, kendes ikke mere.")
  }

  /// What else there is of a case: what was not issued, and what could not be removed.
  private static func left(of number: String, in folder: String) -> [Diagnostic] {
    let path = "\(folder)/\(DocumentIdentity.folder(number))"
    guard FileCheck.status(path) != nil else { return [] }
    let files = left(in: path)
    return (files.isEmpty ? [path] : files).map(remaining)
  }

  private static func left(in path: String) -> [String] {
    guard isFolder(path) else { return [] }
    return ((try? FileSystem.names(in: path, hidden: true)) ?? []).map { "\(path)/\($0)" }
  }

  /// Whether it is a folder, and no link to one.
  private static func isFolder(_ path: String) -> Bool {
    FileCheck.status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  private static func remaining(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "forget-left",
      "\(isFolder(path) ? "Mappen" : "Filen") \(path.visible) ligger der stadig.",
      help: "Den er ikke udstedt herfra eller kan ikke slettes. Slet den selv, hvis den også skal væk.")
  }

  /// The links among what lies in the place of a case, with what they point to.
  private static func links(of number: String, in folder: String) -> [(path: String, target: String)] {
    let path = "\(folder)/\(DocumentIdentity.folder(number))"
    return ([path] + left(in: path)).compactMap { path in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: path)).map { (path, $0) }
    }
  }

  private static func removed(_ link: (path: String, target: String)) -> Diagnostic {
    Diagnostic(
      .error, "forget-link", "\(link.path.visible) var et link til \(link.target.visible) og er fjernet.",
      help: "Det, linket pegede på, er ikke rørt. Slet det selv, hvis det også skal væk.")
  }
}
