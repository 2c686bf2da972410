@testable import Register
import Testing

@testable import Mentorbrev

/// What a reason may say without naming anybody.
@Suite struct PersonNamesTests {
  private static func names(_ citizen: String, _ rest: String = "") -> PersonNames {
    let data = #"{ "sagsnummer": "A-1", "borger": { "navn": "\#(citizen)" }\#(rest) }"#
    return PersonNames(
      RecordedIssue(
        run: 1, at: "2026-11-22T08:00:00Z", authority: "29188440", caseNumber: "A-1",
        data: CaseData(form: "json", bytes: Array(data.utf8)), documents: []))
  }

  @Test(arguments: [
    ("Kirsten Marie Lauridsen", "Kirsten er flyttet."), ("Kirsten Marie Lauridsen", "sagen om kirsten er lukket"),
    ("Kirsten Marie Lauridsen", "LAURIDSEN"), ("Kirsten Marie Lauridsen", "Brevet til Maries mor kom retur."),
    ("Anne-Grethe Ømand", "Grethe har fået brevet."), ("Åse Ømand", "A\u{30A}se har fået brevet."),
    ("Hans Vind", "Sagen om Hans er lukket."), ("Hans Vind", "Brevet til Vind kom retur."),
    ("Bo Ly", "Udstedt til Bo Ly ved en fejl."), ("Min Le Tran", "Brevet til Min kom retur."),
    ("Per Holm", "holm har klaget"),
  ]) func areFound(_ citizen: String, _ reason: String) {
    #expect(Self.names(citizen).areFound(in: reason))
  }

  @Test(arguments: [
    ("Kirsten Marie Lauridsen", "Borgeren er flyttet, og sagen er lukket."), ("Hans Vind", "Hans breve gik tabt."),
    ("Hans Vind", "Sagen er lukket: hans sag hører til en anden kommune."), ("Min Le Tran", "Min Plan er forkert."),
    ("Per Dag", "Timetallet er per dag og ikke per uge."), ("Bo Ly", "Bo er ikke et ord i brevet."),
    ("Alma Maj", "Udstedt den 3. maj på en forkert sag."), ("Ib Sund", "Fem år efter sidste afgørelse."),
    ("Kirsten von der Maase", "Den, der skrev, valgte en forkert skabelon."), ("", "Forkert."),
  ]) func areNotFound(_ citizen: String, _ reason: String) {
    #expect(!Self.names(citizen).areFound(in: reason))
  }

  @Test func areThoseOfEverybodyInTheCaseButTheCaseworker() {
    let rest = """
      , "mentor": { "navn": "Poul Ravn", "arbejdsgiver": { "navn": "Tisvilde ApS", "kontakt": { "navn": "Henrik Bisgaard" } } },
      "modtagere": [ { "rolle": "vaerge", "navn": "Birthe Lund" } ], "mentorskifte": { "tidligereMentor": "Solveig Krag" },
      "kontrakt": { "afloeser": { "navn": "Ulla Toft" }, "tillaeg": { "tidligere": { "mentor": "Erik Nordlund" } } },
      "sagsbehandler": { "navn": "Bente Kjærgaard" }
      """
    let names = Self.names("Asta Vind", rest)
    for name in ["Asta", "Poul", "Henrik", "Birthe", "Solveig", "Ulla", "Erik"] {
      #expect(names.areFound(in: "Aftalt med \(name)."), "\(name)")
    }
    for name in ["Bente", "Tisvilde"] { #expect(!names.areFound(in: "Aftalt med \(name)."), "\(name)") }
  }
}
