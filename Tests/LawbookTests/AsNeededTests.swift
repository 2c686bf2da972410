import Diagnostics
import Fields
import Lawbook
import Templating
import Testing

/// A lawbook whose requirements are read kind by kind says the same as one that is read as a whole.
@Suite struct AsNeededTests {
  @Test func demandsTheSameOfEveryKindOnEveryDay() throws {
    let whole = try RealLawbook.get()
    let asNeeded = try Lawbook.load(RealLawbook.files, .asNeeded)
    let days = day("2020-01-01")...day("2026-12-31")
    #expect(asNeeded.eras(in: days) == whole.eras(in: days))
    #expect(asNeeded.requirementIDs == whole.requirementIDs)
    #expect(asNeeded.kinds == whole.kinds)
    for kind in whole.kinds {
      for era in whole.eras(in: days) {
        let date = max(era.lowerBound, days.lowerBound)
        #expect(try asNeeded.requirements(kind: kind, on: date) == whole.requirements(kind: kind, on: date))
      }
    }
  }

  private static let span = #"<verificeret retsgrundlag="lab" fra="2020-01-01" til="2026-12-31"/>"#
  private static let elements = """
    \(act)
    <dokument kind="brev">\(span)<brug kravsaet="faelles"/></dokument>
    <dokument kind="notat">\(span)<brug kravsaet="forkert"/>
      <krav id="n" hjemmel="lab" emne="x" naar="a"><ord/></krav>
    </dokument>
    <kravsaet id="faelles"><krav id="k" hjemmel="lab" emne="x"><ord/></krav></kravsaet>
    <kravsaet id="forkert"><krav id="f" hjemmel="lab-9" emne="x" slags="y"><ord/></krav></kravsaet>
    """

  @Test func readsAKindBesideAnotherThatIsWrong() throws {
    let lawbook = try load(Self.elements, extent: .asNeeded)
    #expect(try lawbook.requirements(kind: "brev", on: day("2021-05-05")).map(\.id) == ["k"])
    #expect(lawbook.requirementIDs == ["f", "k", "n"])
  }

  @Test func tellsEverythingThatIsWrongWithAKind() throws {
    let lawbook = try load(Self.elements, extent: .asNeeded)
    let error = #expect(throws: DiagnosticsError.self) {
      try lawbook.requirements(kind: "notat", on: day("2021-05-05"))
    }
    #expect(
      error?.diagnostics.map { "\($0.id): \($0.message)" } == [
        "missing-attribute: 'naar' and 'er' belong together", "unknown-attribute: unknown attribute 'slags' of 'krav'",
      ])
    #expect(errors(Self.elements).count == 2)
  }

  @Test func checksWhatAKindRestsOn() throws {
    let elements = """
      \(act)
      <dokument kind="brev">\(Self.span)<krav id="k" hjemmel="lab-9" emne="x"><ord/></krav></dokument>
      """
    let lawbook = try load(elements, extent: .asNeeded)
    let error = #expect(throws: DiagnosticsError.self) {
      try lawbook.requirements(kind: "brev", on: day("2021-05-05"))
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "requirement 'k' of 'brev' names the provision 'lab-9', which the lawbook does not have"
      ])
  }
}
