extension CaseRule {
  /// R37: a CPR number stands in its own field and nowhere else: not in texts, names, titles,
  /// addresses, telephone numbers or links.
  ///
  /// Ten digits in a row that begin like a date count too; a telephone number has eight digits, and a P number has a
  /// field of its own. So what is found is refused, not only doubted: a wrong refusal costs a minute, a leak cannot be
  /// taken back.
  static let civilRegistrationNumbers = CaseRule("R37") { context in
    let found = context.textsHoldingNumbers
    if found.isEmpty { return .fulfilled("Ingen tekst indeholder et CPR-nummer.") }
    return .breached(
      found.map {
        Breach(
          $0, "indeholder cifre, der ligner et CPR-nummer.",
          help:
            "Slet nummeret. Borgerens CPR-nummer hører kun til i borger.cpr. Loven forbyder det ikke i selve brevet; "
            + "vi udelader det, fordi brevet kan nå andre.",
          weight: .necessity)
      })
  }
}
