import Diagnostics
import Fields
import Lawbook
import Templating
import Testing
import XMLTree

/// What entries name must exist, and hold for every day that is said to be verified.
struct ReferenceTests {
  private let provision = """
    <bestemmelse id="lab-1" retsakt="lab" emne="x"><nummer fra="2020-01-01" til="2026-12-31" paragraf="§ 1"/></bestemmelse>
    """

  private func kind(_ inner: String, from: String = "2020-01-01", until: String = "2026-12-31") -> String {
    """
    <dokument kind="brev"><verificeret retsgrundlag="lab" fra="\(from)" til="\(until)"/>
    \(inner)
    </dokument>
    """
  }

  @Test func acceptsWhatHoldsForTheWholeSpan() {
    #expect(errors([act, provision, kind(#"<krav id="k" hjemmel="lab-1" emne="x"><ord/></krav>"#)].joined()) == [])
  }

  @Test func acceptsARequirementThatRestsOnAnAct() {
    #expect(errors([act, kind(#"<krav id="k" hjemmel="lab" emne="x"><ord/></krav>"#)].joined()) == [])
  }

  @Test func takesTheRequirementsOfASet() throws {
    let set = #"<kravsaet id="faelles"><krav id="k" hjemmel="lab-1" emne="x"><ord/></krav></kravsaet>"#
    let book = try load([act, provision, kind(#"<brug kravsaet="faelles"/>"#), set].joined(separator: "\n"))
    let requirements = try book.requirements(kind: "brev", on: try #require(CalendarDate(iso: "2021-05-05")))
    #expect(requirements.map(\.id) == ["k"])
    #expect(requirements[0].place.location.line == 7)
  }

  @Test func demandsASetOnlyWhereItsUseHolds() throws {
    let set = """
      <kravsaet id="faelles"><krav id="k" hjemmel="lab-1" emne="x"><ord/></krav>
      <krav id="l" hjemmel="lab-1" emne="x" naar="kanal" er="digital"><ord/></krav></kravsaet>
      """
    let use = #"<brug kravsaet="faelles" naar="klage" er="present"/>"#
    let book = try load([act, provision, kind(use), set].joined(separator: "\n"))
    let requirements = try book.requirements(kind: "brev", on: try #require(CalendarDate(iso: "2021-05-05")))
    let used = Requirement.Condition(field: "klage", value: "present")
    #expect(requirements.map(\.condition) == [used, .init(field: "kanal", value: "digital", also: [used])])
  }

  @Test func refusesAUseWithHalfACondition() {
    let set = #"<kravsaet id="faelles"><krav id="k" hjemmel="god-skik" emne="x"><ord/></krav></kravsaet>"#
    #expect(
      errors([act, provision, kind(#"<brug kravsaet="faelles" naar="klage"/>"#), set].joined(separator: "\n")) == [
        "lov.xml:5:1: missing-attribute: 'naar' and 'er' belong together"
      ])
  }

  @Test func refusesAnUnknownSetAndASetThatIsDeclaredTwice() {
    let set = #"<kravsaet id="faelles"><krav id="k" hjemmel="god-skik" emne="x"><ord/></krav></kravsaet>"#
    #expect(
      errors([act, provision, kind(#"<brug kravsaet="felles"/>"#), set, set].joined(separator: "\n")) == [
        "lov.xml:5:17: unknown-set: there is no set of requirements 'felles' | help: did you mean 'faelles'?",
        """
        lov.xml:8:15: duplicate-id: the set of requirements 'faelles' is declared twice \
        | note: lov.xml:7:1: first declared here
        """,
      ])
  }

  @Test func saysOnceWhatIsWrongWithASet() {
    let set = #"<kravsaet id="faelles"><krav id="k" hjemmel="god-skik" emne="x"/></kravsaet>"#
    let other = #"<dokument kind="plan"><brug kravsaet="faelles"/></dokument>"#
    #expect(
      errors([act, kind(#"<brug kravsaet="faelles"/>"#), other, set].joined(separator: "\n")) == [
        """
        lov.xml:7:24: missing-evidence: the requirement 'k' names nothing that proves it \
        | help: give it felt, lovtekst, bestemmelse or ord
        """
      ])
  }

  @Test func refusesAnUnknownAct() {
    #expect(
      errors(act + "\n" + provision.replacing(#"retsakt="lab""#, with: #"retsakt="lap""#)) == [
        """
        lov.xml:3:34: unknown-reference: provision 'lab-1' names the act 'lap', which the lawbook does not have \
        | help: did you mean 'lab'?
        """
      ])
  }

  @Test func refusesAnUnknownBasisOfARequirement() {
    #expect(
      errors([act, provision, kind(#"<krav id="k" hjemmel="lab-2" emne="x"><ord/></krav>"#)].joined(separator: "\n"))
        == [
          """
          lov.xml:5:23: unknown-reference: requirement 'k' of 'brev' names the provision 'lab-2', \
          which the lawbook does not have | help: did you mean 'lab-1'?
          """
        ])
  }

  /// The caret stands under the word, and a set that two kinds use is wrong once.
  @Test func refusesAnUnknownBasisInASharedSetOnce() {
    let found = errors(
      [
        act, provision,
        #"<kravsaet id="s"><krav id="k" hjemmel="lab-1 lab-2" emne="x"><ord/></krav></kravsaet>"#,
        #"<dokument kind="a"><verificeret retsgrundlag="lab" fra="2020-01-01" til="2020-12-31"/><brug kravsaet="s"/></dokument>"#,
        #"<dokument kind="b"><verificeret retsgrundlag="lab" fra="2020-01-01" til="2020-12-31"/><brug kravsaet="s"/></dokument>"#,
      ].joined(separator: "\n"))
    #expect(
      found == [
        """
        lov.xml:4:46: unknown-reference: requirement 'k' of 'a' names the provision 'lab-2', \
        which the lawbook does not have | help: did you mean 'lab-1'?
        """
      ])
  }

  @Test func refusesUnknownEvidence() {
    #expect(
      errors(
        [
          act, provision,
          kind(
            #"<krav id="k" hjemmel="lab-1" emne="x"><lovtekst id="frist"/><bestemmelse id="lab"/></krav>"#),
        ].joined(separator: "\n")) == [
          """
          lov.xml:5:53: unknown-reference: requirement 'k' of 'brev' names the text 'frist', \
          which the lawbook does not have
          """,
          """
          lov.xml:5:78: unknown-reference: requirement 'k' of 'brev' names the provision 'lab', \
          which the lawbook does not have | help: 'lab' is an act
          """,
        ])
  }

  @Test func refusesAnUnknownBasisOfARule() {
    #expect(
      errors(
        """
        \(act)
        <regel id="R1" emne="x" fra="2020-01-01" alvor="lov" kan-fraviges="ja"><hjemmel bestemmelse="lab-1"/></regel>
        """) == [
          """
          lov.xml:3:94: unknown-reference: rule 'R1' names the provision 'lab-1', which the lawbook does not have
          """
        ])
  }

  @Test func refusesATextThatCitesNothingKnown() {
    #expect(
      errors(
        """
        \(act)
        <tekst id="k" emne="x"><udgave fra="2020-01-01" til="2026-12-31">
        Se <t:cite provision="lab-1"/>, <t:term name="aktoer"/> og <t:law text="frist"/>.
        </udgave></tekst>
        """) == [
          "lov.xml:4:23: unknown-reference: text 'k' names the provision 'lab-1', which the lawbook does not have",
          "lov.xml:4:47: unknown-reference: text 'k' names the term 'aktoer', which the lawbook does not have",
          "lov.xml:4:73: unknown-reference: text 'k' names the text 'frist', which the lawbook does not have",
        ])
  }

  @Test func refusesAGapInsideTheVerifiedSpan() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="lab-1" retsakt="lab" emne="x">
        <nummer fra="2020-01-01" til="2021-12-30" paragraf="§ 1"/>
        <nummer fra="2022-01-01" til="2026-12-31" paragraf="§ 2"/>
        </bestemmelse>
        \(kind(#"<krav id="k" hjemmel="lab-1" emne="x"><ord/></krav>"#))
        """) == [
          """
          lov.xml:5:1: gap: 'lab-1' has no edition for 2021-12-31, inside the verified span of 'brev' \
          | help: an edition with sikkerhed="U" and 'uafklaret' says that it is not settled \
          | note: lov.xml:8:23: needed by requirement 'k' of 'brev'
          """
        ])
  }

  @Test func acceptsAGapOutsideTheVerifiedSpan() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="lab-1" retsakt="lab" emne="x">
        <nummer fra="2020-01-01" til="2021-12-30" paragraf="§ 1"/>
        <nummer fra="2022-01-01" til="2026-12-31" paragraf="§ 2"/>
        </bestemmelse>
        \(kind(#"<krav id="k" hjemmel="lab-1" emne="x"><ord/></krav>"#, from: "2022-01-01"))
        """) == [])
  }

  @Test func refusesASpanThatReachesBeyondTheEditions() {
    #expect(
      errors(
        [act, provision, kind(#"<krav id="k" hjemmel="lab-1" emne="x"><ord/></krav>"#, until: "2027-06-30")]
          .joined(separator: "\n")) == [
          """
          lov.xml:4:23: span-uncovered: the span is said to be verified, but 'lab-1' has no edition for \
          2027-01-01 to 2027-06-30 | note: lov.xml:5:23: needed by requirement 'k' of 'brev' \
          | note: lov.xml:3:1: 'lab-1' is declared here
          """,
          """
          lov.xml:4:23: span-uncovered: the span is said to be verified, but 'lab' has no edition for \
          2027-01-01 to 2027-06-30 | note: lov.xml:5:23: needed by requirement 'k' of 'brev' \
          | note: lov.xml:2:1: 'lab' is declared here
          """,
        ])
  }

  @Test func refusesATextThatPrintsAnUnsettledNumber() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="lab-1" retsakt="lab" emne="x">
        <nummer fra="2020-01-01" til="2021-12-31" sikkerhed="U" uafklaret="Ikke læst."/>
        <nummer fra="2022-01-01" til="2026-12-31" paragraf="§ 1"/>
        </bestemmelse>
        <tekst id="k" emne="x"><udgave fra="2020-01-01" til="2026-12-31">Se <t:cite provision="lab-1"/>.</udgave></tekst>
        \(kind(""))
        """) == [
          """
          lov.xml:7:88: unsettled-reference: text 'k' prints 'lab-1', which is not settled for \
          2020-01-01 to 2021-12-31 | note: Ikke læst.
          """
        ])
  }

  @Test func acceptsARuleOnAnUnsettledNumber() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="lab-1" retsakt="lab" emne="x" uafklaret="Ikke læst."/>
        <regel id="R1" emne="x" fra="2020-01-01" alvor="lov" kan-fraviges="nej"><hjemmel bestemmelse="lab-1"/></regel>
        \(kind(""))
        """) == [])
  }

  @Test func refusesSpansWithDaysBetweenThem() {
    #expect(
      errors(
        """
        <dokument kind="brev">
        <verificeret retsgrundlag="lab" fra="2020-01-01" til="2022-12-31"/>
        <verificeret retsgrundlag="lab" fra="2024-01-01" til="2026-12-31"/>
        </dokument>
        """) == [
          """
          lov.xml:4:1: gap: no verified span of 'brev' (lab) covers 2023-01-01 to 2023-12-31 \
          | note: lov.xml:3:1: the span before it is here
          """
        ])
  }

  @Test func refusesASpanThatIsBothVerifiedAndNot() {
    #expect(
      errors(
        """
        <dokument kind="brev"><verificeret retsgrundlag="lab" fra="2020-01-01" uafklaret="Ukendt."/></dokument>
        """) == [
          "lov.xml:2:23: missing-attribute: 'verificeret' is declared unsettled and cannot have 'fra'"
        ])
  }
}
