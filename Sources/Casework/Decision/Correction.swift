import Diagnostics
public import Fields

/// An error in an earlier letter of the authority's, and what is right (*berigtigelse*).
public struct Correction: Sendable, Hashable {
  /// The letter that was wrong, as a sentence names it.
  public var document: String
  /// The day of that letter.
  public var date: CalendarDate
  /// What stood there, and what should have.
  public var rows: NonEmpty<CorrectedText>

  /// Whether the goal, the tasks, the period or the hours are corrected, so that the citizen reads of another support than
  /// before.
  public var isAboutSupport: Bool { rows.elements.contains { $0.meaning == .support } }

  /// Whether what is corrected stands in *Min Plan* too, BAB § 52.
  public var isInPlan: Bool {
    rows.elements.contains { $0.meaning != .fact || FactWords.isInPlan($0.subject) }
  }

  /// The fields that templates read.
  public static let fields = Fields<Correction>("berigtigelse") {
    Field.text("dokument", "Brevet, der rettes", \.document, .personal)
    Field.value("dato", "Dato på brevet, der rettes", \.date)
    Field.list("rettelser", "Rettelser", CorrectedText.fields, nonEmpty: true, \.rows.elements)
    Field.value("omStoetten", "Om mål, opgaver, periode eller timer rettes") { $0.isAboutSupport }
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
    let correction = Correction(document: document, date: day, rows: rows)
    if correction.isAboutSupport { askWhetherDecided("\(path).rettelser", at: said?.rows.first?.position) }
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

  /// Whether the complaint guidance of the earlier letter was wrong. It must be said: a citizen's deadline hangs on it.
  mutating func correctedGuidance() -> CorrectedGuidance? {
    let said = caseFile.decision?.correction
    let wasWrong = require(
      said?.guidanceWasWrong, "afgoerelse.berigtigelse.klagevejledningVarForkert",
      in: said?.position ?? caseFile.decision?.position, ["fvl-25"],
      help: "Skriv true, hvis klagevejledningen var forkert; så får borgeren en ny frist. Skriv ellers false.")
    return wasWrong.map { $0 ? .wrong : .unchanged }
  }
}
