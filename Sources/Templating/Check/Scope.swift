import Fields

/// What an expression is worth after checking: where it is read, or what it is.
indirect enum Operand {
  case place(Place)
  case text(String)
  case integer(Int)
  case date(Int)
  case boolean(Bool)
  case condition(Condition)
  /// The number of rows of a list.
  case count(Place)
  /// One text field of every row of a list.
  case projection(list: Place, offset: Int, stride: Int, path: String)
  /// The first where the test holds, the second elsewhere.
  case fallback(Operand, Operand, Condition)
}

/// A checked expression with its type.
struct Typed {
  var operand: Operand
  var type: FieldType
  var secrecy: Secrecy
  /// What must hold for the value to be there: its own place and those of records on its path, or one side of a
  /// fallback.
  var guards: [Guard] = []
  var format: Format?
  /// Between how many values its fallbacks choose.
  var alternatives = 1
}

/// Something that must hold for an optional value to be there: how it is known, and how it is asked.
struct Guard {
  let key: PresenceKey
  let test: Condition

  /// That a place has a value.
  static func place(_ place: Place) -> Guard { Guard(key: place.key, test: .isPresent(place)) }

  /// An argument that is always there, given to a parameter that may be missing: the part must guard it like any other,
  /// and the guard costs nothing.
  static func argument(_ number: Int) -> Guard { Guard(key: .argument(number), test: .constant(true)) }

  /// That one of two values is there.
  static func either(_ a: [Guard], _ b: [Guard]) -> Guard {
    Guard(key: .either(a.map(\.key), b.map(\.key)), test: .or(.hold(a), .hold(b)))
  }
}

/// What can be known to be there, or to have rows: the identity of a guard or a place for flow typing.
indirect enum PresenceKey: Hashable {
  case place(scope: Int, slot: Int)
  case argument(Int)
  case either([PresenceKey], [PresenceKey])
}

/// The names that an expression can use, and what is known about them at this point of the template.
struct Scope {
  enum Name {
    case row(RecordType, frame: Int, scope: Int, path: String)
    case argument(Typed)
    /// A row or a parameter whose own error was reported.
    case broken
  }

  /// Loop rows and parameters.
  var names: [String: Name] = [:]
  /// The document's own record; nil inside parts, which see only their parameters.
  var root: RecordType?
  /// What is certainly present here.
  var present: Set<PresenceKey> = []
  /// Lists that certainly have rows here.
  var nonEmpty: Set<PresenceKey> = []

  /// Whether a condition or choice around this has errors: what it tells is not known, so nothing is said to be
  /// missing.
  var isDoubtful = false
  /// Whether a loop around this does not say what its row is called, so that any unknown name may be meant for it.
  var lacksNames = false

  /// The scope inside a condition or choice that could not be understood.
  var doubtful: Scope {
    var scope = self
    scope.isDoubtful = true
    return scope
  }

  /// Whether a list certainly has rows here.
  func hasRows(_ key: PresenceKey) -> Bool { isDoubtful || nonEmpty.contains(key) }

  /// Whether something is certainly present here.
  func knows(_ key: PresenceKey) -> Bool {
    if isDoubtful || present.contains(key) { return true }
    guard case .either(let a, let b) = key else { return false }
    return a.allSatisfy(knows) || b.allSatisfy(knows)
  }

  /// The scope with more known.
  func knowing(_ knowledge: Knowledge) -> Scope {
    var scope = self
    scope.present.formUnion(knowledge.present)
    scope.nonEmpty.formUnion(knowledge.nonEmpty)
    return scope
  }
}

/// What a condition tells about places when it holds.
struct Knowledge {
  var present: Set<PresenceKey> = []
  var nonEmpty: Set<PresenceKey> = []

  static func + (a: Knowledge, b: Knowledge) -> Knowledge {
    Knowledge(present: a.present.union(b.present), nonEmpty: a.nonEmpty.union(b.nonEmpty))
  }

  /// What both tell.
  func shared(with other: Knowledge) -> Knowledge {
    Knowledge(
      present: present.intersection(other.present), nonEmpty: nonEmpty.intersection(other.nonEmpty))
  }
}
