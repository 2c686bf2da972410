import Casework
import Diagnostics

/// Checks what a person writes about a case that stays in the register.
enum OwnWords {
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
    var problems: [Diagnostic] = []
    if CivilRegistrationNumber.isFound(in: why) {
      problems.append(
        Diagnostic(
          .error, "reason-tells", "Begrundelsen (--reason) indeholder cifre, der ligner et CPR-nummer.",
          help: "Skriv den uden numre og navne: den bliver stående i registret."))
    }
    if cases.contains(where: why.contains) {
      problems.append(
        Diagnostic(
          .error, "reason-tells", "Begrundelsen (--reason) nævner en af de sager, der skal slettes.",
          help: "Skriv den uden sagsnummer: den bliver stående i registret, når sagen er væk."))
    }
    return problems
  }
}
