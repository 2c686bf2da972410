import Casework
import Testing

@testable import Mentorbrev

/// What differs between two states of a case, field by field from the declaration.
@Suite struct CaseDifferenceTests {
  private static let old = Array(
    """
    {"sagsnummer": "A-1", "mentorstoette": {"timetal": {"timer": 4}, "maal": {"type": "beskaeftigelse", "tekst": "Et job"},
      "opgaver": [{"omraade": "praktisk", "tekst": "Følge dig"}, {"omraade": "faglig", "tekst": "Lære dig"}],
      "periode": {"fra": "2026-06-15", "til": "2026-12-14"}},
      "kontrakt": {"timeloen": 238.5, "statsrefusion": true}}
    """.utf8)

  private func differences(_ change: (inout CaseRecord) -> Void) throws -> [CaseDifference] {
    let old = try #require(CaseRecord(json: Self.old))
    var new = old
    change(&new)
    return new.differences(from: old)
  }

  @Test func namesFieldsByPathAndLabelWithBothValues() throws {
    let found = try differences {
      $0["mentorstoette.timetal.timer"] = .integer(2)
      $0["mentorstoette.maal.type"] = .choice("uddannelse")
      $0["mentorstoette.periode.til"] = nil
      $0["kontrakt.statsrefusion"] = .boolean(false)
    }
    #expect(
      found == [
        CaseDifference.of("mentorstoette.maal.type", "Måltype", "beskæftigelse", "uddannelse"),
        .of("mentorstoette.periode.til", "Slutdato", "14. december 2026", nil),
        .of("mentorstoette.timetal.timer", "Timer", "4", "2"),
        .of("kontrakt.statsrefusion", "Statsrefusion", "ja", "nej"),
      ])
    #expect(
      found.map(\.reason) == [
        "mentorstoette.maal", "mentorstoette.periode", "mentorstoette.timetal", "kontrakt.statsrefusion",
      ])
  }

  @Test func comparesRowsThatAreNotTheSame() throws {
    let found = try differences {
      $0["mentorstoette.opgaver"] = .list([
        Self.row("faglig", "Lære dig"), Self.row("praktisk", "Hente dig"), Self.row("personlig", "Tale med dig"),
      ])
    }
    #expect(
      found == [
        .of("mentorstoette.opgaver.2.tekst", "Opgavetekst", "Følge dig", "Hente dig"),
        .of("mentorstoette.opgaver.3", "Opgaver", nil, "Personlig støtte: Tale med dig"),
      ])
    #expect(found.allSatisfy { $0.reason == "mentorstoette.opgaver" })
  }

  @Test func knowsAnOrderFromAChange() throws {
    let found = try differences { record in
      record["mentorstoette.opgaver"] = .list(record["mentorstoette.opgaver"]?.rows?.reversed() ?? [])
    }
    #expect(found == [.of("mentorstoette.opgaver", "Opgaver", "rækkefølgen før", "en anden rækkefølge")])
  }

  @Test func saysAnEmployerAsAReaderWritesIt() throws {
    let json = """
      {"mentor": {"arbejdsgiver": {"navn": "Tisvilde Brød ApS", "cvr": "20304050", "pnummer": "1020304051",
        "adresse": {"vej": "Hovedgaden 61", "postnummer": "3220", "by": "Tisvildeleje"}}}}
      """
    let record = try #require(CaseRecord(json: Array(json.utf8)))
    #expect(
      record.words(at: "mentor.arbejdsgiver")
        == "Tisvilde Brød ApS, CVR-nummer: 20304050, P-nummer: 1020304051, adresse: Hovedgaden 61, 3220 Tisvildeleje")
  }

  /// No label of a caseworker's form reaches a citizen.
  @Test(arguments: ["myndighed", "sagsbehandler", "borger", "mentor", "mentorstoette", "minPlan"])
  func hasWordsForEveryFieldThatALetterCanTellOf(_ record: String) {
    let untold =
      ReissueFields.unsaid + ReissueFields.otherDecision + ReissueFields.unworded + [
        // Another citizen is refused; the rest stands in no letter and no plan.
        "borger.cpr", "myndighed.ean", "myndighed.email", "mentorstoette.serviceniveau", "mentor.arbejdsgiver.cvr",
        "mentor.arbejdsgiver.pnummer", "mentor.arbejdsgiver.adresse", "mentor.arbejdsgiver.kontakt", "minPlan.dato",
      ]
    for field in CaseLabels.parts(of: record) {
      if (untold + ReissueFields.support).contains(where: { field == $0 || field.hasPrefix("\($0).") }) { continue }
      #expect(FactNames.known(field) != nil, "\(field)")
    }
  }

  @Test(arguments: [
    ("mentor.arbejdsgiver.navn", "din mentors arbejdsplads"), ("myndighed.cvr", "kommunens CVR-nummer"),
    ("myndighed.ean", "EAN-nummer (myndighed)"), ("borger.maalgruppe", "målgruppe (borger)"),
    ("mentor.arbejdsgiver.cvr", "CVR-nummer (arbejdsgiver)"), ("aftale", "aftale"),
  ])
  func namesAFactInTheMiddleOfASentence(_ path: String, _ name: String) {
    #expect(FactNames.name(of: path) == name)
  }

  @Test func readsARowOfATableAsTheSameCase() throws {
    let text = """
      sagsnummer;mentorstoette.timetal.timer;mentorstoette.periode.fra;kontrakt.timeloen;kontrakt.statsrefusion
      A-1;4;15-06-2026;238,50;ja
      """
    let unread = try #require(UnreadCase(form: "csv", bytes: Array(text.utf8)))
    let record = try #require(unread.tree())
    let json = """
      {"sagsnummer":"A-1","mentorstoette":{"periode":{"fra":"2026-06-15"},"timetal":{"timer":4}},\
      "kontrakt":{"timeloen":238.50,"statsrefusion":true}}
      """
    #expect(String(decoding: record.json, as: UTF8.self) == json)
    #expect(CaseRecord(json: Array(json.utf8)) == record)
  }

  private static func row(_ area: String, _ text: String) -> CaseRecord {
    var row = CaseRecord()
    row["omraade"] = .choice(area)
    row["tekst"] = .text(text)
    return row
  }
}

extension CaseDifference {
  fileprivate static func of(_ path: String, _ label: String, _ old: String?, _ new: String?) -> CaseDifference {
    CaseDifference(path: path, label: label, old: old, new: new)
  }
}
