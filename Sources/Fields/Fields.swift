/// The fields of a Swift type, declared once: name, type, Danish label, secrecy and getter.
///
/// From this one declaration come the checking of templates, the slots that a document fills, and the data dictionary.
///
/// ```swift
/// static let fields = Fields<Address>("adresse") {
///   Field.text("vej", "Vej og husnummer", .personal) { $0.street }
///   Field.text("postnummer", "Postnummer", .personal) { $0.postcode }
/// }
/// ```
///
/// All that runs for each document is inlinable: compiled in the module that declares a model, for its own types.
public struct Fields<Root: Sendable>: Sendable {
  /// The shape that templates are checked against.
  public let type: RecordType
  /// What fills the slots, without the names and labels: a copy of those for each field would cost more than all else.
  @usableFromInline let writers: [FieldWriter<Root>]
  @usableFromInline let slotCount: Int

  /// Declares the fields of a type under the name by which parts of templates know its shape.
  public init(_ name: String, @FieldsBuilder<Root> _ fields: () -> [Field<Root>]) {
    let fields = fields()
    let names = fields.map(\.declaration.name)
    precondition(Set(names).count == names.count, "'\(name)' declares a field twice: \(names)")
    type = RecordType(name: name, fields: fields.map(\.declaration))
    slotCount = type.slotCount
    writers = zip(fields, type.fields).map { FieldWriter(write: $0.write, slot: $1.slot) }
  }

  /// Fills a table with the values of one document.
  @inlinable public func fill(_ table: inout SlotTable, from root: Root) {
    table.reset(slotCount: slotCount)
    write(root, into: &table, at: 0)
  }

  @inlinable func write(_ root: Root, into table: inout SlotTable, at base: Int) {
    for writer in writers { writer.write(root, &table, base + writer.slot) }
  }
}

/// How one field fills its slots, and the first of them.
@usableFromInline struct FieldWriter<Root: Sendable>: Sendable {
  @usableFromInline let write: @Sendable (Root, inout SlotTable, Int) -> Void
  @usableFromInline let slot: Int
}

/// One declared field; see ``Fields``.
public struct Field<Root: Sendable>: Sendable {
  let declaration: RecordType.Field
  let write: @Sendable (Root, inout SlotTable, Int) -> Void

  @usableFromInline init(
    _ name: String, _ type: FieldType, _ label: String, _ secrecy: Secrecy,
    write: @escaping @Sendable (Root, inout SlotTable, Int) -> Void
  ) {
    self.init(RecordType.Field(name: name, type: type, label: label, secrecy: secrecy, slot: 0), write: write)
  }

  @usableFromInline init(
    _ declaration: RecordType.Field, write: @escaping @Sendable (Root, inout SlotTable, Int) -> Void
  ) {
    self.declaration = declaration
    self.write = write
  }

  /// A text; its getter must give at least one visible character.
  @inlinable public static func text(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, _ get: @escaping @Sendable (Root) -> String
  ) -> Field {
    Field(name, .text, label, secrecy) { root, table, slot in table.setText(get(root), at: slot) }
  }

  /// A text that may be missing.
  @inlinable public static func optionalText(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, _ get: @escaping @Sendable (Root) -> String?
  ) -> Field {
    Field(name, .optional(.text), label, secrecy) { root, table, slot in
      if let value = get(root) { table.setText(value, at: slot) }
    }
  }

  /// A value kept as a number: a date, a time, an amount, a boolean, a link or a choice.
  @inlinable public static func value<Value: SlotValue>(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, _ get: @escaping @Sendable (Root) -> Value
  ) -> Field {
    Field(name, Value.fieldType, label, secrecy) { root, table, slot in get(root).write(into: &table, at: slot) }
  }

  /// The same, when it may be missing.
  @inlinable public static func optionalValue<Value: SlotValue>(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, _ get: @escaping @Sendable (Root) -> Value?
  ) -> Field {
    Field(name, .optional(Value.fieldType), label, secrecy) { root, table, slot in
      get(root)?.write(into: &table, at: slot)
    }
  }

  /// Several fields under one name.
  @inlinable public static func record<Value>(
    _ name: String, _ label: String, _ fields: Fields<Value>, _ get: @escaping @Sendable (Root) -> Value
  ) -> Field {
    Field(name, .record(fields.type), label, .open) { root, table, slot in
      fields.write(get(root), into: &table, at: slot)
    }
  }

  /// Several fields that may be missing together.
  @inlinable public static func optionalRecord<Value>(
    _ name: String, _ label: String, _ fields: Fields<Value>, _ get: @escaping @Sendable (Root) -> Value?
  ) -> Field {
    Field(name, .optional(.record(fields.type)), label, .open) { root, table, slot in
      guard let value = get(root) else { return }
      table.setNumber(1, at: slot)
      fields.write(value, into: &table, at: slot + 1)
    }
  }

  /// Rows of the same shape; say `nonEmpty` only when the model cannot hold an empty list.
  @inlinable public static func list<Row>(
    _ name: String, _ label: String, _ fields: Fields<Row>, nonEmpty: Bool = false,
    _ get: @escaping @Sendable (Root) -> [Row]
  ) -> Field {
    Field(name, .list(fields.type, nonEmpty: nonEmpty), label, .open) { root, table, slot in
      let rows = get(root)
      var next = table.addRows(rows.count, stride: fields.slotCount, at: slot)
      for row in rows {
        fields.write(row, into: &table, at: next)
        next += fields.slotCount
      }
    }
  }

  /// All fields of a value that the root holds, beside the root's own: what many documents share is declared once.
  @inlinable public static func all<Value>(
    of fields: Fields<Value>, _ path: any KeyPath<Root, Value> & Sendable
  ) -> [Field] {
    zip(fields.type.fields, fields.writers).map { declaration, writer in
      Field(declaration) { root, table, slot in writer.write(root[keyPath: path], &table, slot) }
    }
  }

  /// A list of plain texts.
  @inlinable public static func texts(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, nonEmpty: Bool = false,
    _ get: @escaping @Sendable (Root) -> [String]
  ) -> Field {
    Field(name, .list(.texts(label: label, secrecy), nonEmpty: nonEmpty), label, secrecy) { root, table, slot in
      let rows = get(root)
      let start = table.addRows(rows.count, stride: 1, at: slot)
      for (index, text) in rows.enumerated() { table.setText(text, at: start + index) }
    }
  }
}

/// Collects the fields of a declaration.
@resultBuilder public enum FieldsBuilder<Root: Sendable> {
  /// Tells the type checker whose fields these are.
  public static func buildExpression(_ field: Field<Root>) -> [Field<Root>] { [field] }
  /// Takes several at once.
  public static func buildExpression(_ fields: [Field<Root>]) -> [Field<Root>] { fields }
  /// Collects the fields in order.
  public static func buildBlock(_ fields: [Field<Root>]...) -> [Field<Root>] { fields.flatMap(\.self) }
}

/// A value that one slot holds as a number, or a checked text.
public protocol SlotValue: Sendable {
  /// The type that templates see.
  static var fieldType: FieldType { get }
  /// Writes the value into its slot.
  func write(into table: inout SlotTable, at slot: Int)
}

extension Int: SlotValue {
  /// A whole number.
  public static var fieldType: FieldType { .integer }
  /// Writes the number.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setNumber(self, at: slot) }
}

extension Bool: SlotValue {
  /// Yes or no.
  public static var fieldType: FieldType { .boolean }
  /// Writes 1 or 0.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setNumber(self ? 1 : 0, at: slot) }
}

extension CalendarDate: SlotValue {
  /// A day.
  public static var fieldType: FieldType { .date }
  /// Writes the day number.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setNumber(dayNumber, at: slot) }
}

extension WorkingTime: SlotValue {
  /// A length of time.
  public static var fieldType: FieldType { .time }
  /// Writes minutes.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setNumber(minutes, at: slot) }
}

extension Amount: SlotValue {
  /// Money.
  public static var fieldType: FieldType { .amount }
  /// Writes øre.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setNumber(oere, at: slot) }
}

extension Decimal2: SlotValue {
  /// A number with two decimals.
  public static var fieldType: FieldType { .decimal }
  /// Writes hundredths.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setNumber(hundredths, at: slot) }
}

extension Link: SlotValue {
  /// An address.
  public static var fieldType: FieldType { .link }
  /// Writes the address as text.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) { table.setText(address, at: slot) }
}

/// An enumeration whose raw values are the words of a closed choice.
public protocol ChoiceValue: SlotValue, CaseIterable, RawRepresentable, Hashable
where RawValue == String, AllCases == [Self] {
  /// The name of the choice.
  static var choiceName: String { get }
  /// What the word means, in Danish.
  var label: String { get }
  /// Optional fields beside the choice that are always present with this word.
  var implies: [String] { get }
}

extension ChoiceValue {
  /// Nothing is implied unless the type says so.
  public var implies: [String] { [] }
  /// The closed list.
  public static var choiceType: ChoiceType {
    ChoiceType(choiceName, allCases.map { ChoiceType.Case($0.rawValue, label: $0.label, implies: $0.implies) })
  }
  /// A choice.
  public static var fieldType: FieldType { .choice(choiceType) }
  /// Writes the index of the word.
  @inlinable public func write(into table: inout SlotTable, at slot: Int) {
    table.setNumber(Self.allCases.firstIndex(of: self)!, at: slot)
  }
}
