import Fields

/// A text of a case file with its place.
struct CaseText: Sendable {
  var path: String
  var text: String
  var position: UInt32

  /// Whether the text holds some words; capital and small letters of ASCII are the same.
  func mentions(_ words: String) -> Bool {
    var (text, words) = (text, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard words.count <= text.count else { return false }
        return (0...text.count - words.count).contains { start in
          words.indices.allSatisfy { Self.small(text[start + $0]) == Self.small(words[$0]) }
        }
      }
    }
  }

  private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension CaseFile {
  /// What a caseworker wrote in sentences and a document prints.
  var freeTexts: [CaseText] {
    var texts: [CaseText] = []
    func add(_ path: String, _ said: Said<String>?) {
      if let said { texts.append(CaseText(path: path, text: said.value, position: said.position)) }
    }
    add("afgoerelse.ansoegning.tekst", decision?.application?.text)
    add("afgoerelse.begrundelse.faktum", decision?.reasons?.facts)
    add("afgoerelse.begrundelse.hensyn", decision?.reasons?.considerations)
    add("afgoerelse.begrundelse.andenHjaelp", decision?.reasons?.otherHelp)
    add("mentorstoette.maal.tekst", support?.goal?.text)
    for (index, task) in (support?.tasks ?? []).enumerated() {
      add("mentorstoette.opgaver.\(index + 1).tekst", task.text)
    }
    add("mentorstoette.mentorOplyses", support?.mentorToFollow)
    add("egenTekst.indledning", ownWords?.introduction)
    add("egenTekst.begrundelse", ownWords?.reasons)
    add("egenTekst.afslutning", ownWords?.closing)
    for (index, waiver) in waivers.enumerated() { add("undtagelser.\(index + 1).grund", waiver.reason) }
    return texts
  }

  /// The other texts that a document prints: names, titles and addresses.
  var labelTexts: [CaseText] {
    var texts: [CaseText] = []
    func add(_ path: String, _ said: Said<String>?) {
      if let said { texts.append(CaseText(path: path, text: said.value, position: said.position)) }
    }
    func add(_ path: String, _ address: Address?) {
      add("\(path).vej", address?.street)
      add("\(path).by", address?.city)
    }
    add("myndighed.navn", authority?.name)
    add("myndighed.enhed", authority?.unit)
    add("myndighed.telefontid", authority?.phoneHours)
    add("myndighed.email", authority?.email)
    add("myndighed.adresse", authority?.address)
    add("sagsbehandler.navn", caseworker?.name)
    add("sagsbehandler.titel", caseworker?.title)
    add("sagsbehandler.email", caseworker?.email)
    add("borger.navn", citizen?.name)
    add("borger.adresse", citizen?.address)
    for (index, recipient) in recipients.enumerated() {
      add("modtagere.\(index + 1).navn", recipient.name)
      add("modtagere.\(index + 1).adresse", recipient.address)
    }
    add("mentor.navn", mentor?.name)
    add("mentor.titel", mentor?.title)
    add("mentor.email", mentor?.email)
    add("mentor.arbejdsgiver.navn", mentor?.employer?.name)
    return texts
  }
}
