/// One declared field, or all fields of a value inside; see ``Fields``.
///
/// Here are the fields that are stored: each is declared by the key path of its value. They are always inlined, so that the
/// compiler finds where the value lies; otherwise a key path is made for each when the program starts.
public struct Field<Root: Sendable>: Sendable {
  /// Name, type, label and secrecy: one, unless a value's fields are taken in.
  let declarations: [RecordType.Field]
  let program: FillProgram

  @usableFromInline init(
    _ name: String, _ type: FieldType, _ label: String, _ secrecy: Secrecy, _ program: FillProgram
  ) {
    declarations = [RecordType.Field(name: name, type: type, label: label, secrecy: secrecy, slot: 0)]
    self.program = program
  }

  @usableFromInline init(_ declarations: [RecordType.Field], _ program: FillProgram) {
    self.declarations = declarations
    self.program = program
  }

  /// A text; it must have at least one visible character.
  @inlinable @inline(__always) public static func text(
    _ name: String, _ label: String, _ path: KeyPath<Root, String>, _ secrecy: Secrecy = .open
  ) -> Field {
    Field(name, .text, label, secrecy, FillProgram(.text, at: offset(of: path, name)))
  }

  /// A text that may be missing.
  @inlinable @inline(__always) public static func optionalText(
    _ name: String, _ label: String, _ path: KeyPath<Root, String?>, _ secrecy: Secrecy = .open
  ) -> Field {
    Field(name, .optional(.text), label, secrecy, FillProgram(.text, optional: true, at: offset(of: path, name)))
  }

  /// A value of one slot: a date, a time, an amount, a number, a boolean, a link or a choice.
  @inlinable @inline(__always) public static func value<Value: SlotValue>(
    _ name: String, _ label: String, _ path: KeyPath<Root, Value>, _ secrecy: Secrecy = .open
  ) -> Field {
    Field(name, Value.fieldType, label, secrecy, FillProgram(Value.slotForm, at: offset(of: path, name)))
  }

  /// The same, when it may be missing.
  @inlinable @inline(__always) public static func optionalValue<Value: SlotValue>(
    _ name: String, _ label: String, _ path: KeyPath<Root, Value?>, _ secrecy: Secrecy = .open
  ) -> Field {
    Field(
      name, .optional(Value.fieldType), label, secrecy,
      FillProgram(Value.slotForm, optional: true, at: offset(of: path, name)))
  }

  /// Several fields under one name.
  @inlinable @inline(__always) public static func record<Value>(
    _ name: String, _ label: String, _ fields: Fields<Value>, _ path: KeyPath<Root, Value>
  ) -> Field {
    Field(name, .record(fields.type), label, .open, fields.program.moved(by: offset(of: path, name)))
  }

  /// Several fields that may be missing together.
  @inlinable @inline(__always) public static func optionalRecord<Value>(
    _ name: String, _ label: String, _ fields: Fields<Value>, _ path: KeyPath<Root, Value?>
  ) -> Field {
    Field(name, .optional(.record(fields.type)), label, .open, .optional(fields, at: offset(of: path, name)))
  }

  /// Rows of the same shape; say `nonEmpty` only when the model cannot hold an empty list.
  @inlinable @inline(__always) public static func list<Row>(
    _ name: String, _ label: String, _ fields: Fields<Row>, nonEmpty: Bool = false, _ path: KeyPath<Root, [Row]>
  ) -> Field {
    Field(
      name, .list(fields.type, nonEmpty: nonEmpty), label, .open,
      .rows(of: Row.self, fields.program, at: offset(of: path, name)))
  }

  /// A list of plain texts.
  @inlinable @inline(__always) public static func texts(
    _ name: String, _ label: String, nonEmpty: Bool = false, _ path: KeyPath<Root, [String]>,
    _ secrecy: Secrecy = .open
  ) -> Field {
    Field(
      name, .list(.texts(label: label, secrecy), nonEmpty: nonEmpty), label, secrecy,
      .rows(of: String.self, FillProgram(.text), at: offset(of: path, name)))
  }

  /// All fields of a value inside, as if they were declared here, in their order and by their own names: what several
  /// documents share is declared once, and templates read it without a path.
  @inlinable @inline(__always) public static func all<Value>(
    of fields: Fields<Value>, _ path: KeyPath<Root, Value>
  ) -> Field {
    Field(fields.type.fields, fields.program.moved(by: offset(of: path, "all of \(fields.type.name)")))
  }

  /// Where the value of a key path lies in the root.
  @inlinable @inline(__always) static func offset<Value>(of path: KeyPath<Root, Value>, _ name: String) -> Int {
    guard let offset = MemoryLayout<Root>.offset(of: path) else {
      preconditionFailure("field '\(name)' of \(Root.self): the key path is not of a stored property; use a function")
    }
    return offset
  }
}

extension FillProgram {
  /// A record that may be nil: its first slot says whether it is there.
  @inlinable static func optional<Value>(_ fields: Fields<Value>, at offset: Int = 0) -> FillProgram {
    let program = fields.program
    return FillProgram(slotCount: 1 + program.slotCount, at: offset) { address, writer, slot in
      if isNil(address.assumingMemoryBound(to: Value?.self)) { return }
      writer.setNumber(1, at: slot)
      program.run(over: address, into: &writer, at: slot + 1)
    }
  }

  /// A list of rows.
  @inlinable static func rows<Row>(of type: Row.Type, _ program: FillProgram, at offset: Int = 0) -> FillProgram {
    FillProgram(slotCount: 1, at: offset) { address, writer, slot in
      writer.setRows(address.assumingMemoryBound(to: [Row].self).pointee, program, at: slot)
    }
  }

  /// What a function computes, handled as if it were stored.
  @inlinable static func computed<Root, Value>(
    _ program: FillProgram, _ get: @escaping @Sendable (Root) -> Value
  ) -> FillProgram {
    FillProgram(slotCount: program.slotCount) { address, writer, slot in
      withUnsafePointer(to: get(address.assumingMemoryBound(to: Root.self).pointee)) { value in
        program.run(over: UnsafeRawPointer(value), into: &writer, at: slot)
      }
    }
  }
}
