import Foundation
import Testing

/// Another mentor, and the first one, whom the decision could not name.
@Suite struct ReissueMentorTests {
  private static let mentor = #"""
    "mentor": { "navn": "Hanne Skov", "telefon": "20 45 67 89", "ansaettelse": "kommune" },
    """#
  private static let found = #"Vi er ved at finde en mentor"#

  private static func later() throws -> String {
    try Sample.example("bevilling-mentor-senere").text
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

  /// The name of one person with the telephone of another would send the citizen to the wrong one.
  @Test(arguments: ["mentor", "mentor.navn", "navn", "mentor.telefon", "mentor.arbejdsgiver.navn"])
  func takesAllOfTheMentor(_ word: String) throws {
    let program = try issued(Sample.grant.text)
    try program.write(other, as: "ny.json")
    let outcome = try program.run(
      "reissue", "ny.json", "--as", "orientering", "--date", "2026-10-05", "--only", word)
    guard word != "mentor.arbejdsgiver.navn" else {
      // Nothing of the employer differs, and the run says so.
      #expect(outcome.code == 0 && outcome.output == "")
      #expect(
        outcome.errors.contains(
          """
          Det, der er valgt med --only, er ikke anderledes i sagen. Det er derimod: Timetal (mentorstoette.timetal), Navn \
          (mentor.navn), Telefon (mentor.telefon), E-mail (mentor.email). [reissue-only-other]
            felt: mentorstoette.timetal
            hjælp: Vælg det med --only, eller kør uden, hvis det skal med.
          """), "\(outcome.errors)")
      return
    }
    #expect(outcome.code == 0, "\(outcome.errors)")
    let folder = "Output/27.36.00-G01-3001-26"
    for file in ["mentorskifte-2026-10-05.html", "min-plan-2026-10-05.html"] {
      let text = try program.text(of: "\(folder)/\(file)")
      #expect(text.contains("Kim Birk") && text.contains("30 99 88 77") && !text.contains("20 11 22 33"))
      #expect(!text.contains("poul.ravn"))
      // The hours are left for a decision.
      #expect(!text.replacing("\u{A0}", with: " ").contains("4 timer"))
    }
    #expect(!outcome.errors.contains("reissue-only-other"))
  }

  /// What is chosen and does not differ is told, and what differs by itself is no reason to take more.
  @Test(arguments: ["sagsbehandler", "myndighed", "periode"])
  func saysThatNothingChosenDiffers(_ word: String) throws {
    let program = try issued(Sample.grant.text)
    try program.write(other, as: "ny.json")
    for dry in [["--dry-run"], []] {
      let words = ["reissue", "ny.json", "--as", "orientering", "--date", "2026-10-05", "--only", word]
      let outcome = try program.run(words + dry)
      #expect(outcome.code == 0 && outcome.errors.contains("[reissue-only-other]"), "\(outcome.errors)")
      for secret in ["Kim", "Poul", "30 99"] { #expect(!outcome.errors.contains(secret)) }
    }
    // A case that is as it was is left alone without a word.
    try program.write(.grant, as: "ny.json")
    let same = try program.run("reissue", "ny.json", "--as", "orientering", "--date", "2026-10-05", "--only", word)
    #expect(same.code == 0 && !same.errors.contains("reissue-only-other"))
  }

  private var other: Sample {
    Sample.grant.replacing("Poul Ravn", with: "Kim Birk").replacing("20 11 22 33", with: "30 99 88 77")
      .replacing("poul.ravn@", with: "kim.birk@").replacing(
        #"{ "timer": 2, "minutter": 30 }"#, with: #"{ "timer": 4 }"#)
  }

  /// Nobody is a mentor before the first day of the support.
  @Test func beginsOnTheFirstDayOfThePeriod() throws {
    let later = try Self.later()
    let program = try issued(later)
    let (letter, outcome) = try reissue(Self.named(later), "2026-05-20", in: program)
    #expect(letter.contains("Hanne Skov er din mentor fra den 1. juni 2026."))
    #expect(outcome.output.contains("min-plan-2026-05-20.html"))
    let (next, _) = try reissue(Self.named(later, "Kim Birk"), "2026-05-25", in: program)
    #expect(next.contains("Fra den 1. juni 2026 er Kim Birk din mentor.") && next.contains("Du får en ny mentor"))
  }

  /// A mentor who has begun is not one to make a first appointment with.
  @Test func saysWhoHasBeenTheMentorSinceADay() throws {
    let later = try Self.later()
    let program = try issued(later)
    let (first, _) = try reissue(Self.from("2026-08-20", Self.named(later)), "2026-09-01", in: program)
    #expect(first.contains("Hanne Skov har været din mentor siden den 20. august 2026."))
    #expect(first.contains("Vi har fundet din mentor") && !first.contains("Aftal med"))
    let other = Self.from("2026-10-01", Self.named(later, "Kim Birk"))
    let (next, _) = try reissue(other, "2026-10-05", in: program)
    #expect(next.contains("Kim Birk har været din mentor siden den 1. oktober 2026."))
    #expect(next.contains("Du har fået en ny mentor") && !next.contains("Aftal med"))
  }

  @Test func namesNoMentorOfAPeriodThatIsGone() throws {
    let later = try Self.later()
    let program = try issued(later)
    try program.write(Data(Self.from("2026-11-30", Self.named(later)).utf8), as: "ny.json")
    let outcome = try program.run("reissue", "ny.json", "--as", "orientering", "--date", "2026-12-10")
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(
      outcome.errors.contains(
        """
        Perioden sluttede den 30. november 2026, før brevets dato den 10. december 2026. Brevet ville give borgeren en mentor \
        i en periode, der er gået. [mentor-too-late]
          felt: mentorstoette.periode.til
          hjemmel: § 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats
          hjælp: Skal borgeren have støtte igen, så skriv en ny bevilling. Skal kun registret kende mentoren, så brug \
        'mentorbrev reissue' med --as registrering.

        """), "\(outcome.errors)")
    let recorded = try program.run("reissue", "ny.json", "--as", "registrering", "--date", "2026-12-10")
    #expect(recorded.code == 0, "\(recorded.errors)")
  }

  /// A mentor who leaves is no reason to stop support: the citizen is told that another one is sought.
  @Test func saysThatANewMentorIsSought() throws {
    let later = try Self.later()
    let program = try issued(Self.named(later))
    let (letter, outcome) = try reissue(Self.from("2026-08-10", later), "2026-08-03", in: program)
    #expect(letter.contains("Fra den 10. august 2026 skal du have en ny mentor, som vi er ved at finde."))
    #expect(letter.contains("Du skifter fra Hanne Skov.") && letter.contains(Self.found))
    #expect(!outcome.output.contains("min-plan") && outcome.errors.contains("[min-plan-waits]"))
    let (next, _) = try reissue(Self.named(later, "Kim Birk"), "2026-09-01", in: program)
    #expect(next.contains("<h1>Du får en ny mentor</h1>") && next.contains("Kim Birk"))
  }

  /// A contract names its mentor, so it waits for the next one, and its supplement says who was before.
  @Test func letsTheContractWaitForTheNextMentor() throws {
    var named = try CaseLife.example("bevilling")
    named["kontrakt"] = try CaseLife.example("mentorkontrakt")["kontrakt"]
    var gone = named
    gone["mentor"] = nil
    gone["mentorskifte"] = ["fra": "2026-08-22"]
    var support = try #require(named["mentorstoette"] as? [String: Any])
    support["mentorOplyses"] = "Du får brev om det senest den 1. september 2026."
    gone["mentorstoette"] = support
    var next = named
    var mentor = try #require(named["mentor"] as? [String: Any])
    mentor["navn"] = "Kim Birk"
    next["mentor"] = mentor
    func text(_ sample: [String: Any]) throws -> String {
      String(decoding: try JSONSerialization.data(withJSONObject: sample), as: UTF8.self)
    }
    let program = try issued(try text(named))
    let (_, first) = try reissue(try text(gone), "2026-08-20", in: program)
    #expect(!first.output.contains("kontrakttillaeg"))
    #expect(
      first.errors.contains(
        """
        Dokumentet (mentorkontrakt af 2026-06-22) nævner den mentor, der stopper. Et tillæg venter, til der er en ny \
        mentor. [reissue-contract-waits]
          felt: mentor.navn
        """), "\(first.errors)")
    let (_, second) = try reissue(try text(next), "2026-09-01", in: program)
    let files = second.output.split(separator: "\n")
    let file = try #require(files.first { $0.hasSuffix("kontrakttillaeg-2026-09-01.html") })
    let supplement = try program.text(of: String(file))
    #expect(supplement.contains("Kim Birk") && supplement.contains("Hanne Skov Madsen"))
  }

  /// No plan is promised before there is one to write.
  @Test(arguments: ["rettelse", "orientering"]) func promisesNoPlanThatWaits(_ form: String) throws {
    let later = try Self.later()
    let program = try issued(later)
    try program.write(
      Data(later.replacing(#"senest den 26. maj 2026"#, with: "senest den 10. juni 2026").utf8), as: "ny.json")
    let outcome = try program.run("reissue", "ny.json", "--as", form, "--date", "2026-05-20")
    #expect(outcome.code == 0 && !outcome.output.contains("min-plan"), "\(outcome.errors)")
    let file = try #require(outcome.output.split(separator: "\n").first { $0.hasSuffix(".html") })
    let letter = try program.text(of: String(file))
    #expect(letter.contains("10.\u{A0}juni 2026") || letter.contains("10. juni 2026"))
    #expect(!letter.contains("Min Plan") && !letter.contains("planen"))
  }

  /// A plan of support that has ended would stand as the one of now.
  @Test func writesNoPlanAfterTheLastDay() throws {
    let text = Sample.grant.text
    let end = try #require(text.firstMatch(of: #/"til": "(\d{4}-\d\d-\d\d)"/#)).1
    for (date, isOver) in [("2026-12-28", true), (String(end), false)] {
      let program = try issued(text)
      try program.write(.grant.replacing("20 11 22 33", with: "20 11 99 99"), as: "ny.json")
      let outcome = try program.run("reissue", "ny.json", "--as", "rettelse", "--date", date)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("min-plan-\(date)") != isOver)
      #expect(outcome.errors.contains("[min-plan-ended]") == isOver)
      let file = try #require(outcome.output.split(separator: "\n").first { $0.hasSuffix("berigtigelse-\(date).html") })
      #expect(try program.text(of: String(file)).contains("Min Plan") != isOver)
    }
  }

  /// The case with the day on which the mentor begins, or the former one has left.
  private static func from(_ day: String, _ text: String) -> String {
    text.replacing(
      #""mentorstoette": {"#, with: #""mentorskifte": { "fra": "\#(day)" }, "mentorstoette": {"#)
  }
}
