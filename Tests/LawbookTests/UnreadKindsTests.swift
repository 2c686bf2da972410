import Diagnostics
import Fields
import Lawbook
import Templating
import Testing

/// A file that says only what kinds of document must hold is read when one of its kinds is asked for.
@Suite struct UnreadKindsTests {
  private static let head =
    #"xmlns="urn:mentorbrev:lov" verificeret="2026-11-21" kilde="https://lov.example/1" sikkerhed="C""#
  private static let span = #"<verificeret retsgrundlag="lab" fra="2020-01-01" til="2026-12-31"/>"#
  private static let letter = file(
    "<dokument kind=\"brev\">\(span)<brug kravsaet=\"faelles\"/><krav id=\"b\" hjemmel=\"lab\" emne=\"x\"><ord/></krav></dokument>"
  )
  private static let set = file(#"<kravsaet id="faelles"><krav id="k" hjemmel="lab" emne="x"><ord/></krav></kravsaet>"#)
  private static let day = CalendarDate(iso: "2021-05-05")!

  private static func file(_ elements: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lovbog \(head)>\n<!-- <dokument> -->\n\(elements)\n</lovbog>\n"
  }

  private func load(_ files: String..., extent: Lawbook.Extent = .asNeeded) throws(DiagnosticsError) -> Lawbook {
    let named = ([Self.file(act)] + files).enumerated().map { (file: "\($0).xml", bytes: Array($1.utf8)) }
    return try Lawbook.load(named, extent)
  }

  private func errors(_ body: () throws(DiagnosticsError) -> Void) -> [String] {
    do throws(DiagnosticsError) {
      try body()
      return []
    } catch {
      return error.diagnostics.map { "\($0.location.map { "\($0.file):\($0.line)" } ?? "-"): \($0.id)" }
    }
  }

  @Test func saysOfEachKindWhatTheWholeSays() throws {
    let whole = try RealLawbook.get()
    let asNeeded = try Lawbook.load(RealLawbook.files, .asNeeded)
    for kind in whole.kinds {
      for basis in ["lab", "integration"] {
        #expect(
          asNeeded.verifiedSpan(kind: kind, legalBasis: basis) == whole.verifiedSpan(kind: kind, legalBasis: basis))
        #expect(
          asNeeded.unsettledReason(kind: kind, legalBasis: basis)
            == whole.unsettledReason(kind: kind, legalBasis: basis))
      }
    }
    #expect(asNeeded.verifiedSpan(kind: "ukendt", legalBasis: "lab") == nil)
    #expect(try asNeeded.requirements(kind: "ukendt", on: Self.day).isEmpty)
  }

  @Test func takesASetFromAnotherFile() throws {
    let lawbook = try load(Self.set, Self.letter)
    #expect(try lawbook.requirements(kind: "brev", on: Self.day).map(\.id) == ["k", "b"])
    #expect(lawbook.requirementIDs == ["b", "k"])
    #expect(lawbook.kinds == ["brev"])
  }

  @Test func leavesTheFaultsOfOtherKindsUnsaid() throws {
    let wrong = Self.file(
      "<dokument kind=\"notat\">\(Self.span)<krav id=\"n\" hjemmel=\"lab-9\" emne=\"x\"/></dokument>")
    let lawbook = try load(Self.set, Self.letter, wrong)
    #expect(try lawbook.requirements(kind: "brev", on: Self.day).count == 2)
    #expect(
      errors { () throws(DiagnosticsError) in _ = try lawbook.requirements(kind: "notat", on: Self.day) }
        == ["3.xml:4: missing-evidence"])
    #expect(
      errors { () throws(DiagnosticsError) in _ = try load(wrong, extent: .whole) } == ["1.xml:4: missing-evidence"])
  }

  @Test func tellsThatASetIsNowhere() throws {
    let lawbook = try load(Self.letter)
    #expect(
      errors { () throws(DiagnosticsError) in _ = try lawbook.requirements(kind: "brev", on: Self.day) }
        == ["1.xml:4: unknown-set"])
  }

  /// The rest of the lawbook must hold on the days of the kind.
  @Test func checksTheDaysOfTheKind() throws {
    let early = Self.span.replacing("2020-01-01", with: "2019-01-01")
    let rule = Self.file(
      #"<regel id="R01" emne="x" fra="2019-01-01" alvor="lov" kan-fraviges="nej"><hjemmel retsakt="lab"/></regel>"#)
    let kind = Self.file(
      "<dokument kind=\"brev\">\(early)<krav id=\"b\" hjemmel=\"god-skik\" emne=\"x\"><ord/></krav></dokument>")
    let expected = errors { () throws(DiagnosticsError) in _ = try load(rule, kind, extent: .whole) }
    #expect(expected == ["2.xml:4: span-uncovered"])
    let lawbook = try load(rule, kind)
    #expect(
      errors { () throws(DiagnosticsError) in _ = try lawbook.requirements(kind: "brev", on: Self.day) } == expected)
  }

  @Test(arguments: [
    ("verificeret retsgrundlag=", "verificeret grundlag="), ("2020-01-01", "2020-01-32"), ("<ord/>", "<ord></or>"),
    ("emne=", "emne"), ("<dokument", "<dokument hvad=\"&ukendt;\""), ("</lovbog>", ""), ("<krav ", "<l:krav "),
    ("<ord/>", "<ord/><![CDATA[x]]>"), ("<ord/>", "<ord/>\u{202E}"),
  ])
  func tellsWhatIsWrongWithTheFormBeforeAnythingIsDemanded(_ old: String, _ new: String) {
    #expect(throws: DiagnosticsError.self) {
      try load(Self.set, Self.letter.replacing(old, with: new)).requirements(kind: "brev", on: Self.day)
    }
  }

  @Test(arguments: [
    ("emne=\"x\"", "emne=\"x &amp; y\""), ("<brug", "<!-- <krav -->\n<brug"),
    ("<ord/>", "<ord></ord>"), (" encoding=\"UTF-8\"", ""), ("\n", "\r\n"),
  ])
  func readsTheSameInAnyForm(_ old: String, _ new: String) throws {
    let lawbook = try load(Self.set, Self.letter.replacing(old, with: new))
    #expect(try lawbook.requirements(kind: "brev", on: Self.day).map(\.id) == ["k", "b"])
  }

  @Test func aFileThatSaysMoreOfKindsIsReadWithThem() throws {
    let more = Self.file(
      "\(act.replacing("\"lab\"", with: "\"anden\""))<dokument kind=\"notat\">\(Self.span)<brug kravsaet=\"faelles\"/></dokument>"
    )
    let lawbook = try load(Self.set, Self.letter, more)
    #expect(lawbook.kinds == ["brev", "notat"])
    #expect(try lawbook.requirements(kind: "notat", on: Self.day).map(\.id) == ["k"])
    // The kind is declared twice, and that is seen although one of the files could have waited.
    let twice = more.replacing("notat", with: "brev")
    #expect(
      errors { () throws(DiagnosticsError) in _ = try load(Self.set, Self.letter, twice) }.contains {
        $0.hasSuffix("duplicate-id")
      })
  }
}
