import Casework
import Diagnostics
import Lawbook

/// Understanding a case: the rules that stand between a file that was read and a letter. For information.
enum UnderstandingBenchmark {
  static func run(_ lawbook: Lawbook) throws {
    // Of other kinds of case it would measure the words of a refusal.
    let cases = try Repository.examples().map { try CaseReader().read($0.bytes, file: $0.file).complete() }
      .filter { !GrantDecision.understand($0, lawbook: lawbook).models.isEmpty }
    Contest(
      title: "Understanding cases that were read", unit: "cases",
      entries: [
        Contest.Entry(name: "GrantDecision.understand") {
          for _ in 0..<50 {
            for caseFile in cases { keep(GrantDecision.understand(caseFile, lawbook: lawbook).models.count) }
          }
          return 50 * cases.count
        }
      ], rounds: 9
    ).run()
  }
}
