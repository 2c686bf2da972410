import Casework
import Diagnostics
import Foundation
import Register

/// Checks what a person writes about a case that stays in the register.
enum OwnWords {
  /// What a person writes.
  private struct Text {
    let id: String
    /// How a message about it begins.
    let name: String
    let help: String
  }

  private static let reason = Text(
    id: "reason", name: "Begrundelsen (--reason)",
    help: "Skriv den uden numre og navne: den bliver stående i registret.")
  private static let person = Text(
    id: "person", name: "Den, der siger det (--by),", help: "Skriv --by \"Fornavn Efternavn\".")

  /// What is wrong with a reason.
  ///
  /// - Parameter cases: the numbers of cases that it may not name, because they will be forgotten.
  static func problems(of why: String, cases: [String] = []) -> [Diagnostic] {
    if !why.contains(where: { !$0.isWhitespace }) {
      return [
        Diagnostic(
          .error, "reason-missing", "Der mangler en begrundelse (--reason).",
          help: "Skriv kort hvorfor. Det står i registret bagefter.")
      ]
    }
    var problems = problems(of: why, reason)
    if cases.contains(where: why.contains) {
      problems.append(
        Diagnostic(
          .error, "reason-tells", "Begrundelsen (--reason) nævner en af de sager, der skal slettes.",
          help: "Skriv den uden sagsnummer: den bliver stående i registret, når sagen er væk."))
    }
    return problems
  }

  /// What is wrong with who says something; nothing when nobody does.
  static func problems(ofPerson name: String?) -> [Diagnostic] { name.map { problems(of: $0, person) } ?? [] }

  private static func problems(of text: String, _ what: Text) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if text.count > 500 || text.unicodeScalars.contains(where: isControl) {
      problems.append(
        Diagnostic(
          .error, "\(what.id)-form", "\(what.name) skal være én linje på højst 500 tegn uden styretegn.",
          help: what.help))
    }
    if CivilRegistrationNumber.isFound(in: text) {
      problems.append(
        Diagnostic(
          .error, "\(what.id)-tells", "\(what.name) indeholder cifre, der ligner et CPR-nummer.", help: what.help))
    }
    return problems
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// What is wrong with a reason that names somebody whom a case is about that it concerns.
  ///
  /// - Parameter cases: the numbers of the cases, as far as the register knows them.
  static func problems(of why: String, naming cases: Set<String>, _ reader: RegisterReader) throws(RegisterError)
    -> [Diagnostic]
  {
    for number in cases.sorted() {
      var isNamed = false
      try reader.eachIssue(.ofCase(number)) { issue in
        isNamed = isNamed || PersonNames(issue).areFound(in: why)
      }
      guard isNamed else { continue }
      return [
        Diagnostic(
          .error, "reason-tells", "Begrundelsen (--reason) nævner en person i sagen ved navn.", caseNumber: number,
          help: reason.help + " Er et ord i den også et navn i sagen, så skriv et andet.")
      ]
    }
    return []
  }
}
