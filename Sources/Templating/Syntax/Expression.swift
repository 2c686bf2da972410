import Diagnostics
import XMLTree

/// The text that an expression or a literal stands in, to find places in the author's file again.
///
/// An object, because every word of an expression knows its source, and few are ever asked for it.
final class TextSource: Sendable {
  enum Holder: Sendable {
    case text(XMLText)
    case attribute(XMLAttribute)
  }

  let document: XMLDocument
  let holder: Holder

  init(document: XMLDocument, holder: Holder) {
    self.document = document
    self.holder = holder
  }

  /// The place of a UTF-8 offset into the decoded text.
  func location(_ offset: Int) -> SourceLocation {
    switch holder {
    case .text(let text): document.location(in: text, utf8Offset: offset)
    case .attribute(let attribute): document.location(in: attribute, utf8Offset: offset)
    }
  }
}

/// A stretch of a text, in UTF-8 offsets, and the text that it stands in.
struct SourceSpan: Sendable {
  let source: TextSource
  let start: Int
  let end: Int

  var location: SourceLocation { source.location(start) }

  /// The text itself, decoded.
  var text: String {
    let value =
      switch source.holder {
      case .text(let text): text.value
      case .attribute(let attribute): attribute.value
      }
    return String(decoding: Array(value.utf8)[start..<end], as: UTF8.self)
  }
}

/// An expression as the author wrote it.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case path([Name])
    case text(String)
    case integer(Int)
    case date(CalendarDateLiteral)
    case boolean(Bool)
    case compare(Comparison, Expression, Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case not(Expression)
    case fallback(Expression, Expression)
    case formatted(Expression, Name)
  }

  struct Name: Sendable {
    let text: String
    let span: SourceSpan
  }

  let kind: Kind
  let span: SourceSpan
}

/// A day number that an expression holds as a literal.
struct CalendarDateLiteral: Sendable {
  let dayNumber: Int
}

/// The six ways to compare.
enum Comparison: String {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The comparison that is true exactly when this one is false.
  var negated: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  func holds(_ a: Int64, _ b: Int64) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}
