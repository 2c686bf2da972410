import Casework
import Diagnostics
import Register

/// Finds the documents that somebody says something of, and decides for each whether it can be.
struct EventTelling {
  /// What is done with a document.
  private enum Decision {
    case record, unchanged
    /// It cannot be told of this one, and that matters only when it was named itself.
    case refuse
    /// It cannot be told of this one, nor of any group with it.
    case refuseAll
  }

  private let event: Event
  private let reader: RegisterReader
  private let folder: String
  private var folderOption: String { RegisterPaths(folder: folder).folderOption }
  private(set) var told = DocumentEvents.Told()
  /// Everything that stands in the way.
  private(set) var problems: [Diagnostic] = []
  private var seen: Set<String> = []

  init(_ event: Event, _ reader: RegisterReader, in folder: String) {
    self.event = event
    self.reader = reader
    self.folder = folder
  }

  /// Adds a document by its name, or those of a case by its number.
  mutating func add(_ words: String) throws(RegisterError) {
    var documents: [RecordedDocument] = []
    try reader.eachDocument(in: DocumentIdentity.folder(words)) { documents.append($0) }
    let isNamed = documents.isEmpty
    if isNamed, let document = try document(words) { documents = [document] }
    if documents.isEmpty {
      return problems.append(
        Diagnostic(
          .error, "unknown-document",
          "Registret kender hverken en sag eller et dokument, der hedder '\(words.visible)'.",
          help: "'mentorbrev register list\(folderOption)' viser de dokumenter, der er udstedt."))
    }
    for document in documents where seen.insert(document.name).inserted {
      if let day = event.day, day < document.date {
        problems.append(before(document, day))
        continue
      }
      let decision = try decide(document)
      switch decision {
      case .record:
        told.changed += 1
        told.names.append(document.name)
        try warn(of: document)
      case .unchanged: told.unchanged += 1
      case .refuse, .refuseAll:
        if isNamed || decision == .refuseAll { problems.append(try problem(document)) }
      }
    }
  }

  /// The document that a name or the path of a file means.
  private func document(_ words: String) throws(RegisterError) -> RecordedDocument? {
    var name = words[...]
    if name.hasPrefix("\(folder)/") { name = name.dropFirst(folder.count + 1) }
    for format in DocumentFormat.allCases where name.hasSuffix(".\(format.rawValue)") {
      name = name.dropLast(format.rawValue.count + 1)
    }
    var found: RecordedDocument?
    guard let slash = name.firstIndex(of: "/") else { return nil }
    try reader.eachDocument(in: String(name[..<slash])) { if $0.name == name { found = $0 } }
    return found
  }

  mutating func requireRun(_ number: Int) throws(RegisterError) {
    if try reader.runs().contains(where: { $0.record.number == number }) { return try checkDay(ofRun: number) }
    problems.append(
      Diagnostic(
        .error, "unknown-run", "Registret kender ikke kørsel \(number).",
        help: "'mentorbrev register show SAG\(folderOption)' viser, i hvilken kørsel et dokument er udstedt."))
  }

  /// Nothing of a run can have happened before its documents were written: the first that is younger is told.
  private mutating func checkDay(ofRun number: Int) throws(RegisterError) {
    guard let day = event.day else { return }
    var younger: RecordedDocument?
    try reader.eachPage(ofRun: number) { documents throws(RegisterError) in
      younger =
        younger ?? documents.first { day < $0.date && decide($0.state) == .record && !seen.contains($0.name) }
    }
    if let younger { problems.append(before(younger, day)) }
  }

  /// Tells it of what a run issued, piece by piece. What it cannot be told of is passed over.
  mutating func tellRun(_ number: Int, _ record: ([String]) throws(RegisterError) -> Void) throws(RegisterError) {
    let seen = seen
    try reader.eachPage(ofRun: number) { documents throws(RegisterError) in
      var names: [String] = []
      for document in documents where !seen.contains(document.name) {
        switch try decide(document) {
        case .record: names.append(document.name)
        case .unchanged: told.unchanged += 1
        case .refuse, .refuseAll: continue
        }
      }
      try record(names)
      told.changed += names.count
    }
  }

  /// A reason must not name the citizens of the cases that the named documents belong to.
  mutating func checkNames(in why: String) throws(RegisterError) {
    let cases = Set(try reader.recorded(told.names).values.map(\.caseNumber))
    problems += try OwnWords.problems(of: why, naming: cases, reader)
  }

  private func decide(_ document: RecordedDocument) throws(RegisterError) -> Decision {
    event.what == .unsent ? try decideToTakeBack(document) : decide(document.state)
  }

  /// Only what a person said can be taken back, and only while nothing has followed from it.
  private func decideToTakeBack(_ document: RecordedDocument) throws(RegisterError) -> Decision {
    let events = try reader.events(.document(document.name)).map(\.event)
    let said = events.last { $0.message == nil && [.sent, .unsent].contains($0.what) }
    if said?.what != .sent { return document.state == .sent ? .refuse : .unchanged }
    let isOut = events.indices.contains { place in
      let gone = events[place]
      return gone.message != nil && [.sent, .toPrint, .delivered].contains(gone.what)
        && !events[place...].contains { $0.what == .returned && $0.message == gone.message }
    }
    return isOut || document.state == .superseded ? .refuse : .record
  }

  private func decide(_ state: RecordedDocument.State) -> Decision {
    switch (event.what, state) {
    case (.withdrawn, .withdrawn), (.sent, .sent): .unchanged
    case (.withdrawn, .sent): .refuseAll
    case (_, .superseded), (.sent, .withdrawn): .refuse
    default: .record
    }
  }

  // MARK: What stands in the way

  private func problem(_ document: RecordedDocument) throws(RegisterError) -> Diagnostic {
    if event.what == .unsent { return try document.state == .superseded ? followed(document) : byMessage(document) }
    return switch document.state {
    case .sent: try sent(document)
    case .superseded: try superseded(document)
    case .withdrawn, .issued, .returned: withdrawn(document)
    }
  }

  private func before(_ document: RecordedDocument, _ day: String) -> Diagnostic {
    Diagnostic(
      .error, "sent-before", "Dokumentet (\(document.title)) kan ikke være sendt den \(day), før det blev skrevet.",
      caseNumber: document.caseNumber, help: "Skriv den dag, det blev sendt (--date).")
  }

  private func sent(_ document: RecordedDocument) throws(RegisterError) -> Diagnostic {
    let last = try reader.events(.document(document.name)).last {
      $0.event.what == .sent || $0.event.what == .delivered
    }
    let day = last.map { " den \($0.event.day ?? RecordedTime($0.at).day)" } ?? ""
    return Diagnostic(
      .error, "withdraw-sent", "Dokumentet (\(document.title)) er sendt\(day) og kan ikke trækkes tilbage.",
      caseNumber: document.caseNumber,
      help: "Et sendt brev ændres kun med et nyt brev: udsted en ny afgørelse eller en rettelse (mentorbrev reissue)."
        + (last?.event.message == nil ? " \(Self.markedByMistake)" : ""))
  }

  /// What to do about a document that is not sent at all.
  static let markedByMistake =
    "Er det skrevet som sendt ved en fejl, så tag det tilbage med 'mentorbrev mark-sent --undo'."

  private func byMessage(_ document: RecordedDocument) -> Diagnostic {
    Diagnostic(
      .error, "sent-by-message",
      "Dokumentet (\(document.title)) er sendt som en besked, og det kan ikke tages tilbage.",
      caseNumber: document.caseNumber,
      help:
        "Det er kvitteringerne, der siger, hvor langt brevet er: se dem med 'mentorbrev register show SAG\(folderOption)'."
    )
  }

  private func followed(_ document: RecordedDocument) throws(RegisterError) -> Diagnostic {
    var problem = try superseded(document)
    problem.help =
      "Det nye dokument er skrevet til en, der har fået dette. Er det ikke sendt, så træk det nye tilbage med "
      + "'mentorbrev withdraw', og prøv igen."
    return problem
  }

  private func superseded(_ document: RecordedDocument) throws(RegisterError) -> Diagnostic {
    let successor = try reader.events(.document(document.name)).last { $0.event.what == .superseded }?.event.successor
    return Diagnostic(
      .error, "document-superseded",
      "Dokumentet (\(document.title)) er afløst\(successor.map { " af \($0.visible)" } ?? "").",
      caseNumber: document.caseNumber, help: "Det er det nye dokument, der gælder: skriv navnet på det.")
  }

  private func withdrawn(_ document: RecordedDocument) -> Diagnostic {
    Diagnostic(
      .error, "sent-withdrawn", "Dokumentet (\(document.title)) er trukket tilbage, så det er ikke sendt.",
      caseNumber: document.caseNumber,
      help: "Skal det sendes alligevel, så udsted det igen med et løbenummer (loebenummer).")
  }

  /// A message with the document may still be sent by somebody.
  private mutating func warn(of document: RecordedDocument) throws(RegisterError) {
    guard event.what == .withdrawn,
      try reader.events(.document(document.name)).contains(where: { $0.event.what == .packed })
    else { return }
    told.warnings.append(
      Diagnostic(
        .warning, "withdraw-packed", "Dokumentet (\(document.title)) ligger i en pakke til afsendelse.",
        caseNumber: document.caseNumber,
        help: "Er pakken ikke sendt, så slet den og dens indeks, og lav den igen med 'mentorbrev pack' og --same: "
          + "så er dokumentet ikke med."))
  }
}
