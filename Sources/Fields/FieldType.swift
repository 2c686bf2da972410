/// The type of a field that a template can read.
///
/// Every type is total: a field that may be missing says so with `optional`, and a template must then guard it.
public indirect enum FieldType: Sendable, Hashable {
  /// Text with at least one visible character.
  case text
  /// A whole number.
  case integer
  /// A number with two decimals.
  case decimal
  /// An amount of money.
  case amount
  /// A day.
  case date
  /// A length of working time.
  case time
  /// Yes or no.
  case boolean
  /// An `https` address.
  case link
  /// One of a closed list of words.
  case choice(ChoiceType)
  /// Several fields under one name.
  case record(RecordType)
  /// Rows of the same shape; `nonEmpty` when there is always at least one.
  case list(RecordType, nonEmpty: Bool)
  /// A value that may be missing.
  case optional(FieldType)

  /// The type without its `optional`.
  public var unwrapped: FieldType {
    if case .optional(let type) = self { type } else { self }
  }

  /// Whether a value may be missing.
  public var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// How many slots a value takes in a slot table.
  var slotCount: Int {
    switch self {
    case .record(let type): type.slotCount
    case .optional(.record(let type)): 1 + type.slotCount
    default: 1
    }
  }
}

extension FieldType: CustomStringConvertible {
  /// The type as a message about a template names it.
  public var description: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .decimal: "decimal"
    case .amount: "amount"
    case .date: "date"
    case .time: "time"
    case .boolean: "boolean"
    case .link: "link"
    case .choice(let type): "choice '\(type.name)'"
    case .record(let type): "record '\(type.name)'"
    case .list(let type, let nonEmpty): "\(nonEmpty ? "non-empty " : "")list of '\(type.name)'"
    case .optional(let type): "optional \(type)"
    }
  }
}

/// A closed list of words, one of which a field holds.
public struct ChoiceType: Sendable, Hashable {
  /// One word of the list.
  public struct Case: Sendable, Hashable {
    /// The word as data and templates write it.
    public var name: String
    /// What it means, in Danish.
    public var label: String
    /// Fields beside the choice that always hold something when this word is chosen: an optional is present, a list
    /// has rows.
    public var implies: [String]

    /// Creates a case.
    public init(_ name: String, label: String, implies: [String] = []) {
      self.name = name
      self.label = label
      self.implies = implies
    }
  }

  /// The name of the list.
  public var name: String
  /// The words, in order; a slot stores the index.
  public var cases: [Case]

  /// Creates a choice.
  public init(_ name: String, _ cases: [Case]) {
    self.name = name
    self.cases = cases
  }

  /// The position of a word, or nil when the list has no such word.
  public func index(of name: String) -> Int? { cases.firstIndex { $0.name == name } }
}

/// Who may read a field: the compiler lets a template read only what its readers may know.
public enum Secrecy: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Anyone: the authority's own data, dates, contract terms.
  case open
  /// The citizen and the authority: name, address, goal, reasons, health.
  case personal
  /// A CPR number: the citizen and the authority, and never in a title or a window.
  case identifying

  /// Orders from open to identifying.
  public static func < (a: Secrecy, b: Secrecy) -> Bool { a.rawValue < b.rawValue }
}

/// The shape of a record: its fields in order, each at a fixed slot.
public struct RecordType: Sendable, Hashable {
  /// One field of a record.
  public struct Field: Sendable, Hashable {
    /// The name as templates and data write it, ASCII.
    public var name: String
    /// The type.
    public var type: FieldType
    /// What a caseworker calls it, in Danish.
    public var label: String
    /// Who may read it.
    public var secrecy: Secrecy
    /// The first slot, counted from the record's own first.
    public internal(set) var slot: Int
  }

  /// The name of the shape; parts declare parameters by it.
  public let name: String
  /// The fields, in order.
  public let fields: [Field]
  /// How many slots a record takes.
  public let slotCount: Int

  init(name: String, fields: [Field]) {
    self.name = name
    var placed: [Field] = []
    var next = 0
    for var field in fields {
      field.slot = next
      next += field.type.slotCount
      placed.append(field)
    }
    self.fields = placed
    slotCount = next
  }

  /// The field with a name, or nil.
  public subscript(name: String) -> Field? {
    // By their places, so that the fields that are passed over are not copied.
    for index in fields.indices where fields[index].name == name { return fields[index] }
    return nil
  }

  /// The type of the elements when this is the row of a list of plain values rather than of records.
  public var scalar: FieldType? {
    fields.count == 1 && fields[0].name.isEmpty ? fields[0].type : nil
  }

  /// The row of a list of plain texts.
  public static let texts = texts(label: "Tekst", .open)

  @usableFromInline static func texts(label: String, _ secrecy: Secrecy) -> RecordType {
    RecordType(name: "tekst", fields: [Field(name: "", type: .text, label: label, secrecy: secrecy, slot: 0)])
  }

  /// Same name means same shape: a name is declared once.
  public static func == (a: RecordType, b: RecordType) -> Bool { a.name == b.name && a.slotCount == b.slotCount }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension RecordType {
  /// The type of the field at a path such as `mentorstoette.opgaver.tekst` (lists stand for their rows), or nil.
  public func type(at path: String) -> FieldType? {
    var record = self
    var type: FieldType?
    var rest = path[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
      let name = rest[..<end]
      rest = rest[end...].dropFirst()
      if let owner = type {
        switch owner.unwrapped {
        case .record(let inner), .list(let inner, _): record = inner
        default: return nil
        }
      }
      guard let index = record.fields.firstIndex(where: { $0.name == name }) else { return nil }
      type = record.fields[index].type
    }
    return type
  }
}
