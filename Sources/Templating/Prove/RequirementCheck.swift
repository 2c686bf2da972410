import Diagnostics
import Fields
import XMLTree

/// Checks that a document has the fields that its requirements name, and that they can have the values on which the
/// requirements depend; the lawbook does not know the models.
struct RequirementCheck {
  let target: CompileTarget
  let reporter: Reporter

  /// Whether a requirement can be proven; reports all that it names in vain.
  func isSound(_ requirement: Requirement) -> Bool {
    let conditions = requirement.condition?.all ?? []
    let paths =
      requirement.evidence.compactMap { if case .field(let path) = $0 { path } else { nil } } + conditions.map(\.field)
    let unknown = paths.filter { target.model.type(at: $0) == nil }
    for path in unknown { reportUnknown(path, requirement) }
    let vain = conditions.filter { !unknown.contains($0.field) && !canHold($0, requirement) }
    return unknown.isEmpty && vain.isEmpty
  }

  private func report(
    _ id: String, _ message: String, at text: String, _ requirement: Requirement, label: String? = nil,
    help: String? = nil
  ) {
    let mention = requirement.mentions.first { $0.text == text }
    let place = mention?.place ?? requirement.place
    reporter.error(
      id, "requirement '\(requirement.id)' \(message)", in: place.document, at: place.position,
      width: mention?.text.unicodeScalars.count ?? 1, label: label, help: help)
  }

  private func reportUnknown(_ path: String, _ requirement: Requirement) {
    let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    // The longest beginning that there is.
    let known = names.indices.last { target.model.type(at: names[..<$0].joined(separator: ".")) != nil } ?? 0
    let owner = names[..<known].joined(separator: ".")
    let fields = fields(of: owner)
    let near = suggestion(for: names[known], among: fields)
    let has = fields.sorted().joined(separator: ", ")
    report(
      "unknown-field", "names the field '\(path)', which '\(target.kind)' does not have", at: path, requirement,
      label: owner.isEmpty
        ? "there are: \(has)" : has.isEmpty ? "'\(owner)' has no fields" : "'\(owner)' has: \(has)",
      help: near.map { "did you mean '\((names[..<known] + [$0]).joined(separator: "."))'?" })
  }

  private func fields(of path: String) -> [String] {
    if path.isEmpty { return target.model.fields.map(\.name) }
    switch target.model.type(at: path)?.unwrapped {
    case .record(let record), .list(let record, _): return record.fields.map(\.name)
    default: return []
    }
  }

  /// Whether a field can have the value of a condition; reports when not.
  private func canHold(_ condition: Requirement.Condition, _ requirement: Requirement) -> Bool {
    let (field, value) = (condition.field, condition.value)
    switch Assumptions.values(of: field, in: target.model) {
    case .ofRows(let list):
      report(
        "impossible-condition", "depends on '\(field)', which each row of '\(list)' has for itself", at: field,
        requirement, help: "let it depend on a field outside of lists")
    case .words([]):
      let type = target.model.type(at: field).map { "\($0)" } ?? ""
      report(
        "impossible-condition", "depends on '\(field)', which is always there: it is \(type)", at: field, requirement,
        help: "let it depend on a choice, on yes or no, or on an optional field")
    case .words(let words):
      if words.contains(value) { return true }
      report(
        "impossible-condition", "depends on '\(field)' being '\(value)', which it never is", at: value, requirement,
        label: "it is one of: \(words.joined(separator: ", "))",
        help: suggestion(for: value, among: words).map { "did you mean '\($0)'?" })
    }
    return false
  }
}
