import Diagnostics
import Fields
import XMLTree

/// A template after checking: types resolved, parts put in place, citations and tags as bytes.
///
/// The proof of requirements reads this tree, and lowering flattens it to a program.
indirect enum Piece {
  /// Bytes to print as they are.
  case literal([UInt8])
  /// A value to format and escape.
  case value(Place, Format, EscapeContext)
  /// The texts of one field over all rows of a list: "a, b og c".
  case enumeration(list: Place, offset: Int, stride: Int, EscapeContext)
  /// One of two contents.
  case branch(Condition, then: Arm, otherwise: Arm)
  /// One of several contents; `arms[armOfCase[i]]` is printed for the choice's word number i.
  case selection(Place, arms: [Arm], armOfCase: [Int])
  /// Content once per row.
  case loop(list: Place, frame: Int, stride: Int, isNonEmpty: Bool, [Piece])
  /// Content that is marked as meeting requirements.
  case marked([String], [Piece], at: Origin)
  /// Something that the proof counts; prints nothing.
  case evidence(Fact)
}

/// One way through a branch.
struct Arm {
  var pieces: [Piece]
  /// Where the way begins, for messages: nil for an `else` that is not written.
  var origin: Origin
}

/// A place in a template that a message may point to; found only when the message is written.
struct Origin: Sendable {
  let document: XMLDocument
  let element: XMLElement

  var location: SourceLocation { document.location(of: element.position) }
}

/// Something that is certainly printed, as the proof of requirements sees it.
enum Fact: Hashable, Sendable {
  case field(String)
  case lawText(String)
  case provision(String)
  case words
  case requirement(String)
}

/// A typed position in the slot table.
struct Place {
  /// Which record: 0 for the document's own, n for the row of the n-th nested loop.
  var frame: Int
  /// The slot within the record.
  var slot: Int
  /// The loop that the frame belongs to (0 for the document), so that two loops over one list are not confused.
  var scope: Int
  /// The path from the document's root, with lists' names for their rows: `mentorstoette.opgaver.tekst`.
  var path: String
  var type: FieldType
  var secrecy: Secrecy
  /// The record that the field is part of, and its first slot: where fields implied by a choice are found.
  var record: (type: RecordType, slot: Int)?

  var key: PlaceKey { PlaceKey(scope: scope, slot: slot) }
}

/// The identity of a place for flow typing.
struct PlaceKey: Hashable {
  let scope: Int
  let slot: Int
}

/// A test that the rendering makes.
indirect enum Condition {
  case constant(Bool)
  case isPresent(Place)
  case isNonEmpty(Place)
  case isTrue(Place)
  case compareConstant(Comparison, Place, Int64)
  case comparePlaces(Comparison, Place, Place)
  case textEquals(Place, String)
  case textsEqual(Place, Place)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)

  /// That all of some places have a value.
  static func allPresent(_ places: [Place]) -> Condition {
    guard let first = places.first else { return .constant(true) }
    return places.dropFirst().reduce(.isPresent(first)) { .and($0, .isPresent($1)) }
  }
}

/// What is known about fields of the document's own record while proving or specialising: the index of a choice's
/// word, 0 or 1 for a boolean, or whether an optional is present.
struct Assumptions {
  var numbers: [String: Int64] = [:]
  var presence: [String: Bool] = [:]

  /// The truth of a condition under the assumptions, or nil when it depends on more.
  func evaluate(_ condition: Condition) -> Bool? {
    switch condition {
    case .constant(let value): value
    case .isPresent(let place): place.scope == 0 ? presence[place.path] : nil
    case .isTrue(let place): number(place).map { $0 != 0 }
    case .compareConstant(let comparison, let place, let constant):
      number(place).map { comparison.holds($0, constant) }
    case .isNonEmpty, .comparePlaces, .textEquals, .textsEqual: nil
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
}
