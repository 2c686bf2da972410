import Diagnostics

/// The name of a column, so that ways of writing it do not matter: letters in lower case and ASCII, `#` for a number.
struct ColumnName: Hashable {
  private(set) var words = ""
  private(set) var numbers: [Int] = []

  init(_ text: String) {
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.unicodeScalars.append(scalar)
      } else {
        add(&word)
      }
    }
    add(&word)
  }

  private mutating func add(_ word: inout String) {
    defer { word = "" }
    if word.isEmpty { return }
    if let number = Int(word), word.utf8.allSatisfy(isDigit) {
      numbers.append(number)
      words += "#"
    } else {
      words += inASCII(word.lowercased())
    }
  }
}

/// Finds the fields that columns name: by path, by Danish labels, or by the end of either when only one field has it.
struct ColumnNames: Sendable {
  /// What a name may mean.
  enum Meaning {
    case field(ColumnField)
    /// Several fields end in it.
    case several([ColumnField])
    /// A list's field without the number of a row.
    case withoutNumber(ColumnField)
    case unknown
  }

  static let shared = ColumnNames(ColumnField.all)

  private var whole: [String: ColumnField] = [:]
  private var ends: [String: [ColumnField]] = [:]
  private var withoutNumbers: [String: ColumnField] = [:]

  private init(_ fields: [ColumnField]) {
    for field in fields {
      for word in [\InputEntry.name, \InputEntry.label] {
        let words = field.steps.map { ColumnName($0.entry[keyPath: word]).words + ($0.isList ? "#" : "") }
        whole[words.joined()] = field
        withoutNumbers[words.joined().filter { $0 != "#" }] = field
        // The number of a row is never left out.
        let last = field.steps.lastIndex(where: \.isList) ?? field.steps.count - 1
        for start in 0...last where start > 0 {
          let end = words[start...].joined()
          if ends[end]?.contains(where: { $0.entry === field.entry && $0.path([]) == field.path([]) }) != true {
            ends[end, default: []].append(field)
          }
        }
      }
    }
  }

  func meaning(of name: ColumnName) -> Meaning {
    if let field = whole[name.words] { return .field(field) }
    if let fields = ends[name.words] { return fields.count == 1 ? .field(fields[0]) : .several(fields) }
    if let field = withoutNumbers[name.words], field.steps.contains(where: \.isList) { return .withoutNumber(field) }
    return .unknown
  }
}
