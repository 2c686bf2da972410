import Fields

/// How a value is written.
enum Format: UInt8 {
  case text, lines, capitalised, cpr
  case dateLong, dateWeekday, dateShort, dateISO
  case timeWords, timeMinutes, timeDecimal
  case amountWords, amountCode
  case integerWords, integerCode, days
  case decimalWords, decimalCode, weeks
  case choiceLabel, choiceCapitalised, choiceCode
  case booleanWord, booleanCode

  /// The formatter with a name for a type, or nil when the type has no such formatter.
  static func named(_ name: String, for type: FieldType) -> Format? {
    table(for: type).first { $0.name == name }?.format
  }

  /// The names of a type's formatters, for messages.
  static func names(for type: FieldType) -> [String] { table(for: type).map(\.name) }

  private static func table(for type: FieldType) -> [(name: String, format: Format)] {
    switch type {
    case .text: [("linjer", .lines), ("stor", .capitalised), ("cpr", .cpr)]
    case .date: [("dato", .dateLong), ("ugedag", .dateWeekday), ("kort", .dateShort), ("iso", .dateISO)]
    case .time: [("timer", .timeWords), ("minutter", .timeMinutes), ("decimal", .timeDecimal)]
    case .amount: [("kroner", .amountWords), ("kode", .amountCode)]
    case .integer: [("tal", .integerWords), ("dage", .days), ("kode", .integerCode)]
    case .decimal: [("tal", .decimalWords), ("uger", .weeks), ("kode", .decimalCode)]
    case .choice: [("ord", .choiceLabel), ("stor", .choiceCapitalised), ("kode", .choiceCode)]
    case .boolean: [("ord", .booleanWord), ("kode", .booleanCode)]
    case .link, .record, .list, .optional: []
    }
  }

  /// How a type is written when the template names no formatter, or nil when it must name one.
  static func implied(for type: FieldType) -> Format? {
    switch type {
    case .text, .link: .text
    default: nil
    }
  }
}

/// What surrounds a value, and so how it must be escaped.
enum EscapeContext: UInt8 {
  /// Between tags.
  case text
  /// Inside the quotes of an attribute.
  case attribute
  /// Inside a link after `tel:` or `mailto:`.
  case url
}
