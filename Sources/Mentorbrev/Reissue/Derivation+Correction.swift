import Casework
import Diagnostics
import Fields
import Register

/// An error of the authority's own: a letter that says what stood and what should have; the decision keeps its date and law.
extension DerivationSource {
  func correction() -> Result<Derivation, DiagnosticsError> {
    let rowsPath = "afgoerelse.berigtigelse.rettelser"
    let problems = foundLater.map { [$0] } ?? [burden, untold, unsaid(rows: rowsPath)].compactMap(\.self)
    if !problems.isEmpty { return .failure(DiagnosticsError(problems, in: .danish)) }
    let wrong: WrongLetter
    switch wrongLetter(isWritten: own(rowsPath) != nil) {
    case .failure(let error): return .failure(error)
    case .success(nil): return .success(Derivation(text: new.framed(by: said)))
    case .success(let found?): wrong = found
    }
    var text = letter("berigtigelse")
    let place = "afgoerelse.berigtigelse"
    text["\(place).dokument"] = .text(wrong.name)
    text["\(place).dato"] = .date(wrong.day)
    let rows = rows(self.rows, besides: own(rowsPath), "skulleStaa")
    text[rowsPath] = rows
    text["\(place).klagevejledningVarForkert"] =
      guidanceWasWrong && wrong.wasDecision
      ? .boolean(true) : own("\(place).klagevejledningVarForkert") ?? .boolean(false)
    text["\(place).varAfgoerelse"] = wrong.wasDecision ? nil : .boolean(false)
    var derivation = Derivation(text: text)
    // A contract is corrected by its supplement; the letter is the citizen's, and tells what a citizen has read.
    if affects(\.isCitizens), rows != nil {
      derivation.kinds.append(.correction)
      addPlan(to: &derivation, from: history.pending(on: order.date) ?? order.date)
    }
    // An error in a contract was one from its first day.
    return withSupplement(derivation, from: new.date("mentorstoette.periode.fra") ?? order.date)
  }

  /// A mentor who is found after the decision is no error in it: it said how the citizen would be told.
  private var foundLater: Diagnostic? {
    let path = ReissueFields.mentorName
    guard old[path] == nil, new[path] != nil, !changed([path]).isEmpty, affects(\.isCitizens) else { return nil }
    return problem(
      "reissue-mentor-found", "Mentoren er fundet efter afgørelsen. Det er ikke en fejl i den.", path: path,
      help: "Brug --as orientering: så får borgeren at vide, hvem mentoren er.")
  }

  /// Less than was granted is no correction: the citizen may have relied on it.
  private var burden: Diagnostic? {
    let paths = changed(ReissueFields.support)
    guard !paths.isEmpty, affects(\.isCitizens) else { return nil }
    let day = main.flatMap { CalendarDate(iso: $0.document.date) } ?? order.date
    if let change = supportChange(from: day), !change.isBurdensome {
      // Words cannot be weighed; a person who writes the row of the correction has.
      let isWritten = own("afgoerelse.berigtigelse.rettelser") != nil
      guard change.goal != nil || change.hasReplacedTasks, !isWritten else { return nil }
      return problem(
        "reissue-burden",
        "Målet eller opgaverne er skrevet om: \(named(paths)). Om borgeren får mindre, kan ikke beregnes.",
        path: paths[0], basis: "forvaltningsloven §§ 19, 22 og 24",
        help: "Er det en ny vurdering, så brug --as ny-afgoerelse. Var det en skrivefejl, så skriv selv rettelsen i "
          + "afgoerelse.berigtigelse.rettelser, og kør igen.")
    }
    return problem(
      "reissue-burden",
      "Borgeren får mindre, eller det kan ikke udelukkes: \(named(paths)). Det er en ny afgørelse og ikke en rettelse.",
      path: paths[0], basis: "forvaltningsloven §§ 19, 22 og 24",
      help: "Hør borgeren først. Brug derefter --as ny-afgoerelse, og skriv aendring.fra, afgoerelse.begrundelse og "
        + "afgoerelse.partshoering i sagen. " + Self.writtenCorrection)
  }

  /// A text of the law that is another for each case cannot be told of without it.
  private var untold: Diagnostic? {
    let reasons = reasons.filter { reason in
      corrected[reason].map { ($0.was == nil || $0.now == nil) && !$0.isGuidance } ?? false
    }
    guard !reasons.isEmpty else { return nil }
    return problem(
      "reissue-untold",
      "Lovbogens tekst skifter fra sag til sag og kan ikke gengives i en rettelse: \(named(reasons)).",
      help:
        "Skriv en berigtigelse for sagen med afgoerelse.berigtigelse.rettelser, og udsted den med 'mentorbrev issue'. "
        + "Før den derefter i registret med --as registrering.")
  }

  /// What stood, and what should have, by reason.
  private var rows: [CaseRecord] {
    // New complaint guidance follows in the letter itself.
    let ofCitizen = reasons.filter { reason in
      affected.contains { $0.standing.kind.isCitizens && $0.reasons.contains(reason) }
    }
    let ofLaw = ofCitizen.compactMap { corrected[$0] }.map { words in
      row(words.subject, words.was ?? "Der stod noget andet.", words.now ?? "Det rigtige står i dette brev.")
    }
    return ofLaw
      + toldFields.map { field in
        row(
          Self.subject(field), old.words(at: field) ?? "Der stod ikke noget.",
          new.words(at: field) ?? "Der skulle ikke have stået noget.")
      }
  }

  private func row(_ subject: String, _ was: String, _ now: String) -> CaseRecord {
    var row = CaseRecord()
    row["hvad"] = .text(subject)
    row["stod"] = .text(was)
    row["skulleStaa"] = .text(now)
    return row
  }

  /// What a citizen calls a field: `Timetal`, `Din mentors telefonnummer`, `Myndighed: persondata`.
  private static func subject(_ field: String) -> String {
    if let known = FactNames.known(field) { return known.prefix(1).uppercased() + known.dropFirst() }
    let isOfSupport = field.hasPrefix("mentorstoette.")
    return isOfSupport ? CaseLabels.label(of: field) ?? field : CaseLabels.labelWithin(field)
  }

  /// Whether the citizen was not told rightly how to complain. Then the letter tells it, with a new deadline.
  private var guidanceWasWrong: Bool {
    corrected.values.contains(where: \.isGuidance)
      || rows.contains { row in
        CorrectionWords.areAboutComplaint(
          row.text("hvad") ?? "", row.text("stod") ?? "", row.text("skulleStaa") ?? "")
      }
      || affected.contains { standing, reasons in
        history.decides(standing) && reasons.contains(where: ReissueFields.guidance.contains)
      }
  }
}
