extension CaseRule {
  /// R37: a CPR number stands in its own field and nowhere else: not in texts, names, titles or addresses.
  ///
  /// Ten digits in a row that begin like a date count too; a telephone number has eight digits, and a P number has a
  /// field of its own. So what is found is refused, not only doubted: a wrong refusal costs a minute, a leak cannot be
  /// taken back.
  static let civilRegistrationNumbers = CaseRule("R37") { context in
    let found = (context.freeTexts + context.caseFile.labelTexts).filter { text in
      var text = text.text.plainDashes
      return text.withUTF8 { holdsCivilRegistrationNumber($0) }
    }
    if found.isEmpty { return .fulfilled("Ingen tekst indeholder et CPR-nummer.") }
    return .breached(
      found.map {
        Breach(
          message: "\(CaseLabels.name(of: $0.path)) indeholder cifre, der ligner et CPR-nummer.", path: $0.path,
          position: $0.position, help: "Slet nummeret. Borgerens CPR-nummer hører kun til i borger.cpr.",
          weight: .necessity)
      })
  }
}

extension String {
  /// With every dash and space that can split a number as the plain one.
  fileprivate var plainDashes: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x2010...0x2015, 0x2212: result.unicodeScalars.append("-")
      case 0xA0, 0x2007, 0x202F: result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
