@testable import Casework

extension Fixture {
  /// A refusal of 8 June 2026, heard and reasoned.
  static var refusal: Fixture {
    grant.without("mentorstoette").without("mentor")
      .with("afgoerelse.type", "afslag")
      .with("afgoerelse.ansoegning", ["dato": "2026-05-04", "tekst": "en mentor til rengøring"])
      .with("afgoerelse.partshoering", ["sendt": "2026-05-18", "svar": "Du har svaret, at du ønsker hjælpen."])
      .with("afgoerelse.begrundelse.andenHjaelp", "Du kan søge om praktisk hjælp hos visitationen.")
  }
}
