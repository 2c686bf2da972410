import Testing

@testable import Casework

@Suite struct PaymentWordsTests {
  @Test(arguments: [
    ("Vi betaler kørsel.", true), ("Kørsel.   betales af os.", true), ("Kørsel.\u{A0}\u{A0}betales", true),
    ("Kørsel 3.5 km betales", true), ("Kørsel.   Mad betales.", false), ("Kørsel.\n betales", false),
    ("Kørsel; betales", false), ("Kørsel!betales", false), ("Kørsel. Æbler betales", false),
    ("Kørsel. ... betales", true), ("Kørsel... Vi betaler mad", false),
  ])
  func aClauseEndsBeforeACapitalLetter(_ text: String, _ isPromised: Bool) {
    #expect(PaymentWords.ofAnything.arePromised(for: ["kørsel"], in: text) == isPromised)
  }

  /// Looking behind each letter for the next would take hours.
  @Test(arguments: [" ", ". ", ".", "\n", "a "]) func passesOverWhiteSpaceOnce(_ filling: String) {
    let text = "kørsel" + String(repeating: filling, count: 200_000) + "betales"
    #expect(PaymentWords.ofAnything.arePromised(for: ["kørsel"], in: text) == (filling != "\n"))
  }
}
