import Fields

/// A field of a case that has another value than before (*forskel*).
public struct CaseDifference: Sendable, Hashable {
  /// Where it stands: `mentorstoette.opgaver.2.tekst`, with the numbers of rows from 1.
  public var path: String
  /// What a caseworker calls it.
  public var label: String
  /// The old value as a Danish reader writes it; nil when there was none.
  public var old: String?
  /// The new value; nil when there is none.
  public var new: String?

  package init(path: String, label: String, old: String?, new: String?) {
    self.path = path
    self.label = label
    self.old = old
    self.new = new
  }

  /// What groups differences that belong together: the first two keys of the path, such as `mentorstoette.timetal`.
  public var reason: String { Self.reason(of: path) }

  private static func reason(of path: String) -> String {
    var keys: [Substring] = []
    for key in path.split(separator: ".") {
      if Int(key) != nil || keys.count == 2 { break }
      keys.append(key)
    }
    return keys.joined(separator: ".")
  }
}

extension CaseRecord {
  /// The fields that have other values than in an older state of the case, in the order of the declaration.
  package func differences(from old: CaseRecord) -> [CaseDifference] {
    var found: [CaseDifference] = []
    Self.compare(old, self, CaseFile.input.shape, "", &found)
    return found
  }

  private static func compare(
    _ old: CaseRecord?, _ new: CaseRecord?, _ shape: InputShape, _ path: String, _ found: inout [CaseDifference]
  ) {
    if old == new { return }
    for entry in shape.entries {
      let (before, now) = (old?.values[entry.name], new?.values[entry.name])
      if before == now { continue }
      let place = path.isEmpty ? entry.name : "\(path).\(entry.name)"
      switch entry.type {
      case .record(let inner): compare(before?.record, now?.record, inner, place, &found)
      case .list(let inner): compare(before?.rows ?? [], now?.rows ?? [], inner, entry, place, &found)
      default:
        found.append(
          CaseDifference(
            path: place, label: entry.label, old: before?.words(entry.type), new: now?.words(entry.type)))
      }
    }
  }

  /// Rows that are the same are no difference, wherever they stand; of the others the first is compared with the first.
  private static func compare(
    _ old: [CaseRecord], _ new: [CaseRecord], _ shape: InputShape, _ entry: InputEntry, _ path: String,
    _ found: inout [CaseDifference]
  ) {
    var removed = old
    var added: [(row: CaseRecord, number: Int)] = []
    for (index, row) in new.enumerated() {
      if let same = removed.firstIndex(of: row) {
        removed.remove(at: same)
      } else {
        added.append((row, index + 1))
      }
    }
    if removed.isEmpty, added.isEmpty {
      return found.append(
        CaseDifference(path: path, label: entry.label, old: "rækkefølgen før", new: "en anden rækkefølge"))
    }
    for (row, other) in zip(removed, added) { compare(row, other.row, shape, "\(path).\(other.number)", &found) }
    for row in removed.dropFirst(added.count) {
      found.append(CaseDifference(path: path, label: entry.label, old: row.words(shape), new: nil))
    }
    for (row, number) in added.dropFirst(removed.count) {
      found.append(CaseDifference(path: "\(path).\(number)", label: entry.label, old: nil, new: row.words(shape)))
    }
  }
}
