import Casework
public import Diagnostics
import Register

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
  }

  /// Forgets cases.
  ///
  /// It is done when this returns. A process that is killed meanwhile is followed by one that goes on, as soon as anybody
  /// opens the register.
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
    var done = Done()
    let known = try DiagnosticsError.catching {
      // Says so when there is no register; a writer would make one.
      _ = try RegisterReader(paths)
      let known = try RegisterWriter.forget(Set(cases), in: paths, why: why, at: clock())
      if !known.isEmpty, let last = try RegisterReader(paths).forgettings().last {
        done.cases = last.cases
        done.documents = last.documents
        done.refusals = last.refusals
      }
      return known
    }
    if !known.isEmpty {
      do throws(DiagnosticsError) {
        try RunBook(folder: folder).writePages()
      } catch {
        // The cases are forgotten all the same, but a page may still name them.
        done.problems += error.diagnostics
      }
    }
    var seen: Set<String> = []
    for number in cases where seen.insert(number).inserted {
      done.problems += known.contains(number) ? left(of: number, in: folder) : [unknown(number)]
    }
    return done
  }

  private static func unknown(_ number: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-case", "Registret kender ikke sagen.", caseNumber: number,
      help: "Se efter, om nummeret er rigtigt. En sag, der er slettet, kendes ikke mere.")
  }

  /// What else there is of a case: files that were not issued.
  private static func left(of number: String, in folder: String) -> [Diagnostic] {
    let name = DocumentIdentity.folder(number)
    var problems: [Diagnostic] = []
    let files = (try? FileSystem.names(in: "\(folder)/\(name)", hidden: true)) ?? []
    for file in files {
      problems.append(
        Diagnostic(
          .error, "forget-left",
          "Filen \("\(folder)/\(name)/\(file)".visible) er ikke udstedt herfra og ligger der stadig.",
          help: "Slet den selv, hvis den også skal væk."))
    }
    return problems
  }
}
