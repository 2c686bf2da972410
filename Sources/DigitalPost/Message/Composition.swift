import Casework
import Diagnostics
import Fields
import Hashing

/// Puts one message together, and notes where each part of it comes from.
struct Composition {
  let sending: Sending
  let caseFile: CaseFile
  let profile: DispatchProfile
  let version: MessageVersion
  var diagnostics: [Diagnostic] = []
  var origins: [MessagePart: MessageOrigin] = [:]

  init(_ sending: Sending, _ caseFile: CaseFile, _ profile: AuthorityProfile?, version: MessageVersion) {
    self.sending = sending
    self.caseFile = caseFile
    self.profile = profile?.dispatch ?? DispatchProfile()
    self.version = version
  }

  private var letter: PostDocument { sending.letter }
  private var said: CaseFile.Dispatch? { caseFile.dispatch }

  // MARK: Reports

  mutating func report(_ id: String, _ message: String, path: String, at position: UInt32?, help: String) {
    report(.error, id, message, path: path, at: position, help: help)
  }

  mutating func report(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, path: String, at position: UInt32?,
    help: String?
  ) {
    diagnostics.append(
      Diagnostic(
        severity, id, message, at: position.map { caseFile.source.location(at: $0) }, path: path,
        caseNumber: letter.identity.caseNumber, help: help))
  }

  func origin(_ path: String, _ position: UInt32? = nil) -> MessageOrigin {
    MessageOrigin(
      CaseLabels.name(of: path), path: path, at: position.map { caseFile.source.location(at: $0) })
  }

  func profileOrigin(_ label: String, _ path: String) -> MessageOrigin {
    MessageOrigin("\(label) (\(path)) i myndighedens profil", path: path)
  }

  /// Where the case file says who the recipient is.
  var recipientPosition: UInt32? {
    let row = letter.dispatch.recipientPath.split(separator: ".").last.flatMap { Int($0) }
    guard let row, caseFile.recipients.indices.contains(row - 1) else { return caseFile.citizen?.position }
    return caseFile.recipients[row - 1].position
  }

  /// A letter on paper is no message, and nobody should look for one.
  mutating func tellOfPaper() {
    let path = letter.dispatch.recipientPath
    let label = letter.identity.kind.label
    if sending.isOfAge {
      report(
        .note, "memo-paper", "Brevet (\(label)) til modtageren (\(path)) går på papir. Der er ikke dannet en besked.",
        path: path, at: recipientPosition, help: nil)
    } else {
      report(
        .warning, "memo-under-15",
        "Modtageren (\(path)) er under 15 år og kan ikke have en digital postkasse. Der er ikke dannet en besked om "
          + "\(label).",
        path: path, at: recipientPosition, help: "Send brevet på papir, og skriv \"kanal\": \"papir\".")
    }
  }

  /// Holds the message against the rules.
  mutating func check(_ message: Message) {
    // Names and places of fields are looked up only for a message that breaks a rule.
    guard MessageRule.all.contains(where: { !$0.check(message).isEmpty }) else { return }
    noteOrigins()
    diagnostics += MessageRule.problems(in: message, origins: origins, caseNumber: letter.identity.caseNumber)
  }

  // MARK: Files that the case names

  /// A file that goes with the letter, and what the citizen sees of it.
  struct Attached {
    var label: String
    var name: String
    var content: FileContent
  }

  /// The files, hashed; none when anything is wrong with them. What is too much is refused before a byte is read.
  mutating func attachedFiles(_ folder: AttachmentFolder?, limit: SizeLimit) -> [Attached]? {
    let rows = said?.attachments ?? []
    guard !rows.isEmpty else { return [] }
    guard let folder else {
      report(
        "memo-no-folder", "Bilag (forsendelse.bilag) kan ikke hentes, fordi der ikke er nævnt en mappe med bilag.",
        path: "forsendelse.bilag", at: rows[0].position, help: "Kør igen med --attachments og mappens navn.")
      return nil
    }
    var opened: [(row: CaseFile.Attachment, file: AttachmentFile)] = []
    let before = diagnostics.count
    for (index, row) in rows.enumerated() {
      let path = "forsendelse.bilag.\(index + 1).fil"
      guard let name = row.file else {
        report(
          "missing-field", "\(CaseLabels.name(of: path)) mangler.", path: path, at: row.position,
          help: "Tilføj feltet \(path).")
        continue
      }
      do throws(AttachmentError) {
        opened.append((row, try folder.file(name.value)))
      } catch {
        report(error, path, name.position)
      }
    }
    guard diagnostics.count == before else { return nil }
    let total = opened.reduce(pageBytes) { $0 + $1.file.count }
    if let problem = limit.problem(total) {
      report(
        "memo-size", "\(CaseLabels.name(of: "forsendelse.bilag")) \(problem.words)", path: "forsendelse.bilag",
        at: rows[0].position, help: problem.help)
      return nil
    }
    var attached: [Attached] = []
    for (index, (row, file)) in opened.enumerated() {
      let path = "forsendelse.bilag.\(index + 1).fil"
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      let document = 1 + sending.enclosed.count + index
      origins[.file(document, 0)] = origin(path, row.file?.position)
      origins[.document(document)] =
        row.title.map { origin("forsendelse.bilag.\(index + 1).titel", $0.position) }
        ?? origin(path, row.file?.position)
      do throws(AttachmentError) {
        attached.append(Attached(label: row.title?.value ?? name, name: name, content: try FileContent(file)))
      } catch {
        report(error, path, row.file?.position)
      }
    }
    return diagnostics.count == before ? attached : nil
  }

  private mutating func report(_ error: AttachmentError, _ path: String, _ position: UInt32?) {
    report(
      "memo-attachment", "\(CaseLabels.name(of: path)) \(error.danish).", path: path, at: position,
      help: "Se efter i mappen, som --attachments nævner.")
  }

  /// The bytes of the pages themselves.
  private var pageBytes: Int {
    ([letter] + sending.enclosed).reduce(0) { $0 + $1.html.count + ($1.pdf?.count ?? 0) }
  }
}
