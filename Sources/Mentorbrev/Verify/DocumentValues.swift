import Fields
import Templating

/// The values of a document, asked for the conditions on which requirements depend.
struct DocumentValues {
  let type: RecordType
  let slots: [Slot]

  /// Whether a requirement is one of this document.
  func demand(_ requirement: Requirement) -> Bool { requirement.condition?.all.allSatisfy(hold) ?? true }

  private func hold(_ condition: Requirement.Condition) -> Bool {
    let found = value(at: condition.field)
    switch condition.value {
    case "absent": return found?.slot.isPresent != true
    case "present": return found?.slot.isPresent == true
    case let word:
      guard let found, found.slot.isPresent else { return false }
      switch found.type.unwrapped {
      case .boolean: return found.slot.number == (word == "true" ? 1 : 0)
      case .choice(let choice): return choice.index(of: word).map(Int64.init) == found.slot.number
      default: return false
      }
    }
  }

  /// The value at a path and its type; nil when a record on the way is missing.
  private func value(at path: String) -> (slot: Slot, type: FieldType)? {
    var record = type
    var base = 0
    var found: (slot: Slot, type: FieldType)?
    for name in path.split(separator: ".") {
      if let owner = found {
        guard case .record(let inner) = owner.type.unwrapped else { return nil }
        record = inner
      }
      guard let field = record[String(name)] else { return nil }
      let place = base + field.slot
      // A record that may be missing says in a slot before its own whether it is there.
      let isOptional = field.type.isOptional
      if case .record = field.type.unwrapped {
        guard !isOptional || slots[place].isPresent else { return nil }
        base = isOptional ? place + 1 : place
      }
      found = (slots[place], field.type)
    }
    return found
  }
}
