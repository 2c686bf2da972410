import Foundation
import Testing

/// A case goes on for half a year: what one letter said counts for the next, and what nobody was told does not.
@Suite struct ReissueLifeTests {
  private static let more = [
    "faktum": "Du er begyndt på flere dage om ugen.", "hensyn": "Du har brug for mere støtte, mens du lærer det nye.",
  ]
  private static let other = [
    "faktum": "Du klarer de nye dage selv.", "hensyn": "Du har brug for mindre støtte end før.",
  ]

  private static func hours(_ hours: Int) -> [String: Any] { ["timer": hours] }

  /// A grant of 8 June 2026 that runs from 15 June to 14 December, issued.
  private func granted(_ changes: [(String, Any?)] = [], kinds: String...) throws -> CaseLife {
    let life = try CaseLife("bevilling").with([("mentorstoette.serviceniveau", nil)] + changes)
    try life.program.write(JSONSerialization.data(withJSONObject: life.object), as: "ny.json")
    let outcome = try life.program.run(["issue", "ny.json"] + kinds.flatMap { ["--kind", $0] })
    #expect(outcome.code == 0, "\(outcome.errors)")
    return life
  }

  private func contract() throws -> Any? { try CaseLife.example("mentorkontrakt")["kontrakt"] }

  // MARK: Granted before the register began

  /// The first that is known of the case is a letter about its new mentor.
  @Test func refersToADecisionFromBeforeTheRegister() throws {
    let life = try CaseLife("mentorskifte")
    #expect(try life.issue().code == 0)
    let telephone = life.with([("mentor.telefon", "20 11 99 99")])
    let told = try telephone.reissue("orientering", "2026-10-26")
    #expect(told.code == 0 && told.letters == ["min-plan-2026-10-26", "orientering-2026-10-26"], "\(told.errors)")
    #expect(try life.words("orientering-2026-10-26").contains("afgørelse af 8. juni 2026"))
    // The last letter referred to the same decision.
    let next = try telephone.with([("mentor.navn", "Ida Skov")]).reissue("orientering", "2026-11-09")
    #expect(next.letters == ["min-plan-2026-11-09", "mentorskifte-2026-11-09"], "\(next.errors)")
    #expect(try life.words("mentorskifte-2026-11-09").contains("afgørelse af 8. juni 2026"))
  }

  @Test func asksForTheDayOfADecisionThatNobodyHasNamed() throws {
    let life = try granted([], kinds: "min-plan").with([("mentor.telefon", "20 11 99 99")])
    let refused = try life.reissue("orientering", "2026-09-07")
    #expect(refused.code == 1 && refused.errors.contains("[reissue-nothing-decided]"), "\(refused.errors)")
    #expect(refused.errors.contains("så skriv dens dato i orientering.bevillingsdato."))
    let dated = life.with([("orientering", ["bevillingsdato": "2026-06-01"])])
    let told = try dated.reissue("orientering", "2026-09-07")
    #expect(told.letters == ["min-plan-2026-09-07", "orientering-2026-09-07"], "\(told.errors)")
    #expect(try life.words("orientering-2026-09-07").contains("afgørelse af 1. juni 2026"))
  }

  // MARK: What is decided and is not so yet

  /// A change of 24 August from 1 October.
  private func changed() throws -> CaseLife {
    let life = try granted().with([
      ("mentorstoette.timetal", Self.hours(4)), ("afgoerelse.begrundelse", Self.more),
      ("aendring", ["fra": "2026-10-01"]),
    ])
    let outcome = try life.reissue("ny-afgoerelse", "2026-08-24")
    #expect(outcome.letters == ["aendring-2026-08-24", "min-plan-2026-10-01"], "\(outcome.errors)")
    return life
  }

  @Test func saysNothingAsIfTheChangeWereThere() throws {
    let life = try changed()
    let telephone = life.with([("mentor.telefon", "20 11 99 99")])
    let early = try telephone.reissue("orientering", "2026-09-07")
    #expect(early.code == 1 && early.output == "")
    #expect(
      early.errors.hasPrefix(
        """
        ny.json:1:1: fejl: sag 27.36.00-G01-2210-26: Det seneste, borgeren har fået at vide om timer, opgaver eller mentor, \
        gælder først fra den 1. oktober 2026. Et brev af 7. september 2026 ville sige, at det gælder nu. [reissue-pending]
          hjælp: Vælg en dag efter den 1. oktober 2026 (--date). Kan det ikke vente, så skriv selv brevet med det, der gælder \
        nu (afgoerelse.type), og udsted det med 'mentorbrev issue'.
        """), "\(early.errors)")
    let third = life.with([
      ("mentorstoette.timetal", Self.hours(3)), ("afgoerelse.begrundelse", Self.other), ("aendring", nil),
    ])
    #expect(try third.reissue("ny-afgoerelse", "2026-09-21").errors.contains("[reissue-pending]"))
    let late = try telephone.reissue("orientering", "2026-10-01")
    #expect(late.letters == ["min-plan-2026-10-01", "orientering-2026-10-01"] || late.code == 1, "\(late.errors)")
    #expect(try telephone.reissue("orientering", "2026-10-02").code == 0)
  }

  @Test func waitsForNoChangeThatIsWithdrawn() throws {
    let life = try changed()
    let number = "27.36.00-G01-2210-26"
    for name in ["aendring-2026-08-24", "min-plan-2026-10-01"] {
      #expect(try life.program.run("withdraw", "\(number)/\(name)", "--reason", "Sendt ved en fejl.").code == 0)
    }
    let before: Any? = ["timer": 2, "minutter": 30]
    let telephone = life.with([
      ("mentor.telefon", "20 11 99 99"), ("mentorstoette.timetal", before), ("aendring", nil),
      ("afgoerelse", try CaseLife.example("bevilling")["afgoerelse"]),
    ])
    let outcome = try telephone.reissue("orientering", "2026-09-07")
    #expect(outcome.letters.contains("orientering-2026-09-07"), "\(outcome.errors)")
    #expect(try telephone.words("orientering-2026-09-07").contains("2 timer og 30 minutter om ugen"))
  }

  /// A slip in the letter about the change is corrected at once; the plan is still of the day on which it begins.
  @Test func correctsALetterAboutWhatIsToCome() throws {
    let life = try changed().with([("sagsbehandler.telefon", "20 11 99 99")])
    let outcome = try life.reissue("rettelse", "2026-08-31")
    #expect(Set(outcome.letters) == ["berigtigelse-2026-08-31-2", "min-plan-2026-10-01-2"], "\(outcome.errors)")
    #expect(try life.words("min-plan-2026-10-01-2").contains("4 timer om ugen"))
    #expect(try life.reissue("rettelse", "2026-08-31").errors == "")
  }

  /// A person writes of the time until then: what was decided for later is not forgotten for it.
  @Test(arguments: [["orientering"], ["orientering", "min-plan"]])
  func remembersWhatIsToComeAfterALetterOfNow(_ kinds: [String]) throws {
    let life = try changed()
    let row = ["hvad": "din mentors telefonnummer", "foer": "28 15 40 77", "nu": "20 11 99 99"]
    let now = life.with([
      ("mentor.telefon", "20 11 99 99"), ("mentorstoette.timetal", ["timer": 2, "minutter": 30]), ("aendring", nil),
      ("afgoerelse", ["type": "orientering", "dato": "2026-09-07"]),
      ("orientering", ["bevillingsdato": "2026-08-24", "aendringer": [row]]),
    ])
    let letter = try now.issue(kinds.flatMap { ["--kind", $0] })
    #expect(letter.letters.contains("orientering-2026-09-07"), "\(letter.errors)")
    let later = life.with([("mentor.telefon", "20 11 99 99")])
    let outcome = try later.reissue("orientering", "2026-10-05")
    #expect(outcome.code == 0 && !outcome.errors.contains("timetal"), "\(outcome.errors)")
    let new = later.with([("mentor.email", "ny@planteskole.example")])
    #expect(try new.reissue("orientering", "2026-10-06").code == 0)
    #expect(try new.words("orientering-2026-10-06").contains("4 timer om ugen"))
  }

  /// The law of next year is not known yet; a change from then is decided today.
  @Test func plansForADayWhoseLawIsNotKnown() throws {
    let period = ["fra": "2026-11-09", "til": "2027-05-08"]
    let life = try granted([
      ("afgoerelse.dato", "2026-11-02"), ("afgoerelse.modtagelsesdag", nil), ("mentorstoette.periode", period),
    ])
    let new = life.with([
      ("mentorstoette.timetal", Self.hours(4)), ("afgoerelse.begrundelse", Self.more),
      ("aendring", ["fra": "2027-01-04"]),
    ])
    let outcome = try new.reissue("ny-afgoerelse", "2026-12-14")
    #expect(outcome.letters == ["aendring-2026-12-14", "min-plan-2026-12-14"], "\(outcome.errors)")
    let plan = try new.words("min-plan-2026-12-14")
    #expect(
      plan.contains("Oplysningerne gælder fra den 4. januar 2027. Indtil da gælder det, du har fået at vide før."))
  }

  // MARK: What was told, and what was not

  @Test func writesThePlanWhenTheNextMentorIsThere() throws {
    let life = try granted()
    let gone = life.with([
      ("mentor", nil), ("mentorskifte", ["fra": "2026-08-22"]),
      ("mentorstoette.mentorOplyses", "Du får brev om det senest den 1. september 2026."),
    ])
    #expect(try gone.reissue("orientering", "2026-08-20").letters == ["mentorskifte-2026-08-20"])
    let more = gone.with([
      ("mentorstoette.timetal", Self.hours(4)), ("afgoerelse.begrundelse", Self.more), ("mentorskifte", nil),
    ])
    #expect(try more.reissue("ny-afgoerelse", "2026-08-24").letters == ["aendring-2026-08-24"])
    let found = more.with([
      ("mentor", life["mentor"]), ("mentor.navn", "Kim Birk"), ("mentorstoette.mentorOplyses", nil),
    ])
    let outcome = try found.reissue("orientering", "2026-09-01")
    #expect(Set(outcome.letters) == ["min-plan-2026-09-01", "mentorskifte-2026-09-01"], "\(outcome.errors)")
    let plan = try found.words("min-plan-2026-09-01")
    #expect(plan.contains("Kim Birk") && plan.contains("4 timer om ugen"))
    #expect(try life.program.run("verify", "Output", "--reproduce").code == 0)
  }

  /// What is meant to be decided is not decided, and what the mentor is told the citizen has not heard.
  @Test func countsNeitherAHearingNorAPaperForTheMentor() throws {
    let life = try granted([("kontrakt", contract()), ("mentorstoette.timetal", Self.hours(4))])
    let less: [(String, Any?)] = [("mentorstoette.timetal", Self.hours(2)), ("aendring", ["fra": "2026-11-02"])]
    let hearing = try CaseLife.example("partshoering")
    let asked = life.with(
      less + [
        ("afgoerelse", try #require(hearing["afgoerelse"] as? [String: Any])), ("afgoerelse.dato", "2026-09-07"),
        ("partshoering", hearing["partshoering"]),
      ])
    let told = try asked.issue("--kind", "partshoering")
    #expect(told.letters == ["partshoering-2026-09-07"], "\(told.errors)")
    let decided = life.with(
      less + [
        ("afgoerelse.begrundelse", Self.other),
        ("afgoerelse.partshoering", ["sendt": "2026-09-07", "frist": "2026-09-21"]),
      ])
    let outcome = try decided.reissue("ny-afgoerelse", "2026-10-05")
    #expect(outcome.letters.contains("aendring-2026-10-05"), "\(outcome.errors)")
    #expect(try decided.words("aendring-2026-10-05").contains("4 timer om ugen"))

    let paper = try granted([("kontrakt", contract())]).with([("mentor.telefon", "20 11 99 99"), ("loebenummer", 2)])
    #expect(try paper.issue("--kind", "mentorbestilling").code == 0)
    let letter = try paper.with([("loebenummer", nil)]).reissue("orientering", "2026-09-07")
    #expect(letter.letters.contains("orientering-2026-09-07"), "\(letter.errors)")
  }

  @Test func forgetsADecisionThatIsWithdrawn() throws {
    let life = try granted()
    let more = life.with([
      ("mentorstoette.timetal", Self.hours(4)), ("afgoerelse.type", "aendring"), ("afgoerelse.dato", "2026-08-24"),
      ("afgoerelse.modtagelsesdag", nil), ("afgoerelse.begrundelse", Self.more),
      ("aendring", ["fra": "2026-09-01", "foer": ["timetal": ["timer": 2, "minutter": 30]]] as [String: Any]),
    ])
    let issued = try more.issue("--kind", "aendring", "--kind", "min-plan")
    #expect(issued.code == 0, "\(issued.errors)")
    for kind in ["aendring-2026-08-24", "min-plan-2026-08-24"] {
      let number = "27.36.00-G01-2210-26"
      let withdrawn = try life.program.run("withdraw", "\(number)/\(kind)", "--reason", "Sendt ved en fejl.")
      #expect(withdrawn.code == 0, "\(withdrawn.errors)")
    }
    let again = life.with([("mentorstoette.timetal", Self.hours(5)), ("afgoerelse.begrundelse", Self.more)])
    let outcome = try again.reissue("ny-afgoerelse", "2026-09-07")
    #expect(outcome.letters.contains("aendring-2026-09-07"), "\(outcome.errors)")
    let letter = try again.words("aendring-2026-09-07")
    #expect(letter.contains("2 timer og 30 minutter om ugen") && !letter.contains("4 timer"))
  }

  @Test func tellsLettersOfOneDayApart() throws {
    let life = try granted()
    let number = "27.36.00-G01-2210-26"
    let names = ["bevilling-2026-06-08", "min-plan-2026-06-08"].map { "\(number)/\($0)" }
    #expect(try life.program.run(["withdraw"] + names + ["--reason", "Sendt ved en fejl."]).code == 0)
    #expect(try life.with([("loebenummer", 2)]).issue().code == 0)
    let show = try life.program.run("register", "show", number).output
    #expect(show.contains("Udstedt: bevilling af 8. juni 2026, løbenummer 2 (kørsel 2)."), "\(show)")
    #expect(show.contains("Trukket tilbage: bevilling af 8. juni 2026 og Min Plan af 8. juni 2026."), "\(show)")
  }

  @Test func tellsEverythingBesideARowThatAPersonWrote() throws {
    let row = ["hvad": "Din mentors titel", "stod": "Gartner", "skulleStaa": "Gartneriformand"]
    let life = try granted().with([
      ("mentor.telefon", "20 11 99 99"), ("afgoerelse.berigtigelse", ["rettelser": [row]]),
    ])
    #expect(try life.reissue("rettelse", "2026-09-07").code == 0)
    let letter = try life.words("berigtigelse-2026-09-07")
    #expect(letter.contains("Gartneriformand") && letter.contains("20 11 99 99"))
    // A row that tells it is enough.
    let both = ["hvad": "Telefon", "stod": "28 15 40 77", "skulleStaa": "Nummeret er 20 11 99 99."]
    let other = try granted().with([
      ("mentor.telefon", "20 11 99 99"), ("afgoerelse.berigtigelse", ["rettelser": [both]]),
    ])
    #expect(try other.reissue("rettelse", "2026-09-07").code == 0)
    #expect(try other.words("berigtigelse-2026-09-07").matches(of: #/20 11 99 99/#).count == 1)
  }

  /// The former mentor's address was never the next one's.
  @Test func leavesNothingOfTheFormerMentor() throws {
    let life = try granted()
    var next = life.with([
      ("mentor.navn", "Kim Birk"), ("mentor.telefon", "20 11 99 99"), ("mentor.email", nil),
      ("afgoerelse", ["type": "mentorskifte", "dato": "2026-08-03"]),
      ("mentorskifte", ["fra": "2026-08-10", "bevillingsdato": "2026-06-08", "tidligereMentor": "Hanne Skov Madsen"]),
    ])
    let told = try next.issue()
    #expect(Set(told.letters) == ["mentorskifte-2026-08-03", "min-plan-2026-08-03"], "\(told.errors)")
    next = next.with([("afgoerelse", life["afgoerelse"]), ("mentorskifte", nil)])
    let outcome = try next.reissue("orientering", "2026-09-07")
    #expect(outcome.code == 0 && outcome.output == "", "\(outcome.output)")
  }

  @Test func tellsWhatIsGoneBesideARowOnceOnly() throws {
    let row = ["hvad": "mødested", "foer": "Lokale 12", "nu": "Lokale 31"]
    let life = try granted().with([("mentor.email", nil), ("orientering", ["aendringer": [row]])])
    #expect(try life.reissue("orientering", "2026-09-07").code == 0)
    let letter = try life.words("orientering-2026-09-07")
    #expect(letter.contains("Lokale 31") && letter.contains("din mentors e-mailadresse"))
    let again = try life.reissue("orientering", "2026-09-14")
    #expect(again.code == 0 && again.output == "" && again.errors == "", "\(again.errors)")
    let telephone = life.with([("sagsbehandler.telefon", "20 11 99 99")])
    #expect(try telephone.reissue("orientering", "2026-09-14").code == 0)
    #expect(try !telephone.words("orientering-2026-09-14").contains("Lokale 31"))
  }

  // MARK: What runs on

  /// A refusal of more says nothing of what was granted.
  @Test func goesOnAfterMoreIsRefused() throws {
    let life = try granted()
    let refusal = try CaseLife.example("afslag")
    let refused = life.with([
      ("afgoerelse", refusal["afgoerelse"]), ("afgoerelse.dato", "2026-09-21"), ("afslag", refusal["afslag"]),
    ])
    let told = try refused.issue("--kind", "afslag")
    #expect(told.letters == ["afslag-2026-09-21"], "\(told.errors)")
    let outcome = try life.with([("mentor.telefon", "20 11 99 99")]).reissue("orientering", "2026-10-05")
    #expect(outcome.letters.contains("orientering-2026-10-05"), "\(outcome.errors)")
  }

  @Test func saysThatSupportStopsLater() throws {
    let life = try CaseLife("ophoer")
    #expect(try life.issue().code == 0)
    let telephone = life.with([("sagsbehandler.telefon", "20 11 99 99")])
    let before = try telephone.reissue("orientering", "2026-10-15")
    #expect(before.code == 1 && before.errors.contains("Støtten er stoppet fra den 24. oktober 2026."))
    #expect(before.errors.contains("[reissue-stopping]"))
    #expect(try telephone.reissue("orientering", "2026-10-24").errors.contains("[reissue-no-grant]"))
  }

  @Test func changesTheMentorWhileTheOldPeriodRuns() throws {
    let life = try CaseLife("forlaengelse")
    #expect(try life.issue().code == 0)
    let new = life.with([("mentor.navn", "Kim Birk"), ("mentorskifte", ["fra": "2026-09-21"])])
    let outcome = try new.reissue("orientering", "2026-09-14")
    #expect(outcome.letters.contains("mentorskifte-2026-09-14"), "\(outcome.errors)")
    #expect(try new.words("mentorskifte-2026-09-14").contains("Fra den 21. september 2026 er Kim Birk din mentor."))
    // The new mentor is not there yet, although the new period is later.
    let early = new.with([("sagsbehandler.telefon", "20 11 99 99")])
    #expect(try early.reissue("orientering", "2026-09-16").errors.contains("[reissue-pending]"))
    let before = life.with([("mentor.navn", "Kim Birk"), ("mentorskifte", ["fra": "2026-03-01"])])
    let other = try CaseLife("forlaengelse")
    #expect(try other.issue().code == 0)
    #expect(
      try other.with([("mentor.navn", before["mentor.navn"]), ("mentorskifte", before["mentorskifte"])])
        .reissue("orientering", "2026-09-14").errors.contains("[outside-period]"))
  }

  /// An agreement is signed by both: it is not made again on the quiet, and a person hears of it.
  @Test func tellsOfAnAgreementThatIsLeft() throws {
    let life = try CaseLife("aftale")
    #expect(try life.issue("--kind", "bevilling", "--kind", "aftale").code == 0)
    let new = life.with([("mentorstoette.timetal", Self.hours(5)), ("afgoerelse.begrundelse", Self.more)])
    let outcome = try new.reissue("ny-afgoerelse", "2026-09-11")
    #expect(outcome.letters.contains("aendring-2026-09-11"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        #/Dokumentet \(aftale af [0-9-]+\) bliver ikke lavet om: Timetal .*\[reissue-paper-left\]/#),
      "\(outcome.errors)")
  }

  // MARK: Contracts

  @Test func correctsNoSupplementAsIfItWereTheContract() throws {
    let life = try granted([("kontrakt", contract())])
    let three = life.with([
      ("mentorstoette.timetal", Self.hours(3)), ("afgoerelse.begrundelse", Self.more),
      ("aendring", ["fra": "2026-09-01"]),
    ])
    let decided = try three.reissue("ny-afgoerelse", "2026-08-24")
    #expect(decided.letters.contains("kontrakttillaeg-2026-08-24"), "\(decided.errors)")
    // Three hours are not those of the days before.
    for paper in ["mentorbestilling", "timeregnskab", "statusrapport"] {
      #expect(try life.words("\(paper)-2026-08-24").contains("Gælder fra: 1. september 2026"))
    }
    let outcome = try three.with([("mentorstoette.timetal", ["timer": 3, "minutter": 30])])
      .reissue("rettelse", "2026-09-07")
    #expect(outcome.code == 1 && outcome.errors.contains("[reissue-wrong-supplement]"), "\(outcome.errors)")
  }

  /// A supplement makes no other company a party, and each contract counts its own.
  @Test func needsANewContractWithANewEmployer() throws {
    let life = try granted([("kontrakt", contract())])
    var new = life.with([("mentor.navn", "Kim Birk"), ("mentor.arbejdsgiver.navn", "Tibirke Tømmerhandel ApS")])
    new["mentor.arbejdsgiver.cvr"] = "12345674"
    let outcome = try new.reissue("orientering", "2026-09-07")
    #expect(Set(outcome.letters) == ["mentorskifte-2026-09-07", "min-plan-2026-09-07"], "\(outcome.errors)")
    #expect(outcome.errors.contains("[reissue-new-contract]"), "\(outcome.errors)")
    // No record makes a party of the new company either: the next change of hours asks for the contract as well.
    let recorded = try new.reissue("registrering", "2026-09-08")
    #expect(recorded.code == 0 && recorded.errors.contains("[reissue-new-contract]"), "\(recorded.errors)")
    let more = new.with([("mentorstoette.timetal", Self.hours(4)), ("afgoerelse.begrundelse", Self.more)])
    let decided = try more.reissue("ny-afgoerelse", "2026-09-14")
    #expect(Set(decided.letters) == ["aendring-2026-09-14", "min-plan-2026-09-14"], "\(decided.errors)")
  }

  /// A company that is given its number, or another name, is the same.
  @Test(arguments: ["cvr", "navn"]) func knowsTheEmployerAgain(_ what: String) throws {
    let path = "mentor.arbejdsgiver.cvr"
    let life = try granted([("kontrakt", contract()), (path, what == "cvr" ? nil : "12345674")])
    let renamed: (String, Any?) = ("mentor.arbejdsgiver.navn", "Græsted Planteskole og Have ApS")
    let new = life.with([("mentor.navn", "Kim Birk"), (path, "12345674")] + (what == "cvr" ? [] : [renamed]))
    let outcome = try new.reissue("orientering", "2026-09-07")
    #expect(outcome.letters.contains("kontrakttillaeg-2026-09-07"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("[reissue-new-contract]"))
  }

  /// A contract waits for the next mentor, however often the list is given.
  @Test func waitsAgainForTheNextMentor() throws {
    let life = try granted([("kontrakt", contract())]).with([
      ("mentor", nil), ("mentorskifte", ["fra": "2026-08-22"]),
      ("mentorstoette.mentorOplyses", "Du får brev om det senest den 1. september 2026."),
    ])
    #expect(try life.reissue("orientering", "2026-08-20").letters == ["mentorskifte-2026-08-20"])
    let again = try life.reissue("orientering", "2026-08-24")
    #expect(
      again.code == 0 && again.output == "" && again.errors.contains("[reissue-contract-waits]"), "\(again.errors)")
    let telephone = try life.with([("sagsbehandler.telefon", "20 11 99 99")]).reissue("orientering", "2026-08-25")
    #expect(telephone.letters.contains("orientering-2026-08-25"), "\(telephone.errors)")
  }
}
