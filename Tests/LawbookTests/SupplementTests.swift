import Lawbook
import Templating
import Testing

/// What a municipality's jurist may add without a release, and what not.
struct SupplementTests {
  private let term = """
    <begreb id="aktoer" emne="Den, der handler"><ord fra="2020-01-01" til="2026-12-31" tekst="kommunen"/></begreb>
    """

  @Test func addsALaterEditionAndSaysWhoVerifiedIt() throws {
    let lawbook = try load(
      term,
      supplement: """
        <begreb id="aktoer" emne="Den, der handler"><ord fra="2027-01-01" til="2027-12-31" tekst="myndigheden"/></begreb>
        """)
    #expect(lawbook.term("aktoer", on: day("2026-12-31")) == "kommunen")
    #expect(lawbook.term("aktoer", on: day("2027-01-01")) == "myndigheden")
    let entry = try #require(lawbook.entry("aktoer", on: day("2027-01-01")))
    #expect(entry.provenance?.verifiedBy == "Jurist")
    #expect(entry.provenance?.verifiedOn == day("2026-11-01"))
    #expect(entry.provenance?.sources == ["https://kommune.example/lov"])
    #expect(lawbook.entry("aktoer", on: day("2026-12-31"))?.provenance?.verifiedBy == nil)
  }

  @Test func settlesWhatWasNotSettled() throws {
    let lawbook = try load(
      """
      <dokument kind="brev"><verificeret retsgrundlag="integration" uafklaret="Ukendt."/></dokument>
      <tekst id="klage" emne="x" uafklaret="Ukendt."/>
      """,
      supplement: """
        <dokument kind="brev"><verificeret retsgrundlag="integration" fra="2026-01-01" til="2026-12-31"/></dokument>
        <tekst id="klage" emne="x"><udgave fra="2026-01-01" til="2026-12-31">Du kan klage.</udgave></tekst>
        """)
    #expect(lawbook.verifiedSpan(kind: "brev", legalBasis: "integration") == day("2026-01-01")...day("2026-12-31"))
    #expect(lawbook.unsettledReason(kind: "brev", legalBasis: "integration") == nil)
    #expect(lawbook.era(containing: day("2026-06-01"))?.texts["klage"] != nil)
  }

  @Test func lengthensTheVerifiedSpan() throws {
    let lawbook = try load(
      #"<dokument kind="brev"><verificeret retsgrundlag="lab" fra="2020-01-01" til="2026-12-31"/></dokument>"#,
      supplement:
        #"<dokument kind="brev"><verificeret retsgrundlag="lab" fra="2027-01-01" til="2027-06-30"/></dokument>"#)
    #expect(lawbook.verifiedSpan(kind: "brev", legalBasis: "lab") == day("2020-01-01")...day("2027-06-30"))
  }

  @Test func settlesSomeDaysOfAnEditionThatWasNot() throws {
    let lawbook = try load(
      """
      \(act)
      <bestemmelse id="lab-1" retsakt="lab" emne="x">
      <nummer fra="2020-01-01" til="2021-12-31" sikkerhed="U" uafklaret="Ikke læst."/>
      </bestemmelse>
      """,
      supplement: """
        <bestemmelse id="lab-1" retsakt="lab" emne="x"><nummer fra="2021-01-01" til="2021-12-31" paragraf="§ 1"/></bestemmelse>
        """)
    #expect(lawbook.citation(provision: "lab-1", on: day("2020-12-31")) == nil)
    #expect(lawbook.era(containing: day("2020-12-31"))?.unavailable["lab-1"] == "Ikke læst.")
    #expect(lawbook.citation(provision: "lab-1", on: day("2021-01-01"))?.short == "§ 1")
  }

  @Test func refusesToChangeWhatTheLawbookSays() {
    #expect(
      errors(
        term,
        supplement: """
          <begreb id="aktoer" emne="Den, der handler"><ord fra="2026-07-01" til="2027-12-31" tekst="byen"/></begreb>
          """) == [
          """
          tillaeg.xml:2:45: supplement-changes: a supplement may not change 'aktoer' on days that the lawbook has \
          words for (2020-01-01 to 2026-12-31) | help: begin after 2026-12-31 \
          | note: lov.xml:2:45: the lawbook's words are here
          """
        ])
  }

  @Test func refusesToRenameAnEntry() {
    #expect(
      errors(
        term,
        supplement: """
          <begreb id="aktoer" emne="Andet"><ord fra="2027-01-01" til="2027-12-31" tekst="byen"/></begreb>
          """) == [
          """
          tillaeg.xml:2:1: supplement-changes: a supplement may not rename 'aktoer': it is 'Den, der handler' \
          | note: lov.xml:2:1: declared here
          """
        ])
  }

  @Test func refusesToChangeARuleOrARequirement() {
    let rule = """
      <regel id="R1" emne="x" fra="2020-01-01" alvor="lov" kan-fraviges="nej"><hjemmel tekst="x"/></regel>
      """
    let kind = #"<dokument kind="brev"><krav id="k" hjemmel="god-skik" emne="x"><ord/></krav></dokument>"#
    #expect(
      errors(
        "\(rule)\n\(kind)",
        supplement: "\(rule.replacing("nej", with: "ja"))\n\(kind.replacing("<ord/>", with: "<felt sti='a'/>"))") == [
          """
          tillaeg.xml:2:1: supplement-changes: a supplement may not change the rule 'R1' \
          | note: lov.xml:2:1: declared here
          """,
          """
          tillaeg.xml:3:23: supplement-changes: a supplement may not change the requirement 'k' of 'brev' \
          | note: lov.xml:3:23: declared here
          """,
        ])
  }

  @Test func refusesToMoveAProvision() {
    let provision = """
      <bestemmelse id="lab-1" retsakt="lab" emne="x"><nummer fra="2020-01-01" til="2026-12-31" paragraf="§ 1"/></bestemmelse>
      """
    #expect(
      errors(
        "\(act)\n\(provision)",
        supplement: """
          \(act.replacing("lab", with: "ny"))
          \(provision.replacing(#"retsakt="lab""#, with: #"retsakt="ny""#).replacing("2020-01-01", with: "2027-01-01")
            .replacing("2026-12-31", with: "2027-12-31"))
          """) == [
          """
          tillaeg.xml:3:34: supplement-changes: a supplement may not move 'lab-1' from 'lab' to 'ny' \
          | note: lov.xml:3:1: declared here
          """
        ])
  }

  @Test func refusesASupplementThatDoesNotSayWhoVerifiedIt() {
    let text = #"<tillaeg xmlns="urn:mentorbrev:lov" kilde="https://x.example/" verificeret="2026-11-01"/>"#
    #expect(throws: (any Error).self) { try Lawbook.load([("tillaeg.xml", Array(text.utf8))]) }
  }
}
