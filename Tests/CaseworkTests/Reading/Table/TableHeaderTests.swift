import Diagnostics
import Testing

@testable import Casework

/// What is wrong with a header, all at once; and how the separator is found.
@Suite struct TableHeaderTests {
  @Test func tellsAllThatIsWrong() {
    let header = [
      "Sagsnummer", "mentor.nvn", "Navn", "Kontrakt Timeløn", "kontrakt.timeloen", "mentorstoette.opgaver.tekst",
      "mentorstoette.opgaver.0.tekst", "Lone Hansen", "lokale", "112771-1212",
    ]
    let readings = table("\(header.joined(separator: ";"))\nA-1;;;gratis;;;;;;\n")
    #expect(readings.map(\.isCase) == [false, true])
    #expect(readings.last?.caseFile == nil)
    #expect(
      messages(readings) == """
        liste.csv:1:12: fejl: ukendt kolonne 'mentor.nvn'; mente du 'mentor.navn'? [unknown-column]
          celle: B1
          hjælp: Ret overskriften til 'mentor.navn'.
        liste.csv:1:23: fejl: Overskriften passer til 8 felter. [ambiguous-column]
          celle: C1
          hjælp: Skriv den sti eller hele betegnelse, der er ment: myndighed.navn (Myndighed: Navn), sagsbehandler.navn (Sagsbehandler: Navn), borger.navn (Borger: Navn), mentorstoette.uddannelse.navn (Mentorstøtte: Uddannelse: Uddannelsens navn), mentor.navn (Mentor: Navn), mentor.arbejdsgiver.navn (Mentor: Arbejdsgiver: Navn), mentor.arbejdsgiver.kontakt.navn (Mentor: Arbejdsgiver: Kontakt: Navn), kontrakt.afloeser.navn (Kontrakt: Afløser: Navn).
        liste.csv:1:45: fejl: Feltet kontrakt.timeloen har allerede en kolonne. [duplicate-column]
          celle: E1
          hjælp: Behold den ene.
          note: liste.csv:1:28: Den første er kolonne D1.
        liste.csv:1:63: fejl: mentorstoette.opgaver.tekst står i en liste, og rækkens nummer mangler. [unknown-column]
          celle: F1
          hjælp: Skriv mentorstoette.opgaver.1.tekst, og de næste rækker med 2, 3 og så videre.
        liste.csv:1:91: fejl: Rækker i en liste har numre fra 1 til 100. [unknown-column]
          celle: G1
          hjælp: Skriv fx mentorstoette.opgaver.1.tekst.
        liste.csv:1:121: fejl: ukendt kolonne på 11 tegn. [unknown-column]
          celle: H1
          hjælp: Kommandoen 'mentorbrev schema fields' viser felterne. Slet kolonnen, hvis den ikke skal bruges.
        liste.csv:1:133: fejl: ukendt kolonne 'lokale'. [unknown-column]
          celle: I1
          hjælp: Kommandoen 'mentorbrev schema fields' viser felterne. Slet kolonnen, hvis den ikke skal bruges.
        liste.csv:1:140: fejl: ukendt kolonne på 11 tegn. [unknown-column]
          celle: J1
          hjælp: Kommandoen 'mentorbrev schema fields' viser felterne. Slet kolonnen, hvis den ikke skal bruges.
        liste.csv:2:1: fejl: sag A-1: Overskrifterne har fejl, så rækken kan ikke blive til en sag. [header-errors]
          celle: A2
          hjælp: Ret overskrifterne i første række.
        liste.csv:2:7: fejl: sag A-1: Timeløn: forventede et beløb i kroner, fandt en tekst på 6 tegn. [wrong-type]
          celle: D2
          felt: kontrakt.timeloen
          hjælp: Skriv tallet med decimaler efter et komma: 241,50.
        """)
  }

  /// Somebody's name may stand where a heading should be, also one that is a single word.
  @Test func repeatsNoNameAsAHeading() {
    let told = messages(table("sagsnummer;Hemmeligsen\nA-1;\n"))
    #expect(told.contains("liste.csv:1:12: fejl: ukendt kolonne på 11 tegn. [unknown-column]"))
    #expect(!told.contains("Hemmeligsen"))
  }

  /// Two lists of tasks end alike; the help has all names to choose from.
  @Test func namesTheFieldsThatAHeadingMayMean() {
    #expect(
      messages(table("sagsnummer;opgaver.2.tekst\nA-1;\n")).hasPrefix(
        """
        liste.csv:1:12: fejl: Overskriften passer til 3 felter. [ambiguous-column]
          celle: B1
          hjælp: Skriv den sti eller hele betegnelse, der er ment: mentorstoette.opgaver.2.tekst (Mentorstøtte: Opgaver 2: Opgavetekst), aendring.foer.opgaver.2.tekst (Ændring: Før: Opgaver før 2: Opgavetekst), kontrakt.opgaver.2.tekst (Kontrakt: Opgaver 2: Opgavetekst).
        """))
  }

  @Test func tellsOfAHeaderThatIsNone() {
    #expect(
      messages(table("A-1;Ib Øst;112771-1212\nA-2;Bo;112771-1213\n")) == """
        liste.csv:1:1: fejl: Første række er ikke overskrifter: ingen af dens 3 celler er navnet på et felt. [csv-no-header]
          hjælp: Skriv felternes navne i første række; 'mentorbrev schema csv' udskriver dem. Ingen rækker er læst.
        """)
    #expect(
      messages(table("A-1\n")).hasPrefix(
        "liste.csv:1:1: fejl: Første række er ikke overskrifter: dens ene celle er ikke navnet på et felt."))
    #expect(
      messages(table("sagsnummer\tmentor.navn\nA-1\tIb\n")) == """
        liste.csv:1:1: fejl: Cellerne er skilt med tabulatorer, og her læses semikolon eller komma. [csv-separator]
          hjælp: Gem filen som CSV med semikolon. Ingen rækker er læst.
        """)
  }

  @Test func tellsOfQuotationMarksInTheHeader() {
    #expect(table("sagsnummer;\"mentor.navn\";\"kontrakt.dato\"\nA-1;Ib;\n").numbers == ["A-1"])
    let readings = table("sagsnummer;\"mentor.navn\nA-1;Ib\n")
    #expect(
      messages(readings).hasPrefix(
        """
        liste.csv:1:12: fejl: Et anførselstegn begynder cellen, og intet afslutter den. [csv-open-quote]
          celle: B1
          hjælp: Afslut cellen med et anførselstegn.
        """))
  }

  @Test func saysWhichSeparatorItFoundWhereBothStand() {
    let readings = table("sagsnummer;\"mentor, navn\"\nA-1;Ib, Bo\n")
    #expect(readings.cases.first?.caseFile?.mentor?.name?.value == "Ib, Bo")
    #expect(
      messages(readings)
        == "liste.csv:1:1: note: Overskrifterne har både komma og semikolon. Filen er læst med semikolon mellem cellerne. [csv-separator]"
    )
    #expect(table("sagsnummer,mentor.navn\nA-1,Ib; Bo\n").map { $0.caseFile?.mentor?.name?.value } == ["Ib; Bo"])
    #expect(table("sagsnummer\nA-1\n").numbers == ["A-1"])
  }

  /// Whatever is added to the case file, no heading can mean two fields.
  @Test func everyFieldHasAPathAndALabelOfItsOwn() {
    for words in [ColumnField.all.map { $0.path([1, 1]) }, ColumnField.all.map { $0.label([1, 1]) }] {
      #expect(Set(words.map { ColumnName($0).words }).count == words.count)
    }
    for field in ColumnField.all {
      for name in [field.path([1]), field.label([1])] {
        guard case .field(let found) = ColumnNames.shared.meaning(of: ColumnName(name)) else {
          Issue.record("\(name) is no field")
          continue
        }
        #expect(found.path([1]) == field.path([1]))
      }
    }
  }
}
