import Fields
import Templating
import Testing

@Suite struct RenderingTests {
  @Test func printsValuesConditionsLoopsAndChoices() throws {
    let template = try compile(
      body: """
        <p>Sag {nummer}: {borger.navn} får brev den {dato | dato}, pris {pris | kroner} i alt.</p>
        <p t:if="mentor.telefon">Ring til {mentor.navn} på {mentor.telefon}.</p>
        <p t:else="">Ingen mentor.</p>
        <ul><li t:for="opgave in opgaver">{opgave.tekst}: {opgave.timer | timer}<t:if test="opgave.note"> ({opgave.note})</t:if></li></ul>
        <t:choose on="ansaettelse"><t:when is="virksomhed"><p>CVR {cvr}</p></t:when><t:when is="skole"><p>Skole</p></t:when></t:choose>
        <p>Se <t:cite provision="lab-167-1"/>. Kopi: {note ?? 'ingen'}, {opgaver.antal} i alt.</p>
        """)
    var letter = Letter()
    #expect(
      template.body(letter) == """
        <p>Sag 27-1: Ida får brev den 21.\u{A0}november 2026, pris 1.241,50\u{A0}kr. i alt.</p>
        <p>Ingen mentor.</p>
        <ul>
          <li>Bus: 1\u{A0}time og 30\u{A0}minutter</li>
        </ul>
        <p>Skole</p>
        <p>Se §\u{A0}167, stk.\u{A0}1, i loven (lov nr.\u{A0}1). Kopi: ingen, 1 i alt.</p>
        """)
    letter.mentor = Person(name: "Bo & <Co>", phone: "20 30 40 50")
    letter.employment = .company
    letter.cvr = "12345678"
    letter.tasks.append(Task(text: "Tale", hours: WorkingTime(hours: 2), note: "ugentligt"))
    #expect(
      template.body(letter) == """
        <p>Sag 27-1: Ida får brev den 21.\u{A0}november 2026, pris 1.241,50\u{A0}kr. i alt.</p>
        <p>Ring til Bo &amp; &lt;Co&gt; på 20 30 40 50.</p>
        <ul>
          <li>Bus: 1\u{A0}time og 30\u{A0}minutter</li>
          <li>Tale: 2\u{A0}timer (ugentligt)</li>
        </ul>
        <p>CVR 12345678</p>
        <p>Se §\u{A0}167, stk.\u{A0}1, i loven (lov nr.\u{A0}1). Kopi: ingen, 2 i alt.</p>
        """)
  }
}
