import Diagnostics
import Fields
import XMLTree

/// A template after checking: types resolved, parts put in place, citations and tags as bytes.
///
/// The proof of requirements reads this tree, and lowering flattens it to a program.
indirect enum Piece {
  /// Bytes to print as they are; ink is what a reader sees, the rest are tags.
  case literal([UInt8], isInk: Bool)
  /// A full stop right after something on its line; not printed where a value before it ends the sentence: "… jr.", "Hvordan?"
  case fullStop
  /// White space in running text: one space between what stands on a line, nothing at its ends.
  case space(SourceSpan)
  /// Where a line begins or ends, as at the tags of a paragraph.
  case edge
  /// A value to format and escape.
  case value(Place, Format, EscapeContext)
  /// The texts of one field over all rows of a list: "a, b og c".
  case enumeration(list: Place, offset: Int, stride: Int, EscapeContext)
  /// One of two contents.
  case branch(Condition, then: Arm, otherwise: Arm)
  /// One of several contents; `arms[armOfCase[i]]` is printed for the choice's word number i.
  case selection(Place, arms: [Arm], armOfCase: [Int])
  /// Content once per row.
  case loop(list: Place, frame: Int, stride: Int, isNonEmpty: Bool, Arm)
  /// Content that is marked as meeting requirements.
  case marked([String], [Piece], at: Origin)
  /// Where what a text of the lawbook prints begins, and where it ends; between them may be nothing on some way, which
  /// the proof finds. It stays in line, since a space before it may belong before the tags around it.
  case beginText(String)
  case endText
  /// Something that the proof counts; prints nothing.
  case evidence(Fact)
  /// Where something stands that makes the frame of the document; prints nothing.
  case frame(FramePart, Origin)
}

/// One way through a branch, or a loop's body.
struct Arm {
  var pieces: [Piece]
  /// Where the way begins, for messages; for an `else` that is not written, its condition.
  var origin: Origin
}

/// A place in a template that a message may point to; found only when the message is written.
enum Origin: Sendable {
  case element(XMLElement, XMLDocument)
  /// The `else` that a condition does not have.
  case unwritten(XMLElement, XMLDocument)
  case text(SourceSpan)

  var location: SourceLocation {
    switch self {
    case .element(let element, let document), .unwritten(let element, let document):
      document.location(of: element.position)
    case .text(let span): span.location
    }
  }
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

  var key: PresenceKey { .place(scope: scope, slot: slot) }
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

  /// That the value that some guards stand before is there.
  static func hold(_ guards: [Guard]) -> Condition {
    guards.dropFirst().reduce(guards.first?.test ?? .constant(true)) { .and($0, $1.test) }
  }

  /// The places that the test reads.
  var places: [Place] {
    switch self {
    case .constant: []
    case .isPresent(let place), .isNonEmpty(let place), .isTrue(let place), .compareConstant(_, let place, _),
      .textEquals(let place, _):
      [place]
    case .comparePlaces(_, let a, let b), .textsEqual(let a, let b): [a, b]
    case .not(let inner): inner.places
    case .and(let a, let b), .or(let a, let b): a.places + b.places
    }
  }
}
