import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev

/// `forget`: deletes cases when they may no longer be kept.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    _superCommandName: Program.name,
    abstract: "Delete cases for good: their files, and what the register says of them.",
    discussion: """
      What is left is when, why, and how many documents of which kinds. The register is written anew, which takes as long as \
      it is large, so name many cases at once. Issuing a forgotten case again issues it like any new case.
      """)

  @Argument(help: "The numbers of the cases.") var cases: [String]
  @Option(name: .long, help: "Why, without names and numbers; it stays in the register.") var reason: String
  @OptionGroup var folder: RegisterFolder

  func run() throws {
    let done: CaseForgetting.Done
    do throws(DiagnosticsError) {
      done = try CaseForgetting.forget(cases, in: folder.path, why: reason)
    } catch {
      try Terminal.refuse(error)
    }
    // First what a person has to do, for the rest may have no reader.
    Terminal.report(done.problems, .danish)
    if done.cases > 0 { try Terminal.print("slettet: \(forgotten(done.cases, done.documents, done.refusals))") }
    if done.problems.hasErrors { throw ExitCode.refused }
  }
}

/// What was forgotten, in words: `1 sag, 2 dokumenter (bevilling 1, Min Plan 1), 0 afvisninger`.
func forgotten(_ cases: Int, _ documents: [String: Int], _ refusals: Int) -> String {
  let count = documents.values.reduce(0, +)
  let kinds = documents.sorted { $0.key < $1.key }.map {
    "\(DocumentKind(rawValue: $0.key)?.label ?? $0.key) \($0.value)"
  }
  let list = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
  return "\(cases) \(cases == 1 ? "sag" : "sager"), \(count) \(count == 1 ? "dokument" : "dokumenter")\(list), "
    + "\(refusals) \(refusals == 1 ? "afvisning" : "afvisninger")"
}
