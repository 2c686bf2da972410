public import Casework
public import Diagnostics
public import DigitalPost
import Fields
import Templating

/// Makes messages of the letters of cases: the templates of Digital Post, compiled, and what holds for a whole run.
///
/// ```swift
/// let post = try letterbook.post(.memo)
/// var result = try letterbook.render(reading, as: [.html])
/// result = try await result.printed(by: printer)              // where PDF can be made
/// result = try post.messages(of: result, from: reading)
/// for message in result.messages { try message.sealed.write { file.append(contentsOf: $0) } }
/// ```
public struct Post: Sendable {
  /// What is made.
  public let form: MessageForm
  private let letterbook: Letterbook
  private let make: @Sendable (Sending, CaseFile, AuthorityProfile?) throws(DiagnosticsError) -> MessageMaker.Result

  init(
    _ letterbook: Letterbook, _ form: MessageForm, version: MessageVersion, attachments: AttachmentFolder?
  ) throws(DiagnosticsError) {
    self.form = form
    self.letterbook = letterbook
    let templates = letterbook.store.files
    switch form {
    case .memo:
      let maker = MessageMaker(try Envelope(templates), version: version, attachments: attachments)
      make = { (sending, caseFile, profile) throws(DiagnosticsError) in try maker.make(sending, caseFile, profile) }
    case .kombi:
      let maker = KombiMaker(try KombiEnvelope(templates), version: version, attachments: attachments)
      make = { (sending, caseFile, profile) throws(DiagnosticsError) in try maker.make(sending, caseFile, profile) }
    }
  }

  /// The messages of a case's letters, or everything that is wrong with them: all of them, or none.
  ///
  /// - Parameters:
  ///   - rendered: the pages of the case, and their PDF where it was made; they are replaced by the messages.
  ///   - reading: the case that they were made of.
  /// - Throws: what is wrong with the templates of Digital Post.
  public func messages(of rendered: CaseResult, from reading: Reading) throws(DiagnosticsError) -> CaseResult {
    var result = rendered
    result.documents = []
    guard !result.isRefused, let held = reading.held else { return result }
    let caseFile = held.caseFile
    var found: [Diagnostic] = []
    for sending in Sending.all(of: Self.pages(of: rendered)) {
      let made = try make(sending, caseFile, letterbook.profile(of: held.companyNumber))
      // Letters of one case share most of what can be wrong, and it is said once.
      for diagnostic in made.diagnostics where !found.contains(diagnostic) { found.append(diagnostic) }
      if let message = made.message {
        result.messages.append(
          OutgoingMessage(
            identity: sending.letter.identity, enclosed: sending.enclosed.map(\.identity), form: form,
            formats: sending.letter.pdf == nil ? ["html"] : ["pdf", "html"], sealed: message))
      }
    }
    if let kept = Self.kept(of: rendered, caseFile) { found.append(kept) }
    result.diagnostics = (result.diagnostics + found).sortedByPlace
    if result.isRefused {
      result.messages = []
      result.identities = []
    }
    return result
  }

  /// The documents that can be sent, each with its PDF.
  private static func pages(of result: CaseResult) -> [PostDocument] {
    result.documents.compactMap { document in
      guard let dispatch = document.dispatch else { return nil }
      let pdf = result.documents.first { $0.format == .pdf && $0.identity == document.identity }
      return PostDocument(identity: document.identity, dispatch: dispatch, html: document.bytes, pdf: pdf?.bytes)
    }
  }

  /// What is handed over or stays in the case.
  private static func kept(of result: CaseResult, _ caseFile: CaseFile) -> Diagnostic? {
    let kinds = result.documents.filter { $0.format == .html && $0.dispatch == nil }.map(\.identity.kind.label)
    guard !kinds.isEmpty else { return nil }
    return Diagnostic(
      .note, "memo-not-sent", "Der er ikke dannet en besked om \(kinds.joined(separator: ", ")).",
      at: caseFile.source.location(at: caseFile.position), caseNumber: result.caseNumber,
      help: "Udlevér det, hvis det skal ud. Det, der er udstedt, ligger i mappen; ellers skriver --format html det.")
  }
}

extension Letterbook {
  /// Opens the templates of Digital Post.
  ///
  /// - Parameters:
  ///   - form: what is made.
  ///   - version: the version of MeMo.
  ///   - attachments: the folder below which the files are found that cases name; nil when there is none.
  /// - Throws: everything that is wrong with the templates.
  public func post(
    _ form: MessageForm, version: MessageVersion = .v1_2, attachments: String? = nil
  ) throws(DiagnosticsError) -> Post {
    try Post(self, form, version: version, attachments: attachments.map { AttachmentFolder($0) })
  }

  /// What is wrong with the templates of Digital Post.
  func postTemplateProblems() -> [Diagnostic] {
    MessageForm.allCases.flatMap { form in
      do throws(DiagnosticsError) {
        _ = try post(form)
        return [Diagnostic]()
      } catch {
        return error.diagnostics
      }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
