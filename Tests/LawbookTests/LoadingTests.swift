import Diagnostics
import Lawbook
import Testing

/// What the loader refuses, each with its whole message.
struct LoadingTests {
  @Test func readsAnAct() throws {
    #expect(errors(act) == [])
  }

  @Test func refusesAFileThatIsNoLawbook() {
    #expect(
      errors("").isEmpty
        && errorsOfFile("<lovbog/>") == [
          "lov.xml:1:1: not-a-lawbook: a lawbook file is <lovbog xmlns=\"urn:mentorbrev:lov\">, not <lovbog>"
        ])
  }

  @Test func refusesBrokenXML() {
    #expect(errorsOfFile("<lovbog xmlns='urn:mentorbrev:lov'>").count == 1)
  }

  @Test func tellsOnlyOfTheFileThatDoesNotParse() {
    // The second file rests on what the first would have declared.
    let files = [
      ("a.xml", "<lovbog xmlns=\"urn:mentorbrev:lov\"><retsakt id=\"lab\">"),
      (
        "b.xml",
        """
        <lovbog xmlns="urn:mentorbrev:lov"><bestemmelse id="lab-1" retsakt="lab"/><dokument navn="x" krav="andre"/></lovbog>
        """
      ),
    ]
    let error = #expect(throws: DiagnosticsError.self) {
      try Lawbook.load(files.map { (file: $0.0, bytes: Array($0.1.utf8)) })
    }
    #expect(error?.diagnostics.map(\.message) == ["'<retsakt>' is never closed"])
    #expect(error?.diagnostics.first?.location?.file == "a.xml")
  }

  @Test func looksForReferencesOnlyInALawbookThatWasReadWithoutErrors() {
    let wrong = errors(
      act + "\n"
        + #"<bestemmelse id="x-1" akt="lab"><udgave fra="2020-01-01" til="2020-12-31" tekst="§ 1"/></bestemmelse>"#)
    #expect(!wrong.isEmpty && !wrong.contains { $0.contains("unknown-reference") }, "\(wrong)")
  }

  @Test func refusesAnUnknownElement() {
    #expect(
      errors(#"<retsakt id="x" titel="x"><udgve fra="2020-01-01" til="2020-12-31"/></retsakt>"#) == [
        "lov.xml:2:27: unknown-element: unknown element 'udgve' in 'retsakt' | help: did you mean 'udgave'?"
      ])
  }

  @Test func refusesAnUnknownAttribute() {
    #expect(
      errors(#"<retsakt id="x" titel="x" emen="y"><udgave fra="2020-01-01" til="2020-12-31"/></retsakt>"#) == [
        """
        lov.xml:2:27: unknown-attribute: unknown attribute 'emen' of 'retsakt' \
        | help: 'retsakt' has: id, titel, uafklaret, kilde, sikkerhed, verificeret
        """
      ])
  }

  @Test func refusesTextBesideElements() {
    #expect(
      errors(act.replacing("<udgave", with: "tekst<udgave")) == [
        "lov.xml:2:45: stray-text: 'retsakt' holds elements only, no text"
      ])
  }

  @Test func refusesMissingAttributes() {
    #expect(
      errors(#"<retsakt id="x"><udgave til="2020-12-31"/></retsakt>"#) == [
        "lov.xml:2:1: missing-attribute: 'retsakt' needs the attribute 'titel'",
        "lov.xml:2:17: missing-attribute: 'udgave' needs the attribute 'fra'",
      ])
  }

  @Test func refusesAnEditionWithoutItsSource() {
    #expect(
      errorsOfFile(
        """
        <lovbog xmlns="urn:mentorbrev:lov" sikkerhed="C">
        <retsakt id="x" titel="x"><udgave fra="2020-01-01" til="2020-12-31"/></retsakt>
        </lovbog>
        """) == [
          "lov.xml:2:27: missing-attribute: 'udgave' needs the attribute 'kilde', here or on an element around it",
          "lov.xml:2:27: missing-attribute: 'udgave' needs the attribute 'verificeret', here or on an element around it",
        ])
  }

  @Test func refusesASourceThatIsNoAddress() {
    #expect(
      errors(act.replacing("navn=", with: #"kilde="Karnov" navn="#)) == [
        "lov.xml:2:94: bad-value: 'kilde' is 'Karnov'; a source is an address that begins with https://"
      ])
  }

  @Test func refusesDaysThatDoNotExist() {
    #expect(
      errors(
        #"<retsakt id="x" titel="x"><udgave fra="2022-02-30" til="2022-12-31" verificeret="21.11.2026"/></retsakt>"#
      ) == [
        """
        lov.xml:2:40: bad-date: 'fra' is '2022-02-30', which is no day of the calendar \
        | help: write a day as 2026-11-21
        """,
        """
        lov.xml:2:82: bad-date: 'verificeret' is '21.11.2026', which is no day of the calendar \
        | help: write a day as 2026-11-21
        """,
      ])
  }

  @Test func refusesAnEditionThatEndsBeforeItBegins() {
    #expect(
      errors(#"<retsakt id="x" titel="x"><udgave fra="2022-01-01" til="2021-12-31"/></retsakt>"#) == [
        "lov.xml:2:57: from-after-until: 'til' (2021-12-31) is before 'fra' (2022-01-01)"
      ])
  }

  @Test func refusesToPrintWhatIsNotYetInForce() {
    #expect(
      errors(act.replacing("navn=", with: #"i-kraft="2020-02-01" navn="#)) == [
        """
        lov.xml:2:96: not-in-force: 'i-kraft' is 2020-02-01, after 'fra' (2020-01-01): \
        nothing is printed before it is in force
        """
      ])
  }

  @Test func refusesAnUnknownConfidence() {
    #expect(
      errors(act.replacing("navn=", with: #"sikkerhed="X" navn="#)) == [
        "lov.xml:2:98: bad-value: 'sikkerhed' is 'X'; it must be C, L, U"
      ])
  }

  @Test func refusesTheSameIDTwice() {
    #expect(
      errors(act + "\n" + #"<begreb id="lab" emne="x"><ord fra="2020-01-01" til="2020-12-31" tekst="x"/></begreb>"#)
        == [
          "lov.xml:3:1: duplicate-id: the id 'lab' is used twice | note: lov.xml:2:1: first used here"
        ])
  }

  @Test func refusesTwoEditionsForOneDay() {
    #expect(
      errors(
        """
        <begreb id="a" emne="x">
        <ord fra="2020-01-01" til="2026-02-01" tekst="jobcenteret"/>
        <ord fra="2026-02-01" til="2026-12-31" tekst="kommunen"/>
        </begreb>
        """) == [
          "lov.xml:4:1: overlap: 'a' has two editions for 2026-02-01 | note: lov.xml:3:1: the other edition is here"
        ])
  }

  @Test func refusesWordsThatAreNotConfirmed() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="p" retsakt="lab" emne="x">
        <nummer fra="2020-01-01" til="2020-12-31" sikkerhed="U" uafklaret="Ikke læst." paragraf="§ 1"/>
        </bestemmelse>
        """) == [
          """
          lov.xml:4:1: unconfirmed-content: 'nummer' is not confirmed (sikkerhed="U") and must not hold words to print \
          | help: leave the words out, or confirm them and say from which source
          """
        ])
  }

  @Test func refusesAnUnconfirmedEditionWithoutAReason() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="p" retsakt="lab" emne="x"><nummer fra="2020-01-01" til="2020-12-31" sikkerhed="U"/></bestemmelse>
        """) == [
          """
          lov.xml:3:44: missing-attribute: 'nummer' with sikkerhed="U" needs the attribute 'uafklaret' with the reason
          """
        ])
  }

  @Test func refusesAnEditionOfWhatIsDeclaredUnsettled() {
    #expect(
      errors(
        #"<tekst id="k" emne="x" uafklaret="Ukendt."><udgave fra="2020-01-01" til="2020-12-31">Ord</udgave></tekst>"#
      ) == [
        """
        lov.xml:2:44: unsettled-edition: 'tekst' is declared unsettled and cannot have an edition \
        | note: lov.xml:2:35: 'uafklaret' is here
        """
      ])
  }

  @Test func refusesAnEntryWithoutEditions() {
    #expect(
      errors(#"<tekst id="k" emne="x"/>"#) == [
        """
        lov.xml:2:1: missing-edition: 'tekst' has no edition | help: say why with 'uafklaret' when it is not settled
        """
      ])
  }

  /// What stands in these attributes is printed as it stands.
  @Test(arguments: [
    "126", "§126", "§§126", "§  126", "§ 126,", "§ 126 ", "§ 52,nr. 1", "§ nr. 1",
    "§ 167 stk. 1", "§ 167, stk 1", "§ 1 67", "§ 167 og noget andet", "§ 167, stk. 1, 2. pkt", "§§ 60", "§ 0",
    "§ 11-13",
  ])
  func refusesANumberThatIsNoProvision(_ number: String) {
    let found = errors(
      """
      <retsakt id="bab" titel="bekendtgørelse"><udgave fra="2020-01-01" til="2020-12-31" navn="bekendtgørelse nr. 1 af 2. maj 2020"/></retsakt>
      <bestemmelse id="b" retsakt="bab" emne="x"><nummer fra="2020-01-01" til="2020-12-31" paragraf="\(number)"/></bestemmelse>
      """)
    #expect(found.count == 1)
    #expect(found.first?.contains("provision-number: '\(number)' is printed as it stands") == true, "\(found)")
    #expect(found.first?.hasSuffix("help: write '§ 126', '§ 41 a, stk. 2', '§ 52, nr. 1' or '§§ 60, 66 og 72'") == true)
  }

  @Test(arguments: [
    "§ 203 a", "§ 167, stk. 1, 2. pkt.", "§ 6, nr. 4 og 5", "§ 41, stk. 2, nr. 1-3", "§ 5, litra b", "§§ 152 og 152 a",
    "§§ 120-124", "§§ 60, 66, 67 og 72",
  ])
  func takesAProvision(_ number: String) {
    #expect(
      errors(
        """
        <retsakt id="bab" titel="bekendtgørelse"><udgave fra="2020-01-01" til="2020-12-31" navn="bekendtgørelse nr. 1 af 2. maj 2020"/></retsakt>
        <bestemmelse id="b" retsakt="bab" emne="x"><nummer fra="2020-01-01" til="2020-12-31" paragraf="\(number)"/></bestemmelse>
        """) == [])
  }

  @Test func namesANoBreakSpaceInAProvision() {
    let found = errors(
      """
      <retsakt id="bab" titel="bekendtgørelse"><udgave fra="2020-01-01" til="2020-12-31" navn="bekendtgørelse nr. 1 af 2. maj 2020"/></retsakt>
      <bestemmelse id="b" retsakt="bab" emne="x"><nummer fra="2020-01-01" til="2020-12-31" paragraf="§\u{A0}167"/></bestemmelse>
      """)
    #expect(
      found.first?.hasSuffix(
        "help: it has a no-break space (U+00A0): write ordinary spaces, the letters keep them on one line") == true)
  }

  @Test(arguments: ["lovbekendtgørelse  nr. 280", "lov nr.280 af 1. marts 2024", "lov nr. 280 af 1. marts 2024 "])
  func refusesANameWithSpacesThatAreWrong(_ name: String) {
    let found = errors(
      "<retsakt id=\"a\" titel=\"lov\"><udgave fra=\"2020-01-01\" til=\"2020-12-31\" navn=\"\(name)\"/></retsakt>")
    #expect(found.count == 1)
    #expect(found.first?.contains("crowded-name: '\(name)' is printed as it stands") == true, "\(found)")
  }

  /// What is said and cannot be read is wrong, and not missing as well.
  @Test(arguments: ["sikkerhed=\"A\"", "verificeret=\"2026-11-31\""])
  func tellsOnceOfAnOriginThatCannotBeRead(_ attribute: String) {
    let name = attribute.prefix { $0 != "=" }
    let rest = ["verificeret=\"2026-11-21\"", "sikkerhed=\"C\""].filter { !$0.hasPrefix(name) }.joined(separator: " ")
    let found = errorsOfFile(
      """
      <lovbog xmlns="urn:mentorbrev:lov" kilde="https://lov.example/1" \(rest) \(attribute)>
      <begreb id="a" emne="x"><ord fra="2020-01-01" til="2020-12-31" tekst="x"/></begreb>
      </lovbog>
      """)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains(name == "sikkerhed" ? "bad-value" : "bad-date") == true)
  }

  @Test func refusesATextWithoutWords() {
    #expect(
      errors(
        """
        <tekst id="k" emne="x"><udgave fra="2020-01-01" til="2020-12-31">
          <t:param name="klage" type="klage"/><p xmlns="http://www.w3.org/1999/xhtml"> </p>
        </udgave></tekst>
        """) == ["lov.xml:2:24: empty-text: this edition of the text 'k' has no words"])
  }

  /// Signs alone say nothing, and some characters leave no trace on paper.
  @Test(arguments: ["…", "§", "\u{AD}", "\u{A0}"]) func refusesATextOfSignsAlone(_ text: String) {
    #expect(
      errors("<tekst id=\"k\" emne=\"x\"><udgave fra=\"2020-01-01\" til=\"2020-12-31\">\(text)</udgave></tekst>")
        == ["lov.xml:2:24: empty-text: this edition of the text 'k' has no words"])
  }

  @Test func refusesCharactersThatDeceiveTheReader() {
    #expect(
      errors(
        """
        <tekst id="k" emne="x"><udgave fra="2020-01-01" til="2020-12-31">\u{200B}</udgave></tekst>
        <tekst id="l" emne="\u{202E}x"><udgave fra="2020-01-01" til="2020-12-31">&#x2067;x</udgave></tekst>
        """) == [
          "lov.xml:2:66: invisible-character: the character U+200B is invisible, and can hide what stands in a text "
            + "| help: delete it; it often comes along with copied text",
          "lov.xml:3:21: bidi-character: the character U+202E turns the direction of writing, and can make a text look "
            + "like another | help: delete it; it often comes along with copied text",
          "lov.xml:3:67: bidi-character: the character U+2067 turns the direction of writing, and can make a text look "
            + "like another | help: delete it; it often comes along with copied text",
        ])
  }

  @Test func refusesANumberWithoutAParagraph() {
    #expect(
      errors(
        """
        \(act)
        <bestemmelse id="p" retsakt="lab" emne="x"><nummer fra="2020-01-01" til="2020-12-31"/></bestemmelse>
        """) == ["lov.xml:3:44: missing-attribute: 'nummer' needs the attribute 'paragraf'"])
  }

  @Test func refusesARequirementWithoutEvidenceAndHalfACondition() {
    #expect(
      errors(#"<dokument kind="brev"><krav id="k" hjemmel="god-skik" emne="x" naar="art"/></dokument>"#) == [
        """
        lov.xml:2:23: missing-evidence: the requirement 'k' names nothing that proves it \
        | help: give it felt, lovtekst, bestemmelse or ord
        """,
        "lov.xml:2:23: missing-attribute: 'naar' and 'er' belong together",
      ])
  }

  @Test func refusesARequirementTwiceForTheSameDays() {
    #expect(
      errors(
        """
        <dokument kind="brev">
        <krav id="k" hjemmel="god-skik" emne="x" til="2023-12-31"><ord/></krav>
        <krav id="k" hjemmel="god-skik" emne="x" fra="2023-12-31"><ord/></krav>
        </dokument>
        """) == [
          """
          lov.xml:4:1: duplicate-id: the requirement 'k' of 'brev' is declared twice for the same days \
          | note: lov.xml:3:1: declared here
          """
        ])
  }

  @Test func refusesARuleWithoutBasisAndWithAnUnknownSeverity() {
    #expect(
      errors(#"<regel id="R1" emne="x" fra="2020-01-01" alvor="god-skick" kan-fraviges="ja"/>"#) == [
        """
        lov.xml:2:49: bad-value: 'alvor' is 'god-skick'; it must be lov, kommune, god-skik \
        | help: did you mean 'god-skik'?
        """
      ])
    #expect(
      errors(#"<regel id="R1" emne="x" fra="2020-01-01" alvor="lov" kan-fraviges="ja"/>"#) == [
        """
        lov.xml:2:1: missing-basis: the rule 'R1' says nothing of what it rests on \
        | help: give it <hjemmel bestemmelse="…"/>, <hjemmel retsakt="…"/> or <hjemmel tekst="…"/>
        """
      ])
  }

  @Test func tellsAllThatIsWrongAtOnce() {
    let wrong = errors(
      """
      <retsakt id="x"/>
      <begreb id="y" emne="y"><ord fra="2020-13-01" til="2020-12-31" tekst="z"/></begreb>
      <regel id="R1"/>
      """)
    #expect(wrong.count == 6, "\(wrong)")
  }
}

/// The errors of one file, as it is.
private func errorsOfFile(_ text: String) -> [String] {
  do throws(DiagnosticsError) {
    _ = try Lawbook.load([("lov.xml", Array(text.utf8))])
    return []
  } catch {
    return error.diagnostics.map { "\($0.location.map(String.init(describing:)) ?? "-"): \($0.id): \($0.message)" }
  }
}
