/// The Danish names of a case file's fields, as the input contract declares them.
package enum CaseLabels {
  /// A field by its label and path: `Mål (mentorstoette.maal.tekst)`; the path alone when nothing is declared for it.
  package static func name(of path: String) -> String {
    guard let label = label(of: path) else { return path }
    return "\(label) (\(path))"
  }

  /// The label of a field; numbers of rows in its path are passed over.
  static func label(of path: String) -> String? {
    var shape = CaseFile.input.shape
    var label: String?
    for key in path.split(separator: ".") where Int(key) == nil {
      guard let entry = shape.entries.first(where: { $0.name == key }) else { return nil }
      label = entry.label
      switch entry.type {
      case .record(let inner), .list(let inner): shape = inner
      default: break
      }
    }
    return label
  }
}
