package import Fields

/// A record of a case as a tree: what was said, by its keys.
///
/// Documents are made from ``CaseFile``, whose fields have types of their own. To compare two cases, and to make one case
/// of another, values are needed that can be looked at by their paths. They are read through the same declaration, by the
/// same reader, from any form of input.
package struct CaseRecord: Sendable, Hashable {
  /// What was said, by the keys of the declaration.
  package var values: [String: CaseValue] = [:]

  /// Creates an empty record.
  package init() {}

  /// What stands at a path of keys: `mentorstoette.timetal`. Records that become empty are taken away.
  package subscript(_ path: String) -> CaseValue? {
    get { self[path.split(separator: ".")[...]] }
    set { self[path.split(separator: ".")[...]] = newValue }
  }

  private subscript(_ path: ArraySlice<Substring>) -> CaseValue? {
    get {
      guard let key = path.first, let value = values[String(key)] else { return nil }
      guard path.count > 1 else { return value }
      return value.record?[path.dropFirst()]
    }
    set {
      guard let key = path.first.map(String.init) else { return }
      guard path.count > 1 else { return values[key] = newValue }
      var inner = values[key]?.record ?? CaseRecord()
      inner[path.dropFirst()] = newValue
      values[key] = inner.values.isEmpty ? nil : .record(inner)
    }
  }

  /// The text at a path.
  package func text(_ path: String) -> String? {
    guard case .text(let text)? = self[path] else { return nil }
    return text
  }

  /// The day at a path.
  package func date(_ path: String) -> CalendarDate? {
    guard case .date(let day)? = self[path] else { return nil }
    return day
  }

  /// The word of a choice at a path.
  package func word(_ path: String) -> String? {
    guard case .choice(let word)? = self[path] else { return nil }
    return word
  }
}

/// A value of a case.
package indirect enum CaseValue: Sendable, Hashable {
  /// A text, without white space around it.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Kroner.
  case amount(Amount)
  /// A day.
  case date(CalendarDate)
  /// Yes or no.
  case boolean(Bool)
  /// One of a closed list of words.
  case choice(String)
  /// Several fields.
  case record(CaseRecord)
  /// Rows of the same fields.
  case list([CaseRecord])

  /// The fields, when it has any.
  package var record: CaseRecord? {
    if case .record(let record) = self { record } else { nil }
  }

  /// The rows, when it is a list.
  package var rows: [CaseRecord]? {
    if case .list(let rows) = self { rows } else { nil }
  }
}
