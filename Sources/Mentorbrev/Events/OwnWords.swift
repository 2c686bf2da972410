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
    /// What it must be.
    let form: String
    /// How many characters it may have.
    let limit: Int
    let help: String
  }

  private static let reason = Text(
    id: "reason", name: "Begrundelsen (--reason)", form: "være én linje på højst 500 tegn uden styretegn", limit: 500,
    help: "Skriv den uden numre og navne: den bliver stående i registret.")
  private static let person = Text(
    id: "person", name: "Den, der siger det (--by),",
    form: "nævnes med navn og uden nummer: én linje på højst 100 tegn uden styretegn", limit: 100,
    help: "Skriv --by \"Fornavn Efternavn\".")

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
  static func problems(ofPerson name: String?) -> [Diagnostic] {
    guard let name else { return [] }
    let problems = problems(of: name, person)
    return problems.isEmpty && !isName(name) ? [malformed(person)] : problems
  }

  private static func isName(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && text.count(where: \.isNumber) < 6 && text.first?.isWhitespace == false
      && text.last?.isWhitespace == false
  }

  private static func malformed(_ what: Text) -> Diagnostic {
    Diagnostic(.error, "\(what.id)-form", "\(what.name) skal \(what.form).", help: what.help)
  }

  private static func problems(of text: String, _ what: Text) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if text.count > what.limit || text.unicodeScalars.contains(where: isControl) { problems.append(malformed(what)) }
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
