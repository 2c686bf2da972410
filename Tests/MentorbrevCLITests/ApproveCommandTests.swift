import Foundation
import Testing

/// The page of a run, and `approve`: a person lets it be sent, and only what was read.
@Suite struct ApproveCommandTests {
  @Test func recordsWhoApprovedWhichBytes() throws {
    let program = try Program.issued()
    let hash = try program.shell("cd Output && sha256sum A-1/* C-1/* | sha256sum | cut -c 1-12").output.prefix(12)
    let outcome = try program.run("approve", "1", "--by", "Kirsten Holm", "--hash", String(hash))
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "Kørsel 1 er godkendt med kontrolsummen \(hash).\n")
    let runs = try program.run("register", "runs").output.replacing(/\d{4}-\d\d-\d\d/, with: "DAG")
    #expect(
      runs == "kørsel 1  DAG  issue: udstedt 4 i 2 sager, afvist 1, godkendt DAG af Kirsten Holm\n")
    let before = try program.bytes(of: "Output/register.jsonl")
    let again = try program.run("approve", "1", "--by", "Kirsten Holm")
    #expect(again.code == 0)
    #expect(again.errors == outcome.errors)
    let other = try program.run("approve", "1", "--by", "Jens Lund")
    #expect(other.code == 1)
    #expect(
      other.errors == """
        fejl: Kørsel 1 er allerede godkendt af en anden, og den godkendelse gælder. [approved-before]
          hjælp: Se hvem og hvornår med 'mentorbrev register runs'.

        """)
    #expect(try program.bytes(of: "Output/register.jsonl") == before)
  }

  @Test func writesThePageOfARunForTheUserAlone() throws {
    let program = try Program.issued()
    #expect(try program.files(in: "Output/runs") == ["1/afviste.csv", "1/index.html"])
    #expect(try program.shell("find Output -type f ! -perm 600; find Output -type d ! -perm 700").output == "")
    let page = try program.text(of: "Output/runs/1/index.html")
    #expect(page.contains("<title>Kørsel 1: 4 dokumenter venter på godkendelse</title>"))
    #expect(page.contains("<a href=\"../../A-1/bevilling-2026-08-24.html\">Sag A-1</a>"))
    #expect(page.contains("Dato: november 2026 har ikke en dag nr. 31. <code>no-such-date</code>"))
    #expect(page.contains("mentorbrev approve 1 --by \"DIT NAVN\" --hash "))
    for secret in Sample.secrets where secret != "1230" { #expect(!page.contains(secret), "\(secret)") }
    #expect(
      try program.text(of: "Output/runs/1/afviste.csv")
        == "\u{FEFF}sagsnummer;regel;besked;sted\r\n\"B-1\";\"no-such-date\";\"Dato: november 2026 har ikke en dag nr. 31.\";\"fil 1, linje 2\"\r\n"
    )
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let approved = try program.text(of: "Output/runs/1/index.html")
    #expect(approved.contains("<title>Kørsel 1: 4 dokumenter er godkendt</title>"))
    #expect(approved.contains("<strong>Godkendt</strong> af Kirsten Holm den "))
    #expect(!approved.contains("mentorbrev approve"))
  }

  @Test func thePageFollowsFromTheRegisterAlone() throws {
    let program = try Program.issued()
    let page = try program.bytes(of: "Output/runs/1/index.html")
    // As a run that was killed leaves it, and with another database.
    _ = try program.shell("rm -r Output/runs Output/register.sqlite*")
    let next = try program.run("issue", "sager.jsonl")
    #expect(next.code == 1)
    #expect(try program.bytes(of: "Output/runs/1/index.html") == page)
    #expect(try program.files(in: "Output/runs") == ["1/afviste.csv", "1/index.html"])
  }

  @Test func tellsWhereThePageIs() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    #expect(try program.run("issue", "sag.json").errors == "Kørsel 1: Output/runs/1/index.html\n")
    #expect(try program.run("issue", "sag.json").errors == "")
    try program.write(Sample.grant.numbered("B-1"), as: "b.json")
    let machine = try program.run("issue", "b.json", "--json")
    #expect(machine.output.hasSuffix(#"{"status":"run","run":2,"page":"Output/runs/2/index.html"}"# + "\n"))
  }

  @Test func refusesWhatIsNotAsItWasIssued() throws {
    let program = try Program.issued()
    let before = try program.bytes(of: "Output/register.jsonl")
    _ = try program.shell(
      "echo x >> Output/A-1/bevilling-2026-08-24.html; rm Output/C-1/min-plan-2026-08-24.xml")
    let outcome = try program.run("approve", "1", "--by", "Kirsten Holm")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Output/A-1/bevilling-2026-08-24.html er ikke, som den blev udstedt. [file-changed]
        fejl: Output/C-1/min-plan-2026-08-24.xml findes ikke. [file-unreadable]
        fejl: Kørsel 1 er ikke godkendt: 2 filer er ikke, som registret siger. [run-changed]
          hjælp: Lav dem igen med 'mentorbrev restore', og godkend så igen.

        """)
    #expect(try program.bytes(of: "Output/register.jsonl") == before)
  }

  @Test func holdsTheFilesAgainstTheRegisterAlsoTheSecondTime() throws {
    let program = try Program.approved()
    _ = try program.shell("echo x >> Output/A-1/bevilling-2026-08-24.html")
    let outcome = try program.run("approve", "1", "--by", "Kirsten Holm")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Output/A-1/bevilling-2026-08-24.html er ikke, som den blev udstedt. [file-changed]
        fejl: Kørsel 1 er ikke godkendt: 1 fil er ikke, som registret siger. [run-changed]
          hjælp: Lav dem igen med 'mentorbrev restore', og godkend så igen.

        """)
  }

  @Test func saysThatTheApprovalStandsWhenOnlyThePageCannotBeWritten() throws {
    let program = try Program.issued()
    _ = try program.shell("rm Output/runs/1/index.html; mkdir Output/runs/1/index.html")
    let hash = try program.shell("cd Output && sha256sum A-1/* C-1/* | sha256sum | cut -c 1-12").output.prefix(12)
    for _ in 0..<2 {
      let outcome = try program.run("approve", "1", "--by", "Kirsten Holm")
      #expect(outcome.code == 1)
      #expect(
        outcome.errors == """
          fejl: Output/runs/1/index.html kan ikke skrives: Is a directory. Derfor er siden om kørsel 1 ikke lavet. Det, den skal fortælle, står i registret. [page-unwritable]
            hjælp: Fjern det, der er i vejen, og kør 'mentorbrev register rebuild': det laver også siderne igen.
          note: Kørsel 1 er godkendt med kontrolsummen \(hash), og det står i registret. [approved]

          """)
    }
    #expect(try program.shell("grep -c '\"entry\":\"approved\"' Output/register.jsonl").output == "1\n")
    #expect(try program.run("register", "runs").output.contains(" af Kirsten Holm\n"))
    _ = try program.shell("rmdir Output/runs/1/index.html")
    #expect(try program.run("register", "rebuild").code == 0)
    #expect(try program.text(of: "Output/runs/1/index.html").contains("<strong>Godkendt</strong> af Kirsten Holm"))
  }

  /// An approval is one of all documents that a person has read of; what is left is another run.
  @Test func isWantedAgainWhenACaseIsForgotten() throws {
    let program = try Program.approved()
    let pack = ["pack", "1", "--into", "pakker", "--without-pdf"]
    // A refusal leaves the documents as they were.
    #expect(try program.run("forget", "B-1", "--reason", "Slettefrist.").code == 0)
    #expect(try program.text(of: "Output/runs/1/index.html").contains("<strong>Godkendt</strong> af Kirsten Holm"))
    #expect(try program.run("forget", "A-1", "--reason", "Slettefrist.").code == 0)
    let page = try program.text(of: "Output/runs/1/index.html")
    #expect(page.contains("<title>Kørsel 1: 2 dokumenter venter på godkendelse</title>"))
    #expect(page.contains("En sag er slettet, siden kørslen blev godkendt, så den skal godkendes igen."))
    #expect(try program.run("register", "runs").output.hasSuffix(": udstedt 2 i 1 sag, ikke godkendt\n"))
    #expect(try program.run("verify").code == 0)
    let refused = try program.run(pack)
    #expect(refused.code == 1)
    #expect(
      refused.errors == """
        fejl: Kørsel 1 er ikke godkendt igen, siden en sag i den blev slettet, så dens breve kan ikke pakkes. [not-approved]
          hjælp: Læs Output/runs/1/index.html, og kør 'mentorbrev approve 1 --by NAVN'.
          note: En myndighed kan i sin profil lade breve i en enkelt sag gå uden: godkendelse.enkeltbreveUdenGodkendelse.

        """)
    let hash = try program.shell("cd Output && sha256sum C-1/* | sha256sum | cut -c 1-12").output.prefix(12)
    let again = try program.run("approve", "1", "--by", "Jens Lund", "--hash", String(hash))
    #expect(again.code == 0)
    #expect(again.errors == "Kørsel 1 er godkendt med kontrolsummen \(hash).\n")
    #expect(try program.text(of: "Output/runs/1/index.html").contains("<strong>Godkendt</strong> af Jens Lund den "))
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 1)
    #expect(try program.run(pack).code == 0)
  }

  @Test func refusesRunsThatCannotBeApproved() throws {
    let program = try Program.issued()
    try program.write(Sample.grant.replacing("2026-08-24", with: "2026-11-31"), as: "afvist.json")
    #expect(try program.run("issue", "afvist.json").code == 1)
    let empty = try program.run("approve", "2", "--by", "Kirsten Holm")
    #expect(empty.code == 1)
    #expect(
      empty.errors == """
        fejl: Kørsel 2 har ingen dokumenter, der kan godkendes. [nothing-to-approve]
          hjælp: Se kørslerne med 'mentorbrev register runs'.

        """)
    let unknown = try program.run("approve", "7", "--by", "Kirsten Holm")
    #expect(unknown.code == 1)
    #expect(
      unknown.errors == """
        fejl: Der er ingen kørsel 7 i registret i mappen Output. [no-such-run]
          hjælp: De har numrene 1 til 2. Se dem med 'mentorbrev register runs'.

        """)
    let hash = try program.run("approve", "1", "--by", "Kirsten Holm", "--hash", "0123456789ab")
    #expect(hash.code == 1)
    #expect(
      hash.errors == """
        fejl: Kontrolsummen (--hash) er ikke den, som kørsel 1 har. [other-hash]
          hjælp: Læs siden for netop denne kørsel og denne mappe, og brug kontrolsummen fra den.

        """)
    let none = try program.run("approve", "1", "--by", "Kirsten Holm", "--output", "tom")
    #expect(none.code == 2)
    #expect(none.errors.hasPrefix("fejl: Der er intet register i mappen tom. [register-missing]\n"))
    let locked = try program.shell("flock Output/register.lock \"$PROGRAM\" approve 1 --by 'Kirsten Holm'")
    #expect(locked.code == 2)
    #expect(locked.errors.hasPrefix("fejl: Mappen Output bruges af en anden kørsel. [register-locked]\n"))
  }

  private static let name =
    "skal nævnes med navn og uden nummer: én linje på højst 100 tegn uden styretegn. [person-form]"

  @Test(arguments: [
    ("", Self.name), ("  ", Self.name), (" Kirsten Holm", Self.name), ("Kirsten\nHolm", Self.name),
    ("Kirsten\u{2028}Holm", Self.name), ("Medarbejder 123456", Self.name),
    (String(repeating: "x", count: 101), Self.name),
    ("Holm 720590-1230", "indeholder cifre, der ligner et CPR-nummer. [person-tells]"),
  ])
  func refusesANameThatIsNone(_ name: String, _ what: String) throws {
    let outcome = try Program.issued().run("approve", "1", "--by", name)
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Den, der siger det (--by), \(what)
          hjælp: Skriv --by "Fornavn Efternavn".

        """)
  }

  @Test func aCaseCannotTakeTheFolderOfThePages() throws {
    let program = try Program()
    try program.write(Sample.grant.numbered("runs"), as: "sag.json")
    let outcome = try program.run("issue", "sag.json")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("Output/%72uns/bevilling-2026-08-24.html\n"))
  }
}
