import Diagnostics
import Fields

/// A type as a `t:param` names it: `text`, `adresse`, `list opgave`; with `?` the argument may be missing.
struct ParameterType {
  let name: String
  let isOptional: Bool

  init(_ written: String) {
    isOptional = written.hasSuffix("?")
    name = isOptional ? String(written.dropLast()) : written
  }

  func accepts(_ type: FieldType) -> Bool { Self.name(of: type.unwrapped) == name }

  private static func name(of type: FieldType) -> String {
    switch type {
    case .choice(let choice): choice.name
    case .record(let record): record.name
    case .list(let row, _): "list \(row.name)"
    default: type.description
    }
  }

  /// The types that are no part of any model, as the table of types in `Templates/README.md` has them.
  static let simple = ([.text, .date, .time, .amount, .integer, .decimal, .boolean, .link] as [FieldType])
    .map(name(of:))

  /// The types that a parameter can have when parts are shared between these models.
  static func names(in models: [RecordType]) -> Set<String> {
    var names = Set(simple)
    var records: Set<String> = []
    func add(_ record: RecordType) {
      guard records.insert(record.name).inserted else { return }
      // The row of a list of plain values is such a value, and no record.
      if record.scalar == nil { names.insert(record.name) }
      for type in record.fields.map(\.type.unwrapped) {
        names.insert(name(of: type))
        if case .record(let inner) = type { add(inner) }
        if case .list(let row, _) = type { add(row) }
      }
    }
    models.forEach(add)
    return names
  }

  /// What was probably meant: templates are written in Danish, and their types are not.
  func suggestion(among names: Set<String>) -> String? {
    let near = Self.danish[name.lowercased()] ?? Diagnostics.suggestion(for: name, among: names.sorted())
    return near.map { isOptional ? "\($0)?" : $0 }
  }

  private static let danish = [
    "tekst": "text", "dato": "date", "tid": "time", "beloeb": "amount", "beløb": "amount", "tal": "integer",
    "heltal": "integer", "decimaltal": "decimal",
  ]
}
