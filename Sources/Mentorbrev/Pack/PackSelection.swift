import Diagnostics
import Register

/// Which documents of an issue are packed now, and as which sending; what is to be said of the others.
struct PackSelection {
  private(set) var names: Set<String> = []
  /// The sending, from 1.
  private(set) var number = 1
  /// The messages that have carried the documents before.
  private(set) var messages: Set<String> = []
  /// Whether any document has been packed before with this number or a higher one.
  private(set) var wasPacked = false
  private(set) var notes: [Diagnostic] = []

  /// - Parameter events: what has happened to a document.
  init(
    _ issue: RecordedIssue, _ sending: PackOptions.SendingNumber,
    events: (String) throws(RegisterError) -> [RecordedEvent]
  ) throws(RegisterError) {
    var letters: [(document: RecordedDocument, messages: [String], isDelivered: Bool)] = []
    for document in issue.documents where document.files["html"] != nil {
      let events = try events(document.name).map(\.event)
      let packed = events.filter { $0.what == .packed }.compactMap(\.message)
      if document.state == .superseded, packed.isEmpty {
        notes.append(Self.unsent(document))
      } else if document.state == .withdrawn, !packed.isEmpty {
        notes.append(Self.leftInside(document))
      } else if let ending = Self.ending(document.state) {
        notes.append(Self.note(document, ending))
      } else {
        letters.append((document, packed, events.contains { $0.what == .delivered }))
      }
    }
    switch sending {
    case .number(let wanted):
      number = wanted
      for (document, packed, isDelivered) in letters {
        switch packed.count {
        case wanted...: wasPacked = true
        // Of several recipients one may have refused the letter; the others have it, and a deadline that runs.
        case _ where wanted > 1 && isDelivered: notes.append(Self.delivered(document))
        case wanted - 1 where wanted == 1 && document.state != .issued:
          notes.append(Self.note(document, "er allerede sendt", help: EventTelling.markedByMistake))
        case wanted - 1: names.insert(document.name)
        default: notes.append(Self.note(document, Self.tooEarly(packed.count)))
        }
      }
    case .same:
      number = letters.map(\.messages.count).max() ?? 0
      for (document, packed, _) in letters {
        guard let last = packed.last else {
          notes.append(Self.note(document, Self.tooEarly(0)))
          continue
        }
        guard packed.count == number else { continue }
        names.insert(document.name)
        messages.insert(last)
      }
    }
  }

  private static func ending(_ state: RecordedDocument.State) -> String? {
    switch state {
    case .issued, .sent, .returned: nil
    case .withdrawn: "er trukket tilbage"
    case .superseded: "er afløst af et andet dokument"
    }
  }

  private static func tooEarly(_ count: Int) -> String {
    count == 0
      ? "er ikke pakket før, så der er intet at sende igen"
      : "er pakket \(counted(count, "gang", "gange")), så næste forsendelse er nummer \(count + 1)"
  }

  private static func delivered(_ document: RecordedDocument) -> Diagnostic {
    note(document, "er leveret", help: "Skal modtageren have det én gang til, så send det på anden vis.")
  }

  /// Its successor speaks of something that the recipient may never have got.
  private static func unsent(_ document: RecordedDocument) -> Diagnostic {
    Diagnostic(
      .warning, "not-packed",
      "Dokumentet (\(document.title)) er afløst af et andet dokument, før det blev pakket. Det er ikke pakket.",
      caseNumber: document.caseNumber,
      help:
        "Er det heller ikke sendt på anden vis, så træk det nye dokument tilbage med 'mentorbrev withdraw': så gælder "
        + "dette igen.")
  }

  /// A container that lies in the folder is not made again, so it would still carry the document.
  private static func leftInside(_ document: RecordedDocument) -> Diagnostic {
    Diagnostic(
      .warning, "not-packed",
      "Dokumentet (\(document.title)) er trukket tilbage, men ligger i en pakke fra før. Det er ikke pakket nu.",
      caseNumber: document.caseNumber,
      help: "Er pakken ikke sendt, så slet den og dens indeks, før den laves igen med --same: "
        + "en pakke, der ligger der, bliver stående.")
  }

  private static func note(_ document: RecordedDocument, _ what: String, help: String? = nil) -> Diagnostic {
    Diagnostic(
      .note, "not-packed", "Dokumentet (\(document.title)) \(what). Det er ikke pakket.",
      caseNumber: document.caseNumber, help: help)
  }
}
