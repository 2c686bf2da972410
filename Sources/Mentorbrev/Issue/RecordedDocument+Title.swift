import Casework
import Register

extension RecordedDocument {
  /// What a message calls it: `bevilling af 2026-08-24`, `bevilling af 2026-08-24, løbenummer 2 til værge`.
  var title: String { "\(DocumentKind(rawValue: kind)?.label ?? kind) af \(date)\(serial)\(addition)" }

  /// Whose it is, when it is not the citizen's: ` til værge`.
  var addition: String { RecipientRole(rawValue: recipient)?.addition ?? "" }

  /// What tells it apart from another of its kind and day, with a comma before it; mostly nothing.
  var serial: String { serialNumber.map { ", løbenummer \($0)" } ?? "" }

  /// Its number among those of its kind and day, where it has one.
  var serialNumber: Int? {
    let file = name.split(separator: "/").last ?? ""
    return file.dropFirst("\(kind)-\(date)-".count).split(separator: "-").first.flatMap { Int($0) }
  }
}
