import Casework
import Diagnostics
import Foundation
import Mentorbrev
import Templating
import Testing

/// Which profile a case takes.
@Suite struct ProfileTests {
  private static func profile(_ number: String, phone: String) -> String {
    """
    {"myndighed": {"navn": "Gribskov Kommune", "cvr": "\(number)", "telefon": "\(phone)",
      "adresse": {"vej": "Rådhusvej 3", "postnummer": "3200", "by": "Helsinge"}}}
    """
  }

  /// A letterbook with no profiles but these, and perhaps a given one.
  private func letterbook(_ profiles: [String], given: String? = nil, in folder: TemporaryFolder) throws -> Letterbook {
    let templates = try folder.templates()
    try FileManager.default.removeItem(atPath: "\(templates)/authorities/gribskov.json")
    for (index, profile) in profiles.enumerated() {
      try profile.write(toFile: "\(templates)/authorities/p\(index).json", atomically: true, encoding: .utf8)
    }
    guard let given else { return try Letterbook(contentsOf: templates) }
    try given.write(toFile: "\(folder.path)/given.json", atomically: true, encoding: .utf8)
    return try Letterbook(contentsOf: templates, authorityFile: "\(folder.path)/given.json")
  }

  private func letter(_ sample: Sample, _ letterbook: Letterbook) throws -> String {
    try letterbook.documents(sample, kinds: [.grant], as: [.html])[0].text
  }

  @Test func isTheOneWithTheCasesNumber() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook(
      [Self.profile("11111111", phone: "11 11 11 11"), Self.profile("29188440", phone: "22 22 22 22")], in: folder)
    let sample = try Sample.ordinary().with("myndighed", ["cvr": "29188440"])
    #expect(try letter(sample, letterbook).contains("22 22 22 22"))
  }

  @Test func isTheGivenOneForACaseThatNamesNoAuthority() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook(
      [Self.profile("11111111", phone: "11 11 11 11")], given: Self.profile("33333333", phone: "33 33 33 33"),
      in: folder)
    let sample = try Sample.ordinary().with("myndighed", nil)
    #expect(try letter(sample, letterbook).contains("33 33 33 33"))
  }

  @Test func isTheFoldersOwnWhenTheGivenOneIsForAnotherAuthority() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook(
      [Self.profile("29188440", phone: "22 22 22 22")], given: Self.profile("33333333", phone: "33 33 33 33"),
      in: folder)
    let sample = try Sample.ordinary().with("myndighed", ["cvr": "29188440"])
    let text = try letter(sample, letterbook)
    #expect(text.contains("22 22 22 22"))
    #expect(!text.contains("33 33 33 33"))
  }

  @Test func isNoneForACaseThatNamesNoAuthority() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook([Self.profile("29188440", phone: "22 22 22 22")], in: folder)
    let result = try letterbook.render(try Sample.ordinary().with("myndighed", nil).reading())
    #expect(result.documents.isEmpty)
    #expect(
      result.diagnostics.filter { $0.severity == .error }.compactMap(\.path) == [
        "myndighed.navn", "myndighed.cvr", "myndighed.adresse", "myndighed.telefon",
      ])
  }

  private func errors(_ authority: [String: Any], _ letterbook: Letterbook) throws -> [Diagnostic] {
    let reading = try Sample.ordinary().with("myndighed", authority).reading()
    return letterbook.check(reading).diagnostics.filter { $0.severity == .error }
  }

  /// One digit is wrong, and one error says so, at the number.
  @Test func isMissedWhereTheNumberIsWrong() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook([Self.profile("29188440", phone: "22 22 22 22")], in: folder)
    let found = try errors(["cvr": "29188441"], letterbook)
    #expect(found.map(\.id) == ["unknown-authority"])
    #expect(found.first?.path == "myndighed.cvr")
    #expect(
      found.first?.message
        == "CVR-nummer (myndighed.cvr) er 29188441, og ingen profil har det nummer. Derfor mangler navn, adresse og telefon."
    )
    #expect(
      found.first?.help
        == "Mente du 29188440? Ret nummeret, tilføj en profil for myndigheden, eller skriv myndighed.navn, "
        + "myndighed.adresse og myndighed.telefon i sagen.")
    #expect(
      found.first?.basis
        == "§ 25 i forvaltningsloven og § 66 i lov om retssikkerhed og administration på det sociale område")
  }

  @Test func isMissedForWhatTheCaseDoesNotSayItself() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook(
      ["11111111", "33333333"].map { Self.profile($0, phone: "22 22 22 22") },
      given: Self.profile(
        "29188440",
        phone: "1"
          + "2 34 56 78"), in: folder)
    let found = try errors(["cvr": "29188444", "navn": "Gribskov Kommune"], letterbook)
    #expect(found.map(\.id) == ["unknown-authority"])
    #expect(found.first?.message.hasSuffix("Derfor mangler adresse og telefon.") == true)
    #expect(found.first?.help?.hasPrefix("Mente du 29188440? ") == true)
    #expect(try errors(["cvr": "98765432"], letterbook).first?.help?.hasPrefix("Ret nummeret, ") == true)
    let whole: [String: Any] = [
      "cvr": "29188444", "navn": "X Kommune", "telefon": "72 49 60 00",
      "adresse": ["vej": "Rådhusvej 3", "postnummer": "3200", "by": "Helsinge"],
    ]
    #expect(try errors(whole, letterbook).isEmpty)
  }

  @Test func isNotMissedWhereThereAreNone() throws {
    let folder = try TemporaryFolder()
    let found = try errors(["cvr": "29188441"], try letterbook([], in: folder))
    #expect(found.map(\.path) == ["myndighed.navn", "myndighed.adresse", "myndighed.telefon"])
    #expect(found.allSatisfy { $0.id == "missing-field" })
  }

  /// Nobody knows which profile a number means that cannot be read.
  @Test func isNotKnownWhereTheNumberCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook([Self.profile("29188440", phone: "22 22 22 22")], in: folder)
    #expect(try errors(["cvr": "2918844"], letterbook).map(\.id) == ["invalid-digits"])
    #expect(try errors([:], letterbook).map(\.path).contains("myndighed.navn"))
  }

  @Test func givesWayToTheCasesOwnWords() throws {
    let folder = try TemporaryFolder()
    let letterbook = try letterbook([Self.profile("29188440", phone: "22 22 22 22")], in: folder)
    let text = try letter(try .ordinary(), letterbook)
    #expect(text.contains("72 49 60 00"))
    #expect(!text.contains("22 22 22 22"))
  }

  @Test func isRefusedWithAKeyThatIsUnknown() throws {
    let folder = try TemporaryFolder()
    let found = try refusal {
      try letterbook([#"{"myndighed": {"navn": "X Kommune", "cvr": "29188440", "telefn": "1"}}"#], in: folder)
    }
    #expect(found.count == 1)
    #expect(found.first?.location?.file == "\(folder.path)/Templates/authorities/p0.json")
    #expect(found.first?.location?.column == 56)
    #expect(found.first?.message == "ukendt nøgle 'telefn'; mente du 'telefon'?")
  }

  @Test func isRefusedWhenTwoHaveOneNumber() throws {
    let folder = try TemporaryFolder()
    let found = try refusal {
      try letterbook(
        [Self.profile("29188440", phone: "11 11 11 11"), Self.profile("29188440", phone: "22 22 22 22")], in: folder)
    }
    #expect(found.map(\.message) == ["To myndighedsprofiler har det samme CVR-nummer (myndighed.cvr)."])
    #expect(found.first?.location?.file == "\(folder.path)/Templates/authorities/p1.json")
    #expect(found.first?.notes.map(\.message) == ["Den anden er \(folder.path)/Templates/authorities/p0.json."])
  }

  @Test func isRefusedWhenItCannotBeRead() throws {
    let found = try refusal { try Letterbook(contentsOf: Repository.templates, authorityFile: "/findes/ikke.json") }
    #expect(found.map(\.message) == ["Profilen /findes/ikke.json findes ikke."])
  }

  private func refusal(_ open: () throws -> Letterbook) throws -> [Diagnostic] {
    do {
      _ = try open()
      Issue.record("opened")
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics
    }
  }

  @Test func refusesAFolderOfProfilesThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try FileManager.default.removeItem(atPath: "\(templates)/authorities")
    try Data().write(to: URL(filePath: "\(templates)/authorities"))
    let error = #expect(throws: DiagnosticsError.self) { try Letterbook(contentsOf: templates) }
    #expect(error?.diagnostics.map(\.message) == ["Profilen \(templates)/authorities findes ikke."])
  }
}
