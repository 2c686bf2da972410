import Testing

/// That rules and requirements hold on the days for which kinds of document are verified.
@Suite struct HoldingTests {
  private static let span = #"<verificeret retsgrundlag="lab" fra="2020-01-01" til="2026-12-31"/>"#

  private func rule(from: String) -> [String] {
    errors(
      """
      <dokument kind="brev">\(Self.span)<krav id="k" hjemmel="god-skik" emne="x"><ord/></krav></dokument>
      <regel id="R1" emne="x" fra="\(from)" alvor="god-skik" kan-fraviges="ja"><hjemmel tekst="vejledning"/></regel>
      """)
  }

  @Test func refuseARuleOfAnotherCentury() {
    #expect(
      rule(from: "2202-01-01").map { $0.split(separator: ": ", maxSplits: 1)[1] } == [
        "never-in-force: the rule 'R1' begins on 2202-01-01, and no kind is verified after 2026-12-31"
          + " | help: see whether 'fra' has the right year"
      ])
  }

  /// What begins when the verified days end says what holds after them.
  @Test(arguments: ["2020-01-01", "2026-12-31", "2027-01-01"])
  func takeARuleThatBeginsAtTheEnd(_ from: String) { #expect(rule(from: from) == []) }

  private func requirements(_ editions: String) -> [String] {
    errors("<dokument kind=\"brev\">\(Self.span)\(editions)</dokument>").map {
      String($0.split(separator: ": ", maxSplits: 1)[1])
    }
  }

  @Test func refuseARequirementThatNoLetterMeets() {
    #expect(
      requirements(#"<krav id="k" hjemmel="god-skik" emne="x" fra="2202-01-01"><ord/></krav>"#) == [
        "never-in-force: the requirement 'k' begins on 2202-01-01, and 'brev' is not verified after 2026-12-31"
          + " | help: see whether 'fra' has the right year"
      ])
  }

  @Test func refuseAHoleBetweenTwoEditions() {
    let found = requirements(
      #"""
      <krav id="k" hjemmel="god-skik" emne="x" til="2023-12-31"><ord/></krav>
      <krav id="k" hjemmel="god-skik" emne="x" fra="2025-01-01"><ord/></krav>
      """#)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "gap: nothing demands 'k' for 2024-01-01 to 2024-12-31, between two editions of the requirement"
          + " | help: let it begin the day after the one before ends | note: ") == true, "\(found)")
  }

  @Test func takeEditionsThatFollowEachOther() {
    #expect(
      requirements(
        #"""
        <krav id="k" hjemmel="god-skik" emne="x" til="2023-12-31"><ord/></krav>
        <krav id="k" hjemmel="god-skik" emne="x" fra="2024-01-01"><ord/></krav>
        """#) == [])
  }

  @Test func refuseAThirdSpanThatOverlapsTheSecond() {
    let found = errors(
      #"""
      <dokument kind="brev">
      <verificeret retsgrundlag="lab" fra="2020-01-01" til="2021-12-31"/>
      <verificeret retsgrundlag="lab" fra="2022-01-01" til="2024-12-31"/>
      <verificeret retsgrundlag="lab" fra="2024-01-01" til="2026-12-31"/>
      <krav id="k" hjemmel="god-skik" emne="x"><ord/></krav></dokument>
      """#)
    #expect(found.count == 1)
    #expect(found.first?.contains("overlap: 'brev' (lab) has two verified spans for the same days") == true, "\(found)")
  }
}
