extension CaseSchema {
  /// The header of a table that has a column for every field, in the order of the declaration, between semicolons.
  ///
  /// - Parameters:
  ///   - kinds: documents, when only the fields are wanted that they are made of; with none, all fields.
  ///   - labels: whether the columns are named by Danish labels, and by paths otherwise. Labels have letters beyond ASCII,
  ///     and so a byte order mark stands first, by which spreadsheets know UTF-8.
  ///   - rows: how many rows each list gets columns for.
  public static func tableHeader(for kinds: [DocumentKind] = [], labels: Bool = false, rows: Int = 3) -> String {
    let inputs = Set(kinds.flatMap { $0.model.inputs })
    let fields = inputs.isEmpty ? ColumnField.all : ColumnField.all.filter { $0.isPart(of: inputs) }
    let names = columns(fields[...], [], rows: rows).map { field, numbers in
      labels ? field.label(numbers) : field.path(numbers)
    }
    return (labels ? "\u{FEFF}" : "") + names.joined(separator: ";")
  }

  /// Fields with the numbers of rows: all fields of a list's first row, then those of its second.
  private static func columns(
    _ fields: ArraySlice<ColumnField>, _ numbers: [Int], rows: Int
  ) -> [(ColumnField, [Int])] {
    var result: [(ColumnField, [Int])] = []
    var rest = fields
    while let field = rest.first {
      let lists = field.steps.indices.filter { field.steps[$0].isList }
      guard lists.count > numbers.count else {
        result.append((field, numbers))
        rest.removeFirst()
        continue
      }
      // The fields that go through the same list stand together.
      let way = field.steps[...lists[numbers.count]].map { ObjectIdentifier($0.entry) }
      let inList = rest.prefix { other in
        other.steps.count > way.count && zip(other.steps, way).allSatisfy { ObjectIdentifier($0.entry) == $1 }
      }
      for number in 1...rows { result += columns(inList, numbers + [number], rows: rows) }
      rest = rest.dropFirst(inList.count)
    }
    return result
  }
}

extension ColumnField {
  /// Whether it is one of some fields, or within one of them.
  fileprivate func isPart(of paths: Set<String>) -> Bool {
    let keys = steps.map(\.entry.name)
    return keys.indices.contains { paths.contains(keys[...$0].joined(separator: ".")) }
  }
}
