extension CaseRule {
  /// R31: § 203 a is a ceiling between state and municipalities; it gives the citizen neither right nor limit, so no
  /// letter names it. A service level of R24a is at least the municipality's own; this is not even that.
  static let budgetCeiling = CaseRule("R31") { context in
    let found = context.texts(with: .ceiling).filter { text in
      ["203 a", "203a", "203\u{A0}a"].contains(where: text.mentions)
    }
    if found.isEmpty { return .fulfilled("Ingen tekst nævner § 203 a.") }
    return .breached(
      found.map {
        Breach(
          $0,
          "nævner § 203 a. Bestemmelsen er et loft mellem stat og kommuner og "
            + "begrunder ingen afgørelse om en borger.",
          help: "Slet henvisningen, og begrund afgørelsen med borgerens eget behov.", weight: .necessity)
      })
  }

  /// R32: mentor support is no offer with a duty to take part, and since 2020 no sanction follows from saying no.
  ///
  /// A letter can have a reason to name a sanction, so a case may set the rule aside.
  static let sanctions = CaseRule("R32") { context in
    let found = context.texts(with: .duty).filter { text in
      threats.contains(where: text.mentions) || duties.contains(where: text.mentions) && !text.mentions("ikke pligt")
    }
    if found.isEmpty { return .fulfilled("Ingen tekst nævner sanktioner eller pligt til at tage imod en mentor.") }
    return .breached(
      found.map {
        Breach(
          $0,
          "nævner en sanktion eller en pligt til at deltage. Mentorstøtte er ikke et "
            + "tilbud med pligt, og det får ingen følger at sige nej.",
          help: "Slet sætningen.")
      })
  }

  private static let threats = ["sanktion", "ret og pligt", "fradrag i din", "fradrag i ydelse"]
  private static let duties = [
    "pligt til at deltage", "pligt til at møde", "pligt til at tage imod", "pligt til at modtage",
    "pligt til at have en mentor",
  ]
}
