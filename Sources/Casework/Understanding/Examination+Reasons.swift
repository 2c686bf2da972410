import Diagnostics
import Fields

extension Examination {
  /// The reasons of a decision that does not give the citizen everything: both facts and considerations are needed.
  mutating func reasons() -> Reasons? {
    let said = caseFile.decision?.reasons
    let place = said?.position ?? caseFile.decision?.position
    let facts = require(
      said?.facts, "afgoerelse.begrundelse.faktum", in: place, ["fvl-22", "fvl-24"],
      help: "Skriv de oplysninger, som der er lagt vægt på.")
    let considerations = require(
      said?.considerations, "afgoerelse.begrundelse.hensyn", in: place, ["fvl-22", "fvl-24"],
      help: "Skriv de hovedhensyn, der har været afgørende.")
    guard let facts, let considerations else { return nil }
    return Reasons(facts: facts, considerations: considerations, otherHelp: said?.otherHelp?.value)
  }

  /// What was applied for: a decision that refuses some of it says what.
  mutating func application() -> Application? {
    let said = caseFile.decision?.application
    let text = require(
      said?.text, "afgoerelse.ansoegning.tekst", in: said?.position ?? caseFile.decision?.position, ["fvl-24"],
      help: "Skriv, hvad der er søgt om.")
    return text.map { Application(date: said?.date?.value, text: $0) }
  }

  /// How the citizen was heard, or why that was not needed; nil after reporting that the case says neither.
  ///
  /// - Parameters:
  ///   - isNeeded: whether the decision is burdensome; otherwise a case may leave the hearing out.
  ///   - mayBeWish: whether a citizen can have wished what is decided. Nobody wishes a refusal.
  mutating func hearing(isNeeded: Bool = true, mayBeWish: Bool = false) -> Hearing? {
    let path = "afgoerelse.partshoering"
    let said = caseFile.decision?.hearing
    if let said, let exemption = said.exemption {
      if said.sent != nil || said.answer != nil {
        report(
          "hearing-twice", "\(CaseLabels.name(of: path)) siger både, at borgeren er hørt, og at høringen er undladt.",
          path: path, at: said.position, basis: cite(["fvl-19"]),
          help: "Slet undladt, eller slet sendt og svar.")
        return nil
      }
      switch exemption.value {
      case .ownInformation: return .ownInformation
      case .ownWish:
        if mayBeWish { return .ownWish }
        let path = "\(path).undladt"
        report(
          "not-a-wish",
          "\(CaseLabels.name(of: path)) er \"egetOenske\". Det kan kun stå i en ændring eller et ophør, som borgeren selv "
            + "har bedt om.",
          path: path, at: exemption.position, basis: cite(["fvl-19"]),
          help: kind == .stop
            ? "Skriv \"egetOenske\" i ophoer.grundlag, hvis det er rigtigt. Ellers hør borgeren, eller skriv en anden grund."
            : "Hør borgeren, eller skriv en anden grund.")
        return nil
      case .other:
        let ground = require(
          said.exemptionGround, "\(path).undladtGrund", in: said.position, ["fvl-19"],
          help: "Skriv, hvorfor borgeren ikke skulle høres.")
        return ground.map { .otherGround($0) }
      }
    }
    if said?.sent == nil, said?.answer == nil, !isNeeded { return nil }
    let sent = require(
      said?.sent, "\(path).sendt", in: said?.position ?? caseFile.decision?.position, ["fvl-19"],
      help: "Skriv dagen, hvor borgeren er hørt. Var høring ikke nødvendig, så skriv hvorfor i \(path).undladt: "
        + HearingExemption.allCases.filter { mayBeWish || $0 != .ownWish }.map { "\"\($0.rawValue)\"" }
        .joined(separator: ", ") + ".")
    return sent.map { sent in
      said?.answer.map { .answered(sent: sent, answer: $0.value) } ?? .unanswered(sent: sent)
    }
  }
}
