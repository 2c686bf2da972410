import Diagnostics
import Fields

extension CaseRecord {
  /// The case as JSON on one line, its fields in the order of the declaration: the same case always gives the same bytes.
  package var json: [UInt8] { line(CaseFile.input.shape).bytes }

  private func line(_ shape: InputShape) -> JSONLine {
    var line = JSONLine()
    for entry in shape.entries {
      guard let value = values[entry.name] else { continue }
      switch (value, entry.type) {
      case (.text(let text), _), (.choice(let text), _): line.add(entry.name, text)
      case (.date(let day), _): line.add(entry.name, day.description)
      case (.integer(let number), _): line.add(entry.name, number)
      case (.boolean(let isTrue), _): line.add(entry.name, literal: isTrue ? "true" : "false")
      case (.amount(let amount), _):
        let oere = amount.oere % 100
        line.add(entry.name, literal: "\(amount.oere / 100).\(oere < 10 ? "0" : "")\(oere)")
      case (.record(let record), .record(let inner)): line.add(entry.name, record.line(inner))
      case (.list(let rows), .list(let inner)): line.add(entry.name, rows.map { $0.line(inner) })
      default: break
      }
    }
    return line
  }
}
