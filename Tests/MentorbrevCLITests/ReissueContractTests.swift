import Foundation
import Testing

/// What a re-issue does where a contract is all that says otherwise: terms are changed one by one, in a supplement.
@Suite struct ReissueContractTests {
  private static func contract() throws -> Sample {
    try .example("mentorkontrakt")
  }

  private func reissue(_ new: Sample, as form: String) throws -> (Program, Program.Outcome) {
    let program = try Program()
    try program.write(try Self.contract(), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    try program.write(new, as: "ny.json")
    return (program, try program.run("reissue", "ny.json", "--as", form, "--date", "2026-07-15"))
  }

  private func supplement(_ program: Program, _ outcome: Program.Outcome) throws -> String {
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try program.text(of: "Output/27.36.00-G01-2377-26/kontrakttillaeg-2026-07-15.html")
      .replacing("\u{A0}", with: " ").replacing(#/>\s+</#, with: "><")
  }

  private static func row(_ term: String, _ before: String, _ now: String) -> String {
    "<th scope=\"row\">\(term)</th><td title=\"Der stod\">\(before)</td><td title=\"Der skulle stå\">\(now)</td>"
  }

  @Test func correctsOnePartOfAWage() throws {
    let new = try Self.contract().replacing(#""grundloen": 192.5,"#, with: #""grundloen": 195.5,"#)
    let (program, outcome) = try reissue(new, as: "rettelse")
    let supplement = try supplement(program, outcome)
    #expect(supplement.contains(Self.row("Løn i timen", "192,50 kr.", "195,50 kr.")))
    // The whole price and the most that is paid follow; the parts that are the same are no rows.
    #expect(supplement.contains(Self.row("Timesats", "241,50 kr.", "244,50 kr.")))
    #expect(supplement.contains("<th scope=\"row\">Højst betaling fra den 1. juli 2026</th>"))
    for part in ["Feriepenge", "Pensionsbidrag", "Løn: "] {
      #expect(!supplement.contains("<th scope=\"row\">\(part)"), "\(part)")
    }
    #expect(try program.run("verify", "Output", "--reproduce").code == 0)
  }

  @Test func saysAPartThatWasNotThere() throws {
    let old = try Self.contract()
    let new = Sample(text: old.text.replacing(#/\s*"pension": 19.25,/#, with: ""))
    #expect(new.text != old.text)
    let (program, outcome) = try reissue(new, as: "rettelse")
    let supplement = try supplement(program, outcome)
    #expect(supplement.contains(Self.row("Løn: pensionsbidrag", "19,25 kr.", "Intet særskilt aftalt")))
  }

  /// A part that takes over from another: the price of an hour is the same.
  @Test func saysNoPriceThatStays() throws {
    let new = try Self.contract().replacing(#""grundloen": 192.5,"#, with: #""grundloen": 191.5,"#)
      .replacing(#""pension": 19.25"#, with: #""pension": 20.25"#)
    let (program, outcome) = try reissue(new, as: "rettelse")
    let supplement = try supplement(program, outcome)
    #expect(supplement.contains(Self.row("Løn: pensionsbidrag", "19,25 kr.", "20,25 kr.")))
    #expect(!supplement.contains("<th scope=\"row\">Timesats") && !supplement.contains("<th scope=\"row\">Højst"))
  }

  /// The program writes the words itself, so nobody could shorten them.
  @Test func saysLongTermsWhole() throws {
    let old = try Self.contract()
    let words = String(repeating: "Mentoren deltager i planteskolens ugemøde. ", count: 9)
    let new = Sample(
      text: old.text.replacing(
        #/"udoverSaedvanligOplaering": "[^"]*"/#, with: "\"udoverSaedvanligOplaering\": \"\(words)\""))
    let (program, outcome) = try reissue(new, as: "rettelse")
    #expect(try supplement(program, outcome).contains(words.dropLast()))
  }

  private static func wayOut(_ message: String) -> String {
    "\(message) Udsted det med 'mentorbrev issue SAGER --kind kontrakttillaeg'. Var kontrakten forkert, så brug --as "
      + "rettelse. Ellers brug --as registrering.\n"
  }

  @Test(arguments: ["ny-afgoerelse", "orientering"])
  func pointsToASupplementWhereNoLetterIsConcerned(_ form: String) throws {
    let wage = try Self.contract().replacing(#""grundloen": 192.5,"#, with: #""grundloen": 195.5,"#)
    let cases = [wage, wage.replacing("Dorte Malling", with: "Kim Aagaard")]
    for new in cases {
      let (_, outcome) = try reissue(new, as: form)
      #expect(outcome.code == 1 && outcome.output == "")
      #expect(
        outcome.errors.contains(
          Self.wayOut(
            "hjælp: Er forskellen et vilkår i kontrakten, så skriv tillægget i sagen: kontrakt.tillaeg med nummer, dato, "
              + "gaelderFra og det, der gjaldt før.")), "\(outcome.errors)")
      #expect(!outcome.errors.contains("Brug --as orientering"))
    }
  }

  @Test func makesTheSupplementThatItPointsTo() throws {
    let new = try Self.contract().replacing(#""grundloen": 192.5,"#, with: #""grundloen": 195.5,"#)
      .replacing(
        #""kontrakt": {"#,
        with: #""kontrakt": { "tillaeg": { "nummer": 1, "dato": "2026-07-15", "gaelderFra": "2026-08-01", "#
          + #""tidligere": { "timeloen": 241.50 } },"#)
    let (program, _) = try reissue(new, as: "ny-afgoerelse")
    let outcome = try program.run("issue", "ny.json", "--kind", "kontrakttillaeg")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try supplement(program, outcome).contains("241,50 kr."))
  }
}
