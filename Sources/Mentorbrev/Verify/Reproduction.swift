import Casework
import Diagnostics
import Hashing
import Register

/// Whether what was issued is the same when it is made again from the recorded case and the stored templates.
struct Reproduction {
  let folder: String
  let issue: RecordedIssue
  let run: RunRecord

  /// What is not the same.
  func findings(_ remade: Result<CaseResult, DiagnosticsError>, _ files: [String: FileCheck]) -> [Diagnostic] {
    let result: CaseResult
    switch remade {
    case .success(let made): result = made
    case .failure(let error): return [impossible(error.diagnostics)]
    }
    if result.isRefused { return [impossible(result.diagnostics.filter { $0.severity == .error })] }
    var made: [String: [UInt8]] = [:]
    for document in result.documents { made[document.path] = document.bytes }
    var findings: [Diagnostic] = []
    for document in issue.documents {
      for (format, hash) in document.files.sorted(by: { $0.key < $1.key }) {
        let name = "\(document.name).\(format)"
        guard let bytes = made[name] else {
          findings.append(finding("Filen \(path(name)) laves ikke længere af sagen."))
          continue
        }
        if SHA256Hash(of: bytes) == hash { continue }
        let old = files[name].flatMap { $0.isAsRecorded ? $0.bytes : nil }
        let place = old.map { " Første forskel er i linje \(Self.line(ofDifference: $0, bytes))." } ?? ""
        findings.append(finding("Filen \(path(name)) bliver en anden, når den laves igen.\(place)"))
      }
    }
    return findings
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)".visible }

  private func finding(_ message: String, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(
      .error, "verify-reproduction", message,
      help: run.engine == engineVersion
        ? "Udstedt med den samme version (\(engineVersion)), så det er en fejl i programmet eller i registret. Meld den."
        : "Udstedt med version \(run.engine), og dette er version \(engineVersion). Prøv igen med den første.",
      notes: notes)
  }

  private func impossible(_ diagnostics: [Diagnostic]) -> Diagnostic {
    var finding = finding(
      "Dokumenterne fra kørsel \(run.number) kan ikke laves igen.",
      notes: diagnostics.prefix(5).map { Diagnostic.Note("\($0.message) [\($0.id)]") })
    finding.caseNumber = issue.caseNumber
    return finding
  }

  private static func line(ofDifference a: [UInt8], _ b: [UInt8]) -> Int {
    let same = zip(a, b).prefix { $0 == $1 }
    return same.count { $0.0 == 0x0A } + 1
  }
}
