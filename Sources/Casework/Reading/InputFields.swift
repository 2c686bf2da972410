import Fields

/// A part of a case file whose fields are declared for reading.
protocol InputRecord: Sendable {
  /// The fields.
  static var input: InputFields<Self> { get }
  /// An empty record that begins at a byte offset.
  init(position: UInt32)
}

/// The input fields of one type, declared once: key, type, Danish label, secrecy, description, statute and setter.
///
/// From this one declaration come the reader's lookup of keys and its checks, the columns of a table, the suggestions for
/// misspelt keys, the JSON Schema and the data dictionary.
///
/// Declarations are global and live as long as the program; so the reader's table lies in memory that is never freed, and
/// reading a field counts no references.
final class InputFields<Root: Sendable>: Sendable {
  /// The fields without their setters.
  let shape: InputShape
  /// Their keys.
  let keys: InputKeys
  private let owner: [InputField<Root>]
  private nonisolated(unsafe) let fields: UnsafePointer<Unmanaged<InputField<Root>>>

  init(_ name: String, _ declared: [InputField<Root>]) {
    owner = declared
    shape = InputShape(name: name, entries: declared.map(\.entry))
    keys = InputKeys(declared.map(\.entry.key))
    let fields = UnsafeMutablePointer<Unmanaged<InputField<Root>>>.allocate(capacity: max(1, declared.count))
    for (index, field) in declared.enumerated() { (fields + index).initialize(to: Unmanaged.passUnretained(field)) }
    self.fields = UnsafePointer(fields)
  }

  /// Reads the value of a field into a record.
  @inline(__always)
  func read(_ index: Int, _ scanner: inout CaseScanner, _ root: inout Root) {
    fields[index]._withUnsafeGuaranteedRef { $0.read(&scanner, &root) }
  }

  /// Reads the values of fields from a row's cells into a record.
  func fill(_ members: [Columns.Member], _ cells: inout CellReader, _ root: inout Root) {
    for member in members { owner[member.index].fill(&cells, member.columns, &root) }
  }
}

/// One declared input field: what is known about it, and how its value gets into the record.
final class InputField<Root: Sendable>: Sendable {
  /// Reads the value where a scanner of JSON stands.
  typealias Read = @Sendable (inout CaseScanner, inout Root) -> Void
  /// Reads the value from the columns of a row.
  typealias Fill = @Sendable (inout CellReader, Columns, inout Root) -> Void

  let entry: InputEntry
  let read: Read
  let fill: Fill

  init(entry: InputEntry, read: @escaping Read, fill: @escaping Fill) {
    self.entry = entry
    self.read = read
    self.fill = fill
  }

  /// A text in one of the forms that are kept as they were written.
  static func text(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String,
    form: TextForm = .line, basis: String? = nil, required: Bool = false,
    _ set: @escaping @Sendable (inout Root, consuming Said<String>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .text(form), label: label, secrecy: secrecy, summary: summary, basis: basis, isRequired: required)
    return InputField(entry: entry) { scanner, root in
      if let said = scanner.text(entry, form) { set(&root, said) }
    } fill: { cells, columns, root in
      if let said = cells.text(entry, form, columns) { set(&root, said) }
    }
  }

  /// A text that is kept as a type of its own.
  static func value<Value: TextValue>(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, basis: String? = nil,
    required: Bool = false, _ set: @escaping @Sendable (inout Root, consuming Said<Value>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .text(Value.form), label: label, secrecy: secrecy, summary: summary, basis: basis,
      isRequired: required)
    return InputField(entry: entry) { scanner, root in
      if let said = scanner.value(entry, Value.self) { set(&root, said) }
    } fill: { cells, columns, root in
      if let said = cells.value(entry, Value.self, columns) { set(&root, said) }
    }
  }

  /// A day.
  static func date(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, basis: String? = nil,
    required: Bool = false, _ set: @escaping @Sendable (inout Root, consuming Said<CalendarDate>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .date, label: label, secrecy: secrecy, summary: summary, basis: basis, isRequired: required)
    return InputField(entry: entry) { scanner, root in
      if let said = scanner.date(entry) { set(&root, said) }
    } fill: { cells, columns, root in
      if let said = cells.date(entry, columns) { set(&root, said) }
    }
  }

  /// A whole number.
  static func integer(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, in range: ClosedRange<Int>,
    basis: String? = nil, required: Bool = false, _ set: @escaping @Sendable (inout Root, consuming Said<Int>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .integer(range), label: label, secrecy: secrecy, summary: summary, basis: basis,
      isRequired: required)
    return InputField(entry: entry) { scanner, root in
      if let said = scanner.integer(entry, range) { set(&root, said) }
    } fill: { cells, columns, root in
      if let said = cells.integer(entry, range, columns) { set(&root, said) }
    }
  }

  /// An amount in kroner.
  static func amount(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String,
    kroner: ClosedRange<Int>, basis: String? = nil, required: Bool = false,
    _ set: @escaping @Sendable (inout Root, consuming Said<Amount>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .amount(kroner), label: label, secrecy: secrecy, summary: summary, basis: basis,
      isRequired: required)
    return InputField(entry: entry) { scanner, root in
      if let said = scanner.amount(entry, kroner) { set(&root, said) }
    } fill: { cells, columns, root in
      if let said = cells.amount(entry, kroner, columns) { set(&root, said) }
    }
  }

  /// Yes or no.
  static func boolean(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, basis: String? = nil,
    required: Bool = false, _ set: @escaping @Sendable (inout Root, consuming Said<Bool>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .boolean, label: label, secrecy: secrecy, summary: summary, basis: basis, isRequired: required)
    return InputField(entry: entry) { scanner, root in
      if let said = scanner.boolean(entry) { set(&root, said) }
    } fill: { cells, columns, root in
      if let said = cells.boolean(entry, columns) { set(&root, said) }
    }
  }

  /// One of a closed list of words.
  static func choice<Value: ChoiceValue>(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, basis: String? = nil,
    required: Bool = false, _ set: @escaping @Sendable (inout Root, consuming Said<Value>) -> Void
  ) -> InputField {
    let entry = InputEntry(
      key: key, type: .choice(Value.choiceType), label: label, secrecy: secrecy, summary: summary, basis: basis,
      isRequired: required)
    let words = ChoiceWords(Value.allCases.map(\.rawValue))
    let values = Value.allCases
    return InputField(entry: entry) { scanner, root in
      guard let said = scanner.choice(entry, words) else { return }
      set(&root, Said(values[said.value], at: said.position))
    } fill: { cells, columns, root in
      guard let said = cells.choice(entry, words, columns) else { return }
      set(&root, Said(values[said.value], at: said.position))
    }
  }

  /// Several fields in braces; its secrecy is the least that its fields have there.
  ///
  /// - Parameter access: hands the place of the record to its second argument, so that it is filled without a copy.
  static func record<Value: InputRecord>(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, basis: String? = nil,
    required: Bool = false, _ access: @escaping @Sendable (inout Root, (inout Value?) -> Void) -> Void
  ) -> InputField {
    let fields = Value.input
    let entry = InputEntry(
      key: key, type: .record(fields.shape), label: label, secrecy: secrecy, summary: summary, basis: basis,
      isRequired: required)
    return InputField(entry: entry) { scanner, root in
      guard scanner.isAtObject(entry) else { return }
      scanner.path.append(.field(.passUnretained(entry)))
      access(&root) { place in
        place = Value(position: scanner.position)
        scanner.object(fields, into: &place!)
      }
      scanner.path.removeLast()
    } fill: { cells, columns, root in
      access(&root) { cells.record(entry, columns, into: &$0) }
    }
  }

  /// Rows of the same fields in brackets; see ``record(_:_:_:_:basis:required:_:)``.
  static func list<Row: InputRecord>(
    _ key: StaticString, _ label: String, _ secrecy: Secrecy, _ summary: String, basis: String? = nil,
    required: Bool = false, _ access: @escaping @Sendable (inout Root, (inout [Row]) -> Void) -> Void
  ) -> InputField {
    let fields = Row.input
    let entry = InputEntry(
      key: key, type: .list(fields.shape), label: label, secrecy: secrecy, summary: summary, basis: basis,
      isRequired: required)
    return InputField(entry: entry) { scanner, root in
      guard scanner.isAtList(entry) else { return }
      scanner.path.append(.field(.passUnretained(entry)))
      access(&root) { scanner.list(fields, entry, into: &$0) }
      scanner.path.removeLast()
    } fill: { cells, columns, root in
      access(&root) { cells.list(entry, columns, into: &$0) }
    }
  }
}
