import Fields

/// What the value of an input field may be, as the JSON Schema and the data dictionary state it.
indirect enum InputType: Sendable {
  /// A text in one of the forms.
  case text(TextForm)
  /// A whole number within limits.
  case integer(ClosedRange<Int>)
  /// Kroner within limits, with at most two decimals.
  case amount(ClosedRange<Int>)
  /// A day, `2026-11-23`.
  case date
  /// `true` or `false`.
  case boolean
  /// One of a closed list of words.
  case choice(ChoiceType)
  /// Several fields in braces.
  case record(InputShape)
  /// Rows of the same fields in brackets.
  case list(InputShape)
}

/// The declared fields of one record, without the Swift type that they fill.
final class InputShape: Sendable {
  /// The name of the shape, ASCII.
  let name: String
  /// The fields, in the order of the declaration.
  let entries: [InputEntry]

  init(name: String, entries: [InputEntry]) {
    self.name = name
    self.entries = entries
  }
}

/// What is declared about one field, whatever Swift type it fills.
final class InputEntry: Sendable {
  /// The key in a case file.
  let key: StaticString
  /// What the value may be.
  let type: InputType
  /// What a caseworker calls it, in Danish.
  let label: String
  /// Who may read it.
  let secrecy: Secrecy
  /// One line about it, in Danish.
  let summary: String
  /// The statute that asks for it, where there is one.
  let basis: String?
  /// Whether a case is normally refused without it; what a kind of document needs is decided by its model.
  let isRequired: Bool

  init(
    key: StaticString, type: InputType, label: String, secrecy: Secrecy, summary: String, basis: String?,
    isRequired: Bool
  ) {
    self.key = key
    self.type = type
    self.label = label
    self.secrecy = secrecy
    self.summary = summary
    self.basis = basis
    self.isRequired = isRequired
  }

  /// The key as a string.
  var name: String { key.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
