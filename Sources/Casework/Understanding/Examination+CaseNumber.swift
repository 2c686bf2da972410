import Diagnostics

extension Examination {
  /// The case number stands in file names and messages, so it may hold neither the citizen's CPR number, however it is
  /// grouped, nor a part of the citizen's name.
  ///
  /// From here on no message names the case: the number is what leaks.
  mutating func checkCaseNumber() {
    guard let said = caseFile.caseNumber, let citizen = caseFile.citizen else { return }
    let holdsNumber = citizen.civilRegistrationNumber.map { said.value.holdsDigits($0.value.digits) } ?? false
    let holdsName = citizen.name.map { said.value.holdsName(of: $0.value) } ?? false
    guard holdsNumber || holdsName else { return }
    caseNumberTells = true
    report(
      .error, "case-number-tells",
      "Sagsnummer (sagsnummer) indeholder borgerens \(holdsNumber ? "CPR-nummer" : "navn").", path: "sagsnummer",
      at: said.position, help: "Brug sagens nummer i sagssystemet. Sagsnummeret står i filnavne og beskeder.")
  }
}

extension String {
  /// Whether these digits come one after the other, whatever stands between them.
  fileprivate func holdsDigits(_ wanted: String) -> Bool {
    let digits = utf8.filter { $0 &- 0x30 < 10 }
    let wanted = Array(wanted.utf8)
    guard digits.count >= wanted.count else { return false }
    return (0...digits.count - wanted.count).contains { digits[$0...].starts(with: wanted) }
  }

  /// Whether one of a person's names of three letters or more is a word here.
  fileprivate func holdsName(of person: String) -> Bool {
    // Most numbers have no such word; then the names need not be taken apart.
    guard holdsWord else { return false }
    let words = lowercased().split { !$0.isLetter }
    return person.lowercased().split { !$0.isLetter }.contains { $0.count >= 3 && words.contains($0) }
  }

  /// Whether there may be a word of three letters or more; other letters than those of ASCII are not looked at.
  private var holdsWord: Bool {
    var length = 0
    for byte in utf8 {
      length = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 ? length + 1 : 0
      if length == 3 { return true }
    }
    return false
  }
}
