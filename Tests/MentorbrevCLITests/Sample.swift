import Foundation

/// A lawful, fictitious case as text, so that places in it are known, changed by replacing words.
struct Sample: Sendable {
  var text: String

  /// A complete case that is handed out with the templates.
  static func example(_ name: String) throws -> Sample {
    Sample(text: try String(contentsOfFile: "\(Program.templates)/examples/\(name).json", encoding: .utf8))
  }

  /// What no message may hold: every name, number and mail of a person in the case.
  static let secrets = [
    "720590", "1230", "Asta", "Vind", "Poul", "Ravn", "20 11 22 33", "20112233", "poul.ravn", "Bente", "Lærkevej",
  ]

  static let grant = Sample(
    text: """
      {
        "sagsnummer": "27.36.00-G01-3001-26",
        "myndighed": {
          "navn": "Gribskov Kommune", "cvr": "29188440", "telefon": "72 49 60 00",
          "adresse": { "vej": "Rådhusvej 3", "postnummer": "3200", "by": "Helsinge" }
        },
        "sagsbehandler": { "navn": "Bente Kjærgaard" },
        "borger": {
          "navn": "Asta Vind",
          "cpr": "720590-1230",
          "adresse": { "vej": "Lærkevej 4", "postnummer": "3210", "by": "Vejby" }
        },
        "afgoerelse": {
          "type": "bevilling",
          "dato": "2026-08-24",
          "begrundelse": { "faktum": "Du har været syg.", "hensyn": "Du har brug for støtte." }
        },
        "mentorstoette": {
          "maal": { "type": "beskaeftigelse", "tekst": "Du får et job." },
          "opgaver": [ { "omraade": "praktisk", "tekst": "Planlægge din uge" } ],
          "periode": { "fra": "2026-09-07", "til": "2026-12-06" },
          "timetal": { "timer": 2, "minutter": 30 }
        },
        "mentor": {
          "navn": "Poul Ravn",
          "telefon": "20 11 22 33",
          "email": "poul.ravn@boernehuset.example",
          "ansaettelse": "kommune"
        }
      }

      """)

  func replacing(_ old: String, with new: String) -> Sample { Sample(text: text.replacing(old, with: new)) }

  /// The case under another number.
  func numbered(_ number: String) -> Sample { replacing("27.36.00-G01-3001-26", with: number) }

  func data() -> Data { Data(text.utf8) }
}
