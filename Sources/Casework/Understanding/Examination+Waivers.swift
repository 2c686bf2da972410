import Diagnostics
import Fields
import Lawbook

extension Examination {
  /// The waivers that law leaves room for, by rule; everything else in the list is reported.
  mutating func usableWaivers(_ rules: [CaseRule]) -> [String: Waiver] {
    var usable: [String: Waiver] = [:]
    for (index, said) in caseFile.waivers.enumerated() {
      let path = "undtagelser.\(index + 1)"
      let id = require(said.rule, "\(path).regel", in: said.position)
      let reason = require(
        said.reason, "\(path).grund", in: said.position,
        help: "Skriv, hvorfor reglen fraviges i denne sag. Grunden kommer med i afgørelsens data.")
      guard let id, let reason else { continue }
      let place = said.rule?.position
      guard let entry = lawbook.rule(id) else {
        report(
          "unknown-rule", "\(CaseLabels.name(of: "\(path).regel")) findes ikke i lovbogen.",
          path: "\(path).regel",
          at: place,
          help: suggestion(for: id, among: lawbook.rules.map(\.id)).map { "Mente du \($0)?" }
            ?? "Kommandoen 'mentorbrev explain' viser, hvilke regler der gælder for sagen.")
        continue
      }
      guard entry.waivable else {
        report(
          "rule-not-waivable", "Reglen \(entry.id) (\(entry.title.lowercasedFirst)) kan ikke fraviges.",
          path: "\(path).regel", at: place, basis: date.map { lawbook.basis(of: entry, on: $0) },
          help: "Slet undtagelsen, og ret det, som reglen handler om.")
        continue
      }
      if usable[entry.id] != nil {
        report(
          "repeated-waiver", "Reglen \(entry.id) er fraveget mere end én gang.", path: path, at: said.position,
          help: "Saml grundene i én undtagelse.")
        continue
      }
      usable[entry.id] = Waiver(rule: entry.id, reason: reason)
    }
    return usable
  }

  /// Tells of waivers that the case does not need: they are not recorded, because nothing was set aside.
  mutating func reportUnused(_ waivers: [String: Waiver], _ used: [Waiver]) {
    for (index, said) in caseFile.waivers.enumerated() {
      guard let id = said.rule?.value, waivers[id] != nil, !used.contains(where: { $0.rule == id }) else { continue }
      report(
        .warning, "unused-waiver", "Undtagelsen fra reglen \(id) er ikke brugt: sagen bryder ikke reglen.",
        path: "undtagelser.\(index + 1)", at: said.position, help: "Slet undtagelsen.")
    }
  }
}

extension String {
  /// With a small first letter, inside a sentence, unless it begins an abbreviation such as CPR.
  fileprivate var lowercasedFirst: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
