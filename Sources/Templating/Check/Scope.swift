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
  case fallback(Operand, Operand, guards: [Place])
}

/// A checked expression with its type.
struct Typed {
  var operand: Operand
  var type: FieldType
  var secrecy: Secrecy
  /// Places that must be present for the value to be: the expression's own and those of records on its path.
  var guards: [Place] = []
  var format: Format?
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
  /// Optional places that are certainly present here.
  var present: Set<PlaceKey> = []
  /// Lists that certainly have rows here.
  var nonEmpty: Set<PlaceKey> = []

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
  var present: Set<PlaceKey> = []
  var nonEmpty: Set<PlaceKey> = []

  static func + (a: Knowledge, b: Knowledge) -> Knowledge {
    Knowledge(present: a.present.union(b.present), nonEmpty: a.nonEmpty.union(b.nonEmpty))
  }

  /// What both tell.
  func shared(with other: Knowledge) -> Knowledge {
    Knowledge(
      present: present.intersection(other.present), nonEmpty: nonEmpty.intersection(other.nonEmpty))
  }
}
