import Casework
import Diagnostics
import Fields
import Register

/// Something that the citizen is told: nothing is decided, and the grant stays as it was.
extension DerivationSource {
  func information() -> Result<Derivation, DiagnosticsError> {
    let isMentorChange = !changed([ReissueFields.mentorName]).isEmpty
    let paths = changed(ReissueFields.support)
    let needsDecision = paths.isEmpty ? nil : needsDecision(paths)
    guard let granted = grantDate else {
      // There is nothing that the letter could refer to: no more can be said of it.
      let problem = noGrant ?? needsDecision ?? nothingDecided(isMentorChange)
      return .failure(DiagnosticsError([problem], in: .danish))
    }
    let noMentor = isMentorChange ? noMentor : nil
    let unsaid = unsaid(rows: isMentorChange ? nil : Self.factRows)
    let problems = [needsDecision, noMentor, unsaid].compactMap(\.self)
    if !problems.isEmpty { return .failure(DiagnosticsError(problems, in: .danish)) }
    return isMentorChange ? mentorChange(granted) : message(granted)
  }

  /// The day of the decision that still applies; nil when nobody has said it. A decision from before the register began is
  /// dated by the case, or by the last letter that referred to it.
  private var grantDate: CalendarDate? {
    if let grant = history.grant { return CalendarDate(iso: grant.document.date) }
    guard history.judgement == nil else { return nil }
    let letters = history.issues.indices.reversed().filter { history.issues[$0].holds(\.isInformation) }
    let paths = ["orientering.bevillingsdato", "mentorskifte.bevillingsdato"]
    return ([said] + letters.map { history.texts[$0] }).lazy.compactMap { text in
      paths.lazy.compactMap { text.date($0) }.first
    }.first
  }

  private func nothingDecided(_ isMentorChange: Bool) -> Diagnostic {
    let letter = isMentorChange ? "et mentorskifte" : "en orientering"
    return problem(
      "reissue-nothing-decided", "Sagen har ingen afgørelse, som \(letter) kan henvise til.",
      help: supplementHelp
        ?? "Er den truffet, før registret begyndte, så skriv dens dato i "
        + (isMentorChange
          ? "mentorskifte.bevillingsdato. Ellers udsted den med 'mentorbrev issue'."
          : "orientering.bevillingsdato. Ellers brug --as registrering, eller udsted papiret igen med 'mentorbrev issue' "
            + "under sin egen dato."))
  }

  /// Another mentor.
  private func mentorChange(_ granted: CalendarDate) -> Result<Derivation, DiagnosticsError> {
    let path = ReissueFields.mentorName
    let start = new.supportStart(on: order.date) ?? order.date
    let day = saidHandover ?? max(order.date, start)
    var text = letter("mentorskifte")
    text["mentorskifte.fra"] = .date(day)
    text["mentorskifte.bevillingsdato"] = .date(granted)
    if history.hasNamedMentor {
      text["mentorskifte.tidligereMentor"] = old[path]
      text["mentorskifte.aarsag"] = own("mentorskifte.aarsag")
    } else {
      text["mentorskifte.foerste"] = .boolean(true)
    }
    var derivation = Derivation(text: text, kinds: [.mentorChange])
    // Before the support begins, the plan with the former mentor is wrong at once.
    addPlan(to: &derivation, from: day > start ? day : order.date)
    return withSupplement(derivation, from: day)
  }

  private var saidHandover: CalendarDate? {
    if case .date(let day)? = own("mentorskifte.fra") { day } else { nil }
  }

  /// What a letter about a mentor who has left needs while no other is found. The grant stands: nothing is stopped for it.
  private var noMentor: Diagnostic? {
    guard new[ReissueFields.mentorName] == nil else { return nil }
    if new["mentorstoette.mentorOplyses"] != nil, saidHandover != nil { return nil }
    return problem(
      "reissue-no-mentor", "Sagen har ingen mentor længere.", path: ReissueFields.mentorName,
      help:
        "Skriv den nye mentor i mentor. Er den nye ikke fundet, så skriv dagen efter den gamle mentors sidste dag i "
        + "mentorskifte.fra, og hvordan og hvornår borgeren får besked, i mentorstoette.mentorOplyses.")
  }

  /// Anything else that the citizen should know.
  private func message(_ granted: CalendarDate) -> Result<Derivation, DiagnosticsError> {
    let rowsPath = Self.factRows
    guard let rows = rows(toldFields.map(fact), besides: own(rowsPath), "nu") else {
      return withSupplement(Derivation(text: new.framed(by: said)), from: order.date)
    }
    var text = letter("orientering")
    text["orientering.bevillingsdato"] = .date(granted)
    text[rowsPath] = rows
    text["orientering.grund"] = own("orientering.grund")
    let day = own("orientering.fra").flatMap { if case .date(let day) = $0 { day } else { nil } } ?? order.date
    text["orientering.fra"] = own("orientering.fra")
    var derivation = Derivation(text: text, kinds: [.information])
    addPlan(to: &derivation, from: day)
    return withSupplement(derivation, from: day)
  }

  /// Where a person writes what is new.
  private static var factRows: String { "orientering.aendringer" }

  private func fact(_ field: String) -> CaseRecord {
    var row = CaseRecord()
    row["hvad"] = .text(FactNames.name(of: field))
    row["foer"] = old.words(at: field).map { .text($0) }
    row["nu"] = new.words(at: field).map { .text($0) }
    return row
  }
}

/// What a letter to the citizen calls a field of the case, in the middle of a sentence.
enum FactNames {
  /// The name of a field: `din mentors telefonnummer`.
  static func name(of path: String) -> String {
    if let known = known(path) { return known }
    let keys = path.split(separator: ".")
    let around = CaseLabels.label(of: keys.dropLast().joined(separator: "."))
    guard let label = CaseLabels.label(of: path) else { return path }
    guard let around else { return label.inSentence }
    return "\(label.inSentence) (\(around.inSentence))"
  }

  /// The name of a field that citizens often hear of; nil for the others.
  static func known(_ path: String) -> String? { names[path] }

  private static let names = [
    "mentor.navn": "din mentors navn", "mentor.telefon": "din mentors telefonnummer",
    "mentor.email": "din mentors e-mailadresse",
    "mentor.titel": "din mentors stilling", "mentor.kompetencer": "det, din mentor er god til",
    "mentorstoette.mentorOplyses": "hvornår du får at vide, hvem din mentor er",
    "mentor.arbejdsgiver.navn": "din mentors arbejdsplads",
    "sagsbehandler.navn": "din sagsbehandler", "sagsbehandler.titel": "din sagsbehandlers stilling",
    "sagsbehandler.telefon": "din sagsbehandlers telefonnummer",
    "sagsbehandler.email": "din sagsbehandlers e-mailadresse", "myndighed.telefon": "kommunens telefonnummer",
    "myndighed.navn": "kommunens navn", "myndighed.cvr": "kommunens CVR-nummer",
    "myndighed.digitalPost": "kommunens link til Digital Post",
    "myndighed.persondata": "kommunens link om dine oplysninger", "myndighed.telefontid": "kommunens telefontid",
    "myndighed.adresse": "kommunens adresse",
    "myndighed.enhed": "den afdeling, der har din sag", "borger.navn": "dit navn", "borger.adresse": "din adresse",
    "minPlan.helhedsorienteretPlan": "om du har en helhedsorienteret plan",
    "minPlan.paaPapir": "om du får Min Plan på papir",
    "minPlan.aendringer": "ændringerne i Min Plan", "minPlan.opfoelgning.dato": "dagen for den seneste opfølgning",
    "minPlan.opfoelgning.maal": "hvor langt du er med målet",
    "minPlan.opfoelgning.opgaver": "hvor langt du er med opgaverne",
    "minPlan.opfoelgning.naeste": "dagen for den næste opfølgning",
  ]
}
