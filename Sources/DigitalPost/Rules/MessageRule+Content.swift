import Casework
import Diagnostics
import Fields

extension MessageRule {
  /// The eight codes that Digital Post knows.
  static let actionCodes: Set<String> = [
    "AFTALE", "BEKRAEFT", "BETALING", "FORBEREDELSE", "INFORMATION", "SELVBETJENING", "TILMELDING", "UNDERSKRIV",
  ]

  /// An `AFTALE` holds a meeting; every other action a link that begins with https; nothing ends before it begins.
  static let actions = MessageRule("memo-action") { message in
    var problems: [MessageProblem] = []
    for (document, value) in message.documents.enumerated() {
      for (index, action) in value.actions.enumerated() {
        func add(_ words: String, _ help: String) {
          problems.append(.init(.action(document, index), words, help: help))
        }
        if let problem = labelProblem(.actionLabel(document, index), action.label, limit: DispatchLimit.title) {
          problems.append(problem)
        }
        if !actionCodes.contains(action.code) {
          add(
            "har en kode, som Digital Post ikke kender.", "Brug en af \(actionCodes.sorted().joined(separator: ", ")).")
        } else if (action.code == "AFTALE") != (action.reservation != nil) {
          add("er ikke en aftale med et møde.", "En AFTALE har et møde, og ingen anden handling har det.")
        } else if action.code != "AFTALE", action.url == nil {
          add("har intet link.", "Tilføj et link, der begynder med https://.")
        }
        if let url = action.url {
          if Link(url) == nil {
            add("er ikke et link, der begynder med https://, og Digital Post afviser det.", "Ret linket.")
          } else if url.utf8.count > 256 {
            add("er et link på \(url.utf8.count) tegn, og der er plads til 256.", "Brug en kortere adresse.")
          }
        }
        for (from, to) in [(action.from, action.to), (action.reservation?.from, action.reservation?.to)] {
          if let from, let to, to <= from { add("slutter ikke, efter at det begynder.", "Ret et af tidspunkterne.") }
        }
        if let meeting = action.reservation {
          for text in [meeting.abstract, meeting.description, meeting.location, meeting.organizer] {
            if let problem = labelProblem(.action(document, index), text, limit: 256) {
              problems.append(problem)
            }
          }
        }
      }
    }
    return problems
  }

  /// Names hold none of the characters that are refused since September 2025, nor others that deceive; each is there once.
  static let fileNames = MessageRule("memo-filename") { message in
    var problems: [MessageProblem] = []
    var known: Set<String> = []
    forEachFile(message) { part, file in
      let help = "Giv filen et andet navn."
      if let scalar = file.name.unicodeScalars.first(where: \.isForbiddenInFileName) {
        problems.append(
          .init(
            part, "har et filnavn med et tegn, som Digital Post afviser (\(TextCharacter.name(scalar.value))).",
            help: help))
      } else if !file.name.isVisible || file.name != file.name.trimmed || file.name.hasPrefix(".") {
        problems.append(.init(part, "har et filnavn, der er tomt, skjult eller har mellemrum yderst.", help: help))
      } else if file.name.unicodeScalars.count > 256 {
        problems.append(
          .init(part, "har et filnavn på \(file.name.unicodeScalars.count) tegn, og der er plads til 256.", help: help))
      } else if !known.insert(file.name.lowercased()).inserted {
        problems.append(.init(part, "har samme filnavn som en anden fil i beskeden.", help: help))
      } else if file.name.holdsCivilRegistrationNumber {
        problems.append(.init(part, "har et filnavn med cifre, der ligner et CPR-nummer.", help: help))
      }
    }
    return problems
  }

  /// Only some formats reach a mailbox, and the name must fit the format.
  static let formats = MessageRule("memo-format") { message in
    var problems: [MessageProblem] = []
    forEachFile(message) { part, file in
      let suffix = FileFormat.suffix(of: file.name)
      guard let format = FileFormat.known[suffix] else {
        problems.append(
          .init(
            part, "er en filtype, som Digital Post ikke tager imod.",
            help: "Send en af typerne \(FileFormat.known.keys.sorted().joined(separator: ", "))."))
        return
      }
      if file.format != format {
        problems.append(
          .init(part, "har et filnavn, der ikke passer til formatet \(file.format).", help: "Ret filnavnets endelse."))
      }
      if file.language.utf8.count != 2 || !file.language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
        problems.append(.init(part, "har et sprog, der ikke er to bogstaver.", help: "Skriv da."))
      }
    }
    return problems
  }

  /// A file holds something, and what it holds is what its name says.
  static let contents = MessageRule("memo-content") { message in
    var problems: [MessageProblem] = []
    forEachFile(message) { part, file in
      if file.content.count == 0 {
        problems.append(.init(part, "er tom (0 byte).", help: "Send en fil med indhold."))
      } else if let expected = FileFormat.beginnings[FileFormat.suffix(of: file.name)],
        !expected.contains(where: { file.content.beginning.starts(with: $0) })
      {
        problems.append(
          .init(
            part, "har ikke det indhold, som filnavnet siger.",
            help: "Åbn filen og gem den igen i det format, den skal have."))
      }
    }
    return problems
  }

  /// Ten attachments, and 71 MiB in all: base64 adds a third, and a message may hold 99.5 MB.
  static let counts = MessageRule("memo-size") { message in
    var problems: [MessageProblem] = []
    if message.additional.count > 10 {
      problems.append(
        .init(
          .all, "er \(message.additional.count) dokumenter ud over brevet, og Digital Post tager højst 10.",
          help: "Fjern bilag, eller saml flere i én fil."))
    }
    let total = message.files.reduce(0) { $0 + $1.content.count }
    if let problem = SizeLimit.message.problem(total) { problems.append(problem) }
    return problems
  }

  private static func forEachFile(_ message: Message, _ body: (MessagePart, Message.File) -> Void) {
    for (document, value) in message.documents.enumerated() {
      for (index, file) in value.files.enumerated() { body(.file(document, index), file) }
    }
  }
}

extension Unicode.Scalar {
  /// The official list of September 2025, and control and format characters that can make a name look like another.
  var isForbiddenInFileName: Bool {
    switch value {
    case 0x22, 0x2A, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x5C, 0x7C: true
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x205F, 0x2060, 0x3000: true
    default: isControl || properties.generalCategory == .format
    }
  }
}
