import Diagnostics

extension Examination {
  /// The case number stands in file names and messages, so it may hold neither the citizen's CPR number, however it is
  /// grouped, nor a part of the citizen's name.
  ///
  /// From here on no message names the case: the number is what leaks.
  mutating func checkCaseNumber() {
    guard let said = caseFile.caseNumber, let citizen = caseFile.citizen else { return }
    let digits = said.value.filter { ("0"..."9").contains($0) }
    let holdsNumber = citizen.civilRegistrationNumber.map { digits.contains($0.value.digits) } ?? false
    let words = said.value.lowercased().split { !$0.isLetter }
    let names = citizen.name?.value.lowercased().split { !$0.isLetter } ?? []
    let holdsName = names.contains { $0.count >= 3 && words.contains($0) }
    guard holdsNumber || holdsName else { return }
    caseNumberTells = true
    report(
      .error, "case-number-tells",
      "Sagsnummer (sagsnummer) indeholder borgerens \(holdsNumber ? "CPR-nummer" : "navn").", path: "sagsnummer",
      at: said.position, help: "Brug sagens nummer i sagssystemet. Sagsnummeret står i filnavne og beskeder.")
  }
}
