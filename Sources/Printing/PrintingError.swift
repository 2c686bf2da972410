public import Diagnostics

/// Why there is no PDF of a letter.
public enum PrintingError: Error, Sendable, Hashable {
  /// Nothing can be printed on this machine: what is missing, in English.
  case unavailable(String)
  /// The fonts have no picture of these characters, `U+0645`.
  case unprintable([String])
  /// The recipient's address does not stand whole and alone in the window.
  case outsideWindow(EnvelopeWindow)
  /// The renderer does not print this letter: why, in English, without a word of the letter.
  case refused(String)
  /// The letter took longer than it may, twice.
  case timedOut(seconds: Int)
  /// The worker ended or answered nonsense, twice.
  case workerFailed
}

extension PrintingError {
  /// What is said about it: in English of the machine, in Danish of a letter.
  public var diagnostic: Diagnostic {
    switch self {
    case .unavailable(let reason):
      Diagnostic(.error, "no-pdf", "PDF cannot be made here: \(reason)", help: Requirements.installation)
    case .unprintable(let characters):
      Diagnostic(
        .error, "pdf-characters",
        "Brevet har tegn, som skrifttyperne til PDF ikke kan vise: \(characters.joined(separator: ", ")).",
        help: "Find tegnene i sagen, og skriv dem med bogstaver fra det latinske, græske eller kyrilliske alfabet.")
    case .outsideWindow(let window):
      Diagnostic(
        .error, "pdf-window",
        "Modtagerens navn og adresse kan ikke ses hele og alene i kuvertens rude (\(window.name): \(window.width) x "
          + "\(window.height) mm).",
        help: "Forkort navn eller adresse, så de fylder højst 7 linjer.")
    case .refused(let reason):
      Diagnostic(
        .error, "pdf-refused", "Brevet kan ikke skrives som PDF: \(reason).",
        help: "Fejlen ligger i skabelonen eller i WeasyPrint. Vis meddelelsen til dem, der passer skabelonerne.")
    case .timedOut(let seconds):
      Diagnostic(
        .error, "pdf-timeout", "Det tog mere end \(seconds) sekunder at skrive brevet som PDF, også i andet forsøg.",
        help: "Prøv igen, når maskinen har mindre at lave.")
    case .workerFailed:
      Diagnostic(
        .error, "pdf-worker", "Programmet, der skriver PDF, gik ned to gange ved dette brev.",
        help: "Se efter, om maskinen har hukommelse nok, og prøv igen.")
    }
  }
}
