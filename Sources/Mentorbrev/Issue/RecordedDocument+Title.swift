import Casework
import Register

extension RecordedDocument {
  /// What a message calls it: `bevilling af 2026-08-24`.
  var title: String { "\(DocumentKind(rawValue: kind)?.label ?? kind) af \(date)" }
}
