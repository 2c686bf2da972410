public import Diagnostics
import Fields
public import Templating

/// The envelope of messages, compiled from its template: everything of a message but the contents of its files.
public struct Envelope: Sendable {
  /// What the template reads.
  private struct Content: Sendable {
    var message: Message

    static let fields = Fields<Content>("konvolut") { Field.record("besked", "Besked", Message.fields, \.message) }
  }

  private let template: CompiledTemplate

  /// Compiles the template of messages.
  ///
  /// - Parameter files: the folder of templates; the template and its parts stand in `digitalpost`.
  /// - Throws: everything that is wrong with the template.
  public init(_ files: any TemplateFiles) throws(DiagnosticsError) {
    template = try Self.compile("memo", Content.fields.type, files)
  }

  /// Compiles a template of the folder; it prints no law.
  static func compile(
    _ kind: String, _ model: RecordType, _ files: any TemplateFiles
  ) throws(DiagnosticsError) -> CompiledTemplate {
    let always = CalendarDate(dayNumber: 0)
    return try TemplateCompiler(PostTemplates(files)).compile(
      CompileTarget(
        kind: kind, output: .xml, model: model, era: Era(from: always, until: always), requirements: [],
        knownRequirements: []))
  }

  /// Writes a message around the contents of its files.
  ///
  /// - Throws: when the template does not give every file its place.
  func write(_ message: Message) throws(DiagnosticsError) -> SealedMessage {
    var table = SlotTable()
    Content.fields.fill(&table, from: Content(message: message))
    var buffer = OutputBuffer()
    template.render(table, into: &buffer)
    return SealedMessage(
      pieces: try ContentPlaces.split(buffer.bytes, around: message.files.map { ($0.place, $0.content) }),
      id: message.id)
  }
}

/// The templates of Digital Post as a folder of their own, so that they and those of letters cannot name each other.
private struct PostTemplates: TemplateFiles {
  let files: any TemplateFiles

  init(_ files: any TemplateFiles) { self.files = files }

  private func place(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return path.hasPrefix("documents/") ? "digitalpost/\(name)" : "digitalpost/\(path)"
  }

  func bytes(of path: String) throws(UnreadableFile) -> [UInt8]? { try files.bytes(of: place(of: path)) }

  func names(in folder: String) -> [String] {
    files.names(in: folder == "documents" ? "digitalpost" : "digitalpost/\(folder)")
  }

  func displayName(of path: String) -> String { files.displayName(of: place(of: path)) }
}
