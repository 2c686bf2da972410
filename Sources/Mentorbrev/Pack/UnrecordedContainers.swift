import Casework
import Diagnostics
import DigitalPost
import Register

/// Looks into whole containers that a run left before it could record them: what was decided since then, the run did not
/// know. A letter in them that was withdrawn meanwhile would go out.
struct UnrecordedContainers {
  private let work: MessageWork
  /// The messages that a case sends now, by its number; nil of a case whose letters all go out as they were, or of another
  /// folder's, which nobody here knows.
  private var sent: [String: Set<String>?] = [:]

  init(_ work: MessageWork) {
    // Which messages there are does not depend on a PDF; nothing of what a repetition repeats is unrecorded.
    var options = work.options
    if options.sending == .same { options.sending = .number(1) }
    self.work = MessageWork(
      post: work.post, cases: work.cases, reader: work.reader, options: options, makesMessages: true)
  }

  /// Refuses containers with messages that must not go out any more.
  ///
  /// - Throws: all such containers; then nothing is packed.
  consuming func check(_ containers: [PackFolder.Container]) throws(DiagnosticsError) {
    var problems: [Diagnostic] = []
    for container in containers {
      let left = try DiagnosticsError.catching {
        try container.entries.filter { try work.reader.events(.message($0.messageUUID)).isEmpty }
      }
      // Of a container that was recorded, a case can have been forgotten since.
      let isRecorded = left.count < container.entries.count
      var stale: [IndexEntry] = []
      for entry in left {
        guard let messages = try messages(of: entry.caseNumber, isRecorded: isRecorded) else { continue }
        if !messages.contains(entry.messageUUID) { stale.append(entry) }
      }
      if !stale.isEmpty { problems.append(Self.problem(container, stale)) }
    }
    if !problems.isEmpty { throw DiagnosticsError(problems, in: .danish) }
  }

  private mutating func messages(of number: String, isRecorded: Bool) throws(DiagnosticsError) -> Set<String>? {
    if let known = sent[number] { return known }
    var issues: [RecordedIssue] = []
    var isWhole = true
    var hasForgotten = false
    try DiagnosticsError.catching {
      try work.reader.eachIssue(.ofCase(number)) { issues.append($0) }
      for issue in issues where try !work.select(issue).notes.isEmpty { isWhole = false }
      if issues.isEmpty { hasForgotten = try !work.reader.forgettings().isEmpty }
    }
    if issues.isEmpty { return hasForgotten && !isRecorded ? [] : nil }
    let messages = isWhole ? nil : try made(of: issues)
    sent[number] = .some(messages)
    return messages
  }

  private func made(of issues: [RecordedIssue]) throws(DiagnosticsError) -> Set<String> {
    let space = RenderSpace()
    var messages: Set<String> = []
    for issue in issues {
      let mail = work.prepare(issue, in: space)
      if let failure = mail.failure { throw failure }
      messages.formUnion(mail.messages.map(\.sealed.id))
    }
    return messages
  }

  private static func problem(_ container: PackFolder.Container, _ stale: [IndexEntry]) -> Diagnostic {
    let limit = 10
    var notes = stale.prefix(limit).map { entry in
      Diagnostic.Note("Sag \(entry.caseNumber.visible): \(DocumentKind(rawValue: entry.kind)?.label ?? entry.kind).")
    }
    if stale.count > limit { notes.append(Diagnostic.Note("… og \(stale.count - limit) til.")) }
    return Diagnostic(
      .error, "container-outdated",
      "Pakken \(container.path.visible) nåede ikke at blive registreret, og i den ligger "
        + "\(counted(stale.count, "brev", "breve")), som siden er trukket tilbage, afløst, slettet eller sendt på anden "
        + "vis.",
      help: "Er pakken ikke sendt, så slet den og dens indeks (.index.jsonl), og kør den samme kommando igen: de andre "
        + "breve i den bliver pakket igen. Er den sendt, så flyt begge filer ud af mappen, og skriv med "
        + "'mentorbrev mark-sent', hvilke breve der er sendt: ellers bliver de pakket igen.",
      notes: notes)
  }
}
