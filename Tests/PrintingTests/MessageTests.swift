import Diagnostics
import Testing

@testable import Printing

/// What people are told when there is no PDF.
@Suite struct MessageTests {
  private func text(_ error: PrintingError, _ language: DiagnosticFormatter.Language = .danish) -> String {
    DiagnosticFormatter(language).text(for: error.diagnostic)
  }

  @Test func namesWhatIsMissingWithTheLineThatInstallsIt() {
    #expect(
      text(.unavailable("there is no weasyprint"), .english) == """
        error: PDF cannot be made here: there is no weasyprint [no-pdf]
          help: sudo apt-get install -y python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
        fonts-liberation && python3 -m venv ~/.mentorbrev && ~/.mentorbrev/bin/pip install \
        \(Requirements.all.joined(separator: " ")) && export MENTORBREV_PYTHON=~/.mentorbrev/bin/python
        """)
    #expect(Requirements.all.first == "weasyprint==70.0")
  }

  @Test(arguments: [
    (
      PrintingError.unprintable(["U+0645", "U+1F600"]),
      """
      fejl: Brevet har tegn, som skrifttyperne til PDF ikke kan vise: U+0645, U+1F600. [pdf-characters]
        hjælp: Find tegnene i sagen, og skriv dem med bogstaver fra det latinske, græske eller kyrilliske alfabet.
      """
    ),
    (
      .outsideWindow(.danishTopLeft),
      """
      fejl: Modtagerens navn og adresse kan ikke ses hele og alene i kuvertens rude (dk-topleft: 90 x 60 mm). [pdf-window]
        hjælp: Forkort navn eller adresse, så de fylder højst 7 linjer.
      """
    ),
    (
      .refused("it asks for something that is not in it"),
      """
      fejl: Brevet kan ikke skrives som PDF: it asks for something that is not in it. [pdf-refused]
        hjælp: Fejlen ligger i skabelonen eller i WeasyPrint. Vis meddelelsen til dem, der passer skabelonerne.
      """
    ),
    (
      .timedOut(seconds: 60),
      """
      fejl: Det tog mere end 60 sekunder at skrive brevet som PDF, også i andet forsøg. [pdf-timeout]
        hjælp: Prøv igen, når maskinen har mindre at lave.
      """
    ),
    (
      .workerFailed,
      """
      fejl: Programmet, der skriver PDF, gik ned to gange ved dette brev. [pdf-worker]
        hjælp: Se efter, om maskinen har hukommelse nok, og prøv igen.
      """
    ),
  ])
  func tellsWhyALetterHasNoPDF(_ error: PrintingError, _ expected: String) { #expect(text(error) == expected) }
}
