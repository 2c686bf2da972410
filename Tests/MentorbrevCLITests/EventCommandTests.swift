import Foundation
import Testing

/// `withdraw` and `mark-sent`: what happens to documents outside the program.
@Suite struct EventCommandTests {
  private func issued() throws -> Program {
    let program = try Program()
    for name in ["A-1", "B-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
    #expect(try program.run("issue", "A-1.json", "B-1.json").code == 0)
    return program
  }

  private static let named =
    "sag A-1: Begrundelsen (--reason) nævner en person i sagen ved navn. [reason-tells]\n"
    + "  hjælp: Skriv den uden numre og navne: den bliver stående i registret. Er et ord i den også et navn i sagen, så "
    + "skriv et andet."

  private func states(_ program: Program) throws -> [String] {
    try program.run("register", "list").output.split(separator: "\n").map { String($0.split(separator: "  ")[0]) }
  }

  @Test func withdrawsADocumentOnce() throws {
    let program = try issued()
    let arguments = [
      "withdraw", "Output/A-1/min-plan-2026-08-24.html", "--reason", "Udstedt på en forkert sag.", "--by",
      "Teamlederen",
    ]
    let outcome = try program.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.output == "trukket tilbage  A-1/min-plan-2026-08-24\n")
    #expect(outcome.errors == "")
    let journal = try program.bytes(of: "Output/register.jsonl")
    let again = try program.run(arguments)
    #expect(again.code == 0)
    #expect(again.output == "")
    #expect(again.errors == "1 dokument var trukket tilbage før.\n")
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
    #expect(try states(program) == ["udstedt", "trukket tilbage", "udstedt", "udstedt"])
    let shown = try program.run("register", "show", "A-1").output
    #expect(
      shown.hasSuffix(
        "  Trukket tilbage: Min Plan af 24. august 2026. Udstedt på en forkert sag. Registreret af Teamlederen.\n"))
    #expect(shown.contains("  Udstedt: Min Plan af 24. august 2026 (kørsel 1).\n"))
    let issue = try program.run("issue", "A-1.json")
    #expect(issue.code == 1)
    #expect(issue.errors.contains("er udstedt før og trukket tilbage. [issued-withdrawn]"))
    #expect(try program.run("verify", "Output", "--reproduce").code == 0)
  }

  @Test func marksACaseAndARunAsSent() throws {
    let program = try issued()
    let one = try program.run("mark-sent", "A-1", "--date", "2026-08-25")
    #expect(one.output == "sendt  A-1/bevilling-2026-08-24\nsendt  A-1/min-plan-2026-08-24\n")
    #expect(try program.run("withdraw", "B-1/min-plan-2026-08-24", "--reason", "Forkert plan.").code == 0)
    let run = try program.run("mark-sent", "--run", "1")
    #expect(run.output == "sendt  1 dokument\n")
    #expect(run.errors == "2 dokumenter var sendt før.\n")
    #expect(try states(program) == ["sendt", "sendt", "sendt", "trukket tilbage"])
    #expect(
      try program.run("register", "show", "A-1").output.hasSuffix(
        "25. august 2026  Sendt: bevilling af 24. august 2026 og Min Plan af 24. august 2026.\n"))
    let export = try program.run("register", "export", "--without-times").output
    _ = try program.run("register", "rebuild")
    #expect(try program.run("register", "export", "--without-times").output == export)
  }

  @Test func refusesToWithdrawWhatIsSentAndRecordsNothing() throws {
    let program = try issued()
    _ = try program.run("mark-sent", "A-1/bevilling-2026-08-24", "--date", "2026-08-25")
    let journal = try program.bytes(of: "Output/register.jsonl")
    let outcome = try program.run("withdraw", "B-1", "A-1", "X-9", "--reason", "Forkert.")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        fejl: sag A-1: Dokumentet (bevilling af 2026-08-24) er sendt den 2026-08-25 og kan ikke trækkes tilbage. [withdraw-sent]
          hjælp: Et sendt brev ændres kun med et nyt brev: udsted en ny afgørelse eller en rettelse (mentorbrev reissue). Er det skrevet som sendt ved en fejl, så tag det tilbage med 'mentorbrev mark-sent --undo'.
        fejl: Registret kender hverken en sag eller et dokument, der hedder 'X-9'. [unknown-document]
          hjælp: 'mentorbrev register list' viser de dokumenter, der er udstedt.

        """)
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
  }

  @Test func namesAnotherFolderInTheCommandsThatItAdvises() throws {
    let program = try issued()
    _ = try program.shell("mv Output andre")
    let outcome = try program.run("mark-sent", "X-9", "--run", "7", "--output", "andre")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Registret kender hverken en sag eller et dokument, der hedder 'X-9'. [unknown-document]
          hjælp: 'mentorbrev register list --output andre' viser de dokumenter, der er udstedt.
        fejl: Registret kender ikke kørsel 7. [unknown-run]
          hjælp: 'mentorbrev register show SAG --output andre' viser, i hvilken kørsel et dokument er udstedt.

        """)
    let show = try program.run("register", "show", "X-9", "--output", "andre")
    #expect(
      show.errors
        == "mentorbrev: registret i mappen andre kender ikke sagen; 'mentorbrev register list --output andre' viser dem, "
        + "det kender\n")
    _ = try program.shell("rm -r andre/runs")
    let verify = try program.run("verify", "andre")
    #expect(
      verify.errors.contains(
        "  hjælp: Kør 'mentorbrev register rebuild --output andre': det laver siderne igen af registret.\n"))
    #expect(try program.run("register", "rebuild", "--output", "andre").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm", "--output", "andre").code == 0)
    #expect(
      try program.run("approve", "1", "--by", "Jens Lund", "--output", "andre").errors == """
        fejl: Kørsel 1 er allerede godkendt af en anden, og den godkendelse gælder. [approved-before]
          hjælp: Se hvem og hvornår med 'mentorbrev register runs --output andre'.

        """)
  }

  @Test func refusesToSendWhatIsWithdrawn() throws {
    let program = try issued()
    _ = try program.run("withdraw", "A-1/min-plan-2026-08-24", "--reason", "Forkert.")
    let outcome = try program.run("mark-sent", "A-1/min-plan-2026-08-24", "--run", "7")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: sag A-1: Dokumentet (Min Plan af 2026-08-24) er trukket tilbage, så det er ikke sendt. [sent-withdrawn]
          hjælp: Skal det sendes alligevel, så udsted det igen med et løbenummer (loebenummer).
        fejl: Registret kender ikke kørsel 7. [unknown-run]
          hjælp: 'mentorbrev register show SAG' viser, i hvilken kørsel et dokument er udstedt.

        """)
    // Of a case it is passed over.
    #expect(try program.run("mark-sent", "A-1").output == "sendt  A-1/bevilling-2026-08-24\n")
  }

  @Test(arguments: [
    (
      "  ",
      "Der mangler en begrundelse (--reason). [reason-missing]\n  hjælp: Skriv kort hvorfor. Det står i registret bagefter."
    ),
    (
      "Borger 720590-1230",
      "Begrundelsen (--reason) indeholder cifre, der ligner et CPR-nummer. [reason-tells]\n"
        + "  hjælp: Skriv den uden numre og navne: den bliver stående i registret."
    ),
    (
      "To\nlinjer",
      "Begrundelsen (--reason) skal være én linje på højst 500 tegn uden styretegn. [reason-form]\n"
        + "  hjælp: Skriv den uden numre og navne: den bliver stående i registret."
    ),
    (
      String(repeating: "x", count: 501),
      "Begrundelsen (--reason) skal være én linje på højst 500 tegn uden styretegn. [reason-form]\n"
        + "  hjælp: Skriv den uden numre og navne: den bliver stående i registret."
    ),
    (
      "VIND, Asta er død.", Self.named
    ), ("Udstedt efter aftale med Asta.", Self.named), ("Astas sag er lukket.", Self.named),
    ("Det gik til Vind ved en fejl.", Self.named), ("Poul er stoppet.", Self.named),
  ]) func refusesAReasonThatIsNone(_ reason: String, _ message: String) throws {
    let program = try issued()
    for arguments in [["withdraw", "A-1", "--reason", reason], ["forget", "A-1", "--reason", reason]] {
      let outcome = try program.run(arguments)
      #expect(outcome.code == 1)
      #expect(outcome.errors == "fejl: \(message)\n")
    }
    #expect(try states(program) == ["udstedt", "udstedt", "udstedt", "udstedt"])
  }

  /// A name that is a word of the language as well, and a caseworker, who may stand by it.
  @Test(arguments: ["Brevet er væk med vinden.", "Vind rev brevet itu.", "Aftalt med Bente."])
  func takesAReasonThatNamesNobody(_ reason: String) throws {
    let program = try issued()
    #expect(try program.run("withdraw", "A-1", "--reason", reason).code == 0)
    #expect(try program.run("forget", "A-1", "--reason", reason).code == 0)
  }

  @Test(arguments: [["withdraw", "--reason", "Forkert."], ["mark-sent"]]) func refusesAPersonWhoIsANumber(
    _ command: [String]
  ) throws {
    let program = try issued()
    let outcome = try program.run(command + ["A-1", "--by", "740395-1237"])
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Den, der siger det (--by), indeholder cifre, der ligner et CPR-nummer. [person-tells]
          hjælp: Skriv --by "Fornavn Efternavn".

        """)
    for name in ["Kirsten\u{1B}[31m", "---", "Medarbejder 123456"] {
      #expect(
        try program.run(command + ["A-1", "--by=\(name)"]).errors == """
          fejl: Den, der siger det (--by), skal nævnes med navn og uden nummer: én linje på højst 100 tegn uden styretegn. [person-form]
            hjælp: Skriv --by "Fornavn Efternavn".

          """)
    }
    #expect(try states(program) == ["udstedt", "udstedt", "udstedt", "udstedt"])
  }

  @Test(arguments: [["A-1"], ["--run", "1"]]) func takesBackWhatWasSaidByMistake(_ selection: [String]) throws {
    let program = try issued()
    let undo = ["mark-sent", "--undo", "--by", "Ole Dam"] + selection
    #expect(try program.run(["mark-sent"] + selection).code == 0)
    let outcome = try program.run(undo)
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("ikke sendt  "), "\(outcome.output)")
    #expect(outcome.errors == "")
    #expect(try states(program) == ["udstedt", "udstedt", "udstedt", "udstedt"])
    let shown = try program.run("register", "show", "A-1").output
    #expect(shown.contains("  Sendt: bevilling af 24. august 2026 og Min Plan af 24. august 2026.\n"))
    #expect(
      shown.hasSuffix(
        "  Ikke sendt alligevel: bevilling af 24. august 2026 og Min Plan af 24. august 2026. Registreret af Ole Dam.\n"
      ))
    // Once more changes nothing.
    let journal = try program.bytes(of: "Output/register.jsonl")
    let again = try program.run(undo)
    #expect(again.code == 0)
    #expect(again.errors == "\(selection.count == 1 ? 2 : 4) dokumenter var ikke skrevet som sendt.\n")
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
    #expect(try program.run("verify", "Output").code == 0)
    // Everything that could be done before can be done now.
    #expect(try program.run("withdraw", "A-1/min-plan-2026-08-24", "--reason", "Fejl.").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let packed = try program.run("pack", "1", "--into", "pakker", "--without-pdf")
    #expect(packed.errors.hasSuffix("2 sager: 2 pakket (2 beskeder).\n"), "\(packed.errors)")
  }

  @Test func takesBackNothingThatAMessageHasTold() throws {
    let program = try Program.approved()
    let uuids = try Program.uuids(try program.run("pack", "1", "--into", "pakker", "--without-pdf", "--json").output)
    let uuid = try #require(uuids["A-1"]?.first)
    #expect(try program.run("mark-sent", "A-1").code == 0)
    let receipt = #"{"messageUUID":"\#(uuid)","timeStamp":"2026-12-01T08:00:00Z","receiptStatus":"RECEIVED"}"#
    try program.write(Data(receipt.utf8), as: "1.json")
    #expect(try program.run("receipts", "1.json").code == 0)
    let journal = try program.bytes(of: "Output/register.jsonl")
    let outcome = try program.run("mark-sent", "A-1/bevilling-2026-08-24", "C-1", "--undo")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: sag A-1: Dokumentet (bevilling af 2026-08-24) er sendt som en besked, og det kan ikke tages tilbage. [sent-by-message]
          hjælp: Det er kvitteringerne, der siger, hvor langt brevet er: se dem med 'mentorbrev register show SAG'.

        """)
    let all = try program.run("mark-sent", "A-1", "--undo")
    #expect(all.code == 0)
    #expect(all.errors == "Der er intet registreret: alle dokumenter er sendt som beskeder eller afløst.\n")
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
    #expect(try program.run("mark-sent", "A-1", "--undo", "--date", "2026-08-25").code == 64)
  }

  @Test func tellsHowManyHaveGoneOut() throws {
    let program = try issued()
    #expect(try program.run("mark-sent", "A-1").code == 0)
    #expect(try program.run("register", "runs").output.hasSuffix("udstedt 4 i 2 sager, ikke godkendt, sendt 2\n"))
    #expect(try program.run("register", "runs", "--json").output.contains(#""underway":2,"delivered":0,"#))
    #expect(try program.run("register", "rebuild").code == 0)
    #expect(try !program.shell("cat Output/runs/1/index.html").output.contains("ikke sendt"))
  }

  @Test func refusesADayThatHasNotComeAndWrongUsage() throws {
    let program = try issued()
    let later = try program.run("mark-sent", "A-1", "--date", "2999-01-01")
    #expect(later.code == 1)
    #expect(
      later.errors == """
        fejl: Datoen 2999-01-01 er ikke kommet endnu, så intet er sendt den dag. [sent-later]
          hjælp: Skriv den dag, dokumenterne blev sendt (--date).

        """)
    for selection in [["A-1"], ["--run", "1"], ["A-1/bevilling-2026-08-24", "--run", "1"]] {
      let before = try program.run(["mark-sent"] + selection + ["--date", "2025-08-25"])
      #expect(before.code == 1)
      #expect(
        before.errors.hasPrefix(
          "fejl: sag A-1: Dokumentet (bevilling af 2026-08-24) kan ikke være sendt den 2025-08-25, før det blev "
            + "skrevet. [sent-before]\n  hjælp: Skriv den dag, det blev sendt (--date).\n"), "\(before.errors)")
    }
    #expect(try Set(states(program)) == ["udstedt"])
    #expect(try program.run("mark-sent", "A-1", "--date", "25/8").code == 64)
    #expect(try program.run("mark-sent").code == 64)
    #expect(try program.run("withdraw", "A-1").code == 64)
    let none = try program.run("mark-sent", "A-1", "--output", "tom")
    #expect(none.code == 2)
    #expect(none.errors.hasPrefix("fejl: Der er intet register i mappen tom. [register-missing]\n"))
  }
}
