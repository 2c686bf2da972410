import Casework
import Fields
import Foundation
import Lawbook
import Mentorbrev
import Templating
import Testing
import XMLTree

/// That no letter lacks a right, seen from the letters alone: nothing here knows how the compiler proves it.
@Suite struct RequiredContentTests {
  @Test(arguments: GoldenCase.all) func isInEachPage(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    let lawbook = try Repository.letterbook().lawbook
    for document in try golden.documents() where document.output == .html {
      let page = try PageScanner(document.text)
      for requirement in lawbook.requirements(kind: document.identity.kind.rawValue, on: document.identity.date)
      where requirement.output != .xml && holds(requirement, in: sample) {
        let texts = page.marked(requirement.id)
        #expect(texts.contains { !$0.collapsed.isEmpty }, "\(document.path): \(requirement.id)")
        for expected in try words(of: requirement.id, sample) {
          #expect(
            texts.contains { $0.collapsed.contains(expected.collapsed) },
            "\(document.path): \(requirement.id) does not show what the case says")
        }
      }
    }
  }

  @Test(arguments: GoldenCase.all) func isInEachRecord(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    for document in try golden.documents() where document.output == .xml {
      // The records are checked by their schemas; here only that the values of the case are in them.
      let text = document.text
      for path in ["mentorstoette.maal.tekst", "mentorstoette.periode.fra", "mentorstoette.periode.til"] {
        // A decision that gives nothing has no support.
        guard let value = sample[path] as? String else { continue }
        #expect(text.contains(value.escaped), "\(document.path): \(path)")
      }
      for task in sample["mentorstoette.opgaver"] as? [[String: String]] ?? [] {
        #expect(text.contains(try #require(task["tekst"]).escaped))
      }
      if let mentor = sample["mentor.navn"] as? String { #expect(text.contains(mentor.escaped)) }
    }
  }

  /// Whether a requirement holds in a case, read from the case file's own words.
  private func holds(_ requirement: Requirement, in sample: Sample) -> Bool {
    guard let condition = requirement.condition else { return true }
    let hours = sample["mentorstoette.timetal"] as? [String: Any] ?? [:]
    let value: String? =
      switch condition.field {
      case "retsgrundlag": sample["retsgrundlag"] as? String ?? "lab"
      case "mentorstoette.art": sample["mentorstoette.art"] as? String ?? "almindelig"
      case "helhedsorienteretPlan": sample["minPlan.helhedsorienteretPlan"] as? Bool == true ? "true" : "false"
      case "art": sample["mentorstoette.art"] as? String ?? "almindelig"
      case "partshoering.forloeb":
        sample["afgoerelse.partshoering.undladt"] as? String
          ?? (sample["afgoerelse.partshoering.svar"] == nil ? "ubesvaret" : "besvaret")
      case "klage.kanal": sample["borger.fritagetForDigitalPost"] as? Bool == true ? "papir" : "digital"
      case "mentorvalg": sample["mentor"] == nil ? "senere" : "navngivet"
      case "mentorstoette.timetal.form":
        hours["faser"] != nil ? "faser" : hours["hverAndenUge"] as? Bool == true ? "hverAndenUge" : "ugentlig"
      default: nil
      }
    return value == nil || value == condition.value
  }

  /// The decisions whose result is a period of support.
  private static let giving = [
    "bevilling", "delvis-bevilling", "forlaengelse", "udskrivningskoordinator", "uddannelsesstart",
  ]

  /// What the element of a requirement must show of this case.
  private func words(of id: String, _ sample: Sample) throws -> [String] {
    switch id {
    case "bab-52.1": return [try sample.text("mentorstoette.maal.tekst")]
    case "bab-52.2":
      let contacts = ["mentor.telefon", "mentor.email"].compactMap { sample[$0] as? String }
      return [try sample.text("mentor.navn")] + contacts
    case "mentor-oplyses": return [try sample.text("mentorstoette.mentorOplyses")]
    case "bab-52.3":
      return (sample["mentorstoette.opgaver"] as? [[String: String]] ?? []).compactMap { $0["tekst"] }
    case "resultat" where !Self.giving.contains(try sample.text("afgoerelse.type")): return []
    case "ansoegning": return [try sample.text("afgoerelse.ansoegning.tekst")]
    case "fvl-24.faktum": return [try sample.text("afgoerelse.begrundelse.faktum")]
    case "fvl-24.hensyn": return [try sample.text("afgoerelse.begrundelse.hensyn")]
    case "fvl-19.svar": return [try sample.text("afgoerelse.partshoering.svar")]
    case "bab-52.4", "resultat":
      return [
        danish(try sample.text("mentorstoette.periode.fra")), danish(try sample.text("mentorstoette.periode.til")),
      ]
    case "bab-52.5":
      guard let hours = sample["mentorstoette.timetal.timer"] as? Int else { return [] }
      return [hours == 1 ? "1 time" : "\(hours) timer"]
    case "uddannelse":
      return [
        try sample.text("mentorstoette.uddannelse.navn"), try sample.text("mentorstoette.uddannelse.institution"),
        danish(try sample.text("mentorstoette.uddannelse.optaget")),
      ]
    case "udskrivning": return [danish(try sample.text("mentorstoette.udskrivning.dato"))]
    case "tidligere-periode":
      return [
        danish(try sample.text("mentorstoette.tidligerePerioder.1.fra")),
        danish(try sample.text("mentorstoette.tidligerePerioder.1.til")),
      ]
    case "vurdering.opnaaet", "vurdering.resterer": return [try sample.text("afgoerelse.\(id)")]
    case "afgoerelse", "klage": return [danish(try sample.text("afgoerelse.dato"))]
    case "underskrifter":
      return try ["borger.navn", "mentor.navn", "sagsbehandler.navn"].map { try sample.text($0) }
    case "dato" where sample["aftale.dato"] != nil: return [danish(try sample.text("aftale.dato"))]
    case "dato" where sample["minPlan"] == nil: return [danish(try sample.text("afgoerelse.dato"))]
    case "sagsnummer": return [try sample.text("sagsnummer")]
    case "borger": return [try sample.text("borger.navn")]
    case "myndighed": return [try sample.text("myndighed.navn")]
    case "udsteder", "bab-135": return [try sample.text("sagsbehandler.navn")]
    case "rsl-66":
      return try ["myndighed.navn", "myndighed.adresse.vej", "myndighed.adresse.by", "myndighed.telefon"]
        .map { try sample.text($0) }
    case "rsl-67": return ["4 uger"]
    default: return []
    }
  }

  /// `2026-09-07` as `7. september 2026`.
  private func danish(_ iso: String) -> String {
    let months = [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
      "december",
    ]
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return iso }
    return "\(parts[2]). \(months[parts[1] - 1]) \(parts[0])"
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
