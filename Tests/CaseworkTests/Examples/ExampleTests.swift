import Diagnostics
import Testing

@testable import Casework

@Suite struct ExampleTests {
  static let names = [
    "bevilling.json", "bevilling-mentor-senere.json", "bevilling-vaerge.json", "bevilling-digital-post.json",
  ]

  static func read(_ name: String) throws -> CaseFile {
    let reading = CaseReader().read(try Repository.bytes("Templates/examples/\(name)"), file: name)
    try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.caseFile)
  }

  @Test(arguments: names) func isAGrantWithoutAnyRemark(_ name: String) throws {
    let understanding = GrantDecision.understand(
      try Self.read(name), authority: try Repository.gribskov(), lawbook: try Law.book())
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.model != nil)
  }

  @Test func refusesWithoutAnyRemark() throws {
    let understanding = Refusal.understand(
      try Self.read("afslag.json"), authority: try Repository.gribskov(), lawbook: try Law.book())
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.model != nil)
  }

  @Test func needsNoProfile() throws {
    for name in Self.names {
      #expect(GrantDecision.understand(try Self.read(name), lawbook: try Law.book()).model != nil)
    }
  }

  @Test func makesMinPlanOnceTheMentorIsFound() throws {
    for name in Self.names {
      let understanding = MinPlan.understand(try Self.read(name), lawbook: try Law.book())
      #expect(understanding.isWaiting == (name == "bevilling-mentor-senere.json"))
    }
  }

  /// The kinds whose example has their own name.
  static let kinds = DocumentKind.allCases.filter { $0 != .grant && $0 != .minPlan }

  @Test(arguments: kinds) func isADocumentWithoutAnyRemark(_ kind: DocumentKind) throws {
    func check<Model: DocumentModel>(_ model: Model.Type) throws {
      let caseFile = try Self.read("\(kind.rawValue).json")
      for profile in [nil, try Repository.gribskov()] {
        let understanding = Model.understand(caseFile, authority: profile, lawbook: try Law.book())
        #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
        #expect(understanding.model != nil)
      }
    }
    try check(kind.model)
  }

  /// A document that is not made has a reason, whatever field is missing.
  @Test(arguments: DocumentKind.allCases) func neverVanishesWithoutAWord(_ kind: DocumentKind) throws {
    func check<Model: DocumentModel>(_ model: Model.Type) throws {
      let name = kind == .minPlan ? "bevilling" : kind.rawValue
      let example = Fixture(String(decoding: try Repository.bytes("Templates/examples/\(name).json"), as: UTF8.self))
      for path in example.paths where !["afgoerelse", "afgoerelse.type", "mentor"].contains(path) {
        let understanding = try example.without(path).understood(as: model)
        #expect(understanding.model != nil || understanding.diagnostics.hasErrors, "\(path)")
      }
    }
    try check(kind.model)
  }

  /// Whoever issues all of them into one folder must not be told that a case has become somebody else's.
  @Test func sharesACaseNumberOnlyWithTheSameCitizen() throws {
    var citizens: [String: Set<String>] = [:]
    for name in Self.names + Self.kinds.map({ "\($0.rawValue).json" }) {
      let caseFile = try Self.read(name)
      guard let number = caseFile.caseNumber?.value, let citizen = caseFile.citizen?.civilRegistrationNumber else {
        continue
      }
      citizens[number, default: []].insert(citizen.value.digits)
    }
    #expect(citizens.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test func isFictitious() throws {
    for name in Self.names + Self.kinds.map({ "\($0.rawValue).json" }) {
      let caseFile = try Self.read(name)
      if let citizen = caseFile.citizen {
        let number = try #require(citizen.civilRegistrationNumber?.value.digits)
        #expect((61...91).contains(Int(number.prefix(2)) ?? 0), "\(name)")
      }
      for mail in [caseFile.caseworker?.email, caseFile.mentor?.email, caseFile.mentor?.employer?.contact?.email] {
        #expect(mail?.value.hasSuffix(".example") != false, "\(name)")
      }
    }
  }
}
