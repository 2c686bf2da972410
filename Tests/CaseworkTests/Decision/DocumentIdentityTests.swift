import Testing

@testable import Casework

@Suite struct DocumentIdentityTests {
  static func path(_ number: String, serial: Int? = nil, _ addressee: DocumentIdentity.Addressee = .citizen) -> String {
    DocumentIdentity(
      companyNumber: "29188440", caseNumber: number, kind: .grant, date: "2026-11-23", serialNumber: serial,
      addressee: addressee
    ).path(extension: "html")
  }

  @Test func namesTheFile() {
    #expect(Self.path("27.36.00-G01-1042-26") == "27.36.00-G01-1042-26/bevilling-2026-11-23.html")
    #expect(Self.path("1", serial: 2) == "1/bevilling-2026-11-23-2.html")
  }

  @Test func encodesWhatIsUnsafe() {
    #expect(Self.path("G01/2026 Æ") == "G01%2F2026%20%C3%86/bevilling-2026-11-23.html")
    #expect(Self.path("../../etc") == "%2E.%2F..%2Fetc/bevilling-2026-11-23.html")
    #expect(Self.path("..") == "%2E./bevilling-2026-11-23.html")
    #expect(Self.path("a%2Fb") == "a%252Fb/bevilling-2026-11-23.html")
    #expect(Self.path("a\u{0}\n") == "a%00%0A/bevilling-2026-11-23.html")
  }

  @Test func keepsLettersOfOneCaseApart() {
    let names = [
      Self.path("1"), Self.path("1", serial: 2), Self.path("1", .init(role: .guardian)),
      Self.path("1", .init(role: .guardian, number: 2)), Self.path("1", serial: 2, .init(role: .guardian)),
    ]
    #expect(Set(names).count == names.count)
    #expect(names[4] == "1/bevilling-2026-11-23-2-vaerge.html")
  }

  /// What a case may decide always leads to a document of that name: no decision falls back to another.
  @Test(arguments: DecisionKind.allCases) func isOfTheKindThatTheCaseDecides(_ kind: DecisionKind) {
    #expect(kind.documentKinds.first?.rawValue == kind.rawValue)
    #expect(kind.documentKinds.first?.model.kind.rawValue == kind.rawValue)
  }
}
