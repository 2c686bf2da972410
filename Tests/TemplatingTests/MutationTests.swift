import Diagnostics
import Fields
import Templating
import Testing

/// A template whose every piece of evidence is taken out, one at a time, in each place where it stands.
@Suite struct MutationTests {
  /// Evidence stands between ⟦ and ⟧ with the requirement that it serves: `⟦nr:{nummer}⟧`.
  static let source = """
    <t:layout part="ark" titel="'Afgørelse'">
    <p t:fulfils="nr">Sag ⟦nr:{nummer}⟧ af den {dato | dato}.</p>
    <div t:fulfils="mentor">
      <p t:if="mentor">Din mentor er ⟦mentor-kendt:<t:fulfils id="mentor-kendt">{mentor.navn}</t:fulfils>⟧ i ⟦mentor:{tid | timer}⟧.</p>
      <p t:else="">Du får en mentor senere i ⟦mentor:{tid | timer}⟧.</p>
    </div>
    <t:choose on="ansaettelse">
      <t:when is="skole"><p t:fulfils="art">Støtten gives på ⟦art:{ansaettelse | ord}⟧.</p></t:when>
      <t:when is="virksomhed"><p t:fulfils="art">Støtten gives i ⟦art:{ansaettelse | ord}⟧ ⟦cvr:<t:fulfils id="cvr">{cvr}</t:fulfils>⟧.</p></t:when>
    </t:choose>
    <ul t:fulfils="opgaver"><li t:for="o in opgaver">⟦opgaver:{o.tekst}⟧ ({o.timer | timer})</li></ul>
    <p t:fulfils="regel">Reglerne står i ⟦regel:<t:cite provision="lab-167-1"/>⟧.</p>
    ⟦klage:<p t:fulfils="klage"><t:law text="klage"/></p>⟧
    <t:part name="hilsen" borger="borger" pris="pris"/>
    </t:layout>
    """
  static let parts = [
    "ark": "<t:param name=\"titel\" type=\"text\"/><h1 t:fulfils=\"titel\">⟦titel:Brev om⟧ {titel}</h1><t:content/>",
    "hilsen": """
    <t:param name="borger" type="person"/><t:param name="pris" type="amount"/>
    <p t:fulfils="hilsen">Hilsen til ⟦hilsen:{borger.navn}⟧ <t:if test="borger.telefon">{borger.telefon}, ⟦pris:<t:fulfils id="pris">{pris | kroner}</t:fulfils>⟧</t:if><t:else>⟦pris:<t:fulfils id="pris">{pris | kroner}</t:fulfils>⟧</t:else></p>
    """,
  ]
  static let requirements: [Requirement] = [
    .simple("nr", .field("nummer")),
    .simple("mentor", .field("tid")),
    .simple("mentor-kendt", .field("mentor.navn"), when: Requirement.Condition(field: "mentor", value: "present")),
    .simple("art", .field("ansaettelse")),
    .simple("cvr", .field("cvr"), when: Requirement.Condition(field: "ansaettelse", value: "virksomhed")),
    .simple("opgaver", .field("opgaver.tekst")),
    .simple("regel", .provision("lab-167-1")),
    .simple("klage", .lawText("klage"), .words),
    .simple("titel", .words),
    .simple("hilsen", .field("borger.navn")),
    .simple("pris", .field("pris")),
  ]

  /// One piece of marked evidence: in which file, which one, and for what.
  struct Piece: CustomTestStringConvertible {
    let file: String
    let number: Int
    let requirement: String
    var testDescription: String { "\(requirement) in \(file), number \(number)" }
  }

  static let pieces: [Piece] = ([("", source)] + parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    .flatMap { file, text in
      text.split(separator: "⟦").dropFirst().enumerated().map {
        Piece(file: file, number: $0.offset, requirement: String($0.element.prefix { $0 != ":" }))
      }
    }

  /// The text without its marks, and without one piece of evidence.
  private static func text(_ marked: String, without number: Int?) -> String {
    let stretches = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    return String(stretches[0])
      + stretches.dropFirst().enumerated().map { index, stretch in
        let end = stretch.firstIndex(of: "⟧")!
        let start = stretch.index(after: stretch.firstIndex(of: ":")!)
        // A word stays where a value was, so that only the proof can object.
        let kept =
          index == number
          ? (stretch[start] == "{" || stretch[start...].hasPrefix("<t:") ? "2" : "") : String(stretch[start..<end])
        return kept + stretch[stretch.index(after: end)...]
      }.joined()
  }

  private static func compiled(without piece: Piece?) -> String {
    messages { () throws(DiagnosticsError) in
      try compile(
        body: text(source, without: piece?.file == "" ? piece?.number : nil),
        parts: Dictionary(
          uniqueKeysWithValues: parts.map { ($0, text($1, without: piece?.file == $0 ? piece?.number : nil)) }),
        requirements: requirements)
    }
  }

  @Test func compilesWhole() { #expect(Self.compiled(without: nil) == "compiled") }

  @Test(arguments: pieces) func failsWithoutOnePieceOfEvidence(_ piece: Piece) {
    let messages = Self.compiled(without: piece)
    #expect(messages.contains("'\(piece.requirement)' (Krav om \(piece.requirement))"), "\(messages)")
    #expect(messages.contains("basis: § 1, nr. 1"))
    #expect(messages.contains("documents/brev.html:") || messages.contains("parts/"))
    // Nothing else is wrong with the mutant.
    #expect(!messages.contains("[typography]") && !messages.contains("[unknown"), "\(messages)")
  }

  @Test func findsEveryPiece() { #expect(Self.pieces.count == 14) }

  @Test(arguments: [
    (" af den {dato | dato}", ""), ("Din mentor er ", ""), ("Reglerne står i", "Reglen er"),
    (" ({o.timer | timer})", ""),
  ])
  func compilesWithAHarmlessChange(_ change: (String, String)) {
    let changed = Self.source.replacing(change.0, with: change.1)
    #expect(changed != Self.source)
    let result = messages { () throws(DiagnosticsError) in
      try compile(
        body: Self.text(changed, without: nil), parts: Self.parts.mapValues { Self.text($0, without: nil) },
        requirements: Self.requirements)
    }
    #expect(result == "compiled")
  }
}
