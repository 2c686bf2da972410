import Casework
import Diagnostics
import DigitalPost
import Fields
import Mentorbrev
import Templating

extension JSONLine {
  /// The file of a case, and its line when the file can hold several.
  mutating func add(_ reading: Reading) {
    add("file", reading.location.file)
    if reading.isListed { add("line", reading.location.line) }
  }

  /// What is said of the text around the cases of a file.
  init(ofFile reading: Reading) {
    self.init()
    add(reading)
    add("status", reading.diagnostics.hasErrors ? "error" : "remark")
    add("diagnostics", reading.diagnostics.map(JSONLine.init))
  }

  init(_ diagnostic: Diagnostic) {
    self.init()
    add("severity", diagnostic.severity.rawValue)
    add("id", diagnostic.id)
    add("message", diagnostic.message)
    add("file", diagnostic.location?.file)
    add("line", diagnostic.location?.line)
    add("column", diagnostic.location?.column)
    add("cell", diagnostic.location?.cell)
    add("path", diagnostic.path)
    add("basis", diagnostic.basis)
    add("help", diagnostic.help)
    if diagnostic.notes.isEmpty { return }
    add(
      "notes",
      diagnostic.notes.map { note in
        var line = JSONLine()
        line.add("message", note.message)
        line.add("file", note.location?.file)
        line.add("line", note.location?.line)
        line.add("column", note.location?.column)
        return line
      })
  }

  /// What is wrong with templates, lawbook or profile, so that nothing can be done.
  init(failed diagnostics: [Diagnostic]) {
    self.init()
    add("status", "failed")
    add("diagnostics", diagnostics.map(JSONLine.init))
  }

  /// The containers of a run, whole on disk.
  init(packed containers: [ContainerPacker.Container], in folder: String) {
    self.init()
    add("status", "containers")
    add(
      "containers",
      containers.map { container in
        var line = JSONLine()
        line.add("path", "\(folder)/\(container.name)")
        line.add("index", "\(folder)/\(container.index)")
        line.add("messages", container.entries)
        return line
      })
  }

  /// The result of one case.
  init(
    _ reading: Reading, _ result: CaseResult, status: String,
    written: [(document: RenderedDocument, path: String)] = [],
    messages: [(message: OutgoingMessage, path: String)] = []
  ) {
    self.init()
    add(reading)
    add("case", result.caseNumber)
    add("status", status)
    add(
      "documents",
      written.map { document, path in
        var line = JSONLine()
        line.add("kind", document.identity.kind.rawValue)
        line.add("date", document.identity.date.description)
        line.add("recipient", document.identity.recipient?.rawValue)
        line.add("format", document.format.rawValue)
        line.add("path", path)
        line.add("bytes", document.byteCount)
        return line
      })
    if !messages.isEmpty {
      add(
        "messages",
        messages.map { message, path in
          var line = JSONLine()
          line.add("kind", message.identity.kind.rawValue)
          line.add("date", message.identity.date.description)
          line.add("recipient", message.identity.recipient?.rawValue)
          line.add("format", message.form.rawValue)
          line.add("formats", words: message.formats)
          line.add("uuid", message.sealed.id)
          line.add("path", path)
          return line
        })
    }
    add("waiting", words: result.waiting.map(\.rawValue))
    add("diagnostics", result.diagnostics.map(JSONLine.init))
  }
}
