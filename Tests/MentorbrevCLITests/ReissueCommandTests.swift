import Foundation
import Testing

/// `reissue`: what differs from what was issued is issued again, as a person says what it is, and nothing else.
@Suite struct ReissueCommandTests {
  private static let reasons =
    #""begrundelse": { "faktum": "Du har været syg.", "hensyn": "Du har brug for støtte." }"#
  private static let ownReasons =
    #""begrundelse": { "faktum": "Du er begyndt i praktik.", "hensyn": "Du har brug for flere timer." }"#

  private static func hours(_ text: String) -> Sample {
    Sample.grant.replacing(#"{ "timer": 2, "minutter": 30 }"#, with: text)
  }

  /// A folder in which the grant has been issued.
  private func issued(_ sample: Sample = .grant) throws -> Program {
    let program = try Program()
    try program.write(sample, as: "sag.json")
    let outcome = try program.run("issue", "sag.json")
    #expect(outcome.code == 0)
    return program
  }

  private func reissue(
    _ program: Program, _ sample: Sample, as form: String, _ more: String...
  ) throws -> Program.Outcome {
    try program.write(sample, as: "ny.json")
    return try program.run(
      ["reissue", "ny.json", "--as", form, "--date", "2026-10-05"] + more)
  }

  @Test func decidesAnewWhenTheHoursChange() throws {
    let program = try issued()
    let more = Self.hours(#"{ "timer": 4 }"#).replacing(Self.reasons, with: Self.ownReasons)
    let outcome = try reissue(program, more, as: "ny-afgoerelse")
    #expect(outcome.errors == "Kørsel 2: Output/runs/2/index.html\n")
    #expect(
      outcome.output == """
        Output/27.36.00-G01-3001-26/aendring-2026-10-05.html
        Output/27.36.00-G01-3001-26/aendring-2026-10-05.xml
        Output/27.36.00-G01-3001-26/min-plan-2026-10-05.html
        Output/27.36.00-G01-3001-26/min-plan-2026-10-05.xml

        """)
    let list = try program.run("register", "list").output
    #expect(list.contains("afløst  2026-08-24  bevilling  "))
    #expect(list.contains("udstedt  2026-10-05  aendring  "))
    let show = try program.run("register", "show", "27.36.00-G01-3001-26").output
    #expect(
      show.contains(
        "5. oktober 2026  Afløst: bevilling af 24. august 2026, nu ændring af 5. oktober 2026. "
          + "Ny afgørelse: Timetal (mentorstoette.timetal).\n"))
    #expect(
      show.contains(
        "  Udstedt igen som ny afgørelse (kørsel 2). Grund: Timetal (mentorstoette.timetal).\n"))
    let page = String(decoding: try program.bytes(of: "Output/runs/2/index.html"), as: UTF8.self)
    #expect(page.contains(#"<tr><th scope="row">Timetal (mentorstoette.timetal)</th><td class="tal">1</td>"#))
    for secret in Sample.secrets { #expect(!show.contains(secret)) }
  }

  @Test func doesNothingWhenItIsRunAgain() throws {
    let program = try issued()
    let more = Self.hours(#"{ "timer": 4 }"#).replacing(Self.reasons, with: Self.ownReasons)
    _ = try reissue(program, more, as: "ny-afgoerelse")
    let before = try program.bytes(of: "Output/register.jsonl")
    let again = try reissue(program, more, as: "ny-afgoerelse")
    #expect(again.code == 0 && again.output == "" && again.errors == "")
    #expect(try program.bytes(of: "Output/register.jsonl") == before)
    let rebuilt = try program.run("register", "export").output
    _ = try program.run("register", "rebuild")
    #expect(try program.run("register", "export").output == rebuilt)
    // What was recorded is what the documents were made of, so nothing differs from it under any form.
    #expect(try reissue(program, more, as: "rettelse").output == "")
  }

  @Test func tellsThePlanWithoutValuesAndWritesNothing() throws {
    let program = try issued()
    let before = try program.files()
    let other = Self.hours(#"{ "timer": 4 }"#).replacing(Self.reasons, with: Self.ownReasons)
      .replacing("72 49 60 00", with: "72 49 60 99")
    let plan = try reissue(program, other, as: "ny-afgoerelse", "--dry-run")
    #expect(
      plan.output == """
        27.36.00-G01-3001-26: ny afgørelse
          bevilling af 2026-08-24 -> aendring-2026-10-05
          Min Plan af 2026-08-24 -> min-plan-2026-10-05
            Telefon (myndighed.telefon): *** -> ***
            Timer (mentorstoette.timetal.timer): *** -> ***
            Minutter (mentorstoette.timetal.minutter): *** -> (intet)

        Grunde:
          Telefon (myndighed.telefon) ændret: 1
          Timetal (mentorstoette.timetal) ændret: 1

        Ville blive lavet:
          ændring: 1
          Min Plan: 1

        """)
    let values = try reissue(program, other, as: "ny-afgoerelse", "--dry-run", "--show-values")
    #expect(values.output.contains("    Telefon (myndighed.telefon): 72 49 60 00 -> 72 49 60 99\n"))
    let json = try reissue(program, other, as: "ny-afgoerelse", "--dry-run", "--json")
    #expect(json.output.contains(#""status":"made","reasons":["myndighed.telefon","mentorstoette.timetal"]"#))
    #expect(!json.output.contains("72 49"))
    #expect(try program.files() == before)
  }

  @Test func refusesLessWithoutReasonsDayAndHearing() throws {
    let program = try issued()
    let less = Self.hours(#"{ "timer": 1 }"#)
    let same = try reissue(program, less, as: "ny-afgoerelse")
    #expect(same.code == 1)
    #expect(
      same.errors == """
        ny.json:1:1: fejl: sag 27.36.00-G01-3001-26: Borgeren får mindre (Timetal (mentorstoette.timetal)), og sagen siger \
        ikke fra hvornår. [reissue-burden-day]
          felt: aendring.fra
          hjælp: Skriv den første dag med de nye værdier i aendring.fra.
        ny.json:13:17: fejl: sag 27.36.00-G01-3001-26: Sendt (afgoerelse.partshoering.sendt) mangler. [missing-field]
          felt: afgoerelse.partshoering.sendt
          hjemmel: § 19 i forvaltningsloven
          hjælp: Skriv dagen, hvor borgeren er hørt. Var høring ikke nødvendig, så skriv hvorfor i \
        afgoerelse.partshoering.undladt: "egneOplysninger", "egetOenske", "anden".
        ny.json:16:20: fejl: sag 27.36.00-G01-3001-26: Begrundelsen (afgoerelse.begrundelse) er den samme som i en tidligere \
        afgørelse. [reissue-same-reasons]
          felt: afgoerelse.begrundelse
          hjemmel: forvaltningsloven §§ 22 og 24
          hjælp: Skriv, hvorfor støtten ændres nu: afgoerelse.begrundelse.faktum og afgoerelse.begrundelse.hensyn.
        ny.json: afvist. Der er ikke udstedt noget for sagen.
        Kørsel 2: Output/runs/2/index.html

        """)
    let reasoned = less.replacing(Self.reasons, with: Self.ownReasons)
    let day = try reissue(program, reasoned, as: "ny-afgoerelse")
    #expect(
      day.errors == """
        ny.json:1:1: fejl: sag 27.36.00-G01-3001-26: Borgeren får mindre (Timetal (mentorstoette.timetal)), og sagen siger \
        ikke fra hvornår. [reissue-burden-day]
          felt: aendring.fra
          hjælp: Skriv den første dag med de nye værdier i aendring.fra.
        ny.json:13:17: fejl: sag 27.36.00-G01-3001-26: Sendt (afgoerelse.partshoering.sendt) mangler. [missing-field]
          felt: afgoerelse.partshoering.sendt
          hjemmel: § 19 i forvaltningsloven
          hjælp: Skriv dagen, hvor borgeren er hørt. Var høring ikke nødvendig, så skriv hvorfor i \
        afgoerelse.partshoering.undladt: "egneOplysninger", "egetOenske", "anden".
        ny.json: afvist. Der er ikke udstedt noget for sagen.
        Kørsel 3: Output/runs/3/index.html

        """)
    let dated = reasoned.replacing(
      #""mentor": {"#, with: #""aendring": { "fra": "2026-11-01" }, "mentor": {"#)
    let unheard = try reissue(program, dated, as: "ny-afgoerelse")
    #expect(unheard.code == 1)
    #expect(unheard.errors.contains("Sendt (afgoerelse.partshoering.sendt) mangler."))
    let heard = dated.replacing(
      #""begrundelse""#, with: #""partshoering": { "sendt": "2026-09-14", "frist": "2026-09-28" }, "begrundelse""#)
    let lawful = try reissue(program, heard, as: "ny-afgoerelse")
    #expect(lawful.code == 0 && lawful.output.contains("aendring-2026-10-05.html"))
    #expect(try program.run("register", "show", "27.36.00-G01-3001-26").output.contains("1. november 2026  Afløst: "))
  }

  @Test func neverCutsSupportThatTheCitizenHasARightTo() throws {
    let program = try Program()
    let text = try Sample.example("udskrivningskoordinator").text
    try program.write(Data(text.utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let less = try text.replacing(#""timer": 3, "minutter": 30"#, with: #""timer": 1"#)
      .replacing(Regex(#""faktum": "[^"]*""#), with: #""faktum": "Du klarer dig bedre nu.""#)
    let outcome = try reissue(program, Sample(text: less), as: "ny-afgoerelse")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("Borgeren får mindre af en støtte, som borgeren har ret til"))
    #expect(outcome.errors.contains("hjemmel: LAB § 167, stk. 2\n"))
  }

  @Test func tellsOfAnotherMentor() throws {
    let program = try issued()
    let other = Sample.grant.replacing("Poul Ravn", with: "Kim Birk")
    let outcome = try reissue(program, other, as: "orientering")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.contains("mentorskifte-2026-10-05.html") && outcome.output.contains("min-plan-2026-10-05.xml"))
    let letter = try String(
      decoding: program.bytes(of: "Output/27.36.00-G01-3001-26/mentorskifte-2026-10-05.html"), as: UTF8.self)
    #expect(letter.contains("Poul Ravn") && letter.contains("Kim Birk"))
    // The decision stands.
    #expect(try program.run("register", "list").output.contains("udstedt  2026-08-24  bevilling"))
    #expect(try reissue(program, other, as: "orientering").output == "")
  }

  /// The letter about the change would print the new number outside its table.
  @Test func tellsOfTheMentorsTelephoneBeforeItDecidesAnew() throws {
    let program = try issued()
    let both = Self.hours(#"{ "timer": 4 }"#).replacing(Self.reasons, with: Self.ownReasons)
      .replacing("20 11 22 33", with: "20 11 99 99")
    let refused = try reissue(program, both, as: "ny-afgoerelse")
    #expect(refused.code == 1 && refused.output == "")
    #expect(refused.errors.contains("[reissue-two-things]\n  felt: mentor.telefon\n"), "\(refused.errors)")
    #expect(refused.errors.contains("Kør først --as orientering --only mentor, og derefter"))
    #expect(try reissue(program, both, as: "orientering", "--only", "mentor.telefon").code == 0)
  }

  @Test func tellsOfAnotherMentorBeforeItDecidesAnew() throws {
    let program = try issued()
    let both = Self.hours(#"{ "timer": 4 }"#).replacing(Self.reasons, with: Self.ownReasons)
      .replacing("Poul Ravn", with: "Kim Birk")
    let refused = try reissue(program, both, as: "ny-afgoerelse")
    #expect(
      refused.errors == """
        ny.json:25:13: fejl: sag 27.36.00-G01-3001-26: Forskellen er både en ændring af støtten og noget nyt om mentoren: \
        Timetal (mentorstoette.timetal), Navn (mentor.navn). Brevet om ændringen siger, at kun det i tabellen bliver \
        ændret. [reissue-two-things]
          felt: mentor.navn
          hjælp: Kør først --as orientering --only mentor, og derefter --as ny-afgoerelse med en senere dag (--date).
        ny.json: afvist. Der er ikke udstedt noget for sagen.
        Kørsel 2: Output/runs/2/index.html

        """)
    let first = try reissue(program, both, as: "orientering", "--only", "mentor")
    #expect(first.code == 0 && first.output.contains("mentorskifte-2026-10-05.html"))
    #expect(first.errors.hasSuffix("1 sag: 1 udstedt igen, 0 afvist.\n"))
    // What the file still says of the other mentor has been told, and is no part of the decision.
    let told = both.replacing(
      #""mentor": {"#, with: #""mentorskifte": { "aarsag": "Poul går på orlov." }, "mentor": {"#)
    try program.write(Data(told.text.utf8), as: "ny.json")
    let second = try program.run("reissue", "ny.json", "--as", "ny-afgoerelse", "--date", "2026-10-06")
    #expect(second.code == 0 && second.output.contains("aendring-2026-10-06.html"))
  }

  @Test func tellsOfATelephoneNumber() throws {
    let program = try issued()
    let other = Sample.grant.replacing("20 11 22 33", with: "20 11 99 99")
    let outcome = try reissue(program, other, as: "orientering")
    #expect(outcome.errors == "Kørsel 2: Output/runs/2/index.html\n")
    #expect(
      outcome.output == """
        Output/27.36.00-G01-3001-26/min-plan-2026-10-05.html
        Output/27.36.00-G01-3001-26/min-plan-2026-10-05.xml
        Output/27.36.00-G01-3001-26/orientering-2026-10-05.html
        Output/27.36.00-G01-3001-26/orientering-2026-10-05.xml

        """)
    let letter = try String(
      decoding: program.bytes(of: "Output/27.36.00-G01-3001-26/orientering-2026-10-05.html"), as: UTF8.self)
    #expect(
      letter.contains("20 11 22 33") && letter.contains("20 11 99 99") && letter.contains("mentors telefonnummer"))
    #expect(try program.run("register", "list").output.contains("udstedt  2026-08-24  bevilling"))
    #expect(try reissue(program, other, as: "orientering").output == "")
  }

  @Test func correctsAnErrorWithWhatStoodAndWhatShouldHave() throws {
    let program = try issued()
    let right = Self.hours(#"{ "timer": 3 }"#)
    let outcome = try reissue(program, right, as: "rettelse")
    #expect(outcome.code == 0)
    let letter = try String(
      decoding: program.bytes(of: "Output/27.36.00-G01-3001-26/berigtigelse-2026-10-05.html"), as: UTF8.self)
    #expect(letter.contains("2 timer og 30 minutter om ugen") && letter.contains("3 timer om ugen"))
    #expect(letter.contains("24.\u{A0}august 2026"))
    // The plan comes with the letter, and the letter says so; how to complain is told, and no new deadline.
    #expect(letter.contains("Vi retter også Min Plan. Det rigtige står i planen fra den 5.\u{A0}oktober 2026."))
    #expect(letter.contains("<h2>Hvis du er uenig</h2>") && !letter.contains("ny klagefrist"))
    #expect(try program.run("register", "list").output.contains("udstedt  2026-08-24  bevilling"))
    #expect(try reissue(program, right, as: "rettelse").output == "")
    let less = try reissue(program, Self.hours(#"{ "timer": 1 }"#), as: "rettelse")
    #expect(
      less.errors == """
        ny.json:22:16: fejl: sag 27.36.00-G01-3001-26: Borgeren får mindre, eller det kan ikke udelukkes: Timetal \
        (mentorstoette.timetal). Det er en ny afgørelse og ikke en rettelse. [reissue-burden]
          felt: mentorstoette.timetal
          hjemmel: forvaltningsloven §§ 19, 22 og 24
          hjælp: Hør borgeren først. Brug derefter --as ny-afgoerelse, og skriv aendring.fra, afgoerelse.begrundelse og \
        afgoerelse.partshoering i sagen. Sagde brevet noget andet end det, der blev besluttet, så skriv selv rettelsen i \
        afgoerelse.berigtigelse.rettelser, og brug issue.
        ny.json: afvist. Der er ikke udstedt noget for sagen.
        Kørsel 3: Output/runs/3/index.html

        """)
  }

  @Test func addsASupplementToAContractAndLeavesTheContract() throws {
    let program = try Program()
    let text = try Sample.example("mentorkontrakt").text
    try program.write(Data(text.utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json", "--kind", "mentorkontrakt").code == 0)
    let more = Sample(text: text.replacing(#/"timetal": \{[^}]*\}/#, with: #""timetal": { "timer": 6 }"#))
    let outcome = try reissue(program, more, as: "ny-afgoerelse")
    #expect(
      outcome.output == """
        Output/27.36.00-G01-2377-26/kontrakttillaeg-2026-10-05.html
        Output/27.36.00-G01-2377-26/kontrakttillaeg-2026-10-05.xml

        """)
    let supplement = try String(
      decoding: program.bytes(of: "Output/27.36.00-G01-2377-26/kontrakttillaeg-2026-10-05.html"), as: UTF8.self)
    #expect(supplement.contains("2 timer og 30 minutter") && supplement.contains("6 timer"))
    #expect(supplement.contains("Tillæg nr.\u{A0}1"))
    #expect(try program.run("register", "list").output.contains("udstedt  2026-06-22  mentorkontrakt"))
    #expect(try reissue(program, more, as: "ny-afgoerelse").output == "")
    // The next one counts on.
    let most = Sample(text: text.replacing(#/"timetal": \{[^}]*\}/#, with: #""timetal": { "timer": 7 }"#))
    try program.write(most, as: "ny.json")
    _ = try program.run("reissue", "ny.json", "--as", "ny-afgoerelse", "--date", "2026-11-02")
    let second = try String(
      decoding: program.bytes(of: "Output/27.36.00-G01-2377-26/kontrakttillaeg-2026-11-02.html"), as: UTF8.self)
    #expect(second.contains("Tillæg nr.\u{A0}2") && second.contains("6 timer") && second.contains("7 timer"))
  }

  /// The contract's packet: what the mentor works with is made again with the supplement, and dated as it.
  @Test func makesThePapersOfTheMentorAgainWithASupplement() throws {
    let program = try Program()
    let text = try Sample.example("mentorkontrakt").text
    try program.write(Data(text.utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let more = Sample(text: text.replacing(#/"timetal": \{[^}]*\}/#, with: #""timetal": { "timer": 6 }"#))
    let plan = try reissue(program, more, as: "ny-afgoerelse", "--dry-run")
    #expect(
      plan.output.hasPrefix(
        """
        27.36.00-G01-2377-26: ny afgørelse
          mentorkontrakt af 2026-06-22
          bestilling til mentor af 2026-06-22 -> mentorbestilling-2026-10-05
          timeregnskab af 2026-06-22 -> timeregnskab-2026-10-05
          statusrapport af 2026-06-22 -> statusrapport-2026-10-05
          -> kontrakttillaeg-2026-10-05

        """), "\(plan.output)")
    let outcome = try reissue(program, more, as: "ny-afgoerelse")
    #expect(outcome.errors == "Kørsel 2: Output/runs/2/index.html\n")
    #expect(outcome.output.split(separator: "\n").count == 8)
    let folder = "27.36.00-G01-2377-26"
    for kind in ["mentorbestilling", "timeregnskab", "statusrapport"] {
      let paper = try program.text(of: "Output/\(folder)/\(kind)-2026-10-05.html").replacing("\u{A0}", with: " ")
      #expect(paper.contains("6 timer") && !paper.contains("2 timer og 30 minutter"), "\(kind)")
      #expect(paper.contains("5. oktober 2026"), "\(kind)")
    }
    let list = try program.run("register", "list").output
    #expect(list.contains("afløst  2026-06-22  timeregnskab") && list.contains("udstedt  2026-06-22  mentorkontrakt"))
    #expect(try reissue(program, more, as: "ny-afgoerelse").output == "")
    #expect(try program.run("verify", "Output", "--reproduce").code == 0)
    // The next supplement takes the place of these papers.
    let most = Sample(text: text.replacing(#/"timetal": \{[^}]*\}/#, with: #""timetal": { "timer": 7 }"#))
    try program.write(most, as: "ny.json")
    let next = try program.run("reissue", "ny.json", "--as", "ny-afgoerelse", "--date", "2026-11-02")
    #expect(next.output.contains("timeregnskab-2026-11-02.html"))
    #expect(try program.run("register", "list").output.contains("afløst  2026-10-05  timeregnskab"))
  }

  @Test func addsASupplementToAFrameworkAgreement() throws {
    let program = try Program()
    let text = try Sample.example("rammeaftale").text
    try program.write(Data(text.utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let more = Sample(
      text: text.replacing("\"pladser\": 5", with: "\"pladser\": 6")
        .replacing(#/"timetal": \{[^}]*\}/#, with: #""timetal": { "timer": 3 }"#))
    #expect(try reissue(program, more, as: "ny-afgoerelse").code == 0)
    let folder = "Output/27.36.00-A00-31-26"
    let supplement = try program.text(of: "\(folder)/kontrakttillaeg-2026-10-05.html").replacing("\u{A0}", with: " ")
    for words in [
      "Tillæg nr. 1 til rammeaftale", "Tillægget ændrer rammeaftalen af 26. januar 2026", "2 timer og 15 minutter",
      "<th scope=\"row\">Pladser</th>", "stiller 6 pladser med mentorstøtte til rådighed",
    ] { #expect(supplement.contains(words), "\(words)") }
    #expect(try program.run("register", "list").output.contains("udstedt  2026-01-26  rammeaftale"))
    #expect(try program.run("verify", "Output", "--reproduce").code == 0)
  }

  @Test func tellsOfPapersThatAreNotMadeAgain() throws {
    let program = try Program()
    let text = try Sample.example("mentorkontrakt").text
    let grant = Sample.grant.text.dropLast(2)
    let contract = try #require(text.firstRange(of: #/"kontrakt": \{/#))
    let both = String(grant) + ",\n" + text[contract.lowerBound...]
    // The employer is the municipality here, which asks less of a contract.
    try program.write(Data(both.utf8), as: "sag.json")
    let kinds = ["bevilling", "mentorbestilling"].flatMap { ["--kind", $0] }
    let issued = try program.run(["issue", "sag.json"] + kinds)
    #expect(issued.code == 0, "\(issued.errors)")
    let outcome = try reissue(
      program, Sample(text: both.replacing("20 11 22 33", with: "20 11 99 99")), as: "orientering")
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == """
        ny.json:26:16: advarsel: sag 27.36.00-G01-3001-26: Dokumentet (bestilling til mentor af 2026-06-22) bliver ikke lavet \
        om, for kontrakten får intet tillæg: Telefon (mentor.telefon). [reissue-paper-left]
          felt: mentor.telefon
          hjælp: Skal der laves et nyt, så skriv et løbenummer (loebenummer) i sagen, og kør 'mentorbrev issue SAGER \
        --kind mentorbestilling'.
        Kørsel 2: Output/runs/2/index.html

        """)
    #expect(outcome.output.contains("orientering-2026-10-05.html") && !outcome.output.contains("mentorbestilling"))
    // What it says to do works.
    let numbered = both.replacing("20 11 22 33", with: "20 11 99 99")
      .replacing("\"sagsbehandler\": {", with: "\"loebenummer\": 2, \"sagsbehandler\": {")
    try program.write(Data(numbered.utf8), as: "ny.json")
    let again = try program.run("issue", "ny.json", "--kind", "mentorbestilling")
    #expect(again.output.contains("mentorbestilling-2026-06-22-2.html"), "\(again.errors)")
  }

  @Test func correctsAContractFromItsFirstDay() throws {
    let program = try Program()
    let text = try Sample.example("mentorkontrakt").text
    try program.write(Data(text.utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let right = Sample(text: text.replacing(#/"timetal": \{[^}]*\}/#, with: #""timetal": { "timer": 6 }"#))
    #expect(try reissue(program, right, as: "rettelse").code == 0)
    let supplement = try String(
      decoding: program.bytes(of: "Output/27.36.00-G01-2377-26/kontrakttillaeg-2026-10-05.html"), as: UTF8.self)
    for words in [
      "Tillægget retter en fejl i kontrakten af 22.\u{A0}juni 2026.", "<th scope=\"col\">Der stod</th>",
      "Højst timer fra den", "Det rettede gælder også for timer, der allerede er givet",
    ] { #expect(supplement.contains(words), "\(words)") }
    #expect(!supplement.contains("Kræver ændringen en ny afgørelse"))
  }

  @Test func givesTheOldDecisionBackWhenTheNewOneIsWithdrawn() throws {
    let program = try issued()
    let more = Self.hours(#"{ "timer": 4 }"#).replacing(Self.reasons, with: Self.ownReasons)
    #expect(try reissue(program, more, as: "ny-afgoerelse").code == 0)
    let folder = "27.36.00-G01-3001-26"
    #expect(
      try program.run(
        "withdraw", "\(folder)/aendring-2026-10-05", "\(folder)/min-plan-2026-10-05", "--reason", "Forkert timetal."
      ).code == 0)
    let list = try program.run("register", "list").output
    #expect(list.contains("udstedt  2026-08-24  bevilling") && list.contains("udstedt  2026-08-24  min-plan"))
    #expect(list.contains("trukket tilbage  2026-10-05  aendring"))
    _ = try program.run("register", "rebuild")
    #expect(try program.run("register", "list").output == list)
    // What was withdrawn told nobody anything: the difference is there again.
    try program.write(more, as: "ny.json")
    let again = try program.run("reissue", "ny.json", "--as", "ny-afgoerelse", "--date", "2026-10-12")
    #expect(again.code == 0 && again.output.contains("aendring-2026-10-12.html"))
  }

  @Test func bringsTheRecordUpToDateAlone() throws {
    let program = try issued()
    let moved = Sample.grant.replacing("Lærkevej 4", with: "Lærkevej 6")
    let before = try program.files()
    let outcome = try reissue(program, moved, as: "registrering")
    #expect(outcome.code == 0 && outcome.output == "" && outcome.errors == "Kørsel 2: Output/runs/2/index.html\n")
    #expect(try program.files() == (before + ["runs/2/index.html"]).sorted())
    #expect(
      try program.run("register", "show", "27.36.00-G01-3001-26").output
        .hasSuffix("  Udstedt igen som kun registrering (kørsel 2). Grund: Adresse (borger.adresse).\n"))
    let plan = try reissue(program, moved, as: "registrering", "--dry-run")
    #expect(plan.output == "Ingen udstedte dokumenter er berørt.\n")
    let more = try reissue(program, Self.hours(#"{ "timer": 4 }"#), as: "registrering")
    #expect(
      more.errors.contains("Forskellen ændrer støtten, og det kræver en ny afgørelse: Timetal (mentorstoette.timetal).")
    )
  }

  @Test func readsAListAndChoosesAmongCasesKindsAndReasons() throws {
    let program = try Program()
    let header =
      "sagsnummer;myndighed.navn;myndighed.cvr;myndighed.telefon;myndighed.adresse.vej;myndighed.adresse.postnummer;"
      + "myndighed.adresse.by;sagsbehandler.navn;borger.navn;borger.cpr;afgoerelse.type;afgoerelse.dato;"
      + "mentorstoette.maal.type;mentorstoette.maal.tekst;mentorstoette.opgaver.1.omraade;"
      + "mentorstoette.opgaver.1.tekst;mentorstoette.periode.fra;mentorstoette.periode.til;mentorstoette.timetal.timer;"
      + "mentor.navn;mentor.telefon;mentor.ansaettelse\n"
    func row(_ number: String, _ telephone: String) -> String {
      "\(number);Gribskov Kommune;29188440;72 49 60 00;Rådhusvej 3;3200;Helsinge;Bente Kjærgaard;Asta Vind;720590-1230;"
        + "bevilling;24-08-2026;beskaeftigelse;Du får et job.;praktisk;Planlægge din uge;07-09-2026;06-12-2026;2;"
        + "Poul Ravn;\(telephone);kommune\n"
    }
    try program.write(Data((header + row("A-1", "20112233") + row("B-1", "20112233")).utf8), as: "liste.csv")
    #expect(try program.run("issue", "liste.csv").code == 0)
    try program.write(Data((header + row("A-1", "20112299") + row("B-1", "20112299")).utf8), as: "ny.csv")
    let order = ["reissue", "ny.csv", "--as", "rettelse", "--date", "2026-10-05"]
    let plan = try program.run(order + ["--dry-run", "--only", "B-1", "--only", "min-plan"]).output
    #expect(plan.contains("B-1: rettelse\n  Min Plan af 2026-08-24 -> min-plan-2026-10-05\n"))
    #expect(!plan.contains("A-1") && !plan.contains("bevilling"))
    let none = try program.run(order + ["--dry-run", "--only", "timetal"])
    #expect(none.output == "Ingen udstedte dokumenter er berørt.\n")
    func left(_ number: String, _ line: Int) -> String {
      """
      ny.csv:\(line):219: advarsel: sag \(number): Det, der er valgt med --only, er ikke anderledes i sagen. Det er derimod: \
      Telefon (mentor.telefon). [reissue-only-other]
        celle: U\(line)
        felt: mentor.telefon
        hjælp: Vælg det med --only, eller kør uden, hvis det skal med.

      """
    }
    #expect(
      none.errors == left("A-1", 2) + left("B-1", 3)
        + "2 sager: 0 ville blive udstedt igen, 0 ville blive afvist, 2 uændret.\n")
    let done = try program.run(order + ["--only", "telefon"])
    #expect(done.code == 0 && done.errors.hasSuffix("2 sager: 2 udstedt igen, 0 afvist.\n"))
    // The case of the record is JSON now, and makes the same documents.
    #expect(try program.run(order).errors.hasSuffix("2 sager: 0 udstedt igen, 0 afvist, 2 uændret.\n"))
  }

  @Test func refusesWhatWasNeverIssuedAndFoldersWithoutRegister() throws {
    let program = try issued()
    let other = try reissue(program, Sample.grant.numbered("X-1"), as: "registrering")
    #expect(
      other.errors == """
        ny.json:2:17: fejl: sag X-1: Sagen er ikke udstedt i mappen, så der er intet at udstede igen. [reissue-not-issued]
          felt: sagsnummer
          hjælp: Udsted den med 'mentorbrev issue', eller se efter, om det er den rigtige mappe (--output).
        ny.json: afvist. Der er ikke udstedt noget for sagen.
        Kørsel 2: Output/runs/2/index.html

        """)
    let nowhere = try reissue(program, .grant, as: "registrering", "--output", "tom")
    #expect(nowhere.code == 2 && nowhere.errors.contains("Der er intet register i mappen tom."))
    #expect(try reissue(program, .grant, as: "opdatering").code == 64)
  }
}
