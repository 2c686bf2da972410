import Diagnostics
import Testing

@testable import Casework

/// R28: that a citizen asked for the support to go on while a complaint is treated may be told and answered, not granted.
@Suite struct ToldWishTests {
  private func outcome(_ words: String) throws -> Finding.Outcome? {
    try Fixture.refusal.with("afgoerelse.begrundelse.faktum", words).understood(as: Refusal.self).outcome("R28")
  }

  @Test(arguments: [
    "Du har bedt om, at din klage får opsættende virkning.",
    "Du har bedt om, at din klage får opsættende virkning. Det har klagen ikke efter loven.",
    "Du har bedt om, at din klage får opsættende virkning, men det har den ikke.",
    "Du skriver, at du vil beholde din mentor, mens Ankestyrelsen ser på sagen.",
    "Du skriver, at støtten skal fortsætte, mens du klager. Det kan vi ikke imødekomme.",
    "Du ønsker at beholde din mentor, indtil klagen er afgjort.",
    "Du vil gerne beholde din mentor, så længe Ankestyrelsen ser på sagen.",
    "Du har i din klage bedt om, at støtten fortsætter, mens klagen behandles.",
    "I din klage skriver du, at støtten skal fortsætte, mens klagen behandles, og at du vil beholde din mentor.",
    "Ved partshøringen har du sagt, at støtten skal fortsætte, når du klager.",
    "Du har bedt om, at støtten fortsætter, mens du klager. Vi sender din klage til Ankestyrelsen.",
    "Du har bedt om at beholde din mentor mens du klager.",
    "Du spørger, om du beholder din mentor, mens du klager. Svaret er nej.",
    "Dit ønske om at beholde din mentor, mens Ankestyrelsen ser på sagen, kan vi ikke følge.",
    "Vi kan ikke imødekomme dit ønske om, at klagen får opsættende virkning.",
    "Vi siger nej til, at støtten fortsætter, mens du klager.",
    "Det betyder ikke, at støtten fortsætter, mens du klager.",
  ])
  func letsAWishBeToldAndAnswered(_ words: String) throws {
    #expect(try outcome(words) == .fulfilled)
  }

  @Test(arguments: [
    // Granted, in the same sentence or in the next one.
    "Du har bedt om, at din klage får opsættende virkning, og det får den.",
    "Du har bedt om, at din klage får opsættende virkning. Det får den.",
    "Du har bedt om, at støtten fortsætter, mens du klager. Ja, det gør den.",
    "Du skriver, at støtten skal fortsætte, mens du klager. Vi imødekommer dit ønske.",
    "Du ønsker at beholde din mentor, mens du klager, og den stopper ikke.",
    "Dit ønske om, at klagen får opsættende virkning, er imødekommet.",
    // Said of something else, before a promise of the authority's own.
    "Du skriver, at du vil klage, men støtten fortsætter, mens klagen behandles.",
    "Du skriver, at du er bekymret, hvis du klager, fortsætter støtten.",
    "Du ønsker at klage, til gengæld fortsætter støtten, mens klagen behandles.",
    "Du har bedt om svar, om lidt fortsætter støtten, mens du klager.",
    "Vi kan ikke følge dig, så støtten fortsætter, mens du klager.",
    // A condition, a promise that names the wish, and words of nobody.
    "Ønsker du at beholde din mentor, mens du klager, så skriv til os.",
    "Hvis du ønsker at beholde din mentor, mens du klager, mister du den ikke.",
    "Støtten fortsætter, mens du klager, som du har bedt om.",
    "Vi beholder din mentor, som du har bedt om, mens du klager.",
    "Du kan bede om, at klagen får opsættende virkning.",
    "Du skriver, at du er glad for støtten og den fortsætter, mens klagen behandles.",
    "Du har bedt om at beholde din mentor, mens du klager. Det er i orden.",
    "Vi er ikke i tvivl om, at klagen får opsættende virkning.",
  ])
  func refusesAPromise(_ words: String) throws {
    #expect(try outcome(words) == .refused)
  }

  @Test func printsTheCitizensOwnWords() throws {
    let words = "Støtten skal fortsætte, mens jeg klager, og min klage har opsættende virkning."
    let complained = Fixture.reconsideration.without("mentorstoette").without("mentor")
      .with("genvurdering.udfald", "fastholdt").with("genvurdering.klage", words)
    let letter = try complained.understood(as: ReconsiderationLetter.self)
    #expect(letter.outcome("R28") == .fulfilled)
    #expect(letter.model != nil)
    let heard = Fixture.stop.with("afgoerelse.partshoering.svar", words)
    #expect(try heard.understood(as: StopDecision.self).outcome("R28") == .fulfilled)
    // The same words of the authority's.
    let own = complained.without("genvurdering.klage").with("afgoerelse.begrundelse.hensyn", words)
    let error = try own.understood(as: ReconsiderationLetter.self).only("R28")
    #expect(
      error.help
        == "Slet sætningen. Brevet siger selv, at afgørelsen gælder, selv om borgeren klager. Er det borgerens ønske, så skriv \"Du har bedt om, at …\", og at klagen ikke udsætter afgørelsen."
    )
    #expect(
      try Fixture.stop.with("afgoerelse.partshoering.undladtGrund", words).understood(as: StopDecision.self)
        .outcome("R28") == .refused)
  }
}
