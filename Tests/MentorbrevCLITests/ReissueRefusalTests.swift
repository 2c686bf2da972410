import Foundation
import Testing

/// What `reissue` refuses, each with its whole message; nothing is issued for the case.
@Suite struct ReissueRefusalTests {
  private static let reasons =
    #""begrundelse": { "faktum": "Du har været syg.", "hensyn": "Du har brug for støtte." }"#
  private static let ownReasons =
    #""begrundelse": { "faktum": "Du klarer mere selv.", "hensyn": "Du har brug for andre timer." }"#
  private static let hours = #"{ "timer": 2, "minutter": 30 }"#

  /// Issues a case, gives another state of it to `reissue`, and returns the message about it.
  private func refusal(_ old: Sample, _ new: Sample, as form: String, kinds: [String] = []) throws -> String {
    let program = try Program()
    try program.write(old, as: "sag.json")
    #expect(try program.run(["issue", "sag.json"] + kinds.flatMap { ["--kind", $0] }).code == 0)
    let files = try program.files().filter { $0.hasSuffix(".html") }
    try program.write(new, as: "ny.json")
    let outcome = try program.run(["reissue", "ny.json", "--as", form, "--date", "2026-10-05"])
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(try program.files().filter { $0.hasSuffix(".html") } == (files + ["runs/2/index.html"]).sorted())
    for secret in Sample.secrets { #expect(!outcome.errors.contains(secret)) }
    let end = """
      ny.json: afvist. Der er ikke udstedt noget for sagen.
      Kørsel 2: Output/runs/2/index.html

      """
    #expect(outcome.errors.hasSuffix(end))
    return String(outcome.errors.dropLast(end.count))
  }

  @Test func makesNoChangeOfAnotherDecision() throws {
    let other = Sample.grant.replacing(#""maal""#, with: #""art": "udskrivning", "maal""#)
    #expect(
      try refusal(.grant, other, as: "rettelse") == """
        ny.json:19:12: fejl: sag 27.36.00-G01-3001-26: Forskellen gør sagen til en anden afgørelse: Art \
        (mentorstoette.art). [reissue-other-decision]
          felt: mentorstoette.art
          hjælp: Skriv den nye afgørelse som en sag, og udsted den med 'mentorbrev issue'. Sagde brevet noget andet \
        end det, der blev besluttet, så skriv selv rettelsen i afgoerelse.berigtigelse.rettelser, og brug issue.

        """)
  }

  /// Only one state of a case can be the one of now, and a dry run says so too.
  @Test func takesACaseOnce() throws {
    let program = try Program()
    try program.write(Sample.grant.numbered("A-1"), as: "a.json")
    try program.write(Sample.grant.numbered("B-1"), as: "b.json")
    #expect(try program.run("issue", "a.json", "b.json").code == 0)
    func line(_ number: String, _ telephone: String) -> String {
      Sample.grant.numbered(number).replacing("20 11 22 33", with: telephone).text.replacing("\n", with: "") + "\n"
    }
    try program.write(
      Data((line("A-1", "20 11 99 99") + line("B-1", "20 11 99 98") + line("A-1", "20 11 99 97")).utf8), as: "ny.jsonl")
    try program.write(Data(line("B-1", "20 11 22 33").utf8), as: "mere.jsonl")
    let words = ["reissue", "ny.jsonl", "mere.jsonl", "--as", "orientering", "--date", "2026-10-05"]
    let help =
      "  hjælp: Find ud af, hvad der gælder, og slet det andet. Det, der stod først, er behandlet; dette er ikke.\n"
    for command in [words + ["--dry-run"], words] {
      let outcome = try program.run(command)
      #expect(outcome.code == 1)
      for (place, said, first) in [
        ("ny.jsonl:3:1: fejl: sag A-1", "på linje 1", "ny.jsonl:1:1"),
        ("mere.jsonl:1:1: fejl: sag B-1", "i en anden fil", "ny.jsonl:2:1"),
      ] {
        let message =
          "\(place): Sagen stod allerede \(said), og kun det ene kan gælde nu. [reissue-twice]\n  felt: sagsnummer\n"
          + "\(help)  note: \(first): her stod sagen først\n"
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
      }
      #expect(outcome.errors.contains("4 sager: 2 "), "\(outcome.errors)")
    }
    // The first one was taken, and the register says nothing of the file.
    #expect(try program.shell("grep -l '20 11 99 99' Output/A-1/*.html").code == 0)
    #expect(try program.shell("grep -l '20 11 99 97' Output/A-1/*.html").code == 1)
    #expect(try !program.text(of: "Output/register.jsonl").contains("ny.jsonl"))
    // What the order leaves out is not met.
    #expect(try program.run(words + ["--only", "B-1"]).errors.contains("reissue-twice"))
    #expect(
      try !program.run("reissue", "ny.jsonl", "--as", "orientering", "--date", "2026-10-05", "--only", "B-1")
        .errors.contains("reissue-twice"))
  }

  /// What a dry run promises is what the run does.
  @Test func findsTakenNamesInADryRunToo() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    try program.write(.grant.replacing("20 11 22 33", with: "20 11 99 99"), as: "ny.json")
    // The day of the plan that was issued.
    let words = ["reissue", "ny.json", "--as", "orientering", "--date", "2026-08-24"]
    for command in [words + ["--dry-run"], words] {
      let outcome = try program.run(command)
      #expect(outcome.code == 1)
      #expect(
        outcome.errors.contains(
          """
          Dokumentet (Min Plan af 2026-08-24) er udstedt før med et andet indhold, og det bliver ikke overskrevet. [issued-before]
            felt: loebenummer
            hjælp: Vælg en anden dag (--date), eller skriv et løbenummer (loebenummer) i sagen.

          """), "\(outcome.errors)")
    }
  }

  @Test func hasNothingToChangeWithoutADecision() throws {
    let more = Sample.grant.replacing(Self.hours, with: #"{ "timer": 4 }"#)
      .replacing(Self.reasons, with: Self.ownReasons)
    #expect(
      try refusal(.grant, more, as: "ny-afgoerelse", kinds: ["min-plan"]) == """
        ny.json:1:1: fejl: sag 27.36.00-G01-3001-26: Sagen har ingen afgørelse eller kontrakt, som kan ændres. \
        [reissue-nothing-decided]
          hjælp: Udsted afgørelsen med 'mentorbrev issue'.

        """)
    let telephone = Sample.grant.replacing("20 11 22 33", with: "20 11 99 99")
    #expect(
      try refusal(.grant, telephone, as: "orientering", kinds: ["min-plan"]) == """
        ny.json:1:1: fejl: sag 27.36.00-G01-3001-26: Sagen har ingen afgørelse, som en orientering kan henvise til. \
        [reissue-nothing-decided]
          hjælp: Er den truffet, før registret begyndte, så skriv dens dato i orientering.bevillingsdato. Ellers brug \
        --as registrering, eller udsted papiret igen med 'mentorbrev issue' under sin egen dato.

        """)
    let mentor = Sample.grant.replacing("Poul Ravn", with: "Kim Birk")
    #expect(
      try refusal(.grant, mentor, as: "orientering", kinds: ["min-plan"]) == """
        ny.json:1:1: fejl: sag 27.36.00-G01-3001-26: Sagen har ingen afgørelse, som et mentorskifte kan henvise til. \
        [reissue-nothing-decided]
          hjælp: Er den truffet, før registret begyndte, så skriv dens dato i mentorskifte.bevillingsdato. Ellers udsted \
        den med 'mentorbrev issue'.

        """)
  }

  @Test func tellsOfNoMentorThatIsNotThere() throws {
    let mentor = """
      ,
        "mentor": {
          "navn": "Poul Ravn",
          "telefon": "20 11 22 33",
          "email": "poul.ravn@boernehuset.example",
          "ansaettelse": "kommune"
        }
      """
    let without = Sample.grant.replacing(mentor, with: "")
      .replacing(#""maal""#, with: #""mentorOplyses": "Vi ringer til dig inden den 20. oktober 2026.", "maal""#)
    #expect(
      try refusal(.grant, without, as: "orientering") == """
        ny.json:1:1: fejl: sag 27.36.00-G01-3001-26: Sagen har ingen mentor længere. [reissue-no-mentor]
          felt: mentor.navn
          hjælp: Skriv den nye mentor i mentor. Er den nye ikke fundet, så skriv dagen efter den gamle mentors sidste dag i \
        mentorskifte.fra, og hvordan og hvornår borgeren får besked, i mentorstoette.mentorOplyses.

        """)
  }

  /// Whoever mends a case sees everything that is in the way, and not one thing after the other.
  @Test func tellsOfEverythingAtOnce() throws {
    let group = Sample.grant.replacing(#""cpr""#, with: #""maalgruppe": "6-7", "cpr""#)
    func ids(_ new: Sample, _ form: String) throws -> [String] {
      try refusal(.grant, new, as: form).matches(of: #/\[(reissue-[a-z-]+)\]\n/#).map { String($0.1) }.sorted()
    }
    let less = group.replacing(Self.hours, with: #"{ "timer": 1 }"#)
    #expect(try ids(less, "rettelse") == ["reissue-burden", "reissue-unsaid"])
    #expect(try ids(less, "orientering") == ["reissue-needs-decision", "reissue-unsaid"])
    let reasons = less.replacing(Self.reasons, with: Self.ownReasons)
    #expect(try ids(reasons, "rettelse") == ["reissue-burden", "reissue-letter-differs", "reissue-unsaid"])
    let words = group.replacing(#""mentor": {"#, with: #""egenTekst": { "afslutning": "Vi ses." }, "mentor": {"#)
    // No letter is made of the target group, and so none takes the words.
    #expect(try ids(words, "rettelse") == ["reissue-letter-differs", "reissue-unsaid"])
    // A letter about another mentor has no place for what nobody has written.
    let change = group.replacing("Poul Ravn", with: "Kim Birk")
    #expect(try ids(change, "orientering") == ["reissue-unsaid"])
    #expect(
      try refusal(.grant, change, as: "orientering").hasSuffix(
        "  hjælp: Kør først --as registrering --only borger.maalgruppe, og derefter --as orientering for resten.\n"))
    let both = change.replacing(Self.hours, with: #"{ "timer": 1 }"#)
    #expect(try ids(both, "orientering") == ["reissue-needs-decision", "reissue-unsaid"])
    let mentor = Sample.grant.replacing(Self.hours, with: #"{ "timer": 1 }"#).replacing("Poul Ravn", with: "Kim Birk")
    #expect(
      try ids(mentor, "ny-afgoerelse") == ["reissue-burden-day", "reissue-same-reasons", "reissue-two-things"])
  }

  @Test func takesNoHearingOfAnEarlierDecision() throws {
    let hearing = #""partshoering": { "sendt": "2026-08-03", "frist": "2026-08-17" }, "begrundelse""#
    let old = Sample.grant.replacing(#""begrundelse""#, with: hearing)
    let less = old.replacing(Self.hours, with: #"{ "timer": 1 }"#).replacing(Self.reasons, with: Self.ownReasons)
      .replacing(#""mentor": {"#, with: #""aendring": { "fra": "2026-11-01" }, "mentor": {"#)
    #expect(
      try refusal(old, less, as: "ny-afgoerelse") == """
        ny.json:1:1: advarsel: sag 27.36.00-G01-3001-26: Perioden er mere end halvt gået, og der er ingen opfølgning \
        (minPlan.opfoelgning). [R44]
          felt: minPlan.opfoelgning
          hjemmel: Styrelsen for Arbejdsmarked og Rekrutterings eftersyn af mentorstøtten i 2019
          hjælp: Tal med borgeren om kontakten til mentoren, og skriv det i minPlan.opfoelgning.
        ny.json:16:21: fejl: sag 27.36.00-G01-3001-26: Høringen (afgoerelse.partshoering) er den samme som før en tidligere \
        afgørelse, og borgeren får mindre. [reissue-same-hearing]
          felt: afgoerelse.partshoering
          hjemmel: forvaltningsloven § 19
          hjælp: Hør borgeren om denne ændring, og skriv høringen, eller skriv grunden til at undlade den.

        """)
  }

  @Test func hasNoDocumentForWhatNoTermOfAContractIs() throws {
    let contract = try Sample.example("mentorkontrakt")
    let telephone = contract.replacing(#""telefon": "48 79 10 20""#, with: #""telefon": "48 79 10 99""#)
    #expect(
      try refusal(contract, telephone, as: "rettelse") == """
        ny.json:37:21: fejl: sag 27.36.00-G01-2377-26: Der er intet dokument, som kan bære forskellen: Arbejdsgiver \
        (mentor.arbejdsgiver). [reissue-nothing-to-make]
          felt: mentor.arbejdsgiver
          hjælp: Brug --as registrering, eller udsted papiret igen med 'mentorbrev issue' under sin egen dato.

        """)
  }

  @Test func cannotSayFormerHoursOfPhasesAsOneNumber() throws {
    let new = try Sample.example("mentorkontrakt")
    let now = #/"timetal": \{[^}]*\}/#
    let phases = """
      "timetal": { "faser": [ { "fra": "2026-07-01", "til": "2026-08-02", "timer": 3 },
        { "fra": "2026-08-03", "til": "2026-12-30", "timer": 4 } ] }
      """
    let old = Sample(text: new.text.replacing(now, with: phases))
    #expect(
      try refusal(old, new, as: "ny-afgoerelse") == """
        ny.json:53:15: fejl: sag 27.36.00-G01-2377-26: Kontraktens tidligere timetal skifter i perioden og kan ikke stå \
        som ét tal. [reissue-contract-hours]
          felt: kontrakt.tillaeg.tidligere.timetal
          hjælp: Skriv kontrakttillægget i sagen: kontrakt.tillaeg med nummer, dato, gaelderFra og aendringer.

        """)
  }

  @Test func givesNoSupportBackAfterAStop() throws {
    let program = try Program()
    let stop = try Sample.example("ophoer")
    try program.write(stop, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let telephone = Sample(text: stop.text.replacing(#/"telefon": "[0-9 ]+"/#, with: #""telefon": "20 11 99 99""#))
    try program.write(telephone, as: "ny.json")
    let outcome = try program.run("reissue", "ny.json", "--as", "orientering", "--date", "2026-11-20")
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(outcome.errors.contains("Den seneste afgørelse i sagen er ophør af "))
    #expect(
      outcome.errors.contains("så borgeren har ingen støtte, der kan ændres eller være som før. [reissue-no-grant]"))
    // Where nothing is granted, no decision that changes it is advised.
    try program.write(stop.replacing("2026-11-30", with: "2026-11-27"), as: "ny.json")
    let less = try program.run("reissue", "ny.json", "--as", "orientering", "--date", "2026-11-20")
    #expect(less.errors.contains("[reissue-no-grant]") && !less.errors.contains("ny-afgoerelse"), "\(less.errors)")
  }

  @Test func cutsNoSupportThatHasBeenGiven() throws {
    let less = Sample.grant.replacing(Self.hours, with: #"{ "timer": 1 }"#)
      .replacing(
        Self.reasons,
        with: Self.ownReasons + #", "partshoering": { "sendt": "2026-09-14", "frist": "2026-09-28" }"#
      )
      .replacing(#""mentor": {"#, with: #""aendring": { "fra": "2026-10-01" }, "mentor": {"#)
    #expect(
      try refusal(.grant, less, as: "ny-afgoerelse") == """
        ny.json:24:24: fejl: sag 27.36.00-G01-3001-26: Borgeren får mindre fra den 1. oktober 2026, men afgørelsen er af \
        5. oktober 2026. Støtte, der er givet, bliver ikke sat ned ved genudstedelse. [reissue-burden-past]
          felt: aendring.fra
          hjælp: Skriv en dag i aendring.fra, der ligger efter afgørelsen. Er der hjemmel til at gå tilbage i tid, så skriv \
        afgørelsen som sin egen sag, og udsted den med 'mentorbrev issue'.

        """)
  }

  @Test func weighsNoWordsOfAGoal() throws {
    let goal = Sample.grant.replacing("Du får et job.", with: "Du får et fritidsjob.")
    #expect(
      try refusal(.grant, goal, as: "rettelse") == """
        ny.json:19:13: fejl: sag 27.36.00-G01-3001-26: Målet eller opgaverne er skrevet om: Mål (mentorstoette.maal). Om \
        borgeren får mindre, kan ikke beregnes. [reissue-burden]
          felt: mentorstoette.maal
          hjemmel: forvaltningsloven §§ 19, 22 og 24
          hjælp: Er det en ny vurdering, så brug --as ny-afgoerelse. Var det en skrivefejl, så skriv selv rettelsen i \
        afgoerelse.berigtigelse.rettelser, og kør igen.

        """)
  }

  /// The second row of a table: the cell of the hours, and where the columns are that lack something.
  @Test func placesProblemsInTheCellsOfATable() throws {
    let program = try Program()
    let header =
      "sagsnummer;myndighed.navn;myndighed.cvr;myndighed.telefon;myndighed.adresse.vej;myndighed.adresse.postnummer;"
      + "myndighed.adresse.by;sagsbehandler.navn;borger.navn;borger.cpr;borger.adresse.vej;borger.adresse.postnummer;"
      + "borger.adresse.by;afgoerelse.type;afgoerelse.dato;afgoerelse.begrundelse.faktum;afgoerelse.begrundelse.hensyn;"
      + "afgoerelse.partshoering.sendt;mentorstoette.maal.type;mentorstoette.maal.tekst;mentorstoette.opgaver.1.omraade;"
      + "mentorstoette.opgaver.1.tekst;mentorstoette.periode.fra;mentorstoette.periode.til;mentorstoette.timetal.timer;"
      + "mentor.navn;mentor.telefon;mentor.ansaettelse\n"
    func row(_ number: String, hours: Int) -> String {
      "\(number);Gribskov Kommune;29188440;72496000;Rådhusvej 3;3200;Helsinge;Bente Kjærgaard;Asta Vind;7205901230;"
        + "Lærkevej 4;3210;Vejby;bevilling;24-08-2026;Du har været syg.;Du har brug for støtte.;;beskaeftigelse;"
        + "Du får et job.;praktisk;Planlægge din uge;07-09-2026;06-12-2026;\(hours);Poul Ravn;20112233;kommune\n"
    }
    try program.write(Data((header + row("A-1", hours: 3) + row("B-1", hours: 3)).utf8), as: "liste.csv")
    #expect(try program.run("issue", "liste.csv").code == 0)
    try program.write(Data((header + row("A-1", hours: 3) + row("B-1", hours: 1)).utf8), as: "ny.csv")
    let less = try program.run("reissue", "ny.csv", "--as", "rettelse", "--date", "2026-10-05")
    #expect(less.errors.contains("[reissue-burden]\n  celle: Y3\n  felt: mentorstoette.timetal\n"), "\(less.errors)")
    let decided = try program.run("reissue", "ny.csv", "--as", "ny-afgoerelse", "--date", "2026-10-05")
    #expect(decided.code == 1)
    // The column is not there: then the row.
    #expect(decided.errors.contains("[reissue-burden-day]\n  felt: aendring.fra\n"), "\(decided.errors)")
    #expect(decided.errors.contains("[reissue-same-reasons]\n  celle: P3\n  felt: afgoerelse.begrundelse\n"))
    #expect(decided.errors.contains("[missing-field]\n  celle: R3\n  felt: afgoerelse.partshoering.sendt\n"))
    #expect(!decided.errors.contains("ny.csv:2:"))
    for secret in Sample.secrets { #expect(!decided.errors.contains(secret)) }
  }

  @Test func placesProblemsInTheRowsOfAList() throws {
    let tasks = #"[ { "omraade": "praktisk", "tekst": "Planlægge din uge" } ]"#
    let all =
      #"[ { "omraade": "praktisk", "tekst": "Planlægge din uge" }, { "omraade": "praktisk", "tekst": "Gå med dig" } ]"#
    let program = try Program()
    try program.write(.grant.replacing(tasks, with: all), as: "sag.json")
    let first = try program.run("issue", "sag.json")
    #expect(first.code == 0, "\(first.errors)")
    // What stands before the value, and a byte order mark, do not move it.
    try program.write(Data(("\u{FEFF}[\n" + Sample.grant.text + "]").utf8), as: "ny.json")
    let outcome = try program.run("reissue", "ny.json", "--as", "rettelse", "--date", "2026-10-05")
    #expect(outcome.errors.hasPrefix("ny.json:21:16: fejl: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("  felt: mentorstoette.opgaver\n"))
  }

  @Test(arguments: ["orientering", "rettelse", "registrering"]) func writesToNoOtherCitizen(_ form: String) throws {
    let other = Sample.grant.replacing("720590-1230", with: "720591-1230")
    let message = try refusal(.grant, other, as: form)
    #expect(
      message.hasPrefix("ny.json:10:12: fejl: sag 27.36.00-G01-3001-26: CPR-nummer (borger.cpr) er et andet, end da "))
    #expect(message.contains("[reissue-other-citizen]\n  felt: borger.cpr\n") && !message.contains("7205"))
  }

  @Test func takesNoWordThatNamesNothing() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let outcome = try program.run(
      "reissue", "sag.json", "--as", "rettelse", "--date", "2026-10-05", "--only", "telefn", "--only", "A-77", "--only",
      "telefon")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: Valget 'telefn' er hverken en slags dokument, et felt eller en sag, der er udstedt i mappen. [reissue-only]
          hjælp: Skriv efter --only fx min-plan, mentor.telefon eller et sagsnummer fra 'mentorbrev register list'.
        fejl: Valget 'A-77' er hverken en slags dokument, et felt eller en sag, der er udstedt i mappen. [reissue-only]
          hjælp: Skriv efter --only fx min-plan, mentor.telefon eller et sagsnummer fra 'mentorbrev register list'.

        """)
  }

  @Test func namesTheFolderWhoseCasesItKnows() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    #expect(try program.run("issue", "sag.json", "--output", "arkiv").code == 0)
    let outcome = try program.run(
      "reissue", "sag.json", "--as", "rettelse", "--date", "2026-10-05", "--only", "telefn", "--output", "arkiv")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("et sagsnummer fra 'mentorbrev register list --output arkiv'.\n"))
  }

  @Test func hasNothingToCompareWithWhenAllIsWithdrawn() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    #expect(try program.run("withdraw", "27.36.00-G01-3001-26", "--reason", "Sendt ved en fejl.").code == 0)
    let outcome = try program.run("reissue", "sag.json", "--as", "registrering", "--date", "2026-10-05")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("Alt, hvad der er udstedt i sagen, er trukket tilbage. [reissue-withdrawn]"))
    let again = try program.run("mark-sent", "27.36.00-G01-3001-26")
    #expect(again.errors == "Der er intet registreret: alle dokumenter er trukket tilbage eller afløst.\n")
  }
}
