import Diagnostics
public import Fields

/// An error in an earlier letter of the authority's, and what is right (*berigtigelse*).
public struct Correction: Sendable, Hashable {
  /// The letter that was wrong, as a sentence names it.
  public var document: String
  /// The day of that letter.
  public var date: CalendarDate
  /// Whether that letter was a decision.
  public var wasDecision: Bool
  /// What stood there, and what should have.
  public var rows: NonEmpty<CorrectedText>
  /// Whether there is a *Min Plan* that can be written again.
  public var hasRunningPlan = true

  /// Whether the goal, the tasks, the period or the hours are corrected, or why they were decided, so that the citizen reads
  /// of another support, or of other reasons, than before.
  public var isAboutSupport: Bool {
    rows.elements.contains { $0.meaning == .support || CorrectionWords.areAboutReasons($0.subject) }
  }

  /// Whether what is corrected stands in *Min Plan* too, BAB § 52.
  public var isInPlan: Bool {
    hasRunningPlan && rows.elements.contains { $0.meaning != .fact || FactWords.isInPlan($0.subject) }
  }

  /// The fields that templates read.
  public static let fields = Fields<Correction>("berigtigelse") {
    Field.text("dokument", "Brevet, der rettes", \.document, .personal)
    Field.value("dato", "Dato på brevet, der rettes", \.date)
    Field.value("varAfgoerelse", "Om brevet, der rettes, var en afgørelse", \.wasDecision)
    Field.list("rettelser", "Rettelser", CorrectedText.fields, nonEmpty: true, \.rows.elements)
    Field.value("omStoetten", "Om mål, opgaver, periode, timer eller begrundelsen rettes") { $0.isAboutSupport }
    Field.value("omPlanen", "Om det, der rettes, også står i Min Plan") { $0.isInPlan }
  }
}

/// One thing that was wrong in a letter (*rettelse*).
public struct CorrectedText: Sendable, Hashable {
  /// What it is about.
  public var subject: String
  /// What stood in the letter.
  public var wrong: String
  /// What should have stood there.
  public var right: String

  /// What it means for the support.
  fileprivate var meaning: FactWords.Meaning { FactWords.meaning(of: subject, wrong, right) }

  /// The fields that templates read.
  public static let fields = Fields<CorrectedText>("rettelse") {
    Field.text("hvad", "Hvad der rettes", \.subject, .personal)
    Field.text("stod", "Det, der stod", \.wrong, .personal)
    Field.text("skulleStaa", "Det, der skulle stå", \.right, .personal)
  }
}

extension Examination {
  /// What is corrected; everything that is missing in it is reported.
  mutating func correction() -> Correction? {
    let path = "afgoerelse.berigtigelse"
    let said = caseFile.decision?.correction
    let place = said?.position ?? caseFile.decision?.position
    let document = require(
      said?.document, "\(path).dokument", in: place,
      help: "Skriv, hvilket brev der var forkert, fx \"afgørelsen om mentorstøtte\".")
    let day = require(said?.date, "\(path).dato", in: place)
    if let day, let date, day > date {
      report(
        "corrects-later-letter",
        "\(CaseLabels.name(of: "\(path).dato")) er den \(day.danish), efter brevets egen dato den \(date.danish).",
        path: "\(path).dato", at: said?.date?.position, help: "Skriv datoen på det brev, der rettes.")
    }
    let rows = correctedTexts(said, path)
    guard let document, let day, let rows else { return nil }
    let correction = Correction(
      document: document, date: day, wasDecision: said?.wasDecision?.value ?? true, rows: rows,
      hasRunningPlan: hasRunningPlan)
    if said?.wasDecision == nil, CorrectionWords.nameNoDecision(document) {
      askWhetherDecision("\(path).dokument", at: said?.document?.position)
    }
    checkWords(correction, "\(path).rettelser", in: said)
    if correction.isInPlan { tellOfPlan("\(path).rettelser", at: said?.rows.first?.position) }
    return correction
  }

  private mutating func correctedTexts(_ said: CaseFile.Correction?, _ path: String) -> NonEmpty<CorrectedText>? {
    let path = "\(path).rettelser"
    guard let rows = said?.rows, !rows.isEmpty else {
      reportMissing(
        path, in: said?.position ?? caseFile.decision?.position,
        help: "Skriv mindst én rettelse med hvad, stod og skulleStaa.")
      return nil
    }
    var texts: [CorrectedText] = []
    for (index, row) in rows.enumerated() {
      let subject = require(row.subject, "\(path).\(index + 1).hvad", in: row.position)
      let wrong = require(row.wrong, "\(path).\(index + 1).stod", in: row.position)
      let right = require(row.right, "\(path).\(index + 1).skulleStaa", in: row.position)
      guard let subject, let wrong, let right else { continue }
      if wrong == right {
        report(
          "nothing-corrected", "Rettelsen (\(path).\(index + 1)) ændrer intet: de to tekster er ens.",
          path: "\(path).\(index + 1).skulleStaa", at: row.right?.position,
          help: "Ret en af teksterne, eller slet rækken.")
      }
      texts.append(CorrectedText(subject: subject, wrong: wrong, right: right))
    }
    return NonEmpty(texts)
  }

  /// What the words of each row are about: a machine can see some of what a correction must not do.
  private mutating func checkWords(_ correction: Correction, _ path: String, in said: CaseFile.Correction?) {
    let rows = correction.rows.elements
    if rows.contains(where: { $0.meaning == .support }) { askWhetherDecided(path, at: said?.rows.first?.position) }
    if rows.contains(where: { CorrectionWords.areAboutReasons($0.subject) }) {
      askWhetherReasoned(path, at: said?.rows.first?.position)
    }
    if CorrectionWords.replaceMentor(rows.map(\.subject)) { askWhetherReplaced(path, at: said?.rows.first?.position) }
    for (index, row) in rows.enumerated() {
      let place = said?.rows[index].position
      if let result = CorrectionWords.result(row.subject, row.wrong, row.right) {
        refuseDecision(result, "\(path).\(index + 1)", at: place)
      }
      guard said?.guidanceWasWrong?.value == false, said?.wasDecision?.value != false else { continue }
      if CorrectionWords.areAboutComplaint(row.subject, row.wrong, row.right) {
        refuseSilentGuidance("\(path).\(index + 1)", said)
      } else if CorrectionWords.areAboutReachingUs(row.subject) {
        askAboutGuidance("\(path).\(index + 1)", said)
      }
    }
  }

  /// Another result is decided, with a hearing, reasons and guidance of its own; nobody corrects a letter into it.
  private mutating func refuseDecision(_ result: CorrectionWords.Result, _ path: String, at position: UInt32?) {
    let decision =
      switch result {
      case .refused:
        "Skriv \"afslag\" i afgoerelse.type. Får borgeren støtten nu, er det \"ophoer\". Hør borgeren først."
      case .granted: "Skriv \"bevilling\" i afgoerelse.type."
      case .other:
        "Skriv den afgørelse, det er, i afgoerelse.type: \"bevilling\", \"aendring\", \"afslag\" eller \"ophoer\"."
      }
    report(
      "correction-is-decision", "Rettelsen (\(path)) ændrer resultatet, og det er en ny afgørelse.", path: path,
      at: position, basis: cite(["fvl-19", "fvl-22", "fvl-25"]),
      help: decision + " Handler rækken om noget andet, så skriv i hvad, hvad der var forkert, fx \"Dit navn\".")
  }

  /// The letter would say that it is not about how to complain, and deny a new deadline.
  private mutating func refuseSilentGuidance(_ path: String, _ said: CaseFile.Correction?) {
    report(
      "correction-of-guidance",
      "Rettelsen (\(path)) handler om, hvordan man klager, men sagen siger, at klagevejledningen var rigtig.",
      path: "afgoerelse.berigtigelse.klagevejledningVarForkert", at: said?.guidanceWasWrong?.position,
      basis: cite(["fvl-25"]), help: "Skriv true. Så får borgeren en ny klagevejledning med en ny frist.")
  }

  /// The guidance says how to reach the authority, and may have had the same error.
  private mutating func askAboutGuidance(_ path: String, _ said: CaseFile.Correction?) {
    report(
      .warning, "correction-of-contact",
      "Rettelsen (\(path)) handler om, hvordan borgeren får fat i kommunen. Det står også i en klagevejledning.",
      path: "afgoerelse.berigtigelse.klagevejledningVarForkert", at: said?.guidanceWasWrong?.position,
      basis: cite(["fvl-25"]),
      help: "Skriv true, hvis fejlen også stod i klagevejledningen. Så får borgeren en ny vejledning med en ny frist.")
  }

  /// Reasons say what was weighed. Other reasons than those are a new decision.
  private mutating func askWhetherReasoned(_ path: String, at position: UInt32?) {
    report(
      .warning, "correction-of-reasons",
      "Rettelsen (\(path)) handler om begrundelsen eller om den regel, der står i brevet.", path: path, at: position,
      basis: cite(["fvl-22"]),
      help:
        "Det er kun rigtigt, når brevet sagde noget andet end det, kommunen lagde vægt på. Er sagen vurderet igen, så skriv "
        + "en ny afgørelse med sin egen begrundelse.")
  }

  /// The letter would speak of a deadline and of another decision, where nothing was decided.
  private mutating func askWhetherDecision(_ path: String, at position: UInt32?) {
    report(
      .warning, "correction-of-no-decision", "\(CaseLabels.name(of: path)) er efter sit navn ikke en afgørelse.",
      path: path, at: position, basis: cite(["fvl-25"]),
      help: "Skriv false i afgoerelse.berigtigelse.varAfgoerelse, eller true, hvis det er en afgørelse.")
  }

  /// A slip is seldom in the name and the number at once.
  private mutating func askWhetherReplaced(_ path: String, at position: UInt32?) {
    report(
      .warning, "correction-of-mentor",
      "Rettelsen (\(path)) giver mentoren både et andet navn og en anden telefon eller e-mail.", path: path,
      at: position,
      help:
        "Det er kun rigtigt, når begge dele var skrevet forkert. Har borgeren fået en ny mentor, så skriv \"mentorskifte\" i "
        + "afgoerelse.type; ved genudstedelse er det --as orientering.")
  }

  /// What was decided can only be changed by a new decision: a correction is for what the letter said otherwise than it was
  /// decided.
  private mutating func askWhetherDecided(_ path: String, at position: UInt32?) {
    report(
      .warning, "correction-of-support",
      "Rettelsen (\(path)) handler om selve støtten.", path: path, at: position, basis: cite(["fvl-19", "fvl-22"]),
      help:
        "Det er kun rigtigt, når brevet sagde noget andet end det, der blev besluttet. Skal borgeren have en anden støtte, "
        + "så skriv en ændring (\"aendring\") med høring og begrundelse.")
  }

  /// Nobody can complain about what is no decision, so there is no deadline to give anew.
  private mutating func refuseDeadline(_ said: CaseFile.Correction?) {
    report(
      "deadline-without-decision",
      "Sagen siger, at klagevejledningen var forkert, men brevet, der rettes, var ikke en afgørelse og havde ingen.",
      path: "afgoerelse.berigtigelse.klagevejledningVarForkert", at: said?.guidanceWasWrong?.position,
      basis: cite(["fvl-25"]),
      help: "Skriv false. Rettes en afgørelse, så skriv i stedet true i afgoerelse.berigtigelse.varAfgoerelse.")
  }

  /// Whether the complaint guidance of the earlier letter was wrong. It must be said: a citizen's deadline hangs on it.
  mutating func correctedGuidance() -> CorrectedGuidance? {
    let said = caseFile.decision?.correction
    if said?.wasDecision?.value == false {
      if said?.guidanceWasWrong?.value == true { refuseDeadline(said) }
      return .absent
    }
    let wasWrong = require(
      said?.guidanceWasWrong, "afgoerelse.berigtigelse.klagevejledningVarForkert",
      in: said?.position ?? caseFile.decision?.position, ["fvl-25"],
      help: "Skriv true, hvis klagevejledningen var forkert; så får borgeren en ny frist. Skriv ellers false.")
    return wasWrong.map { $0 ? .wrong : .unchanged }
  }
}
