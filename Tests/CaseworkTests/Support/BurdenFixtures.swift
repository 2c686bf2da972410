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

  /// A stop of 8 June 2026, on 30 June instead of 31 August.
  static var stop: Fixture {
    grant.without("mentor")
      .with("afgoerelse.type", "ophoer")
      .with("afgoerelse.partshoering", ["sendt": "2026-05-18", "svar": "Du har svaret, at du er enig."])
      .with("mentorstoette", ["periode": ["fra": "2026-03-01", "til": "2026-08-31"]])
      .with("ophoer", ["sidsteDag": "2026-06-30", "grundlag": "aendredeForhold", "videre": "Vi ringer til dig."])
  }

  /// A hearing of 8 June 2026 with two weeks to answer.
  static var hearing: Fixture {
    grant.without("mentorstoette").without("mentor").without("afgoerelse.begrundelse")
      .with("afgoerelse.type", "partshoering")
      .with(
        "afgoerelse.partshoering",
        [
          "frist": "2026-06-22", "paataenkt": "ophoer", "overvejelse": "Vi overvejer at stoppe støtten.",
          "oplysninger": "Du er begyndt i et job.", "betydning": "Målet er nået.",
        ])
  }

  /// A change of 8 June 2026: from 1 July 2 hours and 30 minutes a week instead of 4 hours.
  static var change: Fixture {
    grant.with("afgoerelse.type", "aendring")
      .with("afgoerelse.partshoering", ["sendt": "2026-05-18", "svar": "Du har svaret, at du er enig."])
      .with("mentorstoette.periode", ["fra": "2026-05-01", "til": "2026-10-31"])
      .with("aendring", ["fra": "2026-07-01", "foer": ["timetal": ["timer": 4]]])
  }

  /// A complaint of 18 May 2026 that is partly upheld on 8 June.
  static var reconsideration: Fixture {
    grant.with("afgoerelse.type", "genvurdering")
      .with(
        "genvurdering", ["klageModtaget": "2026-05-18", "afgoerelsesdato": "2026-05-04", "udfald": "delvist-medhold"])
  }
}
