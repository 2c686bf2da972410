/// The Danish names of a case file's fields, as the input contract declares them.
package enum CaseLabels {
  /// A field by its label and path: `Mål (mentorstoette.maal.tekst)`; the path alone when nothing is declared for it.
  package static func name(of path: String) -> String {
    guard let label = label(of: path) else { return path }
    return "\(label) (\(path))"
  }

  /// The label of a field; numbers of rows in its path are passed over.
  package static func label(of path: String) -> String? { entry(of: path)?.label }

  /// What the value of a field may be.
  static func type(of path: String) -> InputType? { entry(of: path)?.type }

  /// Whether any field of a case file has a key.
  package static func hasKey(_ key: String) -> Bool { CaseFile.input.shape.holds(key) }

  private static func entry(of path: String) -> InputEntry? {
    var shape = CaseFile.input.shape
    var found: InputEntry?
    for key in path.split(separator: ".") where Int(key) == nil {
      guard let entry = shape.entries.first(where: { $0.name == key }) else { return nil }
      found = entry
      switch entry.type {
      case .record(let inner), .list(let inner): shape = inner
      default: break
      }
    }
    return found
  }
}

extension InputShape {
  /// Whether a field, or one within it, has a key.
  fileprivate func holds(_ key: String) -> Bool {
    entries.contains { entry in
      if entry.name == key { return true }
      return switch entry.type {
      case .record(let inner), .list(let inner): inner.holds(key)
      default: false
      }
    }
  }
}
