import Casework
import Diagnostics
import Lawbook

extension Letterbook {
  /// What the program needs of the lawbook and does not find in it, or computes otherwise than it says: each by itself would
  /// only be met when a case is refused, or not even then.
  func lawProblems() -> [Diagnostic] { missingKinds() + unknownBases() + missingRules() + otherDeadlines() }

  private func missingKinds() -> [Diagnostic] {
    let known = Set(lawbook.kinds)
    return DocumentKind.allCases.map(\.rawValue).filter { !known.contains($0) }.map { kind in
      Diagnostic(
        .error, "kind-not-in-lawbook", "the lawbook does not say what a '\(kind)' must hold, so none can be written",
        help: "put <dokument kind=\"\(kind)\"> back into the folder 'law'")
    }
  }

  /// A kind that is verified for a legal basis that no case can have is written for nobody, and never compiled.
  private func unknownBases() -> [Diagnostic] {
    let words = LegalBasis.allCases.map(\.rawValue)
    return lawbook.kinds.flatMap { kind in
      lawbook.legalBases(ofKind: kind).filter { !words.contains($0.name) }.map { basis in
        Diagnostic(
          .error, "unknown-legal-basis",
          "'\(kind)' is verified for the legal basis '\(basis.name)', which no case can have", at: basis.location,
          help: suggestion(for: basis.name, among: words).map { "did you mean '\($0)'?" }
            ?? "write \(words.joined(separator: " or "))")
      }
    }
  }

  private func missingRules() -> [Diagnostic] {
    CheckedRules.ids.filter { lawbook.rule($0) == nil }.map { id in
      Diagnostic(
        .error, "rule-not-in-lawbook", "the lawbook has no rule \(id), so each case that it is for would be refused",
        help: "put <regel id=\"\(id)\"> back into 'law/regler.xml'; a rule that no longer holds keeps its entry and "
          + "gets 'til'")
    }
  }

  /// The last day for a complaint is counted, and the letter says its length in words of the lawbook besides.
  private func otherDeadlines() -> [Diagnostic] {
    let id = "klagefrist"
    let counted = "\(ComplaintDeadline.weeks) uger"
    return lawbook.entries.compactMap { entry in
      guard entry.kind == .text, entry.id == id, let days = entry.days, entry.unsettled == nil,
        let words = lawbook.words(ofEntry: id, on: days.lowerBound), words != counted
      else { return nil }
      return Diagnostic(
        .error, "deadline-differs",
        "the text '\(id)' says '\(words)' from \(days.lowerBound), but the last day in a letter is counted as "
          + counted,
        at: entry.location,
        help: "a letter would name two deadlines; has the law changed, the program must count anew: until then write "
          + "the edition with sikkerhed=\"U\" and 'uafklaret'")
    }
  }
}
