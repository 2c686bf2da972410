import Diagnostics
import Fields

extension Examination {
  /// What a hearing must tell: the citizen cannot answer what is not said.
  mutating func hearingQuestion() -> HearingQuestion? {
    let path = "afgoerelse.partshoering"
    let said = caseFile.decision?.hearing
    let place = said?.position ?? caseFile.decision?.position
    let intended = require(
      said?.intended, "\(path).paataenkt", in: place, ["fvl-19"],
      help: "Skriv " + IntendedDecision.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + ".")
    let consideration = require(
      said?.consideration, "\(path).overvejelse", in: place, ["fvl-19"], help: "Skriv, hvad der overvejes.")
    let information = require(
      said?.information, "\(path).oplysninger", in: place, ["fvl-19"],
      help: "Skriv de oplysninger, som borgeren skal have mulighed for at udtale sig om.")
    let significance = require(
      said?.significance, "\(path).betydning", in: place, ["fvl-19"],
      help: "Skriv, hvorfor oplysningerne har betydning for sagen.")
    let deadline = require(
      said?.deadline, "\(path).frist", in: place, ["fvl-19"], help: "Skriv den sidste dag for borgerens svar.")
    guard let intended, let consideration, let information, let significance, let deadline else { return nil }
    return HearingQuestion(
      intended: intended, consideration: consideration, information: information, significance: significance,
      deadline: deadline)
  }

  /// The deadline lies after the letter's date, after the day on which the citizen receives it, and leaves time to answer.
  ///
  /// - Parameter received: the day on which the citizen receives the letter.
  mutating func checkHearingDeadline(received: CalendarDate?) {
    guard let date, let said = caseFile.decision?.hearing?.deadline else { return }
    let path = "afgoerelse.partshoering.frist"
    let received = received ?? date
    if said.value <= date {
      report(
        "deadline-before-letter",
        "\(CaseLabels.name(of: path)) er den \(said.value.danish), men brevets dato er den \(date.danish).", path: path,
        at: said.position, basis: cite(["fvl-19"]), help: "Giv borgeren tid til at svare, for eksempel to uger.")
    } else if said.value <= received {
      report(
        "deadline-before-receipt",
        "\(CaseLabels.name(of: path)) er den \(said.value.danish), men borgeren har først brevet den \(received.danish).",
        path: path, at: said.position, basis: cite(["fvl-19"]),
        help: "Regn med postens tid, og giv borgeren tid til at svare.")
    } else if received.days(to: said.value) < Hearing.shortestDays {
      report(
        .warning, "short-deadline",
        "\(CaseLabels.name(of: path)) er den \(said.value.danish), mindre end \(Hearing.shortestDays) dage efter at borgeren har brevet den "
          + "\(received.danish).",
        path: path, at: said.position, basis: cite(["fvl-19"]),
        help: "Se efter, om borgeren kan nå at svare. To uger er almindeligt.")
    }
  }
}
