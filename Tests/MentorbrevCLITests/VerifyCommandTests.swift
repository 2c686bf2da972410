import Foundation
import Testing

/// `verify`: any change in a folder of issued documents is found, and named.
@Suite struct VerifyCommandTests {
  private func issued() throws -> Program {
    let program = try Program()
    for name in ["A-1", "B-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
    #expect(try program.run("issue", "A-1.json", "B-1.json").code == 0)
    return program
  }

  @Test func saysThatAllIsAsRecorded() throws {
    let program = try issued()
    let before = try program.shell("ls -RlA --time-style=full-iso Output").output
    let outcome = try program.run("verify", "Output")
    #expect(outcome.code == 0)
    #expect(outcome.output == "4 dokumenter og 8 filer er set efter: alt er, som registret siger.\n")
    #expect(outcome.errors == "")
    let again = try program.run("verify", "Output/", "--reproduce", "--workers", "1")
    #expect(again.code == 0)
    #expect(
      again.output
        == "4 dokumenter og 8 filer er set efter, og hvert dokument er lavet igen: alt er, som registret siger.\n")
    let machine = try program.run("verify", "--json")
    #expect(machine.output == "{\"status\":\"verified\",\"documents\":4,\"files\":8,\"errors\":0}\n")
    #expect(try program.shell("ls -RlA --time-style=full-iso Output | grep -v register").code == 0)
    #expect(before.contains("A-1"))
  }

  @Test func tellsEverythingAtOnceAndNamesTheFiles() throws {
    let program = try issued()
    _ = try program.shell(
      """
      sed -i 's/Du får et job/Du får to job/' Output/A-1/bevilling-2026-08-24.xml
      rm Output/A-1/min-plan-2026-08-24.html
      cd Output/B-1; mv min-plan-2026-08-24.xml ../../plan.xml; ln -s ../../plan.xml min-plan-2026-08-24.xml; cd ../..
      chmod 644 Output/B-1/bevilling-2026-08-24.html; chmod 755 Output/B-1
      echo x > Output/A-1/kopi.html; cp Output/register.jsonl Output/register.jsonl.bak; mkdir Output/C-1; echo x > Output/C-1/x
      """)
    let outcome = try program.run("verify", "Output")
    #expect(outcome.code == 1)
    #expect(outcome.output == "4 dokumenter og 8 filer er set efter: 8 fejl.\n")
    #expect(
      outcome.errors == """
        fejl: Filen Output/A-1/bevilling-2026-08-24.xml er ikke den, der blev udstedt: indholdet er ændret. [verify-changed]
          hjælp: Kør 'mentorbrev restore --keep-changed-in MAPPE': det flytter den til MAPPE og laver den udstedte igen. Skal brevet rettes, så udsted et nyt.
        fejl: Filen Output/A-1/min-plan-2026-08-24.html mangler. [verify-missing]
          hjælp: Kør 'mentorbrev restore': det laver den igen.
        fejl: Filen Output/B-1/bevilling-2026-08-24.html kan bruges af andre end ejeren (rettigheder 644). [verify-mode]
          hjælp: Kør: chmod 600 'Output/B-1/bevilling-2026-08-24.html'
        fejl: Output/B-1/min-plan-2026-08-24.xml er ikke en almindelig fil. [verify-type]
          hjælp: Flyt det, der ligger dér, væk, og kør 'mentorbrev restore': det laver filen igen.
        fejl: Filen Output/A-1/kopi.html er ikke registreret. [verify-unrecorded]
          hjælp: Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt.
        fejl: Mappen Output/B-1 kan bruges af andre end ejeren (rettigheder 755). [verify-mode]
          hjælp: Kør: chmod 700 'Output/B-1'
        fejl: Mappen Output/C-1 er ikke registreret. [verify-unrecorded]
          hjælp: Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt.
        fejl: Filen Output/register.jsonl.bak er ikke registreret. [verify-unrecorded]
          hjælp: Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt.

        """)
    let machine = try program.run("verify", "Output", "--json", "--workers", "3")
    let lines = machine.output.split(separator: "\n")
    #expect(machine.code == 1)
    #expect(lines.count == 9)
    #expect(lines.last == "{\"status\":\"wrong\",\"documents\":4,\"files\":8,\"errors\":8}")
    for secret in Sample.secrets { #expect(!(outcome.errors + machine.output).contains(secret)) }
  }

  @Test func holdsThePagesOfTheRunsAgainstTheRegister() throws {
    let program = try issued()
    let help = "  hjælp: Kør 'mentorbrev register rebuild': det laver siderne igen af registret.\n"
    _ = try program.shell(
      """
      sed -i 's/4 dokumenter/5 dokumenter/' Output/runs/1/index.html; mkdir -m 700 Output/runs/77 Output/.staging/x
      cp Output/A-1/bevilling-2026-08-24.html Output/runs/1/kopi.html; echo x > Output/.staging/.html.1-1
      """)
    let outcome = try program.run("verify", "Output")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        note: I mappen Output/.staging ligger 1 fil fra en kørsel, der blev afbrudt. [verify-staging]
          hjælp: De er ikke udstedt. Den næste 'issue' fjerner dem.
        fejl: Mappen Output/.staging/x er ikke registreret. [verify-unrecorded]
          hjælp: Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt.
        fejl: Output/runs/1/index.html er ikke, som registret giver den for kørsel 1. [verify-run-page]
        \(help)fejl: Filen Output/runs/1/kopi.html er ikke registreret. [verify-unrecorded]
          hjælp: Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt.
        fejl: Mappen Output/runs/77 er ikke registreret. [verify-unrecorded]
          hjælp: Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt.

        """)
    // As a killed run leaves it.
    _ = try program.shell("rm -r Output/runs Output/.staging")
    let missing = try program.run("verify", "Output")
    #expect(missing.code == 0)
    #expect(
      missing.errors
        == "advarsel: Output/runs/1/index.html, som hører til kørsel 1, mangler. [verify-run-page]\n\(help)")
    #expect(try program.run("register", "rebuild").code == 0)
    #expect(try program.run("verify", "Output").errors == "")
    // What happens to letters later may not be on the page yet.
    #expect(try program.run("withdraw", "A-1", "--reason", "Forkert sag.").code == 0)
    let older = try program.run("verify", "Output")
    #expect(older.code == 0)
    #expect(
      older.errors == """
        advarsel: Output/runs/1/index.html er ikke, som registret giver den for kørsel 1. Den kan være ældre end det, der siden er sket med kørslens breve. [verify-run-page]
        \(help)
        """)
  }

  @Test func saysWhereALinkStandsForAFolder() throws {
    let program = try issued()
    _ = try program.shell("mkdir ude; mv Output/A-1 Output/runs ude; ln -s ../ude/A-1 ../ude/runs Output")
    let outcome = try program.run("verify", "Output")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Output/A-1 er et link. [verify-type]
          hjælp: Læg det, linket fører til, i stedet for linket, og kør 'mentorbrev verify' igen.
        fejl: Output/runs er et link. [verify-type]
          hjælp: Læg det, linket fører til, i stedet for linket, og kør 'mentorbrev verify' igen.

        """)
    // The output folder itself may be one.
    _ = try program.shell("rm Output/A-1 Output/runs; mv ude/* Output; mv Output mappe; ln -s mappe Output")
    let whole = try program.run("verify", "Output")
    #expect(whole.code == 0)
    #expect(whole.errors == "")
  }

  @Test func namesTheFolderInWhatItSaysToDo() throws {
    let program = try issued()
    _ = try program.shell(
      "mv Output arkiv; mkdir ude; mv arkiv/B-1 ude; ln -s ../ude/B-1 arkiv; sed -i 's/<p/<b/' arkiv/A-1/bevilling*.html"
    )
    let outcome = try program.run("verify", "arkiv")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("og kør 'mentorbrev verify arkiv' igen.\n"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("Er filen ændret, så lav den igen med 'mentorbrev restore arkiv'.\n"),
      "\(outcome.errors)")
    #expect(!outcome.errors.contains("restore'") && !outcome.errors.contains("verify'"))
  }

  @Test func findsAnyChangedCharacter() throws {
    let program = try issued()
    let path = "Output/A-1/bevilling-2026-08-24.html"
    let whole = try program.bytes(of: path)
    for place in stride(from: 7, to: whole.count, by: whole.count / 12) {
      var changed = whole
      changed[place] ^= 1
      try program.write(changed, as: path)
      _ = try program.shell("chmod 600 \(path)")
      let outcome = try program.run("verify", "Output")
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("Filen \(path) er ikke den, der blev udstedt"))
    }
  }

  @Test func saysWhatToDoAboutADamagedRegisterAndThatWorks() throws {
    let program = try issued()
    let good = "4 dokumenter og 8 filer er set efter: alt er, som registret siger.\n"
    for damage in [
      "rm Output/register.sqlite*", "echo skade > Output/register.sqlite",
      "head -c 5000 Output/register.sqlite > d; cp d Output/register.sqlite",
    ] {
      _ = try program.shell(damage)
      let outcome = try program.run("verify", "Output")
      #expect(outcome.code == 1, "\(damage)")
      #expect(outcome.output == "4 dokumenter og 8 filer er set efter: 1 fejl.\n")
      #expect(outcome.errors.hasPrefix("fejl: Registret er beskadiget: Output/register.sqlite: "))
      #expect(
        outcome.errors.hasSuffix(
          "  hjælp: Kør 'mentorbrev register rebuild': det laver databasen igen fra journalen.\n"))
      #expect(try program.run("register", "rebuild").code == 0)
      #expect(try program.run("verify", "Output").output == good)
    }
    // The journal: the database still says what the files should be.
    _ = try program.shell(
      "cp Output/register.jsonl gemt; sed -i 's/Du får et job/Du får to job/' Output/register.jsonl")
    let changed = try program.run("verify", "Output")
    #expect(changed.output == "4 dokumenter og 8 filer er set efter: 1 fejl.\n")
    #expect(changed.errors.hasPrefix("fejl: Registret er beskadiget: Output/register.jsonl: linjerne før den "))
    #expect(
      changed.errors.hasSuffix(
        "  hjælp: Hent journalen (register.jsonl) fra en sikkerhedskopi, og kør 'mentorbrev register rebuild'.\n"))
    _ = try program.shell("cp gemt Output/register.jsonl")
    #expect(try program.run("verify", "Output").output == good)
  }

  @Test func refusesAFolderWithoutARegisterAndOneInUse() throws {
    let program = try issued()
    let none = try program.run("verify", "tom")
    #expect(none.code == 2)
    #expect(none.errors.hasPrefix("fejl: Der er intet register i mappen tom. [register-missing]\n"))
    let used = try program.shell("flock Output/register.lock \"$PROGRAM\" verify Output")
    #expect(used.code == 2)
    #expect(used.errors.hasPrefix("fejl: Mappen Output bruges af en anden kørsel. [register-locked]\n"))
    #expect(try program.run("verify", "").code == 64)
    #expect(try program.run("verify", "Output", "--workers", "0").code == 64)
  }

  /// A page that was made while a letter was superseded is older than the register, and not changed by anybody.
  @Test func takesAPageFromBeforeAWithdrawalWasUndoneForOlderAlone() throws {
    let program = try Program.issued()
    let paths = "A-1/bevilling-2026-08-24"
    let more = Sample.grant.numbered("A-1").replacing(#"{ "timer": 2, "minutter": 30 }"#, with: #"{ "timer": 4 }"#)
      .replacing("Du har været syg.", with: "Du er begyndt i praktik.")
    try program.write(more, as: "ny.json")
    let order = ["reissue", "ny.json", "--as", "ny-afgoerelse", "--date", "2026-10-05"]
    #expect(try program.run(order).code == 0)
    // The page says now that the letter is superseded.
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    #expect(try program.text(of: "Output/runs/1/index.html").contains(", afløst"))
    #expect(
      try program.run(
        "withdraw", "A-1/aendring-2026-10-05", "A-1/min-plan-2026-10-05", "--reason", "Forkert timetal."
      ).code == 0)
    #expect(try program.run("register", "list").output.contains("udstedt  2026-08-24  bevilling  \(paths)"))
    let outcome = try program.run("verify", "Output")
    #expect(outcome.code == 0)
    #expect(
      outcome.errors.contains(
        """
        advarsel: Output/runs/1/index.html er ikke, som registret giver den for kørsel 1. Den kan være ældre end det, der \
        siden er sket med kørslens breve. [verify-run-page]
          hjælp: Kør 'mentorbrev register rebuild': det laver siderne igen af registret.

        """), "\(outcome.errors)")
    #expect(try program.run("register", "rebuild").code == 0)
    #expect(try program.run("verify", "Output").errors == "")
    // Nothing has happened to the letters of a run whose page somebody has changed.
    _ = try program.shell("rm -r Output; cp sager.jsonl igen.jsonl")
    #expect(try program.run("issue", "igen.jsonl").code == 1)
    _ = try program.shell("sed -i 's/Afvist/Udstedt/' Output/runs/1/index.html")
    let changed = try program.run("verify", "Output")
    #expect(changed.code == 1)
    #expect(
      changed.errors.hasPrefix(
        "fejl: Output/runs/1/index.html er ikke, som registret giver den for kørsel 1. [verify-run-page]\n"),
      "\(changed.errors)")
  }
}
