import Diagnostics
import Foundation
import Lawbook
import Testing

@testable import Casework

/// A lawful case, changed field by field.
///
/// Fictitious: the CPR's day is above 60, and mail ends in `.example`.
struct Fixture {
  private var json: [String: Any]

  /// A grant of six months, 2 hours and 30 minutes a week, decided on 8 June 2026.
  static var grant: Fixture {
    Fixture(
      """
      {
        "sagsnummer": "27.36.00-G01-1-26",
        "myndighed": {
          "navn": "Gribskov Kommune", "cvr": "29188440", "telefon": "72 49 60 00",
          "adresse": { "vej": "Rådhusvej 3", "postnummer": "3200", "by": "Helsinge" }
        },
        "sagsbehandler": { "navn": "Bente Kjærgaard" },
        "borger": {
          "navn": "Mikkel Bang", "cpr": "740395-1237", "maalgruppe": "6-6",
          "adresse": { "vej": "Bymosevej 18", "postnummer": "3200", "by": "Helsinge" }
        },
        "afgoerelse": {
          "type": "bevilling", "dato": "2026-06-08",
          "begrundelse": { "faktum": "Du har været syg.", "hensyn": "Du har brug for støtte." }
        },
        "mentorstoette": {
          "maal": { "type": "beskaeftigelse", "tekst": "Du får et job." },
          "opgaver": [{ "omraade": "praktisk", "tekst": "Følge dig til arbejdet" }],
          "periode": { "fra": "2026-06-15", "til": "2026-12-14" },
          "timetal": { "timer": 2, "minutter": 30 }
        },
        "mentor": {
          "navn": "Hanne Skov", "telefon": "20 45 67 89", "ansaettelse": "virksomhed",
          "arbejdsgiver": { "navn": "Planteskolen ApS", "cvr": "87654321", "pnummer": "1098765432" }
        }
      }
      """)
  }

  /// The grant as support around a discharge on 1 July 2026.
  static var discharge: Fixture {
    grant.with("mentorstoette.art", "udskrivning").with(
      "mentorstoette.udskrivning",
      ["dato": "2026-07-01", "regionenUnderrettet": "2026-06-01", "borgerSpurgt": "2026-06-02"]
    ).with("mentor.kompetencer", "Hanne har arbejdet i psykiatrien.")
  }

  /// The grant as support at the start of an education, to which the citizen was admitted on 1 June 2026.
  static var educationStart: Fixture {
    grant.with("afgoerelse.type", "uddannelsesstart").with("borger.maalgruppe", "6-4")
      .with("mentorstoette.maal.type", "uddannelse").with(
        "mentorstoette.uddannelse",
        ["navn": "hf", "institution": "Nordskov Gymnasium", "kompetence": "studie", "optaget": "2026-06-01"])
  }

  /// The grant of less than was applied for, on what the citizen has told.
  static var partialGrant: Fixture {
    grant.with("afgoerelse.type", "delvis-bevilling")
      .with("afgoerelse.ansoegning", ["dato": "2026-05-04", "tekst": "6 timer om ugen"])
      .with("afgoerelse.ikkeBevilget", "mere end 2 timer og 30 minutter om ugen")
      .with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
  }

  /// The grant as a new period after one that ends the day before, decided in good time.
  static var prolongation: Fixture {
    grant.with("afgoerelse.type", "forlaengelse").with("afgoerelse.dato", "2026-05-25").with(
      "afgoerelse.vurdering",
      ["opnaaet": "Du møder hver dag.", "resterer": "Du har brug for hjælp til at blive i jobbet."]
    ).with("mentorstoette.tidligerePerioder", [["fra": "2025-12-15", "til": "2026-06-14"]])
  }

  /// A contract with a company about the same support, without a decision and without a citizen.
  static var contract: Fixture {
    grant.without("borger").without("afgoerelse").with(
      "mentor.arbejdsgiver.adresse", ["vej": "Gartnervej 12", "postnummer": "3210", "by": "Vejby"]
    ).with("mentor.arbejdsgiver.kontakt", ["navn": "Bo Kruse", "telefon": "48 79 00 00"]).with(
      "kontrakt",
      [
        "dato": "2026-06-08", "timeloen": 241.5,
        "maal": ["type": "beskaeftigelse", "tekst": "Personen får fast arbejde i planteskolen."],
        "opgaver": [["omraade": "faglig", "tekst": "Støtte til at lære arbejdet"]],
        "udoverSaedvanligOplaering": "Mentoren giver personlig vejledning ud over den sædvanlige oplæring.",
        "afgoerendeFor": "Uden mentoren kan praktikken ikke gennemføres.", "opsigelse": ["dage": 14],
      ])
  }

  init(_ text: String) {
    json = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
  }

  /// The case with another value at a path; nil takes the field away.
  func with(_ path: String, _ value: Any?) -> Fixture {
    var copy = self
    copy.json = Self.replacing(copy.json, path.split(separator: ".").map(String.init)[...], value)
    return copy
  }

  /// The paths of all its fields, records included, rows excepted.
  var paths: [String] { Self.paths(of: json, "").sorted() }

  private static func paths(of json: [String: Any], _ prefix: String) -> [String] {
    json.flatMap { key, value in
      [prefix + key] + ((value as? [String: Any]).map { paths(of: $0, "\(prefix)\(key).") } ?? [])
    }
  }

  /// The case without a field.
  func without(_ path: String) -> Fixture { with(path, nil) }

  private static func replacing(_ json: [String: Any], _ path: ArraySlice<String>, _ value: Any?) -> [String: Any] {
    var json = json
    guard let key = path.first else { return json }
    if path.count == 1 {
      json[key] = value
    } else {
      json[key] = replacing(json[key] as? [String: Any] ?? [:], path.dropFirst(), value)
    }
    return json
  }

  /// The case as the reader reads it.
  func caseFile() throws -> CaseFile {
    let data = try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys])
    let reading = CaseReader().read(Array(data), file: "sag.json")
    try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.caseFile)
  }

  func understood(_ profile: AuthorityProfile? = nil) throws -> Understanding<GrantDecision> {
    GrantDecision.understand(try caseFile(), authority: profile, lawbook: try Law.book())
  }

  func understood<Model: DocumentModel>(
    as model: Model.Type, _ profile: AuthorityProfile? = nil
  ) throws -> Understanding<Model> {
    Model.understand(try caseFile(), authority: profile, lawbook: try Law.book())
  }

  func discharged(_ profile: AuthorityProfile? = nil) throws -> Understanding<DischargeDecision> {
    try understood(as: DischargeDecision.self, profile)
  }

  func startingEducation() throws -> Understanding<EducationStartDecision> {
    try understood(as: EducationStartDecision.self)
  }

  func planned(_ profile: AuthorityProfile? = nil) throws -> Understanding<MinPlan> {
    MinPlan.understand(try caseFile(), authority: profile, lawbook: try Law.book())
  }

  /// The case as another kind of document.
  func understood<Model: DocumentModel>(as model: Model.Type) throws -> Understanding<Model> {
    Model.understand(try caseFile(), lawbook: try Law.book())
  }

  func contracted() throws -> Understanding<MentorContract> {
    MentorContract.understand(try caseFile(), lawbook: try Law.book())
  }

  func model(_ profile: AuthorityProfile? = nil) throws -> GrantDecision {
    let understanding = try understood(profile)
    return try #require(understanding.model, "\(understanding.diagnostics.map(\.message))")
  }
}

/// The repository's own lawbook, loaded once.
enum Law {
  static func book() throws -> Lawbook { try loaded.get() }

  private static let loaded = Result<Lawbook, any Error> {
    let folder = Repository.root.appending(path: "Templates/law")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
    return try Lawbook.load(
      try names.sorted().map { (file: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0)))) })
  }
}

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  static func gribskov() throws -> AuthorityProfile {
    try AuthorityProfile.read(try bytes("Templates/authorities/gribskov.json"), file: "gribskov.json")
  }
}

extension Understanding {
  /// The diagnostic with an id; fails when there is none.
  func only(_ id: String, _ place: Testing.SourceLocation = #_sourceLocation) throws -> Diagnostic {
    let found = diagnostics.filter { $0.id == id }
    try #require(found.count == 1, "\(diagnostics.map { "\($0.id): \($0.message)" })", sourceLocation: place)
    return found[0]
  }

  /// What a rule found.
  func outcome(_ rule: String) -> Finding.Outcome? { findings.first { $0.rule.id == rule }?.outcome }

  /// The ids of all diagnostics.
  var ids: [String] { diagnostics.map(\.id) }
}
