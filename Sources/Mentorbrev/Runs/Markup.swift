import Casework

/// A piece of HTML. What is put into it is escaped, unless it is a piece of HTML itself.
///
/// ```swift
/// let cell: Markup = "<td>\(caseNumber)</td>"   // a case number can never become an element
/// ```
struct Markup: ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation pieces: StringInterpolation) { text = pieces.text }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(2 * literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// A text, for content and for attributes in double quotes.
    mutating func appendInterpolation(_ value: String) {
      for scalar in value.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }

    /// A number as Danish writes it, 1.234.
    mutating func appendInterpolation(_ number: Int) { text += grouped(number) }

    mutating func appendInterpolation(_ piece: Markup) { text += piece.text }

    mutating func appendInterpolation(_ pieces: [Markup]) { for piece in pieces { text += piece.text } }
  }
}
