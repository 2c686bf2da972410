import Casework
import Diagnostics
import Fields
import Register

/// The case file of a re-issue, made of the new data and what differs: it is what is recorded, and the documents can be made
/// from it again.
struct Derivation {
  /// The case.
  var text: CaseRecord
  /// The documents that are made of it.
  var kinds: [DocumentKind] = []
  /// Affected documents that another one stands in place of, and from when.
  var superseded: [(name: String, kind: DocumentKind, from: CalendarDate)] = []
  /// What the re-issue itself demands and the case lacks: told together with what the rules say of the documents.
  var problems: [Diagnostic] = []

  /// All problems, with those of the documents. Of a field that has to be written anew no more is told.
  func problems(with found: [Diagnostic]) -> [Diagnostic] {
    let anew = problems.compactMap(\.path)
    return problems
      + found.filter { problem in
        guard let path = problem.path else { return true }
        return !anew.contains { path == $0 || path.hasPrefix($0 + ".") }
      }
  }
}

/// What a derivation is made of.
struct DerivationSource {
  let order: ReissueOrder
  let history: CaseHistory
  /// The documents that are affected.
  let affected: [(standing: CaseHistory.Standing, reasons: [String])]
  /// The case as it was given, with what belongs to a letter.
  let said: CaseRecord
  /// The state as it becomes: the new values of what the order takes in.
  let new: CaseRecord
  /// The fields that somebody reads otherwise in a letter of the citizen's, each by itself.
  var read: Set<String> = []
  /// What was corrected in law or templates, by reason.
  var corrected: [String: CorrectedWords] = [:]
  let letterbook: Letterbook

  /// The state before.
  var old: CaseRecord { main?.state ?? CaseRecord() }

  /// The affected document that the others hang on: the decision, else the first one.
  var main: CaseHistory.Standing? {
    (affected.first { $0.standing.kind.isJudgement } ?? affected.first)?.standing
  }

  /// All reasons, each once.
  var reasons: [String] {
    var seen: Set<String> = []
    return affected.flatMap(\.reasons).filter { seen.insert($0).inserted }
  }

  /// Those of some fields that differ.
  func changed(_ paths: [String]) -> [String] { paths.filter { new[$0] != old[$0] && reasons.contains($0) } }

  func affects(_ isIt: (DocumentKind) -> Bool) -> Bool { affected.contains { isIt($0.standing.kind) } }

  /// What the case says at a path, when no earlier letter of the case has said just that.
  func own(_ path: String) -> CaseValue? {
    said[path].flatMap { history.hasSaid($0, at: path) ? nil : $0 }
  }

  /// The new state with what every letter takes over.
  func letter(_ type: String) -> CaseRecord {
    var text = new
    text["afgoerelse.type"] = .choice(type)
    text["afgoerelse.dato"] = .date(order.date)
    for path in ["forsendelse", "undtagelser"] { text[path] = said[path] }
    for path in Self.ofOneLetter { text[path] = own(path) }
    return text
  }

  /// What belongs to one letter: the next one has it only where somebody has written it anew. A meeting is called once, and
  /// a day on which a letter is delivered has passed when the next is sent.
  private static let ofOneLetter = [
    "loebenummer", "afgoerelse.modtagelsesdag", "egenTekst", "forsendelse.nummer", "forsendelse.leveresFra",
    "forsendelse.bilag", "forsendelse.moede",
  ]

  /// The change of the support; nil when nothing of it changes or it cannot be computed.
  func supportChange(from day: CalendarDate) -> SupportChange? {
    SupportChange.between(letterbook.request(for: old.caseFile), letterbook.request(for: new.caseFile), from: day)
  }

  /// That the decision that holds gives no support: nothing of it can be changed or be as before.
  var noGrant: Diagnostic? {
    guard history.grant == nil, let judgement = history.judgement else { return nil }
    if judgement.kind == .stop, let last = history.texts[judgement.issue].date("ophoer.sidsteDag"), last >= order.date {
      return problem(
        "reissue-stopping",
        "Støtten er stoppet fra den \(last.adding(days: 1).danish). Hvad der gælder i den sidste tid, fortæller ingen "
          + "genudstedelse.",
        help:
          "Skal borgeren have besked, så skriv selv brevet (afgoerelse.type), og udsted det med 'mentorbrev issue'. Ellers "
          + "brug --as registrering.")
    }
    let day = CalendarDate(iso: judgement.document.date)?.danish ?? judgement.document.date
    return problem(
      "reissue-no-grant",
      "Den seneste afgørelse i sagen er \(judgement.kind.label) af \(day), så borgeren har ingen støtte, der kan ændres "
        + "eller være som før.",
      help:
        "Skal ingen have besked, så brug --as registrering. Skal borgeren have støtte igen, så skriv en ny bevilling, og "
        + "udsted den med 'mentorbrev issue'.")
  }

  /// What to do where only a contract is affected, which no letter and no decision changes; nil elsewhere.
  var supplementHelp: String? {
    guard affects(\.isContract), !affects(\.isCitizens) else { return nil }
    return
      "Er forskellen et vilkår i kontrakten, så skriv tillægget i sagen: kontrakt.tillaeg med nummer, dato, gaelderFra "
      + "og det, der gjaldt før. Udsted det med 'mentorbrev issue SAGER --kind kontrakttillaeg'. Var kontrakten forkert, så "
      + "brug --as rettelse. Ellers brug --as registrering."
  }

  func problem(
    _ id: String, _ message: String, _ severity: Diagnostic.Severity = .error, path: String? = nil,
    basis: String? = nil, help: String
  ) -> Diagnostic {
    Diagnostic(
      severity, id, message, path: path, caseNumber: said.text("sagsnummer"), basis: basis, help: help)
  }

  /// Fields by their labels and paths, for a message.
  func named(_ paths: [String]) -> String {
    paths.map { corrected[$0]?.subject ?? CaseLabels.name(of: $0) }.joined(separator: ", ")
  }
}

/// Derives the case file of a re-issue, or says why it cannot be.
extension DerivationSource {
  func derive() -> Result<Derivation, DiagnosticsError> {
    let problems = [otherCitizen, otherDecision, pending].compactMap(\.self)
    if !problems.isEmpty { return .failure(DiagnosticsError(problems, in: .danish)) }
    switch order.form {
    case .newDecision: return newDecision()
    case .information: return information()
    case .correction: return correction()
    case .record: return record()
    }
  }

  /// Another citizen, or the right number of the one whose letters have gone to a wrong one.
  private var otherCitizen: Diagnostic? {
    let path = OtherCitizen.path
    guard OtherCitizen.isFound(in: new, after: old), reasons.contains(path) else { return nil }
    return problem(
      "reissue-other-citizen", OtherCitizen.message + " Brevene er skrevet til en anden modtager.", path: path,
      help:
        "Er brevene ikke sendt, så træk dem tilbage med 'mentorbrev withdraw', og udsted sagen med 'mentorbrev issue' med "
        + "et nyt løbenummer (loebenummer). Er de sendt, så er det et brud på persondatasikkerheden: følg kommunens egne regler."
    )
  }

  /// That the citizen has been told of other hours or another mentor from a later day. A letter until then would say that it
  /// is so already.
  private var pending: Diagnostic? {
    guard order.form != .record, affects(\.isCitizens), noGrant == nil, let day = history.pending(on: order.date)
    else { return nil }
    // A correction of what was written waits for nothing: its plan is of the day on which it begins.
    if order.form == .correction, !affects({ $0 == .minPlan }) || isKnown(day) { return nil }
    return problem(
      "reissue-pending",
      "Det seneste, borgeren har fået at vide om timer, opgaver eller mentor, gælder først fra den \(day.danish). Et brev af "
        + "\(order.date.danish) ville sige, at det gælder nu.",
      help:
        "Vælg en dag efter den \(day.danish) (--date). Kan det ikke vente, så skriv selv brevet med det, der gælder nu "
        + "(afgoerelse.type), og udsted det med 'mentorbrev issue'.")
  }

  /// What no re-issue can carry.
  private var otherDecision: Diagnostic? {
    let paths = changed(ReissueFields.otherDecision)
    guard !paths.isEmpty, order.form != .record else { return nil }
    return problem(
      "reissue-other-decision", "Forskellen gør sagen til en anden afgørelse: \(named(paths)).", path: paths[0],
      help: "Skriv den nye afgørelse som en sag, og udsted den med 'mentorbrev issue'. "
        + Self.writtenCorrection)
  }

  /// What to do where the letter, and not the decision, was wrong.
  static let writtenCorrection =
    "Sagde brevet noget andet end det, der blev besluttet, så skriv selv rettelsen i afgoerelse.berigtigelse.rettelser, og "
    + "brug issue."

  /// The fields that a letter can tell of, in the order of the reasons: what its reader does not know from another one.
  var toldFields: [String] {
    reasons.flatMap { CaseLabels.parts(of: $0) }.filter { field in
      read.contains(field) && old[field] != new[field] && !ReissueFields.unworded.contains(field)
    }
  }

  /// The rows of a letter: those that a person wrote, and those of what differs that no such row tells.
  ///
  /// - Parameters:
  ///   - found: of what differs.
  ///   - own: what a person wrote.
  ///   - now: where a row says what holds.
  func rows(_ found: [CaseRecord], besides own: CaseValue?, _ now: String) -> CaseValue? {
    guard case .list(let own)? = own else { return found.isEmpty ? nil : .list(found) }
    let told = own.compactMap { $0.text(now) }
    let untold = found.filter { row in row.text(now).map { words in !told.contains { $0.contains(words) } } ?? true }
    return .list(own + untold)
  }

  /// What no letter says in words: it is used from now on, and belongs to the record.
  ///
  /// - Parameter rows: where a person can write what the citizen is told instead; nil in a letter without such a place.
  func unsaid(rows: String?) -> Diagnostic? {
    var paths = ReissueFields.unsaid
    // The other receivers get the letter too.
    let isProtected = [old, new].contains { $0["borger.adressebeskyttet"] == .boolean(true) }
    if isProtected, new["modtagere"] != nil { paths.append("borger.adresse") }
    let found = reasons.filter(paths.contains)
    guard !found.isEmpty, rows.flatMap(own) == nil else { return nil }
    let told = rows.map { path in
      " Fik borgeren noget forkert at vide af den grund, så skriv selv, hvad brevet skal sige, i \(path)."
    }
    return problem(
      "reissue-unsaid",
      "Forskellen er ikke noget, der stod med ord i borgerens brev: \(named(found)).", path: found[0],
      help: "Kør først --as registrering " + found.map { "--only \($0)" }.joined(separator: " ")
        + ", og derefter --as \(order.form.rawValue) for resten." + (told ?? ""))
  }

  /// What changes the support is told to the citizen as a decision, and nothing else.
  func needsDecision(_ paths: [String]) -> Diagnostic {
    problem(
      "reissue-needs-decision",
      "Forskellen ændrer støtten, og det kræver en ny afgørelse: \(named(paths)).", path: paths[0],
      basis: "forvaltningsloven §§ 19, 22, 24 og 25",
      help: affects(\.isCitizens)
        ? "Brug --as ny-afgoerelse, og skriv afgoerelse.begrundelse i sagen. Får borgeren mindre, så hør borgeren først, og "
          + "skriv også aendring.fra og afgoerelse.partshoering. Var det en fejl i afgørelsen, så brug --as rettelse."
        : "Brug --as ny-afgoerelse: så bliver der lavet et kontrakttillæg. Borgerens egen afgørelse ændres i borgerens sag."
    )
  }

  private func record() -> Result<Derivation, DiagnosticsError> {
    let paths = changed(ReissueFields.decided)
    if !paths.isEmpty { return .failure(DiagnosticsError([needsDecision(paths)], in: .danish)) }
    // What the order leaves out is not told, and the record does not say it either.
    let isLimited = !ReissueLimits(order).reasons.isEmpty
    let letter = isLimited ? main.map { history.texts[$0.issue].with(reasons, of: said) } : nil
    return .success(Derivation(text: new.framed(by: letter ?? said)))
  }
}
