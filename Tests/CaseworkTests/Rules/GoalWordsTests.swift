import Testing

@testable import Casework

/// R43: what the words of a goal say, quickly of most texts and closely of the others.
@Suite struct GoalWordsTests {
  @Test(
    arguments: [
      ("Du får et job i butik", nil),
      ("DU FÅR ET JOB I BUTIK", nil),
      ("Du får – måske – et job i butik", nil),
      ("Du får et job på café Ørnen", nil),
      ("Målet er 20 timer om ugen", nil),
      ("Du får et job", nil),
      ("Få et job", .tooShort),
      ("", .tooShort),
      ("Praktik, job. (Ja!)", .tooShort),
      ("Praktik … job – ja?", .tooShort),
      ("Du skal komme tættere på arbejdsmarkedet", .general("tættere på arbejdsmarkedet")),
      ("DU SKAL KOMME TÆTTERE PÅ ARBEJDSMARKEDET", .general("tættere på arbejdsmarkedet")),
      ("Du skal komme tættere på arbejdsmarkedet – nu", nil),
      ("Du skal fastholde job eller uddannelse", .general("fastholde job eller uddannelse")),
      ("Du skal fastholde dit job eller uddannelse", nil),
      ("Målet er selvforsørgelse. Støtten skal hjælpe dig til at komme dertil", nil),
      ("Du får et job i butik\nDu bor for dig selv", .unranked),
      ("1. Du får et job i butik\n2. Du bor for dig selv", nil),
      ("Du skal komme til afklaring\nDu skal få det bedre", .unranked),
    ] as [(String, GoalWords.Doubt?)])
  func doubts(_ text: String, _ doubt: GoalWords.Doubt?) { #expect(GoalWords.doubt(text) == doubt) }
}
