import Diagnostics
import XMLTree

/// A source with the marks `‹` and `›` in it, which are taken out: tests point at places without counting columns.
struct MarkedSource {
  let text: String
  /// `line:column` of each mark.
  let marks: [String]

  init(_ marked: String) {
    var text = ""
    var marks: [String] = []
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "‹", "›": marks.append("\(line):\(column)")
      case "\n":
        text.unicodeScalars.append(scalar)
        (line, column) = (line + 1, 1)
      default:
        text.unicodeScalars.append(scalar)
        column += 1
      }
    }
    self.text = text
    self.marks = marks
  }
}

func parse(_ text: String, limits: XMLLimits = .standard) throws -> XMLDocument {
  try XMLDocument.parse(Array(text.utf8), file: "test.xml", limits: limits)
}

/// What is wrong with a document, as people see it.
func refusal(_ text: String, limits: XMLLimits = .standard) -> String { refusal(Array(text.utf8), limits: limits) }

func refusal(_ bytes: [UInt8], limits: XMLLimits = .standard) -> String {
  do {
    _ = try XMLDocument.parse(bytes, file: "test.xml", limits: limits)
    return "accepted"
  } catch {
    return written(error.diagnostics)
  }
}

func written(_ diagnostics: [Diagnostic]) -> String { DiagnosticFormatter(.english).text(for: diagnostics) }

extension XMLDocument {
  /// `line:column` of a position.
  func place(_ position: XMLPosition) -> String {
    let location = location(of: position)
    return "\(location.line):\(location.column)"
  }

  func place(_ text: XMLText, _ part: String) throws -> String {
    let location = location(in: text, utf8Offset: try offset(of: part, in: text.value))
    return "\(location.line):\(location.column)"
  }

  func place(_ attribute: XMLAttribute, _ part: String) throws -> String {
    let location = location(in: attribute, utf8Offset: try offset(of: part, in: attribute.value))
    return "\(location.line):\(location.column)"
  }

  private func offset(of part: String, in value: String) throws -> Int {
    let (value, part) = (Array(value.utf8), Array(part.utf8))
    struct NotThere: Error {}
    guard let found = value.indices.first(where: { value[$0...].starts(with: part) }) else { throw NotThere() }
    return found
  }
}

extension XMLElement {
  var texts: [XMLText] {
    children.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  var comments: [XMLText] {
    children.compactMap { if case .comment(let text) = $0 { text } else { nil } }
  }

  /// This element and all inside it, in the order of the source.
  var all: [XMLElement] { [self] + elements.flatMap(\.all) }
}
