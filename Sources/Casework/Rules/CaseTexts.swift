import Fields

/// A text of a case file with its place.
struct CaseText: Sendable {
  /// A field, or a field of a row; made into words only for a message.
  enum Field: Sendable {
    case named(StaticString)
    case ofRow(StaticString, Int, StaticString)

    var path: String {
      switch self {
      case .named(let path): "\(path)"
      case .ofRow(let list, let number, let key): "\(list).\(number).\(key)"
      }
    }
  }

  let field: Field
  let text: String
  let position: UInt32
  /// What there is in the text that rules ask about.
  let signs: TextSigns

  init(_ field: Field, _ said: Said<String>) {
    self.field = field
    text = said.value
    position = said.position
    signs = TextSigns(of: said.value)
  }

  /// The field's path: `mentorstoette.opgaver.1.tekst`.
  var path: String { field.path }

  /// Whether the text holds some words; capital and small letters of ASCII are the same.
  func mentions(_ words: String) -> Bool {
    var (text, words) = (text, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard !words.isEmpty, words.count <= text.count else { return false }
        return (0...text.count - words.count).contains { holds(words, in: text, at: $0) }
      }
    }
  }

  /// Whether the text holds what may be a CPR number, however its two parts are kept apart.
  var holdsCivilRegistrationNumber: Bool {
    guard signs.contains(.tenDigits) else { return false }
    var text = signs.contains(.separator) ? text.withPlainSeparators : text
    return text.withUTF8 { Casework.holdsCivilRegistrationNumber($0) }
  }

  /// Whether the text holds these digits one after the other, with at most three other characters between two of them:
  /// the citizen's own number is found in any form, `74.03.95 - 1237` or with invisible characters in it.
  func holdsDigits(_ digits: String) -> Bool {
    guard signs.contains(.tenDigits) else { return false }
    var run = ""
    var gap = 0
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if gap > 3 { run = "" }
        run.unicodeScalars.append(scalar)
        gap = 0
        if run.hasSuffix(digits) { return true }
      } else {
        gap += 1
      }
    }
    return false
  }
}

/// What rules look for in texts, found in one pass.
struct TextSigns: OptionSet, Sendable {
  let rawValue: UInt8

  /// Ten digits or more, wherever they stand: fewer are no CPR number.
  static let tenDigits = TextSigns(rawValue: 1)
  /// A character that may be a dash or a space beyond ASCII.
  static let separator = TextSigns(rawValue: 2)
  /// A paragraph sign.
  static let paragraph = TextSigns(rawValue: 4)
  /// The beginning of the word jobcenter.
  static let jobcentre = TextSigns(rawValue: 8)
  /// The word serviceniveau.
  static let serviceLevel = TextSigns(rawValue: 16)
  /// The digits 203, as in § 203 a.
  static let ceiling = TextSigns(rawValue: 32)
  /// Words about sanctions and duties.
  static let duty = TextSigns(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of text: String) {
    var text = text
    self = text.withUTF8 { Self.signs(in: $0) }
  }

  private static func signs(in text: UnsafeBufferPointer<UInt8>) -> TextSigns {
    var signs: TextSigns = []
    var digits = 0
    for index in text.indices {
      let byte = text[index]
      if byte < 0x80 {
        digits &+= byte &- 0x30 < 10 ? 1 : 0
        switch byte | 0x20 {
        case UInt8(ascii: "j"): if holds("jobcent", in: text, at: index) { signs.insert(.jobcentre) }
        case UInt8(ascii: "s"):
          if holds("serviceniveau", in: text, at: index) { signs.insert(.serviceLevel) }
          if holds("sanktion", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "p"): if holds("pligt", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "f"): if holds("fradrag", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "2"): if holds("203", in: text, at: index) { signs.insert(.ceiling) }
        default: break
        }
      } else if byte == 0xC2 {
        if index + 1 < text.count, text[index + 1] == 0xA7 { signs.insert(.paragraph) }
        signs.insert(.separator)
      } else if byte == 0xE2 {
        signs.insert(.separator)
      }
    }
    if digits >= 10 { signs.insert(.tenDigits) }
    return signs
  }

  private static func holds(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    word.withUTF8Buffer { Casework.holds($0, in: text, at: start) }
  }
}

/// Whether a text holds some words at a place; capital and small letters of ASCII are the same.
private func holds(
  _ words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int
) -> Bool {
  guard start + words.count <= text.count else { return false }
  for index in words.indices where small(text[start + index]) != small(words[index]) { return false }
  return true
}

private func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

extension String {
  /// With every dash and space that can split a number as the plain one.
  fileprivate var withPlainSeparators: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x2010...0x2015, 0x2212: result.unicodeScalars.append("-")
      case 0xA0, 0x2007, 0x202F: result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension CaseFile {
  /// What a caseworker wrote in sentences and a letter or a plan prints.
  var freeTexts: [CaseText] {
    var texts: [CaseText] = []
    texts.reserveCapacity(16)
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { texts.append(CaseText(field, said)) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    add("afgoerelse.ansoegning.tekst", decision?.application?.text)
    add("afgoerelse.begrundelse.faktum", decision?.reasons?.facts)
    add("afgoerelse.begrundelse.hensyn", decision?.reasons?.considerations)
    add("afgoerelse.begrundelse.andenHjaelp", decision?.reasons?.otherHelp)
    add("afgoerelse.ikkeBevilget", decision?.refused)
    add("afgoerelse.vurdering.opnaaet", decision?.assessment?.reached)
    add("afgoerelse.vurdering.resterer", decision?.assessment?.remaining)
    add("afgoerelse.partshoering.overvejelse", decision?.hearing?.consideration)
    add("afgoerelse.partshoering.oplysninger", decision?.hearing?.information)
    add("afgoerelse.partshoering.betydning", decision?.hearing?.significance)
    add("afgoerelse.partshoering.svar", decision?.hearing?.answer)
    add("afgoerelse.partshoering.undladtGrund", decision?.hearing?.exemptionGround)
    add("ophoer.videre", stop?.next)
    add("genvurdering.klage", reconsideration?.complaint)
    add("aendring.foer.maal.tekst", change?.before?.goal?.text)
    for (index, task) in (change?.before?.tasks ?? []).enumerated() {
      add(.ofRow("aendring.foer.opgaver", index + 1, "tekst"), task.text)
    }
    add("mentorstoette.maal.tekst", support?.goal?.text)
    for (index, task) in (support?.tasks ?? []).enumerated() {
      add(.ofRow("mentorstoette.opgaver", index + 1, "tekst"), task.text)
    }
    add("mentorstoette.mentorOplyses", support?.mentorToFollow)
    add("mentorskifte.aarsag", mentorChange?.reason)
    add("mentor.kompetencer", mentor?.competence)
    addInformation(to: &texts)
    add("egenTekst.indledning", ownWords?.introduction)
    add("egenTekst.begrundelse", ownWords?.reasons)
    add("egenTekst.afslutning", ownWords?.closing)
    for (index, waiver) in waivers.enumerated() { add(.ofRow("undtagelser", index + 1, "grund"), waiver.reason) }
    return texts
  }

  /// What a caseworker wrote in sentences and a paper about a contract prints.
  ///
  /// Goal and tasks of the support are among them only where the contract falls back to them.
  var contractTexts: [CaseText] {
    var texts: [CaseText] = []
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { texts.append(CaseText(field, said)) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    if let goal = contract?.goal {
      add("kontrakt.maal.tekst", goal.text)
    } else if citizen == nil {
      add("mentorstoette.maal.tekst", support?.goal?.text)
    }
    for (index, subgoal) in (contract?.subgoals ?? []).enumerated() {
      add(.ofRow("kontrakt.delmaal", index + 1, "tekst"), subgoal.text)
    }
    if let tasks = contract?.tasks, !tasks.isEmpty {
      for (index, task) in tasks.enumerated() { add(.ofRow("kontrakt.opgaver", index + 1, "tekst"), task.text) }
    } else if citizen == nil {
      for (index, task) in (support?.tasks ?? []).enumerated() {
        add(.ofRow("mentorstoette.opgaver", index + 1, "tekst"), task.text)
      }
    }
    add("kontrakt.udoverSaedvanligOplaering", contract?.beyondUsualTraining)
    add("kontrakt.afgoerendeFor", contract?.decisiveFor)
    add("kontrakt.saerligeVilkaar", contract?.special)
    add("kontrakt.tillaeg.aarsag", contract?.supplement?.reason)
    for (index, row) in (contract?.supplement?.changes ?? []).enumerated() {
      add(.ofRow("kontrakt.tillaeg.aendringer", index + 1, "vilkaar"), row.term)
      add(.ofRow("kontrakt.tillaeg.aendringer", index + 1, "foer"), row.before)
      add(.ofRow("kontrakt.tillaeg.aendringer", index + 1, "nu"), row.now)
    }
    add("kontrakt.ramme.visitation", contract?.framework?.admission)
    return texts
  }

  /// Those of the other texts that a document prints (names, titles and addresses) that hold ten digits or more.
  var labelsWithDigits: [CaseText] {
    var texts: [CaseText] = []
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      guard let said, said.value.utf8.count >= 10 else { return }
      let text = CaseText(field, said)
      if text.signs.contains(.tenDigits) { texts.append(text) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    add("myndighed.navn", authority?.name)
    add("myndighed.enhed", authority?.unit)
    add("myndighed.telefontid", authority?.phoneHours)
    add("myndighed.email", authority?.email)
    add("myndighed.adresse.vej", authority?.address?.street)
    add("myndighed.adresse.by", authority?.address?.city)
    add("sagsbehandler.navn", caseworker?.name)
    add("sagsbehandler.titel", caseworker?.title)
    add("sagsbehandler.email", caseworker?.email)
    add("borger.navn", citizen?.name)
    add("borger.adresse.vej", citizen?.address?.street)
    add("borger.adresse.by", citizen?.address?.city)
    for (index, recipient) in recipients.enumerated() {
      add(.ofRow("modtagere", index + 1, "navn"), recipient.name)
      add(.ofRow("modtagere", index + 1, "adresse.vej"), recipient.address?.street)
      add(.ofRow("modtagere", index + 1, "adresse.by"), recipient.address?.city)
    }
    add("mentorstoette.uddannelse.navn", support?.education?.name)
    add("mentorstoette.uddannelse.institution", support?.education?.institution)
    add("mentor.navn", mentor?.name)
    add("mentor.titel", mentor?.title)
    add("mentorskifte.tidligereMentor", mentorChange?.formerMentor)
    add("mentor.email", mentor?.email)
    add("mentor.arbejdsgiver.navn", mentor?.employer?.name)
    add("mentor.arbejdsgiver.adresse.vej", mentor?.employer?.address?.street)
    add("mentor.arbejdsgiver.adresse.by", mentor?.employer?.address?.city)
    add("mentor.arbejdsgiver.kontakt.navn", mentor?.employer?.contact?.name)
    add("mentor.arbejdsgiver.kontakt.email", mentor?.employer?.contact?.email)
    add("kontrakt.uddannelsestilskud.kursus", contract?.trainingGrant?.course)
    add("kontrakt.loen.andreBidragTekst", contract?.pay?.contributionsText)
    add("kontrakt.fakturering.reference", contract?.invoicing?.reference)
    add("kontrakt.tillaeg.tidligere.mentor", contract?.supplement?.former?.mentor)
    add("kontrakt.afloeser.navn", contract?.substitute?.name)
    add("kontrakt.afloeser.email", contract?.substitute?.email)
    for (index, change) in (plan?.changes ?? []).enumerated() {
      add(.ofRow("minPlan.aendringer", index + 1, "af"), change.author)
    }
    return texts
  }
}
