import Foundation
import Testing

/// Another mentor, and the first one, whom the decision could not name.
@Suite struct ReissueMentorTests {
  private static let mentor = #"""
    "mentor": { "navn": "Hanne Skov", "telefon": "20 45 67 89", "ansaettelse": "kommune" },
    """#
  private static let found = #"Vi er ved at finde en mentor"#

  private static func later() throws -> String {
    try String(contentsOfFile: "\(Program.templates)/examples/bevilling-mentor-senere.json", encoding: .utf8)
  }

  /// The case when the mentor is there.
  private static func named(_ text: String, _ name: String = "Hanne Skov") -> String {
    text.replacing(#/,\s*"mentorOplyses": "[^"]*"/#, with: "")
      .replacing(#""mentorstoette": {"#, with: mentor.replacing("Hanne Skov", with: name) + #""mentorstoette": {"#)
  }

  private func reissue(_ text: String, _ date: String, in program: Program) throws -> (String, Program.Outcome) {
    try program.write(Data(text.utf8), as: "ny.json")
    let outcome = try program.run("reissue", "ny.json", "--as", "orientering", "--date", date)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let file = try #require(outcome.output.split(separator: "\n").first { $0.hasSuffix("mentorskifte-\(date).html") })
    return (try program.text(of: String(file)).replacing("\u{A0}", with: " "), outcome)
  }

  private func issued(_ text: String) throws -> Program {
    let program = try Program()
    try program.write(Data(text.utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    return program
  }

  @Test func saysThatTheMentorIsFound() throws {
    let later = try Self.later()
    let program = try issued(later)
    let (letter, outcome) = try reissue(Self.named(later), "2026-09-01", in: program)
    for words in [
      "<h1>Vi har fundet din mentor</h1>", "Hanne Skov er din mentor fra den 1. september 2026.",
      "Vores afgørelse af 11. maj 2026 gælder stadig", "Aftal med din mentor, hvor", "valget af mentor",
    ] { #expect(letter.contains(words), "\(words)") }
    for words in ["ny mentor", "nye mentor", "Alt andet", "skiftet", "tidligere mentor"] {
      #expect(!letter.contains(words), "\(words)")
    }
    #expect(outcome.output.contains("min-plan-2026-09-01.html"))
    #expect(try program.run("verify", "Output", "--reproduce").code == 0)
  }

  @Test func callsTheNextMentorANewOne() throws {
    let later = try Self.later()
    let program = try issued(later)
    _ = try reissue(Self.named(later), "2026-09-01", in: program)
    let (letter, _) = try reissue(Self.named(later, "Kim Birk"), "2026-10-01", in: program)
    #expect(letter.contains("<h1>Du får en ny mentor</h1>") && letter.contains("Hanne Skov"))
    #expect(!letter.contains("Vi har fundet din mentor"))
  }

  /// A mentor who has stopped was there, also when nobody has taken over yet.
  @Test func callsAMentorAfterAGapANewOne() throws {
    let later = try Self.later()
    let program = try issued(Self.named(later))
    let gap = later.replacing(#""type": "bevilling""#, with: #""type": "mentorskifte""#)
      .replacing(#""dato": "2026-05-11""#, with: #""dato": "2026-08-03""#)
      .replacing(
        #""mentorstoette": {"#,
        with: #""mentorskifte": { "fra": "2026-08-10", "bevillingsdato": "2026-05-11" }, "mentorstoette": {"#)
    try program.write(Data(gap.utf8), as: "skifte.json")
    let told = try program.run("issue", "skifte.json")
    #expect(told.code == 0, "\(told.errors)")
    let (letter, _) = try reissue(Self.named(later, "Kim Birk"), "2026-09-01", in: program)
    #expect(letter.contains("<h1>Du får en ny mentor</h1>") && !letter.contains("Vi har fundet din mentor"))
  }
}
