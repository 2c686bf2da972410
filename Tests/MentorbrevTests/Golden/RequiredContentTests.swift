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
  @Test(arguments: GoldenCase.letters) func isInEachPage(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    let lawbook = try Repository.letterbook().lawbook
    for document in try golden.documents() where document.format == .html {
      let page = try PageScanner(document.text)
      for requirement in try lawbook.requirements(kind: document.identity.kind.rawValue, on: document.identity.date)
      where requirement.output != .xml && holds(requirement, in: sample) {
        let texts = page.marked(requirement.id)
        #expect(texts.contains { !$0.collapsed.isEmpty }, "\(document.path): \(requirement.id)")
        for expected in try words(of: requirement.id, document.identity.kind, sample) {
          #expect(
            texts.contains { $0.collapsed.contains(expected.collapsed) },
            "\(document.path): \(requirement.id) does not show what the case says")
        }
      }
    }
  }

  @Test(arguments: GoldenCase.letters) func isInEachRecord(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    for document in try golden.documents() where document.format == .xml {
      // The records are checked by their schemas; here only that the values of the case are in them.
      let text = document.text
      guard text.contains("<mentorstoette") else { continue }
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
    requirement.condition?.all.allSatisfy { holds($0, in: sample) } ?? true
  }

  private func holds(_ condition: Requirement.Condition, in sample: Sample) -> Bool {
    let hours = sample["mentorstoette.timetal"] as? [String: Any] ?? [:]
    // What a complaint led to is the support of the case, where it led to a new decision.
    let isGranted = condition.field.hasPrefix("bevilget.")
    if isGranted, sample["mentorstoette"] == nil { return false }
    let value: String? =
      switch isGranted ? String(condition.field.dropFirst("bevilget.".count)) : condition.field {
      case "retsgrundlag": sample["retsgrundlag"] as? String ?? "lab"
      case "mentorstoette.art": sample["mentorstoette.art"] as? String ?? "almindelig"
      case "helhedsorienteretPlan": sample["minPlan.helhedsorienteretPlan"] as? Bool == true ? "true" : "false"
      case "art": sample["mentorstoette.art"] as? String ?? "almindelig"
      case "partshoering.forloeb":
        // Who asked for the stop is not heard about it.
        sample["afgoerelse.partshoering"] == nil
          ? "egetOenske"
          : sample["afgoerelse.partshoering.undladt"] as? String
            ?? (sample["afgoerelse.partshoering.svar"] == nil ? "ubesvaret" : "besvaret")
      case "klage.kanal": sample["borger.fritagetForDigitalPost"] as? Bool == true ? "papir" : "digital"
      case "ophoer.sidsteDag": sample["ophoer.sidsteDag"] == nil ? "absent" : "present"
      case "udloeb.nyPeriode": sample["afgoerelse.udloeb.nyPeriode"] as? String
      case "klagevejledningen":
        sample["afgoerelse.berigtigelse.varAfgoerelse"] as? Bool == false
          ? "ingen"
          : sample["afgoerelse.berigtigelse.klagevejledningVarForkert"] as? Bool == true ? "forkert" : "uaendret"
      case "berigtigelse.varAfgoerelse":
        sample["afgoerelse.berigtigelse.varAfgoerelse"] as? Bool == false ? "false" : "true"
      case "mentorvalg": sample["mentor"] == nil ? "senere" : "navngivet"
      case "mentorstoette.timetal.form":
        hours["faser"] != nil ? "faser" : hours["hverAndenUge"] as? Bool == true ? "hverAndenUge" : "ugentlig"
      // What has no old value is unchanged.
      case "aendring.timetal", "aendring.periode", "aendring.maal", "aendring.opgaver":
        sample["aendring.foer.\(condition.field.split(separator: ".")[1])"] == nil ? "absent" : "present"
      case "aendring.mindre":
        // Those of the kept cases that are to the citizen's disadvantage.
        sample["aendring.foer.timetal"] == nil && sample["aendring.foer.opgaver"] == nil ? "absent" : "present"
      case "aendring.kortere":
        (sample["aendring.foer.periode.til"] as? String ?? "") > (sample["mentorstoette.periode.til"] as? String ?? "")
          ? "present" : "absent"
      case "gaelderFra":
        // The first day of a change or of another mentor, when the support had begun before.
        (sample["aendring.fra"] ?? sample["mentorskifte.fra"]) as? String ?? ""
          > sample["mentorstoette.periode.fra"] as? String ?? "" ? "present" : "absent"
      case "mentor.ansaettelse": sample["mentor.ansaettelse"] as? String ?? "ukendt"
      // An earlier period in these cases is use of the right.
      case "uddannelse.brugtFra", "mentorstoette.uddannelsesstart.brugtFra":
        sample["mentorstoette.tidligerePerioder"] == nil ? "absent" : "present"
      case "tidligerePeriode": sample["mentorstoette.tidligerePerioder"] == nil ? "absent" : "present"
      case "planDato": sample["minPlan.dato"] == nil ? "absent" : "present"
      case "mentorskifte.aarsag": sample["mentorskifte.aarsag"] == nil ? "absent" : "present"
      case "berigtigelse.omStoetten": Self.corrects(["Timetal", "Periode"], sample) ? "true" : "false"
      case "berigtigelse.omPlanen":
        Self.corrects(["Timetal", "Periode", "Din mentors telefon"], sample) ? "true" : "false"
      case "virkning": sample["afgoerelse.partshoering.sendt"] == nil ? "ikke-til-ugunst" : "til-ugunst"
      case "udfald": sample["genvurdering.udfald"] as? String
      // Only a new decision can be complained of.
      case "klage": sample["genvurdering"] != nil && sample["mentorstoette"] == nil ? "absent" : "present"
      // Those of the kept cases whose right has not been used: a period of three months.
      case "udloeb.restRet": sample["mentorstoette.uddannelse"] == nil ? "ingen" : "uddannelsesstart"
      case "fortsat":
        (sample["mentorstoette.tidligerePerioder"] as? [[String: String]] ?? [])
          .contains { ($0["til"] ?? "") >= sample["afgoerelse.dato"] as? String ?? "" } ? "present" : "absent"
      case "udskrivning.kortereEfterOenske", "mentorstoette.udskrivning.kortereEfterOenske":
        sample["mentorstoette.udskrivning.kortereEfterOenske"] == nil ? "false" : "true"
      case "udskrivning.medregnet", "mentorstoette.udskrivning.medregnet":
        // Those of the kept cases that are too short without it.
        sample["mentorstoette.udskrivning"] == nil || sample["mentorstoette.tidligerePerioder"] == nil
          ? "absent" : "present"
      case "bevilget": sample["mentorstoette"] == nil ? "absent" : "present"
      case "begrundelse": sample["afgoerelse.begrundelse"] == nil ? "absent" : "present"
      default: nil
      }
    return value == nil || value == condition.value
  }

  /// Whether a row of a correction is about one of some things.
  private static func corrects(_ subjects: [String], _ sample: Sample) -> Bool {
    let rows = sample["afgoerelse.berigtigelse.rettelser"] as? [[String: String]] ?? []
    return rows.contains { $0["hvad"].map(subjects.contains) ?? false }
  }

  /// The decisions whose result is a period of support.
  private static let giving = [
    "bevilling", "delvis-bevilling", "forlaengelse", "udskrivningskoordinator", "uddannelsesstart",
  ]

  /// What the element of a requirement must show of this case.
  private func words(of id: String, _ kind: DocumentKind, _ sample: Sample) throws -> [String] {
    switch (id, kind) {
    case ("resultat", .expiry): return [danish(try sample.text("mentorstoette.periode.til"))]
    case ("resultat", .mentorChange): return [danish(try sample.text("mentorskifte.fra"))]
    case ("nye-oplysninger", _):
      let rows = sample["orientering.aendringer"] as? [[String: String]] ?? []
      return rows.flatMap { [$0["foer"], $0["nu"]].compactMap(\.self) }
    case ("min-plan", .information), ("min-plan", .correction): return [danish(try sample.text("minPlan.dato"))]
    case ("resultat.kortere", _):
      return [
        danish(try sample.text("mentorstoette.periode.til")), danish(try sample.text("aendring.foer.periode.til")),
      ]
    case ("aarsag", .mentorChange): return [try sample.text("mentorskifte.aarsag")]
    case ("uaendret", .information): return [danish(try sample.text("orientering.bevillingsdato"))]
    case ("udloeb-vurderes", _): return [danish(try sample.text("afgoerelse.udloeb.vurderesSenest"))]
    case ("resultat", .correction):
      return [
        try sample.text("afgoerelse.berigtigelse.dokument"), danish(try sample.text("afgoerelse.berigtigelse.dato")),
      ]
    case ("rettelser", _):
      let rows = sample["afgoerelse.berigtigelse.rettelser"] as? [[String: String]] ?? []
      return rows.flatMap { [$0["hvad"], $0["stod"], $0["skulleStaa"]].compactMap(\.self) }
    case ("dato", .delimitation): return [danish(try sample.text("afgraensning.dato"))]
    case ("ordninger", _):
      let rows = sample["afgraensning.ordninger"] as? [[String: String]] ?? []
      return rows.compactMap { $0["note"] }
    default: return try words(of: id, sample)
    }
  }

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
    case "bevilget": return [danish(try sample.text("mentorstoette.periode.til"))]
    case "videre": return [try sample.text("ophoer.videre")]
    case "stop-trods-klage": return [danish(try sample.text("ophoer.sidsteDag"))]
    case "overvejelse": return [try sample.text("afgoerelse.partshoering.overvejelse")]
    case "fvl-19.oplysninger": return [try sample.text("afgoerelse.partshoering.oplysninger")]
    case "betydning": return [try sample.text("afgoerelse.partshoering.betydning")]
    case "fvl-19.frist": return [danish(try sample.text("afgoerelse.partshoering.frist"))]
    case "aendring.periode":
      return [
        danish(try sample.text("aendring.foer.periode.til")), danish(try sample.text("mentorstoette.periode.til")),
      ]
    case "aendring.maal":
      return [try sample.text("aendring.foer.maal.tekst"), try sample.text("mentorstoette.maal.tekst")]
    case "aendring.opgaver":
      return (sample["aendring.foer.opgaver"] as? [[String: String]] ?? []).compactMap { $0["tekst"] }
    case "klagesag":
      return [
        danish(try sample.text("genvurdering.klageModtaget")), danish(try sample.text("genvurdering.afgoerelsesdato")),
      ]
    case "klagefrist": return [danish(try sample.text("genvurdering.klagefrist"))]
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
    case "ikke-bevilget": return [try sample.text("afgoerelse.ikkeBevilget")]
    case "udskrivning": return [danish(try sample.text("mentorstoette.udskrivning.dato"))]
    case "tidligere-periode", "udskrivning.medregnet":
      return [
        danish(try sample.text("mentorstoette.tidligerePerioder.1.fra")),
        danish(try sample.text("mentorstoette.tidligerePerioder.1.til")),
      ]
    case "fortsat":
      let periods = sample["mentorstoette.tidligerePerioder"] as? [[String: String]] ?? []
      return periods.compactMap { $0["til"].map(danish) }
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
