import Casework
import Diagnostics
import Fields
import Mentorbrev
import Templating
import Testing

/// Words that depend on the case: tense, who reads, and what the parties have agreed.
@Suite struct LetterWordsTests {
  private func page(_ sample: Sample, _ kind: DocumentKind) throws -> String {
    let documents = try Repository.letterbook().documents(sample, kinds: [kind], as: [.html])
    return try #require(documents.first).text.replacing("\u{A0}", with: " ").split { $0.isWhitespace }
      .joined(separator: " ")
  }

  // MARK: A period that is over

  @Test func tellOfAPeriodThatIsOverInThePast() throws {
    let sample = try Sample(kind: .expiry)
    let last = try sample.text("mentorstoette.periode.til")
    let before = try page(sample, .expiry)
    #expect(before.contains("Hvorfor slutter støtten?") && before.contains("Tal med din mentor om"))
    let onTheDay = try page(
      sample.with("afgoerelse.udloeb", ["nyPeriode": "efter-oenske"]).with("afgoerelse.dato", last), .expiry)
    #expect(onTheDay.contains("<h1>Din mentorstøtte slutter den 7. juni 2026</h1>"))
    // Months before the end it is not soon.
    let early = try page(
      sample.with("afgoerelse.udloeb", ["nyPeriode": "efter-oenske"]).with("afgoerelse.dato", "2026-01-07"), .expiry)
    #expect(early.contains("<h1>Din mentorstøtte slutter den 7. juni 2026</h1>") && !early.contains("snart"))
    let after = try page(
      sample.with("afgoerelse.udloeb", ["nyPeriode": "efter-oenske"]).with("afgoerelse.dato", "2026-06-08"), .expiry)
    #expect(last == "2026-06-07")
    for words in [
      "<h1>Din mentorstøtte er slut</h1>", "Hvorfor sluttede støtten?", "Støtten sluttede, fordi den var givet",
      "Din mentor var", "Fortæl os også gerne, hvad du har fået ud af støtten",
    ] { #expect(after.contains(words), "\(words)") }
    #expect(!after.contains("Støtten slutter") && !after.contains("Tal med din mentor"))
  }

  /// Earlier support is use of the right: the citizen would else count the six months from the new period.
  @Test func nameTheDayFromWhichTheSixMonthsRun() throws {
    let first = try Sample(kind: .educationStart)
    let later = first.with("afgoerelse.dato", "2026-10-19").with("afgoerelse.ansoegning.dato", "2026-10-12")
      .with("mentorstoette.periode", ["fra": "2026-11-01", "til": "2026-12-31"])
      .with("mentorstoette.tidligerePerioder", [["fra": "2026-08-10", "til": "2026-09-30"]])
    let words = "Du begyndte at bruge retten den 10. august 2026. De 6 måneder tæller fra den dag."
    #expect(try page(later, .educationStart).contains(words))
    #expect(!(try page(first, .educationStart)).contains("Du begyndte at bruge retten"))
    let record = try #require(
      try Repository.letterbook().documents(later, kinds: [.educationStart], as: [.xml]).first)
    #expect(record.text.contains("<brugtFra>2026-08-10</brugtFra>"))
  }

  /// BAB § 134: the letter is digital, and the plan is not.
  @Test func promiseAPlanOnPaperToWhomeverCannotUseTheDigitalOne() throws {
    let sample = try Sample.ordinary()
    let letter = try page(sample.with("minPlan.paaPapir", true), .grant)
    #expect(letter.contains("Du får planen på papir.") && letter.contains("i Digital Post"))
    #expect(!letter.contains("Jobnet"))
    #expect(try page(sample, .grant).contains("Du kan se planen på Jobnet."))
    #expect(try page(sample.with("minPlan.paaPapir", true), .minPlan).contains("Du får planen på papir."))
  }

  @Test func endASentenceInOneFullStop() throws {
    let sample = try Sample(kind: .educationStart).with("mentor.navn", "Vibeke Stenderup jr.")
      .with("myndighed.telefontid", "mandag-fredag kl. 9-12.")
      .with("mentorstoette.uddannelse.institution", "Nordskov Erhvervsskole m.fl.")
    let documents = try Repository.letterbook().documents(sample, kinds: [.educationStart])
    let letter = try page(sample, .educationStart)
    for words in [
      "Din mentor er Vibeke Stenderup jr.</p>", "Telefonen er åben mandag-fredag kl. 9-12.", "Erhvervsskole m.fl.",
    ] { #expect(letter.contains(words), "\(words)") }
    #expect(documents.allSatisfy { !$0.text.contains("..") })
    let named = try page(sample.with("mentorstoette.uddannelse.institution", "Nordskov Lær Nu!"), .educationStart)
    #expect(named.contains("Nordskov Lær Nu!") && !named.contains("Nu!."))
  }

  @Test func tellOfADischargeThatIsOverInThePast() throws {
    let sample = try Sample(kind: .dischargeCoordinator)
    let before = try page(sample, .dischargeCoordinator)
    let onTheDay = try page(sample.with("mentorstoette.udskrivning.dato", "2026-04-13"), .dischargeCoordinator)
    let after = try page(sample.with("mentorstoette.udskrivning.dato", "2026-03-31"), .dischargeCoordinator)
    let coming = [
      "<h1>Du får en mentor ved din udskrivning</h1>", "som støtter dig, når du udskrives.",
      "Afdelingen eller din læge kan også komme", "Du ventes udskrevet",
    ]
    let past = [
      "<h1>Du får en mentor efter din udskrivning</h1>", "som støtter dig, nu hvor du er udskrevet.",
      "Afdelingen, du blev udskrevet fra, eller din læge kan også komme", "Du blev udskrevet",
    ]
    for words in coming {
      #expect(before.contains(words) && onTheDay.contains(words) && !after.contains(words), "\(words)")
    }
    for words in past {
      #expect(after.contains(words) && !before.contains(words) && !onTheDay.contains(words), "\(words)")
    }
  }

  @Test func tellOfSupportThatDoesNotBegin() throws {
    let sample = try Sample(kind: .stop).with("ophoer.sidsteDag", nil).with("ophoer.begynderIkke", true)
      .with("mentorstoette.periode.fra", "2026-11-02")
    let letter = try page(sample, .stop)
    for words in [
      "<h1>Din mentorstøtte begynder ikke</h1>",
      "Du får ikke den mentorstøtte, som skulle begynde den 2. november 2026.",
      "<h2>Derfor begynder støtten ikke</h2>", "Støtten begynder altså ikke, selv om du klager.",
    ] { #expect(letter.contains(words), "\(words)") }
    #expect(!letter.contains("Din mentorstøtte stopper") && !letter.contains("sidste dag, du kan få støtte"))
    let record = try Repository.letterbook().documents(sample, kinds: [.stop], as: [.xml])
    #expect(record.first?.text.contains("<begynderIkke/>") == true)
    #expect(record.first?.text.contains("sidsteDag>2026-12") == false)
  }

  @Test func tellOfSupportThatRunsBesideARefusal() throws {
    let sample = try Sample(kind: .refusal)
    let plain = try page(sample, .refusal)
    #expect(plain.contains("<h1>Du får ikke mentorstøtte</h1>") && !plain.contains("Den støtte, du har nu"))
    let date = try sample.text("afgoerelse.dato")
    func refused(_ last: String) throws -> String {
      try page(sample.with("mentorstoette.tidligerePerioder", [["fra": "2026-01-01", "til": last]]), .refusal)
    }
    let running = try refused(date)
    for words in [
      "<h1>Du får ikke mere mentorstøtte</h1>", "Den støtte, du har nu, fortsætter til og med den",
      "Når den slutter, kan du efter en konkret vurdering få en ny periode på op til 6 måneder.",
    ] { #expect(running.contains(words), "\(words)") }
    let over = try refused("2026-01-31")
    #expect(over.contains("<h1>Du får ikke mentorstøtte</h1>") && !over.contains("Den støtte, du har nu"))
    #expect(over.contains("Når den slutter, kan du efter en konkret vurdering"))
    let coming = try page(
      sample.with("mentorstoette.tidligerePerioder", [["fra": "2026-11-01", "til": "2026-12-31"]]), .refusal)
    #expect(
      coming.contains(
        "Afslaget ændrer ikke den støtte, du får fra den 1. november 2026 til og med den 31. december 2026."))
    #expect(!coming.contains("Den støtte, du har nu") && !running.contains("Afslaget ændrer ikke"))
    let beginsToday = try page(
      sample.with("mentorstoette.tidligerePerioder", [["fra": date, "til": "2026-12-31"]]), .refusal)
    #expect(beginsToday.contains("Den støtte, du har nu, fortsætter til og med den 31. december 2026."))
  }

  @Test func tellOfTheRestOfTheRightAfterADischarge() throws {
    let words = "Den har du ret til i mindst 6 måneder i alt. Fortæl os, hvis du vil bruge resten."
    let sample = try Sample(kind: .expiry)
    #expect(!(try page(sample, .expiry)).contains(words))
    let short = sample.with("mentorstoette.art", "udskrivning").with("mentorstoette.periode.fra", "2026-03-08")
    let page = try page(short, .expiry)
    #expect(page.contains(words) && page.contains("§ 167, stk. 2"))
  }

  private static let counted = "Den tid tæller med i de 6 måneder."

  /// The rest of the right, after support from 1 March to 7 June.
  @Test func tellOfEarlierSupportThatCounts() throws {
    let sample = try Sample(kind: .dischargeCoordinator)
    #expect(!(try page(sample, .dischargeCoordinator)).contains(Self.counted))
    let rest = sample.with("afgoerelse.dato", "2026-06-20").with("mentorstoette.udskrivning.dato", "2026-03-01")
      .with("mentorstoette.timetal", ["timer": 2])
      .with("mentorstoette.tidligerePerioder", [["fra": "2026-03-01", "til": "2026-06-07"]])
    func granted(_ sample: Sample, from: String, to: String = "2026-10-01") throws -> String {
      try page(sample.with("mentorstoette.periode", ["fra": from, "til": to]), .dischargeCoordinator)
    }
    let words = "mentorstøtte fra den 1. marts 2026 til og med den 7. juni 2026. \(Self.counted)"
    #expect(try granted(rest, from: "2026-06-22").contains("<p>Du fik \(words)</p>"))
    #expect(
      try granted(rest.with("afgoerelse.dato", "2026-06-01"), from: "2026-06-08").contains("<p>Du får \(words)</p>"))
    #expect(!(try granted(rest, from: "2026-06-22", to: "2026-12-21")).contains(Self.counted))
  }

  // MARK: The right around a discharge, in other decisions than the first

  private func ofDischarge(_ sample: Sample, _ date: String, _ wish: String? = nil) -> Sample {
    let discharge = ["dato": date, "borgerSpurgt": date, "regionenUnderrettet": date]
    return sample.with("mentorstoette.art", "udskrivning").with("mentorstoette.udskrivning", discharge)
      .with("mentorstoette.udskrivning.kortereEfterOenske", wish)
      .with("mentor.kompetencer", "Bodil har arbejdet ni år i psykiatrien.")
  }

  @Test(arguments: [
    (DocumentKind.reconsideration, "2026-10-18", "2026-12-31"), (.partialGrant, "2026-09-01", "2026-12-31"),
    (.change, "2026-06-01", "2026-12-12"),
  ])
  func tellOfTheRightAndTheWish(_ kind: DocumentKind, _ date: String, _ last: String) throws {
    var sample = try Sample(kind: kind)
    if kind == .reconsideration { sample = sample.with("genvurdering.udfald", "medhold") }
    let cut = sample.with("mentorstoette.periode.til", last)
    let wished = try page(ofDischarge(cut, date, "Du vil klare dig selv."), kind)
    for words in [
      "<h3>Din ret</h3>", "Du blev udskrevet fra psykiatrisk indlæggelse den",
      "Du har ret til støtte i mindst 6 måneder i alt.",
      "Du bestemmer selv, om du vil bruge retten.",
      "Du har selv ønsket støtte i kortere tid. Fortryder du, så kontakt os.",
      "<p>Bodil har arbejdet ni år i psykiatrien.</p>",
    ] { #expect(wished.contains(words), "\(words)") }
    // Nobody is told twice who has the right.
    #expect(!wished.contains("Personer i lovens målgrupper har ret til"))
    let ordinary = try page(cut.with("mentor.kompetencer", "Bodil har arbejdet ni år i psykiatrien."), kind)
    #expect(!ordinary.contains("Din ret") && !ordinary.contains("i psykiatrien") && !ordinary.contains("selv ønsket"))
  }

  @Test func tellOfNoWishWhereThereIsNone() throws {
    let sample = try Sample(kind: .reconsideration).with("genvurdering.udfald", "medhold")
      .with("mentorstoette.periode", ["fra": "2026-11-02", "til": "2027-05-01"])
    let page = try page(ofDischarge(sample, "2026-10-18"), .reconsideration)
    #expect(page.contains("Du bestemmer selv, om du vil bruge retten.") && !page.contains("Du har selv ønsket"))
  }

  @Test func tellAComplainerWhoIsRefusedOfNoRightOfTheirOwn() throws {
    let page = try page(
      Sample(golden: "genvurdering-fastholdt").with("mentorstoette", ["art": "udskrivning"]), .reconsideration)
    #expect(page.contains("Personer i lovens målgrupper har ret til") && !page.contains("Din ret"))
  }

  @Test(arguments: [
    (DocumentKind.reconsideration, "2026-10-19", "bliver"), (.partialGrant, "2026-06-01", "blev"),
    (.change, "2026-06-01", "blev"),
  ])
  func tellOfTheRightAtTheStartOfAnEducation(_ kind: DocumentKind, _ admitted: String, _ verb: String) throws {
    var sample = try Sample(kind: kind)
    if kind == .reconsideration { sample = sample.with("genvurdering.udfald", "medhold") }
    let date = try CalendarDate(iso: sample.text("afgoerelse.dato"))!
    let from = try CalendarDate(iso: sample.text("mentorstoette.periode.fra"))!
    let day = verb == "bliver" ? date.adding(days: 1) : CalendarDate(iso: admitted)!
    let education = [
      "navn": "hf", "institution": "Nordskov Gymnasium", "kompetence": "studie", "optaget": day.description,
    ]
    let right = sample.with("borger.maalgruppe", "6-4").with("mentorstoette.maal.type", "uddannelse")
      .with("mentorstoette.art", "uddannelsesstart").with("mentorstoette.uddannelse", education)
      .with("mentorstoette.periode.fra", max(from, day).description)
    let letter = try page(right, kind)
    for words in [
      "<h3>Din uddannelse</h3>", "Den \(day.danish) \(verb) du optaget på denne uddannelse: hf, Nordskov Gymnasium.",
      "Uddannelsen giver studiekompetence. Du har ret til mentorstøtte i op til 6 måneder fra den dag, du begynder",
      "Du bestemmer selv, om du vil bruge retten.",
      "Reglen om en mentor ved start på en uddannelse står i",
    ] { #expect(letter.contains(words), "\(words)") }
    #expect(letter.contains("§ 167, stk. 3") && !letter.contains("Unge i bestemte målgrupper har ret"))
    #expect(!(try page(sample, kind)).contains("Din uddannelse"))
  }

  @Test func tellOfNoRightAtTheStartOfAnEducationBeforeTheLawHadOne() throws {
    let education = [
      "navn": "hf", "institution": "Nordskov Gymnasium", "kompetence": "studie", "optaget": "2021-08-02",
    ]
    let sample = try Sample(golden: "delvis-bevilling-udskrivning").with("afgoerelse.dato", "2021-08-09")
      .with("borger.maalgruppe", "6-4").with("mentorstoette.udskrivning", nil)
      .with("mentorstoette.art", "uddannelsesstart").with("mentorstoette.uddannelse", education)
      .with("mentorstoette.periode", ["fra": "2021-08-16", "til": "2022-02-15"])
    let letter = try page(sample, .partialGrant)
    #expect(
      letter.contains("blev du optaget på denne uddannelse: hf") && letter.contains("Du kan få mentorstøtte, når"))
    #expect(!letter.contains("Du har ret til mentorstøtte") && !letter.contains("bruge retten"))
    #expect(!letter.contains("§ 167, stk. 3"))
  }

  // MARK: What a caseworker writes is there to read

  @Test func tellAFirstMentorsCompetence() throws {
    let words = "Bodil har arbejdet ni år i psykiatrien."
    let sample = try Sample(golden: "mentorskifte-foerste").with("mentor.kompetencer", words)
    let from = try sample.text("mentorstoette.periode.fra")
    let discharge = sample.with("mentorstoette.art", "udskrivning")
      .with("mentorstoette.udskrivning", ["dato": from, "borgerSpurgt": from, "regionenUnderrettet": from])
    #expect(try page(discharge, .mentorChange).contains("<p>\(words)</p>"))
    #expect(!(try page(sample, .mentorChange)).contains(words))
    let record = try Repository.letterbook().documents(discharge, kinds: [.mentorChange], as: [.xml])
    #expect(record.first?.text.contains("<kompetencer>\(words)</kompetencer>") == true)
  }

  @Test func tellAllReasonsOfALateComplaint() throws {
    let reasons = [
      "faktum": "Klagen kom to uger for sent.", "hensyn": "Fristen er klar.", "andenHjaelp": "Ring til os.",
    ]
    let sample = try Sample(golden: "genvurdering-for-sen").with("afgoerelse.begrundelse", reasons)
    let letter = try page(sample, .reconsideration)
    #expect(letter.contains("<h2>Derfor ser vi ikke på sagen igen</h2>") && letter.contains("Klagefristen står i § 67"))
    let record = try Repository.letterbook().documents(sample, kinds: [.reconsideration], as: [.xml])
    for words in reasons.values {
      #expect(letter.contains(words) && record.first?.text.contains(words) == true, "\(words)")
    }
    // The support is not looked at, so its rule is none of this letter's.
    #expect(!letter.contains("§ 167") && record.first?.text.contains("§\u{A0}167") == false)
    #expect(!(try page(Sample(golden: "genvurdering-for-sen"), .reconsideration)).contains("Derfor ser vi ikke"))
  }

  @Test func tellTwoTasksApartThatDifferInTheirNatureAlone() throws {
    let task = "Gå med dig til de første møder"
    let sample = try Sample(kind: .change).with("mentorstoette.opgaver", [["omraade": "praktisk", "tekst": task]])
      .with("aendring.foer", ["opgaver": [["omraade": "personlig", "tekst": task]]])
      .with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
    let letter = try page(sample, .change)
    for area in ["Personlig", "Praktisk"] {
      #expect(letter.contains("<span class=\"omraade\">\(area) støtte:</span> \(task)</li>"), "\(area)")
    }
  }

  // MARK: Hours that are refused, or given after a complaint

  @Test(arguments: [DocumentKind.partialGrant, .reconsideration])
  func tellHowTheHoursAreSetAtAnEmployer(_ kind: DocumentKind) throws {
    let sample = try Sample(kind: kind)
    for (employment, words) in [("virksomhed", "med virksomheden"), ("uddannelsesinstitution", "med den")] {
      for (output, rule) in [(Output.html, "Reglen om timetallet står i"), (.xml, "§ 169, stk. 3")] {
        let documents = try Repository.letterbook().documents(
          sample.with("mentor.ansaettelse", employment), kinds: [kind], as: [output])
        let text = try #require(documents.first).text.replacing("\u{A0}", with: " ")
        #expect(text.contains("§ 169, stk. 3") && text.contains(rule), "\(employment)")
        #expect(output == .xml || text.contains("fastsætter vi timetallet i samarbejde \(words)"), "\(employment)")
      }
    }
    for employment in ["kommune", "ekstern"] {
      let other = try page(sample.with("mentor.ansaettelse", employment), kind)
      #expect(!other.contains("§ 169"), "\(employment)")
    }
  }

  @Test func tellOfNoHoursWhereNothingIsGiven() throws {
    #expect(!(try page(Sample(golden: "genvurdering-fastholdt"), .reconsideration)).contains("§ 169"))
  }

  // MARK: Support whose period is over when it is given

  private static let over =
    "Perioden er gået. Fortæl os, om du har brug for mere støtte. Så tager vi stilling til det nu."
  private static let ahead = [
    "Aftal med din mentor, hvor og hvornår I mødes.", "Inden perioden slutter, tager vi sammen med dig stilling til",
    "Fortæl os det, hvis der sker ændringer",
  ]

  @Test(arguments: [DocumentKind.grant, .partialGrant, .reconsideration])
  func tellOfAGrantWhosePeriodIsOver(_ kind: DocumentKind) throws {
    let sample = try Sample(kind: kind)
    let date = try CalendarDate(iso: sample.text("afgoerelse.dato"))!
    func granted(to last: CalendarDate) throws -> String {
      let period = ["fra": last.adding(days: -60).description, "til": last.description]
      return try page(sample.with("mentorstoette.periode", period).with("mentorstoette.timetal", ["timer": 2]), kind)
    }
    let past = try granted(to: date.adding(days: -1))
    #expect(past.contains(Self.over) && past.contains("Min Plan"))
    for words in Self.ahead { #expect(!past.contains(words), "\(words)") }
    let onTheDay = try granted(to: date)
    #expect(!onTheDay.contains(Self.over))
    for words in Self.ahead { #expect(onTheDay.contains(words), "\(words)") }
  }

  @Test func proposeNoMeetingToBeginSupportThatIsOver() throws {
    let sample = try Sample(kind: .dischargeCoordinator)
    #expect(try page(sample, .dischargeCoordinator).contains("Vi foreslår at begynde med et møde"))
    let late = try page(sample.with("afgoerelse.dato", "2026-12-24"), .dischargeCoordinator)
    #expect(late.contains(Self.over) && !late.contains("Vi foreslår at begynde"))
  }

  // MARK: Words of a letter without a mentor or without hours

  @Test func tellSinceWhenThereIsNoMentor() throws {
    let sample = try Sample(golden: "mentorskifte-senere")
    let date = try sample.text("afgoerelse.dato")
    func change(from day: String) throws -> String { try page(sample.with("mentorskifte.fra", day), .mentorChange) }
    let before = CalendarDate(iso: date)!.adding(days: -1).description
    let missing = "har du ikke haft en mentor. Vi er ved at finde en ny."
    let since = try change(from: before)
    #expect(since.contains("Siden den") && since.contains(missing) && !since.contains("skal du have en ny mentor"))
    let today = try change(from: date)
    #expect(today.contains("skal du have en ny mentor, som vi er ved at finde.") && !today.contains(missing))
  }

  @Test(arguments: [DocumentKind.grant, .minPlan]) func tellOfAPauseInOneWay(_ kind: DocumentKind) throws {
    let phases: [[String: Any]] = [
      ["fra": "2026-06-15", "til": "2026-06-30", "timer": 2], ["fra": "2026-07-01", "til": "2026-07-31", "timer": 0],
      ["fra": "2026-08-01", "til": "2026-12-14", "timer": 2],
    ]
    let paused = try Sample(kind: kind).with("mentorstoette.timetal", ["faser": phases])
      .with("mentorstoette.periode", ["fra": "2026-06-15", "til": "2026-12-14"])
    let page = try page(paused, kind)
    #expect(page.contains("<li>Pause, ingen timer, fra den 1. juli 2026 til og med den 31. juli 2026</li>"))
    #expect(page.contains("<li>2 timer om ugen fra den") && !page.contains("Pause ("))
  }

  // MARK: Who may complain

  private static var guardian: [String: Any] {
    [
      "rolle": "vaerge", "navn": "Torben Eskildsen", "kanal": "papir",
      "adresse": ["vej": "Nordre Strandvej 210", "postnummer": "3250", "by": "Gilleleje"],
    ]
  }

  @Test func tellAGuardianInTheCitizensPlaceWhereTheDeadlineBegins() throws {
    let words = "Klagefristen løber fra den dag, du fik brevet."
    let sample = try Sample(kind: .grant)
    #expect(try page(sample.with("modtagere", [Self.guardian]), .grant).contains(words))
    let documents = try Repository.letterbook().documents(
      sample.with("modtagere", [["rolle": "borger"], Self.guardian]), kinds: [.grant], as: [.html])
    #expect(documents.count == 2 && documents.allSatisfy { !$0.text.contains("Klagefristen løber fra den dag") })
  }

  @Test(arguments: ["genvurdering-fastholdt", "genvurdering-for-sen"])
  func tellNobodyOfAComplaintAboutALetterThatDecidesNothing(_ name: String) throws {
    let page = try page(Sample(golden: name).with("modtagere", [Self.guardian]), .reconsideration)
    #expect(page.contains("Du får dette brev, fordi du er værge for") && !page.contains("Du kan klage for"))
    #expect(page.contains("Vores afgørelse gælder, selv om du har klaget."))
  }

  @Test func tellAGuardianOfAComplaintAboutCorrectedSupport() throws {
    let page = try page(Sample(golden: "berigtigelse-af-timer").with("modtagere", [Self.guardian]), .correction)
    #expect(page.contains("når sagen hører under dit værgemål.") && !page.contains("Klagefristen løber"))
  }

  // MARK: Letters that decide nothing

  @Test(arguments: [DocumentKind.mentorChange, .information, .expiry, .hearing])
  func doNotTellAGuardianOfAComplaint(_ kind: DocumentKind) throws {
    let page = try page(Sample(kind: kind).with("modtagere", [Self.guardian]), kind)
    #expect(page.contains("Du får dette brev, fordi du er værge for"))
    #expect(!page.contains("Du kan klage for"))
  }

  @Test func informationTellsOfEachFactWhatItIsAndFromWhen() throws {
    let sample = try Sample(golden: "orientering-uden-stoette")
    let mixed = try page(sample, .information)
    for words in [
      "Dette er nyt: vores åbningstid, telefontid om fredagen og indgang med elevator.",
      "Vores afgørelse af 20. marts 2023 gælder stadig. Du får den samme støtte som før.",
      "<td title=\"Før\">Ikke oplyst</td>", "Gælder ikke længere", "Fra den 1. juni 2023", "Fra den 12. maj 2023",
      "Brevet er en orientering, ikke en ny afgørelse. Det giver ikke en ny klagefrist.",
    ] { #expect(mixed.contains(words), "\(words)") }
    // What the case does not tell of the support is not told of it.
    #expect(!mixed.contains("Det er det samme som før"))
    let row = ["hvad": "mødested", "nu": "Lokale 31", "gaelderFra": "2023-06-01"]
    let one = try page(sample.with("orientering.aendringer", [row]), .information)
    #expect(one.contains("Dette er nyt fra den 1. juni 2023: mødested."))
    #expect(!one.contains(">Før<") && !one.contains("Fra den 1. juni 2023"))
  }

  @Test func informationTellsOfThePlanThatIsWrittenAgain() throws {
    let sample = try Sample(kind: .information)
    #expect(
      try page(sample, .information).contains(
        "Vi opdaterer også Min Plan. Det nye står i planen fra den 19. oktober 2026."))
    let holistic = try page(sample.with("minPlan.helhedsorienteretPlan", true), .information)
    #expect(
      holistic.contains(
        "Vi opdaterer også din helhedsorienterede plan. Det nye står i planen fra den 19. oktober 2026."))
    #expect(!holistic.contains("Min Plan"))
    #expect(!(try page(Sample(golden: "orientering-kun-nyt"), .information).contains("Min Plan")))
  }

  @Test func aMentorChangePromisesNoReasonThatIsNotThere() throws {
    let sample = try Sample(kind: .mentorChange)
    #expect(try page(sample, .mentorChange).contains("<h2>Derfor får du en ny mentor</h2>"))
    let untold = sample.with("mentorskifte.aarsag", nil)
    let silent = try page(untold, .mentorChange)
    #expect(silent.contains("<h2>Din tidligere mentor</h2> <p>Du skifter fra Kim Rask.</p>"))
    #expect(!silent.contains("Derfor får du"))
    let own = try page(untold.with("egenTekst", ["begrundelse": "Kim har fået et andet arbejde."]), .mentorChange)
    #expect(own.contains("<h2>Derfor får du en ny mentor</h2>") && own.contains("Kim har fået et andet arbejde."))
  }

  // MARK: Corrections

  @Test func aCorrectionOfTheSupportTellsHowToComplainAndGivesNoDeadline() throws {
    let sample = try Sample(golden: "berigtigelse-af-timer")
    let support = try page(sample, .correction)
    for words in [
      "Vi har ikke truffet en ny afgørelse.",
      "Vi retter også Min Plan. Det rigtige står i planen fra den 3. september 2026.",
      "Du kan klage over afgørelsen om din støtte til Ankestyrelsens Beskæftigelsesudvalg.",
      "Klagefristen står i afgørelsen. Er den gået, kan du stadig sende en klage.",
      "Ankestyrelsen kan se bort fra, at fristen er overskredet, når der er en særlig grund.",
      "§ 67 i lov om retssikkerhed og administration på det sociale område",
      "kan du bede os om en ny afgørelse. Ring på telefon <a href=\"tel:72496000\">72 49 60 00</a>",
      "Rådhusvej 3, 3200 Helsinge",
    ] { #expect(support.contains(words), "\(words)") }
    // Whether a correction gives a new deadline is not confirmed: neither yes nor no, and no last day.
    #expect(!support.contains("ny klagefrist") && !support.contains("senest den"))
    let telephone = ["hvad": "Din mentors telefon", "stod": "28 11 40 93", "skulleStaa": "28 11 40 39"]
    let other = try page(sample.with("afgoerelse.berigtigelse.rettelser", [telephone]), .correction)
    #expect(other.contains("Rettelsen handler ikke om, hvordan du klager. Den giver ikke en ny klagefrist."))
    #expect(!other.contains("Ankestyrelsen"))
    #expect(
      other.contains("kan du bede os om en ny afgørelse. Ring på telefon <a href=\"tel:72496000\">72 49 60 00</a>"))
    let wrong = try page(sample.with("afgoerelse.berigtigelse.klagevejledningVarForkert", true), .correction)
    #expect(wrong.contains("er fristen den 1. oktober 2026") && !wrong.contains("Klagefristen står i afgørelsen"))
  }

  @Test func aCorrectionTellsOfThePlanAsItIs() throws {
    let sample = try Sample(golden: "berigtigelse-af-timer")
    let kept = try page(sample.with("minPlan", nil), .correction)
    #expect(kept.contains("Står fejlen også i Min Plan, retter vi den også dér."))
    let holistic = try page(sample.with("minPlan", ["helhedsorienteretPlan": true]), .correction)
    #expect(holistic.contains("Står fejlen også i din helhedsorienterede plan, retter vi den også dér."))
    #expect(!holistic.contains("Min Plan"))
    let deadline = ["hvad": "Vores telefon", "stod": "72 49 60 01", "skulleStaa": "72 49 60 00"]
    let other = try page(
      sample.with("minPlan", nil).with("afgoerelse.berigtigelse.rettelser", [deadline]), .correction)
    #expect(!other.contains("Min Plan"))
  }

  // MARK: Changes

  @Test func aChangeSaysFirstWhatTheCitizenGetsLessOf() throws {
    let less = try page(Sample(kind: .change), .change)
    #expect(
      less.contains(
        "Du får færre timer med din mentor og hjælp til færre opgaver.</span> Ændringen gælder fra den 1. oktober 2026."
      ))
    #expect(!less.contains("ændrer vi din mentorstøtte"))
    let sample = try Sample(golden: "aendring-kortere-periode")
    #expect(
      try page(sample, .change).contains(
        "Din mentorstøtte slutter den 31. oktober 2026 og ikke den 14. december 2026.</span> Ændringen gælder fra den"))
    let late = sample.with("mentorstoette.periode", ["fra": "2026-11-02", "til": "2026-12-14"])
      .with("aendring.foer.periode", ["fra": "2026-10-01", "til": "2026-12-14"])
      .with("aendring.fra", "2026-10-01")
    #expect(
      try page(late, .change).contains(
        "Din mentorstøtte begynder først den 2. november 2026 og ikke den 1. oktober 2026. Den slutter den 14. december 2026."
      ))
    let both = late.with("mentorstoette.periode", ["fra": "2026-11-02", "til": "2026-11-30"])
    #expect(
      try page(both, .change).contains(
        "og ikke den 1. oktober 2026. Den slutter den 30. november 2026 og ikke den 14. december 2026."))
    let pause = late.with("aendring.foer.periode", ["fra": "2026-06-15", "til": "2026-12-14"])
    #expect(
      try page(pause, .change).contains(
        "Din mentorstøtte holder pause fra den 1. oktober 2026 og begynder igen den 2. november 2026. Den slutter den 14. december 2026."
      ))
    let phases = [
      ["fra": "2026-06-15", "til": "2026-09-30", "timer": 4],
      ["fra": "2026-10-01", "til": "2026-10-31", "timer": 1], ["fra": "2026-11-01", "til": "2026-12-14", "timer": 6],
    ]
    let mixed = try Sample(kind: .change).with("mentorstoette.timetal", ["faser": phases])
    #expect(try page(mixed, .change).contains("Du får færre timer med din mentor i en del af perioden"))
    let more = try page(Sample(golden: "aendring-flere-timer"), .change)
    #expect(more.contains("Fra den 1. oktober 2026 ændrer vi din mentorstøtte. Det er kun det,"))
  }

  @Test func aChangeOfHoursCitesTheRuleOfItsMentor() throws {
    let rule = "§ 169, stk. 3, i lov om en aktiv beskæftigelsesindsats"
    let sample = try Sample(kind: .change)
    let company = try page(sample, .change)
    #expect(company.contains(rule) && company.contains("fastsætter vi timetallet i samarbejde med virksomheden"))
    #expect(company.contains("§ 52 i bekendtgørelse om en aktiv beskæftigelsesindsats"))
    for employment in ["kommune", "ekstern"] {
      let other = try page(sample.with("mentor.ansaettelse", employment), .change)
      #expect(!other.contains(rule) && other.contains("§ 52 i bekendtgørelse"), "\(employment)")
    }
    // The tasks alone are no hours.
    let tasks = try page(sample.with("aendring.foer.timetal", nil), .change)
    #expect(!tasks.contains(rule) && tasks.contains("§ 52 i bekendtgørelse"))
  }

  @Test func aTableOfChangesSaysFromWhichDay() throws {
    let change = try page(Sample(kind: .change), .change)
    #expect(change.contains("<th scope=\"col\">Fra den 1. oktober 2026</th>"))
    #expect(change.contains("<td title=\"Fra den 1. oktober 2026\">2 timer om ugen</td>"))
    let supplement = try page(Sample(kind: .contractSupplement), .contractSupplement)
    #expect(supplement.contains("<th scope=\"col\">Fra den 1. august 2026</th>"))
    for page in [change, supplement, try page(Sample(kind: .information), .information)] {
      #expect(!page.contains(">Nu<"))
    }
  }

  @Test func aSupplementThatCorrectsSaysWhatStood() throws {
    let sample = try Sample(golden: "kontrakttillaeg-rettelse")
    let correction = try page(sample, .contractSupplement)
    for words in [
      "Tillægget retter en fejl i kontrakten af 27. april 2026. Det rettede gælder fra den 4. maj 2026.",
      "<th scope=\"col\">Der stod</th>", "Højst timer fra den 4. maj 2026", "Rettelsen sker af denne grund:",
      "Det rettede gælder også for timer, der allerede er givet fra og med den 4. maj 2026.",
      "Tillægget ændrer ikke den afgørelse, som personen har fået. Det retter kun det, der stod i kontrakten.",
    ] { #expect(correction.contains(words), "\(words)") }
    // It was wrong from the first day: there is nothing before, and nothing to decide.
    for words in ["gælder de tidligere vilkår", "det tidligere loft", "Kræver ændringen en ny afgørelse"] {
      #expect(!correction.contains(words), "\(words)")
    }
    let agreed = try page(sample.with("kontrakt.tillaeg.rettelse", nil), .contractSupplement)
    #expect(agreed.contains("De nye vilkår gælder fra den") && agreed.contains("Kræver ændringen en ny afgørelse"))
  }

  @Test func aSupplementSaysOfWhichDayItsRateIs() throws {
    let sample = try Sample(kind: .contractSupplement)
    #expect(try page(sample, .contractSupplement).contains("Timesatsen er opgjort på tillæggets dato."))
    let same = sample.with("kontrakt.tillaeg.tidligere.timeloen", nil)
    #expect(try page(same, .contractSupplement).contains("Timesatsen er opgjort på kontraktens dato."))
    // What is corrected is what the contract should have said.
    let correction = sample.with("kontrakt.tillaeg.rettelse", true)
    #expect(try page(correction, .contractSupplement).contains("Timesatsen er opgjort på kontraktens dato."))
    let fee = sample.with("mentor.ansaettelse", "ekstern").with("kontrakt.loen", ["honorar": 475])
    #expect(try page(fee, .contractSupplement).contains("Honoraret er fast i resten af perioden."))
    let sameFee = fee.with("kontrakt.tillaeg.tidligere.timeloen", nil)
    #expect(try page(sameFee, .contractSupplement).contains("Honoraret er fast i hele perioden."))
  }

  // MARK: The right at the start of an education

  @Test func aRefusalNamesTheRightOnlyWhereThereIsOne() throws {
    let sample = try Sample(kind: .refusal).with("mentorstoette", ["art": "uddannelsesstart"])
      .with("afgoerelse.ansoegning", ["tekst": "En mentor på skolen"])
      .with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
    let early = try page(sample.with("afgoerelse.dato", "2021-12-31"), .refusal)
    #expect(
      early.contains("Du kan få mentorstøtte, når den kan hjælpe dig med at få eller fastholde en ordinær uddannelse."))
    #expect(early.contains("§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats"))
    #expect(!early.contains("har ret til mentorstøtte"))
    let late = try page(sample.with("afgoerelse.dato", "2022-01-01"), .refusal)
    #expect(late.contains("Unge i bestemte målgrupper har ret til mentorstøtte i op til 6 måneder."))
    #expect(late.contains("§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats"))
  }

  @Test func theLetterOfTheRightBeginsWith2022() throws {
    let sample = try Sample(golden: "graense-uddannelsesstart-2022-01-01")
    #expect(try page(sample, .educationStart).contains("§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats"))
    let result = try Repository.letterbook().render(
      try sample.with("afgoerelse.dato", "2021-12-31").reading(), kinds: [.educationStart])
    #expect(result.documents.isEmpty)
    let error = try #require(result.diagnostics.first { $0.id == "R40" })
    #expect(
      error.message
        == "Dato (afgoerelse.dato) er den 31. december 2021. Lovbogen er kun bekræftet fra den 1. januar 2022 til den 31. december 2026, og loven gættes ikke."
    )
  }

  // MARK: Terms that no law sets

  @Test func aContractHasNoNumberThatNobodyAgreedOn() throws {
    let sample = try Sample(kind: .contract)
    let plain = try page(sample, .contract)
    #expect(plain.contains("gemmer timeregnskab og bilag, så længe regnskabsreglerne kræver det, og udleverer dem"))
    #expect(plain.contains("får kommunen besked straks. Beskeden siger"))
    #expect(!plain.contains("Kommunen kan afvise en faktura"))
    #expect(!plain.contains("Parterne har vurderet"))
    let agreed = try page(
      sample.with("kontrakt.opbevaringAar", 5).with("kontrakt.databrudTimer", 24)
        .with("kontrakt.fakturering.afvisesMaaneder", 1), .contract)
    #expect(agreed.contains("gemmer timeregnskab og bilag i 5 år efter det år, de vedrører, og udleverer dem"))
    #expect(agreed.contains("får kommunen besked straks og senest inden 24 timer. Beskeden siger"))
    #expect(agreed.contains("Kommunen kan afvise en faktura, der kommer mere end 1 måned for sent."))
  }

  @Test func aContractKeepsPapersForTheSameTimeInTheAnnex() throws {
    let sample = try Sample(kind: .contract)
    #expect(try page(sample, .contract).contains("uden personens navn gemmes, så længe regnskabsreglerne kræver det."))
    let agreed = try page(sample.with("kontrakt.opbevaringAar", 5), .contract)
    #expect(agreed.contains("Timeregnskabet uden personens navn gemmes i 5 år efter det år, det vedrører."))
    #expect(!agreed.contains("regnskabsreglerne"))
  }

  // MARK: Places

  @Test(arguments: [DocumentKind.framework, .contract])
  func aContractAboutPlacesOutlivesTheSupportOfAPerson(_ kind: DocumentKind) throws {
    let sample =
      kind == .framework ? try Sample(kind: kind) : try Sample(kind: kind).with("kontrakt.pladser", 3)
    let places = try page(sample, kind)
    for words in [
      "Kontrakten ophører uden varsel, når mentoren stopper og kommunen ikke har godkendt en anden.",
      "Stopper en person, eller hører personens støtte op, ophører kun støtten på den plads, og kontrakten fortsætter.",
      "Når en person ikke længere har en plads, og den sidste status om personen er afleveret, slettes oplysningerne om "
        + "personen. Det gælder, selv om kontrakten fortsætter.",
    ] { #expect(places.contains(words), "\(words)") }
    for words in ["når personen stopper", "Når kontrakten er ophørt, og den sidste status"] {
      #expect(!places.contains(words), "\(words)")
    }
  }

  @Test func aContractAboutAPersonEndsWithTheSupport() throws {
    let person = try page(Sample(kind: .contract), .contract)
    #expect(person.contains("Kontrakten ophører uden varsel, når støtten hører op, når personen stopper, eller når"))
    #expect(person.contains("Når kontrakten er ophørt, og den sidste status er afleveret, slettes oplysningerne om"))
    #expect(!person.contains("ophører kun støtten") && !person.contains("ikke længere har en plads"))
  }

  @Test(arguments: [DocumentKind.framework, .employerGrant, .mentorOrder])
  func onePlaceIsNotSeveral(_ kind: DocumentKind) throws {
    let sample = try Sample(kind: .framework)
    let one = try page(sample.with("kontrakt.pladser", 1).with("mentorstoette.periode.til", "2026-07-31"), kind)
    #expect(one.contains("om ugen for 1 plads") || one.contains("om ugen<span data-krav=\"plads\"> for 1 plads<"))
    #expect(!one.contains("1 pladser") && !one.contains("bruge pladserne") && !one.contains("de aftalte pladser"))
    let five = try page(sample.with("mentorstoette.periode.til", "2026-07-31"), kind)
    #expect(five.contains("for hver af 5 pladser"))
  }

  @Test func aSupplementSpeaksOfTheFrameworkAgreementThatItChanges() throws {
    let sample = try Sample(golden: "kontrakttillaeg-rammeaftale")
    let framework = try page(sample, .contractSupplement)
    for words in [
      "til rammeaftale</h1>", "Tillægget ændrer rammeaftalen af 26. januar 2026, som her kaldes kontrakten.",
      "Tillægget ændrer ikke en afgørelse, som en person på en plads har fået.",
      "<section class=\"klausul\" id=\"ramme\">",
    ] { #expect(framework.contains(words), "\(words)") }
    let contract = try page(Sample(kind: .contractSupplement), .contractSupplement)
    for words in [
      "til mentorkontrakt</h1>", "Tillægget ændrer kontrakten af 27. april 2026. De nye",
      "Tillægget ændrer ikke den afgørelse, som personen har fået.",
    ] { #expect(contract.contains(words), "\(words)") }
    #expect(!contract.contains("id=\"ramme\""))
  }
}
