/// The fields that are computed: each is declared by a function of the root.
///
/// They are inlinable, so that a function is compiled into what calls it, in the module that declares a model.
extension Field {
  /// A text that is computed; it must have at least one visible character.
  @inlinable public static func text(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, get: @escaping @Sendable (Root) -> String
  ) -> Field {
    Field(name, .text, label, secrecy, .computed(FillProgram(.text), get))
  }

  /// A text that is computed and may be missing.
  @inlinable public static func optionalText(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, get: @escaping @Sendable (Root) -> String?
  ) -> Field {
    Field(name, .optional(.text), label, secrecy, .computed(FillProgram(.text, optional: true), get))
  }

  /// A value of one slot that is computed.
  @inlinable public static func value<Value: SlotValue>(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, get: @escaping @Sendable (Root) -> Value
  ) -> Field {
    Field(name, Value.fieldType, label, secrecy, .computed(FillProgram(Value.slotForm), get))
  }

  /// The same, when it may be missing.
  @inlinable public static func optionalValue<Value: SlotValue>(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, get: @escaping @Sendable (Root) -> Value?
  ) -> Field {
    Field(
      name, .optional(Value.fieldType), label, secrecy,
      .computed(FillProgram(Value.slotForm, optional: true), get))
  }

  /// Several fields of a computed value under one name.
  @inlinable public static func record<Value>(
    _ name: String, _ label: String, _ fields: Fields<Value>, get: @escaping @Sendable (Root) -> Value
  ) -> Field {
    Field(name, .record(fields.type), label, .open, .computed(fields.program, get))
  }

  /// Several fields of a computed value that may be missing together.
  @inlinable public static func optionalRecord<Value>(
    _ name: String, _ label: String, _ fields: Fields<Value>, get: @escaping @Sendable (Root) -> Value?
  ) -> Field {
    Field(name, .optional(.record(fields.type)), label, .open, .computed(.optional(fields), get))
  }

  /// Computed rows of the same shape; say `nonEmpty` only when there is always a row.
  @inlinable public static func list<Row>(
    _ name: String, _ label: String, _ fields: Fields<Row>, nonEmpty: Bool = false,
    get: @escaping @Sendable (Root) -> [Row]
  ) -> Field {
    Field(
      name, .list(fields.type, nonEmpty: nonEmpty), label, .open,
      .computed(.rows(of: Row.self, fields.program), get))
  }

  /// A computed list of plain texts.
  @inlinable public static func texts(
    _ name: String, _ label: String, _ secrecy: Secrecy = .open, nonEmpty: Bool = false,
    get: @escaping @Sendable (Root) -> [String]
  ) -> Field {
    Field(
      name, .list(.texts(label: label, secrecy), nonEmpty: nonEmpty), label, secrecy,
      .computed(.rows(of: String.self, FillProgram(.text)), get))
  }
}
