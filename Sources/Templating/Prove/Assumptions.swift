import Fields

/// What is known about fields of the document's own record while proving or specialising: the index of a choice's
/// word, 0 or 1 for a boolean, whether an optional is present or a list has rows.
struct Assumptions {
  private(set) var numbers: [String: Int64] = [:]
  private(set) var presence: [String: Bool] = [:]

  /// The truth of a condition under the assumptions, or nil when it depends on more.
  func evaluate(_ condition: Condition) -> Bool? {
    switch condition {
    case .constant(let value): value
    case .isPresent(let place), .isNonEmpty(let place): isPresent(place)
    case .isTrue(let place): number(place).map { $0 != 0 }
    case .compareConstant(let comparison, let place, let constant):
      number(place).map { comparison.holds($0, constant) }
    case .comparePlaces, .textEquals, .textsEqual: nil
    case .not(let inner): evaluate(inner).map { !$0 }
    case .and(let a, let b):
      switch (evaluate(a), evaluate(b)) {
      case (false, _), (_, false): false
      case (true, true): true
      default: nil
      }
    case .or(let a, let b):
      switch (evaluate(a), evaluate(b)) {
      case (true, _), (_, true): true
      case (false, false): false
      default: nil
      }
    }
  }

  func number(_ place: Place) -> Int64? { place.scope == 0 ? numbers[place.path] : nil }

  /// Whether an optional is there, or a list has rows.
  func isPresent(_ place: Place) -> Bool? { place.scope == 0 ? presence[place.path] : nil }

  /// Takes a condition as given; false when the field cannot have the value.
  mutating func assume(_ condition: Requirement.Condition, in model: RecordType) -> Bool {
    for other in condition.also { guard assume(other, in: model) else { return false } }
    guard let type = model.type(at: condition.field),
      case .words(let words) = Self.values(of: condition.field, in: model), words.contains(condition.value)
    else { return false }
    switch (type, condition.value) {
    case (.optional, "present"): presence[condition.field] = true
    case (.optional, "absent"): presence[condition.field] = false
    case (.boolean, "true"), (.optional(.boolean), "true"): numbers[condition.field] = 1
    case (.boolean, "false"), (.optional(.boolean), "false"): numbers[condition.field] = 0
    case (.choice(let choice), let word), (.optional(.choice(let choice)), let word):
      guard let index = choice.index(of: word) else { return false }
      numbers[condition.field] = Int64(index)
      for name in choice.cases[index].implies { presence[Self.owner(of: condition.field, adding: name)] = true }
    default: break
    }
    // A field with a value is there, and so are the records on its path.
    if numbers[condition.field] != nil, type.isOptional { presence[condition.field] = true }
    if condition.value != "absent" {
      var path = Self.owner(of: condition.field)
      while !path.isEmpty {
        if model.type(at: path)?.isOptional == true { presence[path] = true }
        path = Self.owner(of: path)
      }
    }
    return true
  }

  /// Whether a condition says the opposite of what is assumed, so that what depends on it is never asked for.
  func contradict(_ condition: Requirement.Condition, in model: RecordType) -> Bool {
    var other = Assumptions()
    guard other.assume(condition, in: model) else { return false }
    return numbers.contains { path, number in other.numbers[path].map { $0 != number } ?? false }
      || presence.contains { path, isPresent in other.presence[path].map { $0 != isPresent } ?? false }
  }

  /// The record that a field stands in, empty for the document's own; or another field of that record.
  private static func owner(of path: String, adding name: String? = nil) -> String {
    let end = path.utf8.lastIndex(of: UInt8(ascii: ".")) ?? path.startIndex
    guard let name else { return String(path[..<end]) }
    return end == path.startIndex ? name : "\(path[..<end]).\(name)"
  }

  /// What can be assumed of a field.
  enum Values {
    /// One of these; none when it is always there, and not one of few.
    case words([String])
    /// Nothing: it has a value in each row of a list.
    case ofRows(String)
  }

  static func values(of path: String, in model: RecordType) -> Values {
    var owner = owner(of: path)
    while !owner.isEmpty {
      if case .list? = model.type(at: owner)?.unwrapped { return .ofRows(owner) }
      owner = Self.owner(of: owner)
    }
    let type = model.type(at: path)
    var words: [String] =
      switch type?.unwrapped {
      case .choice(let choice): choice.cases.map(\.name)
      case .boolean: ["true", "false"]
      default: []
      }
    if type?.isOptional == true { words += ["present", "absent"] }
    return .words(words)
  }
}
