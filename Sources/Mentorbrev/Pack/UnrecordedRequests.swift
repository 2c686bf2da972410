import Casework
import Diagnostics
import DigitalPost
import Register

/// Looks for requests that a run left before it could record them. One of a letter that was withdrawn meanwhile would go out.
///
/// A request has no index that names its case, and a request on paper does not name it either. But its UUID follows from the
/// letter, so it can be said of each letter that must not go out any more which requests a run can have made of it.
struct UnrecordedRequests {
  private static let ending = ".\(MessageForm.kombi.rawValue).xml"

  private let work: MessageWork
  private let folder: String
  /// The UUIDs of those that were there before this run.
  private let left: [String]

  init(_ work: MessageWork, in folder: String) throws {
    self.work = work
    self.folder = folder
    left = try FileSystem.names(in: folder).filter { $0.hasSuffix(Self.ending) }
      .map { String($0.dropLast(Self.ending.count)) }
      .filter { try work.reader.events(.message($0)).isEmpty }
  }

  /// Refuses a folder with requests that must not go out any more.
  ///
  /// - Throws: all of them; then nothing is packed.
  func check() throws(DiagnosticsError) {
    if left.isEmpty { return }
    var numbers: Set<String> = []
    try DiagnosticsError.catching {
      try work.reader.eachDocument { if $0.state != .issued { numbers.insert($0.caseNumber) } }
    }
    let space = RenderSpace()
    var notes: [Diagnostic.Note] = []
    for number in numbers.sorted() {
      var issues: [RecordedIssue] = []
      try DiagnosticsError.catching { try work.reader.eachIssue(.ofCase(number)) { issues.append($0) } }
      for issue in issues {
        let ended = try work.endedIdentities(of: issue, in: space)
        for uuid in left where ended.contains(uuid) {
          notes.append(Diagnostic.Note("Sag \(number.visible): \(uuid)\(Self.ending)."))
        }
      }
    }
    if !notes.isEmpty { throw DiagnosticsError([problem(notes)], in: .danish) }
  }

  /// Those that are not recorded at the end of the run either.
  func warnings() throws(DiagnosticsError) -> [Diagnostic] {
    let strange = try DiagnosticsError.catching { try left.filter { try work.reader.events(.message($0)).isEmpty } }
    guard let first = strange.first else { return [] }
    let one = strange.count == 1
    return [
      Diagnostic(
        .warning, "request-strange",
        "Registret kender ikke \(counted(strange.count, "forespørgsel", "forespørgsler")) i mappen \(folder.visible)\(one ? ":" : ", fx") "
          + "\(first.visible)\(Self.ending).",
        help:
          "\(one ? "Den" : "De") kan være fra en anden mappe, fra en afbrudt kørsel, der ikke er pakket færdig, eller fra "
          + "en sag, der er slettet siden. Send kun det, du kender, og brug helst en mappe (--into) for hvert register."
      )
    ]
  }

  private func problem(_ notes: [Diagnostic.Note]) -> Diagnostic {
    return Diagnostic(
      .error, "request-outdated",
      "I mappen \(folder.visible) ligger \(counted(notes.count, "forespørgsel", "forespørgsler")), som ikke nåede at blive "
        + "registreret, og hvis breve siden er trukket tilbage, afløst eller sendt på anden vis.",
      help:
        "Er \(notes.count == 1 ? "den" : "de") ikke sendt, så slet \(notes.count == 1 ? "den" : "dem"), og kør den samme "
        + "kommando igen. Ellers flyt filerne ud af mappen, og fortæl modtagerne det, hvis brevene ikke gælder.",
      notes: notes.firstTen)
  }
}

extension MessageWork {
  /// The UUIDs of the messages that a run can have made of an issue, and that none makes any more.
  fileprivate func endedIdentities(
    of issue: RecordedIssue, in space: RenderSpace
  ) throws(DiagnosticsError) -> Set<String> {
    var sendings: [Int: Set<String>] = [:]
    try DiagnosticsError.catching {
      let names = issue.documents.map(\.name)
      let packed = try names.map { try reader.events(.document($0)).count { $0.event.what == .packed } }
      for sending in 1...(packed.max() ?? 0) + 1 {
        let selection = try PackSelection(issue, .number(sending)) { name throws(RegisterError) in
          try reader.events(.document(name))
        }
        // All that can be sent has been packed or will be.
        if sending == 1, selection.notes.isEmpty { return }
        sendings[sending] = selection.names
      }
    }
    let names = issue.documents.filter { $0.files["html"] != nil }.map(\.name)
    // Some may have ended before that run already. A letter has no more than a plan with it.
    var choices: Set<Set<String>> = [Set(names)]
    for first in names { for second in names { choices.insert([first, second]) } }
    var ended: Set<String> = []
    for (sending, live) in sendings {
      for names in choices { ended.formUnion(try identities(of: issue, names, as: sending, in: space)) }
      ended.subtract(try identities(of: issue, live, as: sending, in: space))
    }
    return ended
  }

  /// The UUIDs of the messages of some documents of an issue, as one of their sendings.
  private func identities(
    of issue: RecordedIssue, _ names: Set<String>, as sending: Int, in space: RenderSpace
  ) throws(DiagnosticsError) -> Set<String> {
    var reading = issue.reading
    guard !names.isEmpty, reading.isCase, reading.caseFile != nil else { return [] }
    Self.number(&reading, sending)
    var letters = try cases.letters(names, of: issue, reading, in: space)
    // A request is refused without a PDF, and no UUID depends on what is in it.
    letters.documents += letters.documents.map {
      RenderedDocument(identity: $0.identity, format: .pdf, bytes: Array("%PDF-1.7\n%%EOF\n".utf8))
    }
    return Set(try post.messages(of: letters, from: reading).messages.map(\.sealed.id))
  }
}
