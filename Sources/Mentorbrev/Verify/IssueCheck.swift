import Casework
import Diagnostics
import Fields
import Register
import Templating

/// What was found of it.
struct CheckedIssue: Sendable {
  var findings: [Diagnostic] = []
  var documents = 0
  var files = 0
  /// The run whose templates cannot be read, and what is to be said of it once.
  var unreadable: (run: Int, findings: [Diagnostic])?
}

/// Looks at what was issued of a case; each thread has its own.
struct IssueCheck {
  let folder: String
  let bundles: StoredBundles
  let reproduces: Bool
  private let space = RenderSpace()
  private var hidingRules = HidingRules()

  init(folder: String, bundles: StoredBundles, reproduces: Bool) {
    self.folder = folder
    self.bundles = bundles
    self.reproduces = reproduces
  }

  /// What makes a file again.
  private var again: String { RegisterPaths(folder: folder).restoreCommand }

  mutating func check(_ issue: RecordedIssue) -> CheckedIssue {
    var checked = CheckedIssue()
    var files: [String: FileCheck] = [:]
    for document in issue.documents {
      checked.documents += 1
      for (format, hash) in document.files.sorted(by: { $0.key < $1.key }) {
        let name = "\(document.name).\(format)"
        let file = FileCheck("\(folder)/\(name)", hash: hash, again: again)
        checked.files += 1
        checked.findings += file.findings
        files[name] = file
      }
    }
    do throws(DiagnosticsError) {
      checked.findings += try content(issue, files)
    } catch {
      checked.unreadable = (issue.run, error.diagnostics)
    }
    return checked
  }

  // MARK: What the letters hold

  private mutating func content(
    _ issue: RecordedIssue, _ files: [String: FileCheck]
  ) throws(DiagnosticsError) -> [Diagnostic] {
    let (run, bundle) = try bundles.run(issue.run)
    var values: [String: DocumentValues] = [:]
    let remade = Result { () throws(DiagnosticsError) in
      try bundle.letterbook.remake(
        issue.reading, kinds: issue.kinds, isRendering: reproduces, in: space
      ) { name, type, table in
        values[name] = DocumentValues(type: type, slots: table.slots)
      }
    }
    var findings: [Diagnostic] = []
    for document in issue.documents where document.files["html"] != nil {
      guard let bytes = files["\(document.name).html"]?.bytes, let date = CalendarDate(iso: document.date) else {
        continue
      }
      let requirements = try bundle.requirements(document.kind, on: date).filter { requirement in
        // Of a case that cannot be understood any more, only what every letter must hold is certain.
        values[document.name]?.demand(requirement) ?? (requirement.condition == nil)
      }
      findings += LetterCheck.findings(
        "\(folder)/\(document.name).html", bytes, requirements, &hidingRules, again: again)
    }
    if reproduces { findings += Reproduction(folder: folder, issue: issue, run: run).findings(remade, files) }
    return findings
  }
}
