import Diagnostics
import Fields

extension Examination {
  /// Texts that a letter prints, and that say nothing: reasons and an assessment that are only a dash are none.
  mutating func checkFillers() {
    for text in freeTexts where FillerWords.fill(text.text) && !Self.isOldOrNewWord(text.path) {
      report(
        "says-nothing", "\(text.name) siger ikke noget, og teksten står i dokumentet.", path: text.path,
        at: text.position,
        basis: cite(Self.provisions(of: text.path)),
        help: "Skriv det, som læseren skal vide. Er der ikke noget, så udelad nøglen.")
    }
  }

  /// What was wrong and what is right, what was and what is: one letter may be all there is to say.
  private static func isOldOrNewWord(_ path: String) -> Bool {
    ["afgoerelse.berigtigelse.", "orientering.aendringer.", "kontrakt.tillaeg.aendringer."].contains(
      where: path.hasPrefix)
  }

  /// What demands that the text is there, where a provision does.
  private static func provisions(of path: String) -> [String] {
    if path.hasPrefix("afgoerelse.begrundelse.") || path == "afgoerelse.ikkeBevilget" { return ["fvl-24"] }
    if path.hasPrefix("afgoerelse.vurdering.") { return ["lab-167-1"] }
    if path.hasPrefix("afgoerelse.partshoering.") { return ["fvl-19"] }
    if path.hasPrefix("mentorstoette.opgaver.") { return ["bab-52-3"] }
    return path == "mentorstoette.maal.tekst" ? ["bab-52-1"] : []
  }

  /// Less than the citizen has a right to is lawful when the citizen wishes it, LAB § 167, stk. 2: the case says how that is
  /// known, in words.
  mutating func wishesLess(_ said: Said<String>?) -> Bool {
    guard let said else { return false }
    let path = "mentorstoette.udskrivning.kortereEfterOenske"
    let clauses = Sentence(said.value[...]).clauses
    if FillerWords.fill(said.value) || said.value.lowercased().hasPrefix("nej") {
      report(
        "wish-says-nothing",
        "\(CaseLabels.name(of: path)) siger ikke, at borgeren ønsker støtte i kortere tid, og brevet vil skrive det.",
        path: path, at: said.position, basis: cite(["lab-167-2"]),
        help: "Skriv borgerens ønske i en sætning. Ønsker borgeren det ikke, så udelad nøglen.")
    } else if clauses.contains(where: { $0.isDenied && $0.holds(["kortere", "mindre", "afkorte"]) }) {
      report(
        .warning, "wish-denied",
        "\(CaseLabels.name(of: path)) ser ud til at sige, at borgeren ikke ønsker støtte i kortere tid, og brevet skriver, "
          + "at borgeren ønsker det.",
        path: path, at: said.position, basis: cite(["lab-167-2"]), help: "Udelad nøglen, hvis borgeren ikke ønsker det."
      )
    }
    return true
  }
}
