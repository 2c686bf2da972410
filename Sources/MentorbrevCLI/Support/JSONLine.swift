import Casework
import Diagnostics
import DigitalPost
import Fields
import Mentorbrev
import Templating

/// One line of JSON for machines, its keys in the order in which they are added.
struct JSONLine {
  private var members: [String] = []

  /// The line, without a line feed.
  var text: String { "{\(members.joined(separator: ","))}" }

  mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    members.append("\(Self.quoted(key)):\(Self.quoted(value))")
  }

  mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    members.append("\(Self.quoted(key)):\(value)")
  }

  mutating func add(_ key: String, _ values: [JSONLine]) {
    members.append("\(Self.quoted(key)):[\(values.map(\.text).joined(separator: ","))]")
  }

  mutating func add(_ key: String, words: [String]) {
    members.append("\(Self.quoted(key)):[\(words.map(Self.quoted).joined(separator: ","))]")
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension JSONLine {
  /// The file of a case, and its line when the file can hold several.
  mutating func add(_ reading: Reading) {
    add("file", reading.location.file)
    if reading.isListed { add("line", reading.location.line) }
  }

  /// What is said of the text around the cases of a file.
  init(ofFile reading: Reading) {
    add(reading)
    add("status", reading.diagnostics.hasErrors ? "error" : "remark")
    add("diagnostics", reading.diagnostics.map(JSONLine.init))
  }

  init(_ diagnostic: Diagnostic) {
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
  }

  /// What is wrong with templates, lawbook or profile, so that nothing can be done.
  init(failed diagnostics: [Diagnostic]) {
    add("status", "failed")
    add("diagnostics", diagnostics.map(JSONLine.init))
  }

  /// The containers of a run, whole on disk.
  init(packed containers: [ContainerPacker.Container], in folder: String) {
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
    add(reading)
    add("case", result.caseNumber)
    add("status", status)
    add(
      "documents",
      written.map { document, path in
        var line = JSONLine()
        line.add("kind", document.identity.kind.rawValue)
        line.add("date", document.identity.date.description)
        line.add("recipient", document.identity.addressee.role.rawValue)
        line.add("format", document.format.rawValue)
        line.add("path", path)
        line.add("bytes", document.bytes.count)
        return line
      })
    if !messages.isEmpty {
      add(
        "messages",
        messages.map { message, path in
          var line = JSONLine()
          line.add("kind", message.identity.kind.rawValue)
          line.add("date", message.identity.date.description)
          line.add("recipient", message.identity.addressee.role.rawValue)
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
