import Foundation
import Testing

/// What a correction of data tells the citizen: what a letter said in words, and how to complain where that was wrong.
@Suite struct ReissueCorrectionTests {
  private static let date = "2026-12-01"

  /// Issues a case and corrects it.
  private func correct(
    _ old: Sample, _ new: Sample, as form: String = "rettelse", in program: Program, _ more: String...
  ) throws -> Program.Outcome {
    try program.write(old, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    return try again(new, as: form, in: program, more)
  }

  private func again(
    _ new: Sample, as form: String = "rettelse", in program: Program, _ more: [String] = []
  ) throws -> Program.Outcome {
    try program.write(new, as: "ny.json")
    return try program.run(["reissue", "ny.json", "--as", form, "--date", Self.date] + more)
  }

  private func letter(_ outcome: Program.Outcome, _ program: Program, _ kind: String = "berigtigelse") throws -> String
  {
    #expect(outcome.code == 0, "\(outcome.errors)")
    let file = try #require(outcome.output.split(separator: "\n").first { $0.hasSuffix("\(kind)-\(Self.date).html") })
    return try program.text(of: String(file)).replacing("\u{A0}", with: " ")
  }

  // MARK: How to complain

  @Test(arguments: [
    ("afslag", #""telefon": "72 49 60 00""#, #""telefon": "72 49 60 99""#, "Kommunens telefonnummer"),
    ("bevilling", #""vej": "Rådhusvej 3""#, #""vej": "Nyvej 1""#, "Kommunens adresse"),
    ("bevilling", #""enhed": "Center for Arbejdsmarked""#, #""enhed": "Jobhuset""#, "Den afdeling, der har din sag"),
    ("bevilling", "mandag-torsdag kl. 9-14", "mandag-torsdag kl. 9-13", "Kommunens telefontid"),
  ])
  func givesANewDeadlineWhereTheGuidancePrintedTheError(
    _ name: String, _ wrong: String, _ right: String, _ subject: String
  ) throws {
    let program = try Program()
    let old = try Sample.example(name)
    #expect(old.text.contains(wrong))
    let letter = try letter(correct(old, old.replacing(wrong, with: right), in: program), program)
    #expect(letter.contains("<th scope=\"row\">\(subject)</th>"))
    #expect(letter.contains("Vi gav dig ikke den rigtige vejledning om, hvordan du klager. Derfor får du en ny frist"))
    #expect(letter.contains("<h2>Sådan klager du</h2>") && letter.contains("er fristen den 29. december 2026"))
    #expect(!letter.contains("Rettelsen handler ikke om, hvordan du klager"))
  }

  @Test func deniesANewDeadlineForWhatTheGuidanceDidNotPrint() throws {
    let program = try Program()
    let name = Sample.grant.replacing("Bente Kjærgaard", with: "Bente Kjærgård")
    let letter = try letter(correct(.grant, name, in: program), program)
    #expect(letter.contains("Den giver ikke en ny klagefrist.") && !letter.contains("Sådan klager du"))
  }

  /// An answer to a complaint that decides nothing tells nobody how to complain.
  @Test func deniesANewDeadlineWhereALetterHadNoGuidance() throws {
    let program = try Program()
    let old = try Sample(
      text: String(
        contentsOf: Program.root.appending(path: "Tests/MentorbrevTests/Cases/genvurdering-fastholdt/case.json"),
        encoding: .utf8))
    let new = Sample(text: old.text.replacing(#/"telefon": "72 49 60 00"/#, with: #""telefon": "72 49 60 99""#))
    let letter = try letter(correct(old, new, in: program), program)
    #expect(letter.contains("Den giver ikke en ny klagefrist.") && !letter.contains("Sådan klager du"))
  }

  @Test(arguments: ["udloeb", "partshoering"])
  func saysThatALetterThatDecidedNothingCannotBeComplainedAbout(_ name: String) throws {
    let program = try Program()
    let old = try Sample.example(name)
    let new = old.replacing("72 49 60 00", with: "72 49 60 99")
    let outcome = try correct(old, new, in: program)
    let letter = try letter(outcome, program)
    #expect(letter.contains("Brevet, vi retter, var ikke en afgørelse, og det kan du ikke klage over."))
    #expect(letter.contains("Vil du have en afgørelse, kan du bede os om den.") && letter.contains("72 49 60 99</a>"))
    for words in ["klagefrist", "frist til at klage", "Ankestyrelsen", "ny afgørelse"] {
      #expect(!letter.contains(words), "\(words)")
    }
    #expect(!outcome.errors.contains("advarsel"))
  }

  @Test(arguments: ["udloeb", "partshoering"])
  func givesNoDeadlineForALetterThatDecidedNothing(_ name: String) throws {
    let old = try Sample.example(name)
    let new = old.replacing("72 49 60 00", with: "72 49 60 99").replacing(
      #""type": "\#(name)","#,
      with: #""type": "\#(name)", "berigtigelse": { "klagevejledningVarForkert": true },"#)
    let outcome = try correct(old, new, in: try Program())
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(
      outcome.errors.contains("var ikke en afgørelse og havde ingen. [deadline-without-decision]"), "\(outcome.errors)")
  }

  /// The channel does not suit, and the case is refused for that alone.
  @Test func asksNothingOfGuidanceThatAPlanDoesNotHave() throws {
    let program = try Program()
    let old = try Sample.example("bevilling-vaerge")
    let paper = old.replacing(#""rolle": "borger", "kanal": "digital""#, with: #""rolle": "borger", "kanal": "papir""#)
    #expect(paper.text != old.text)
    let new = paper.replacing("72 49 60 00", with: "72 49 60 99")
    #expect(try correct(old, new, as: "registrering", in: program, "--only", "modtagere").code == 0)
    let outcome = try again(new, in: program)
    #expect(outcome.code == 1 && outcome.errors.contains("[R33]") && !outcome.errors.contains("correction-of-contact"))
  }

  /// A person cannot say that the guidance was right when it printed what is corrected.
  @Test func givesTheDeadlineWhateverTheCaseSaysOfTheGuidance() throws {
    let program = try Program()
    let new = Sample.grant.replacing(#""telefon": "72 49 60 00""#, with: #""telefon": "72 49 60 99""#)
      .replacing(
        #""type": "bevilling","#,
        with: #""type": "bevilling", "berigtigelse": { "klagevejledningVarForkert": false },"#)
    let letter = try letter(correct(.grant, new, in: program), program)
    #expect(letter.contains("Derfor får du en ny frist") && !letter.contains("Den giver ikke en ny klagefrist"))
  }

  // MARK: Another mentor

  @Test func callsAMentorFoundLaterNoError() throws {
    let later = try Sample.example("bevilling-mentor-senere")
    let found = later.replacing(
      #""mentorstoette": {"#,
      with:
        #""mentor": { "navn": "Ole Friis", "telefon": "11 22 33 44", "ansaettelse": "kommune" }, "mentorstoette": {"#)
    let program = try Program()
    let outcome = try correct(later, found, in: program)
    #expect(outcome.code == 1 && outcome.output == "" && !outcome.errors.contains("Ole"))
    #expect(
      outcome.errors.contains(
        "Mentoren er fundet efter afgørelsen. Det er ikke en fejl i den. [reissue-mentor-found]\n  felt: mentor.navn\n"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("Brug --as orientering"))
  }

  private static let another = Sample.grant.replacing("Poul Ravn", with: "Ole Friis")

  @Test func asksWhetherAMentorIsReplaced() throws {
    let both = Self.another.replacing("20 11 22 33", with: "11 22 33 44")
    #expect(both.text.contains("Ole Friis") && both.text.contains("11 22 33 44"))
    let outcome = try correct(.grant, both, in: try Program())
    #expect(outcome.code == 0 && outcome.errors.contains("en anden telefon eller e-mail. [correction-of-mentor]"))
    let slip = try correct(.grant, Self.another, in: try Program())
    #expect(slip.code == 0 && !slip.errors.contains("correction-of-mentor"))
  }

  /// Who employs the mentor chooses the words of the law, and stands in no letter.
  @Test func writesNoRowOfWhoEmploysTheMentor() throws {
    let program = try Program()
    let old = try Sample.example("bevilling")
    let new = old.replacing("Hanne Skov Madsen", with: "Hanne Skou Madsen")
      .replacing(#""ansaettelse": "virksomhed""#, with: #""ansaettelse": "kommune""#)
    #expect(new.text.contains(#""kommune""#))
    let letter = try letter(correct(old, new, in: program), program)
    #expect(letter.contains("Hanne Skou Madsen") && !letter.contains("nsættelse</th>"))
  }

  // MARK: Which letter was wrong

  private static func telephone(_ number: String) -> Sample { .grant.replacing("20 11 22 33", with: number) }

  /// Issues a case, tells of a number on a day, and corrects it.
  private func twice(
    _ first: Sample, as form: String, _ second: Sample, in program: Program
  ) throws -> Program.Outcome {
    try program.write(.grant, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    try program.write(first, as: "foerst.json")
    let told = try program.run("reissue", "foerst.json", "--as", form, "--date", "2026-11-02")
    #expect(told.code == 0, "\(told.errors)")
    return try again(second, in: program)
  }

  @Test(arguments: [
    ("orientering", "brevet med nye oplysninger"), ("rettelse", "rettelsen"), ("mentorskifte", "brevet om din mentor"),
  ])
  func blamesTheLetterThatHeldTheError(_ form: String, _ name: String) throws {
    let program = try Program()
    let first = Self.telephone("11 22 33 44").replacing(
      "Poul Ravn", with: form == "mentorskifte" ? "Ole Friis" : "Poul Ravn")
    let second = first.replacing("11 22 33 44", with: "11 22 33 45")
    let outcome = try twice(first, as: form == "rettelse" ? form : "orientering", second, in: program)
    let letter = try letter(outcome, program)
    #expect(letter.contains("Der var en fejl i \(name) af 2. november 2026."))
    #expect(letter.contains("Gem dette brev sammen med \(name)."))
    #expect(letter.contains("11 22 33 44") && !letter.contains("24. august 2026"))
    // A letter that only told something cannot be complained about; a correction is of the decision.
    #expect(letter.contains("var ikke en afgørelse, og det kan du ikke klage over") == (form != "rettelse"))
  }

  @Test func blamesTheDecisionForWhatItSaid() throws {
    let program = try Program()
    let name = Self.telephone("11 22 33 44").replacing("Poul Ravn", with: "Poul Rafn")
    let letter = try letter(twice(Self.telephone("11 22 33 44"), as: "orientering", name, in: program), program)
    #expect(letter.contains("Der var en fejl i afgørelsen om mentorstøtte af 24. august 2026."))
  }

  @Test func givesNoDeadlineForATelephoneThatTheDecisionDidNotPrint() throws {
    let program = try Program()
    let first = Sample.grant.replacing("72 49 60 00", with: "72 49 60 01")
    let outcome = try twice(first, as: "orientering", first.replacing("72 49 60 01", with: "72 49 60 02"), in: program)
    let letter = try letter(outcome, program)
    #expect(letter.contains("brevet med nye oplysninger") && !letter.contains("ny frist"))
  }

  @Test func correctsOneLetterAtATime() throws {
    let program = try Program()
    let second = Self.telephone("11 22 33 45").replacing("Poul Ravn", with: "Poul Rafn")
    let outcome = try twice(Self.telephone("11 22 33 44"), as: "orientering", second, in: program)
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "Navn (mentor.navn) (24. august 2026), Telefon (mentor.telefon) (2. november 2026). [reissue-two-letters]"),
      "\(outcome.errors)")
    #expect(try again(second, in: program, ["--only", "mentor.navn"]).code == 0)
  }

  @Test func correctsNothingThatNoLetterSaid() throws {
    let outcome = try twice(
      Self.telephone("11 22 33 44"), as: "registrering", Self.telephone("11 22 33 45"), in: try Program())
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "har ikke stået i noget brev til borgeren: Telefon (mentor.telefon). [reissue-never-told]"),
      "\(outcome.errors)")
  }

  @Test(arguments: [
    ("ophoer", "afgørelsen om at stoppe din mentorstøtte"), ("aendring", "afgørelsen om at ændre din mentorstøtte"),
    ("forlaengelse", "afgørelsen om mentorstøtte i en ny periode"), ("afslag", "afslaget på mentorstøtte"),
  ])
  func callsADecisionByWhatItDecided(_ name: String, _ words: String) throws {
    let program = try Program()
    let old = try Sample.example(name)
    let new = old.replacing("72 49 60 00", with: "72 49 60 99")
    let letter = try letter(correct(old, new, in: program, "--only", name), program)
    #expect(letter.contains("Der var en fejl i \(words) af "))
  }

  // MARK: What no letter said in words

  private static let representative = Sample.grant.replacing(
    #""mentor": {"#,
    with:
      #""modtagere": [ { "rolle": "borger" }, { "rolle": "repraesentant", "navn": "Lis Frost", "kopi": true } ], "mentor": {"#
  )
  private static let exempt = Sample.grant.replacing(
    #""cpr": "720590-1230","#, with: #""cpr": "720590-1230", "fritagetForDigitalPost": true,"#)
  private static let group = Sample.grant.replacing(
    #""cpr": "720590-1230","#, with: #""cpr": "720590-1230", "maalgruppe": "6-2","#)

  @Test(arguments: ["rettelse", "orientering"], ["modtagere", "borger.fritagetForDigitalPost", "borger.maalgruppe"])
  func tellsTheCitizenNothingOfReceiversChannelAndGroup(_ form: String, _ path: String) throws {
    let new =
      switch path {
      case "modtagere": Self.representative
      case "borger.maalgruppe": Self.group
      default: Self.exempt
      }
    let program = try Program()
    let refused = try correct(.grant, new, as: form, in: program)
    #expect(refused.code == 1 && refused.output == "")
    #expect(refused.errors.contains("Forskellen er ikke noget, der stod med ord i borgerens brev: "))
    #expect(refused.errors.contains("(\(path)). [reissue-unsaid]\n  felt: \(path)\n"))
    let wayOut = "Kør først --as registrering --only \(path), og derefter --as \(form) for resten."
    #expect(refused.errors.contains(wayOut) && !refused.errors.contains("Lis Frost"))
    // What it says to do works, and the rest is told afterwards.
    let more = new.replacing("20 11 22 33", with: "20 11 99 99")
    #expect(try again(more, as: "registrering", in: program, ["--only", path]).code == 0)
    let rest = try again(more, as: form, in: program)
    let letter = try letter(rest, program, form == "rettelse" ? "berigtigelse" : "orientering")
    #expect(letter.contains("20 11 99 99") && letter.contains("ørste") == false)
    #expect(!letter.contains("kopi: ") && !letter.contains("Der stod ikke noget"))
  }

  @Test func saysWhatAPersonWroteOfTheChannelAndHowToComplain() throws {
    let program = try Program()
    let row = #"{ "hvad": "Dagen, du fik brevet", "stod": "I Digital Post", "skulleStaa": "Med posten" }"#
    let new = Self.exempt.replacing(
      #""type": "bevilling","#, with: #""type": "bevilling", "berigtigelse": { "rettelser": [ \#(row) ] },"#)
    let letter = try letter(correct(.grant, new, in: program), program)
    #expect(letter.contains("Dagen, du fik brevet") && letter.contains("Derfor får du en ny frist"))
    #expect(!letter.contains("Fritaget"))
  }

  /// The address of a citizen who keeps it secret is not told to the others who get the letter.
  @Test func tellsNoSecretAddressToOtherReceivers() throws {
    let old = Self.representative.replacing(
      #""cpr": "720590-1230","#, with: #""cpr": "720590-1230", "adressebeskyttet": true,"#)
    let outcome = try correct(old, old.replacing("Lærkevej 4", with: "Lærkevej 6"), in: try Program())
    #expect(outcome.code == 1 && outcome.output == "" && !outcome.errors.contains("Lærkevej"))
    #expect(outcome.errors.contains("Adresse (borger.adresse). [reissue-unsaid]"))
  }

  /// Of a workplace the letter prints its name alone.
  @Test func writesOnlyTheFieldsThatTheLetterPrints() throws {
    let program = try Program()
    let old = try Sample.example("bevilling")
    let new = old.replacing("Græsted Planteskole ApS", with: "Græsted Gartneri ApS")
      .replacing("1098765432", with: "1098765439")
    let letter = try letter(correct(old, new, in: program), program)
    #expect(letter.contains("<th scope=\"row\">Din mentors arbejdsplads</th>"))
    #expect(letter.contains("Græsted Planteskole ApS</td>") && letter.contains("Græsted Gartneri ApS</td>"))
    for record in ["1098765432", "CVR-nummer", "P-nummer", "adresse: "] {
      #expect(!letter.contains(record), "\(record)")
    }
  }

  @Test func hasNoLetterForWhatTheRecordAloneSays() throws {
    let old = try Sample.example("bevilling")
    let outcome = try correct(old, old.replacing("1098765432", with: "1098765439"), in: try Program())
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "Der er intet dokument, som kan bære forskellen: Arbejdsgiver (mentor.arbejdsgiver). [reissue-nothing-to-make]")
    )
    #expect(outcome.errors.contains("Brug --as registrering"))
  }
}
