import Diagnostics
import Fields

extension CaseRecord: InputRecord {
  init(position: UInt32) {}

  /// The fields of a case: those of ``CaseFile``, read into a tree.
  static let input = fields(of: CaseFile.input.shape)

  private static func fields(of shape: InputShape) -> InputFields<CaseRecord> {
    InputFields(shape.name, shape.entries.map(field))
  }

  private static func field(_ entry: InputEntry) -> InputField<CaseRecord> {
    switch entry.type {
    case .text(let form):
      scalar(entry, { $0.text(entry, form) }, { $0.text(entry, form, $1) }) { .text($0) }
    case .integer(let range):
      scalar(entry, { $0.integer(entry, range) }, { $0.integer(entry, range, $1) }) { .integer($0) }
    case .amount(let range):
      scalar(entry, { $0.amount(entry, range) }, { $0.amount(entry, range, $1) }) { .amount($0) }
    case .date:
      scalar(entry, { $0.date(entry) }, { $0.date(entry, $1) }) { .date($0) }
    case .boolean:
      scalar(entry, { $0.boolean(entry) }, { $0.boolean(entry, $1) }) { .boolean($0) }
    case .choice(let type):
      choice(entry, type)
    case .record(let shape): record(entry, fields(of: shape))
    case .list(let shape): list(entry, fields(of: shape))
    }
  }

  private static func scalar<Value>(
    _ entry: InputEntry, _ read: @escaping @Sendable (inout CaseScanner) -> Said<Value>?,
    _ fill: @escaping @Sendable (inout CellReader, Columns) -> Said<Value>?,
    _ make: @escaping @Sendable (Value) -> CaseValue
  ) -> InputField<CaseRecord> {
    let key = entry.name
    return InputField(entry: entry) { scanner, root in
      if let said = read(&scanner) { root.values[key] = make(said.value) }
    } fill: { cells, columns, root in
      if let said = fill(&cells, columns) { root.values[key] = make(said.value) }
    }
  }

  private static func choice(_ entry: InputEntry, _ type: ChoiceType) -> InputField<CaseRecord> {
    let names = type.cases.map(\.name)
    let words = ChoiceWords(names)
    return scalar(entry, { $0.choice(entry, words) }, { $0.choice(entry, words, $1) }) { .choice(names[$0]) }
  }

  private static func record(_ entry: InputEntry, _ fields: InputFields<CaseRecord>) -> InputField<CaseRecord> {
    let key = entry.name
    return InputField(entry: entry) { scanner, root in
      guard scanner.isAtObject(entry) else { return }
      var record = CaseRecord()
      scanner.object(fields, into: &record)
      if !record.values.isEmpty { root.values[key] = .record(record) }
    } fill: { cells, columns, root in
      guard case .record(let members) = columns, cells.firstPosition(members) != nil else { return }
      var record = CaseRecord()
      fields.fill(members, &cells, &record)
      root.values[key] = .record(record)
    }
  }

  private static func list(_ entry: InputEntry, _ fields: InputFields<CaseRecord>) -> InputField<CaseRecord> {
    let key = entry.name
    return InputField(entry: entry) { scanner, root in
      guard scanner.isAtList(entry) else { return }
      var rows: [CaseRecord] = []
      scanner.list(fields, entry, into: &rows)
      if !rows.isEmpty { root.values[key] = .list(rows) }
    } fill: { cells, columns, root in
      guard case .list(let numbered) = columns else { return }
      var rows: [CaseRecord] = []
      for (_, members) in numbered where cells.firstPosition(members) != nil {
        var row = CaseRecord()
        fields.fill(members, &cells, &row)
        rows.append(row)
      }
      if !rows.isEmpty { root.values[key] = .list(rows) }
    }
  }

  /// Reads a case in JSON; nil when anything is wrong with its text.
  package init?(json bytes: [UInt8]) {
    let record = bytes.withUnsafeBufferPointer { buffer -> CaseRecord? in
      var scanner = CaseScanner(buffer, source: CaseSource(bytes: bytes))
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.index = 3 }
      scanner.skipSpace()
      guard scanner.next == UInt8(ascii: "{") else { return nil }
      var record = CaseRecord()
      scanner.object(Self.input, into: &record)
      return scanner.stopped || scanner.diagnostics.hasErrors ? nil : record
    }
    guard let record else { return nil }
    self = record
  }

  /// Reads the row of a table; nil when anything is wrong with it.
  init?(_ unread: UnreadRow) {
    let (row, header) = (unread.row, unread.header)
    guard unread.outcome != .unknown, row.openCell == nil, row.width == header.width, !header.hasErrors
    else { return nil }
    let record = row.bytes.withUnsafeBufferPointer { bytes -> CaseRecord? in
      var cells = CellReader(
        row, bytes, source: CaseSource(file: "", row: row, firstLine: 1), isCopy: header.isCopy)
      var record = CaseRecord()
      Self.input.fill(header.members, &cells, &record)
      return cells.scanner.diagnostics.hasErrors ? nil : record
    }
    guard let record else { return nil }
    self = record
  }
}
