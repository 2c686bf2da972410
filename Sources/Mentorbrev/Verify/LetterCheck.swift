import Diagnostics
import Templating

/// Whether a letter still holds what law demands of it, as a reader of its HTML sees it.
enum LetterCheck {
  /// What is missing.
  ///
  /// - Parameter command: what makes the file again.
  static func findings(
    _ path: String, _ bytes: [UInt8], _ requirements: [Requirement], _ hidingRules: inout HidingRules,
    again command: String
  ) -> [Diagnostic] {
    let page: PageReader
    do throws(PageReader.Fault) {
      page = try PageReader(bytes)
    } catch {
      return [
        Diagnostic(
          .error, "verify-page",
          "Brevet \(path.visible) kan ikke læses som et brev: \(error.reason) (linje \(error.line)).",
          help: "Er filen ændret, så lav den igen med '\(command)'.")
      ]
    }
    var findings: [Diagnostic] = []
    for style in page.styles {
      guard let rule = hidingRules.first(in: style) else { continue }
      findings.append(
        Diagnostic(
          .error, "verify-style", "Typografien i brevet \(path.visible) skjuler noget: \(rule).",
          help: "Er filen ændret, så lav den igen med '\(command)'."))
    }
    for requirement in requirements {
      let marks = page.marks.filter { $0.requirements.contains(requirement.id) }
      if marks.contains(where: \.isSeen) { continue }
      let what = marks.isEmpty ? "findes ikke" : "er tomt eller skjult"
      findings.append(
        Diagnostic(
          .error, "verify-content",
          "Brevet \(path.visible) mangler noget, som det skal indeholde: \(requirement.title) (\(requirement.id)) "
            + "\(what).", basis: requirement.basis,
          help: "Er brevet sendt sådan, så skal det rettes. Er filen ændret, så lav den igen med '\(command)'.")
      )
    }
    return findings
  }
}
