import Casework
import Diagnostics
import DigitalPost
import Register

/// Looks into whole containers that a run left before it could record them: what was decided since then, the run did not
/// know. A letter in them that was withdrawn meanwhile would go out.
struct UnrecordedContainers {
  /// The letters of a case.
  private enum Letters {
    /// The register does not know the case: it is another folder's, or it was forgotten.
    case unknown
    /// All go out as they were.
    case all
    /// It sends these messages now.
    case messages(Set<String>)
  }

  private let work: MessageWork
  /// By the numbers of the cases.
  private var known: [String: Letters] = [:]

  init(_ work: MessageWork) {
    // Which messages there are does not depend on a PDF; nothing of what a repetition repeats is unrecorded.
    var options = work.options
    if options.sending == .same { options.sending = .number(1) }
    self.work = MessageWork(
      post: work.post, cases: work.cases, reader: work.reader, options: options, makesMessages: true)
  }

  /// Refuses containers with messages that must not go out any more.
  ///
  /// - Returns: what a person should look at: containers of which nobody here can say whose they are.
  /// - Throws: all containers that are refused; then nothing is packed.
  consuming func check(_ containers: [PackFolder.Container]) throws(DiagnosticsError) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var warnings: [Diagnostic] = []
    for container in containers {
      let left = try DiagnosticsError.catching {
        try container.entries.filter { try work.reader.events(.message($0.messageUUID)).isEmpty }
      }
      var stale: [IndexEntry] = []
      var unknown: [IndexEntry] = []
      for entry in left {
        switch try letters(of: entry.caseNumber) {
        case .unknown: unknown.append(entry)
        case .all: break
        case .messages(let messages): if !messages.contains(entry.messageUUID) { stale.append(entry) }
        }
      }
      // Of a container that was recorded, a case can have been forgotten since. Otherwise a case that is unknown was
      // forgotten only where the container is known to be of this register, by its other cases.
      if left.count == container.entries.count, !unknown.isEmpty, try hasForgotten() {
        if unknown.count < left.count {
          let ended = Set(stale + unknown)
          stale = left.filter(ended.contains)
        } else {
          warnings.append(Self.strange(container))
        }
      }
      if !stale.isEmpty { problems.append(Self.problem(container, stale)) }
    }
    if !problems.isEmpty { throw DiagnosticsError(problems, in: .danish) }
    return warnings
  }

  private func hasForgotten() throws(DiagnosticsError) -> Bool {
    try DiagnosticsError.catching { try !work.reader.forgettings().isEmpty }
  }

  private mutating func letters(of number: String) throws(DiagnosticsError) -> Letters {
    if let letters = known[number] { return letters }
    var issues: [RecordedIssue] = []
    var isWhole = true
    try DiagnosticsError.catching {
      try work.reader.eachIssue(.ofCase(number)) { issues.append($0) }
      for issue in issues where try !work.select(issue).notes.isEmpty { isWhole = false }
    }
    let letters: Letters = issues.isEmpty ? .unknown : isWhole ? .all : .messages(try made(of: issues))
    known[number] = letters
    return letters
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

  private static func strange(_ container: PackFolder.Container) -> Diagnostic {
    Diagnostic(
      .warning, "container-strange",
      "Registret kender hverken pakken \(container.path.visible) eller en eneste af dens sager. Den kan være fra en anden "
        + "mappe, eller dens sager kan være slettet siden.",
      help:
        "Er den fra en anden mappe, så lad den ligge, og brug helst en mappe til pakker (--into) for hvert register. Er "
        + "den herfra, så send den ikke: slet den og dens indeks (.index.jsonl).")
  }

  private static func problem(_ container: PackFolder.Container, _ stale: [IndexEntry]) -> Diagnostic {
    let notes = stale.map { entry in
      Diagnostic.Note("Sag \(entry.caseNumber.visible): \(DocumentKind(rawValue: entry.kind)?.label ?? entry.kind).")
    }
    return Diagnostic(
      .error, "container-outdated",
      "Pakken \(container.path.visible) nåede ikke at blive registreret, og i den ligger "
        + "\(counted(stale.count, "brev", "breve")), som siden er trukket tilbage, afløst, slettet eller sendt på anden "
        + "vis.",
      help: "Er pakken ikke sendt, så slet den og dens indeks (.index.jsonl), og kør den samme kommando igen: de andre "
        + "breve i den bliver pakket igen. Er den sendt, så flyt begge filer ud af mappen, og skriv med "
        + "'mentorbrev mark-sent', hvilke breve der er sendt: ellers bliver de pakket igen.",
      notes: notes.firstTen)
  }
}
