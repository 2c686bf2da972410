import Diagnostics
import Fields
import XMLTree

/// Reads expressions: `mentor.telefon ?? 'ukendt' | stor`, `a == 'b' and not c`.
///
/// Precedence from loose to tight: `|` formatter, `or`, `and`, `not`, comparison, `??`, operand.
struct ExpressionParser {
  private enum Token: Equatable {
    case name(String)
    case text(String)
    case integer(Int)
    case date(Int)
    case symbol(String)
    case end
  }

  private struct Lexeme {
    let token: Token
    let start: Int
    let end: Int
  }

  private struct Failure: Error {}

  /// More than any person writes, and few enough to be checked by recursion.
  private static let maximumWords = 500

  private let source: TextSource
  private let reporter: Reporter
  /// What to write instead, when an argument holds words and nothing that an expression is made of.
  private let quoted: String?
  private var lexemes: [Lexeme] = []
  private var index = 0
  private var depth = 0

  /// - Parameters:
  ///   - bytes: the decoded text that holds the expression.
  ///   - range: where the expression stands in it.
  ///   - argument: the attribute when it is an argument, where words without quotes are meant as a text.
  /// - Returns: the expression, or nil after reporting what is wrong.
  static func parse(
    _ bytes: [UInt8], _ range: Range<Int>, in source: TextSource, argument: XMLAttribute? = nil, reporter: Reporter
  ) -> Expression? {
    var parser = ExpressionParser(
      source: source, reporter: reporter, quoted: argument.flatMap { isPlainText($0.value) ? $0.quotedHelp : nil })
    do {
      try parser.tokenize(bytes, range)
      let expression = try parser.formatted()
      guard parser.current.token == .end else {
        throw parser.fail("unexpected \(parser.found)", help: "join conditions with 'and' or 'or'")
      }
      return expression
    } catch {
      return nil
    }
  }

  private init(source: TextSource, reporter: Reporter, quoted: String?) {
    self.source = source
    self.reporter = reporter
    self.quoted = quoted
  }

  /// Whether there are words and no sign of an expression.
  private static func isPlainText(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.contains(where: isLetter)
      && !bytes.indices.contains { "'\"=&!<>|".utf8.contains(bytes[$0]) || CurlyQuote.at($0, in: bytes) != nil }
  }

  // MARK: Words

  private mutating func tokenize(_ bytes: [UInt8], _ range: Range<Int>) throws(Failure) {
    var i = range.lowerBound
    func isNameStart(_ c: UInt8) -> Bool {
      isLetter(c) || c == UInt8(ascii: "_") || c >= 0x80
    }
    while i < range.upperBound {
      let c = bytes[i]
      let start = i
      guard lexemes.count < Self.maximumWords else {
        throw fail("this expression is too long", start, i + 1, help: "split it over several elements")
      }
      if c == 0x20 || c == 0x09 || c == 0x0A || c == 0x0D {
        i += 1
        continue
      }
      if let quote = CurlyQuote.at(i, in: bytes) {
        throw fail(
          "unexpected character '\(quote)'", start, start + quote.utf8.count,
          help: "texts stand between straight single quotes: 'tekst'")
      } else if isNameStart(c) {
        while i < range.upperBound, isNameStart(bytes[i]) || isDigit(bytes[i]) || bytes[i] == UInt8(ascii: "-") {
          i += 1
        }
        add(.name(String(decoding: bytes[start..<i], as: UTF8.self)), start, i)
      } else if isDigit(c) {
        while i < range.upperBound, isDigit(bytes[i]) || bytes[i] == UInt8(ascii: "-") { i += 1 }
        let word = String(decoding: bytes[start..<i], as: UTF8.self)
        if let number = Int(word) {
          add(.integer(number), start, i)
        } else if let date = CalendarDate(iso: word) {
          add(.date(date.dayNumber), start, i)
        } else {
          throw fail(
            "'\(word)' is neither a number nor a date", start, i,
            help: word.contains("-") ? "write a day as 2026-02-01, if it exists" : "the number is too large")
        }
      } else if c == UInt8(ascii: "'") {
        i += 1
        let begin = i
        while i < range.upperBound, bytes[i] != UInt8(ascii: "'") { i += 1 }
        guard i < range.upperBound else {
          throw fail("this text has no closing quote", start, i, help: "end the text with '")
        }
        add(.text(String(decoding: bytes[begin..<i], as: UTF8.self)), start, i + 1)
        i += 1
      } else {
        let two = i + 1 < range.upperBound ? String(decoding: bytes[i...i + 1], as: UTF8.self) : ""
        if ["==", "!=", "<=", ">=", "??"].contains(two) {
          i += 2
          add(.symbol(two), start, i)
        } else if ".|()<>".utf8.contains(c) {
          i += 1
          add(.symbol(String(UnicodeScalar(c))), start, i)
        } else {
          throw fail("unexpected character '\(Character(UnicodeScalar(c)))'", start, i + 1, help: Self.help(for: c))
        }
      }
    }
    add(.end, range.upperBound, range.upperBound)
  }

  private static func help(for character: UInt8) -> String? {
    switch character {
    case UInt8(ascii: "="): "compare with '=='"
    case UInt8(ascii: "&"): "join conditions with 'and'"
    case UInt8(ascii: "!"): "write 'not' before a condition"
    case UInt8(ascii: "\""): "texts stand between single quotes: 'tekst'"
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"): "there is no arithmetic"
    default: nil
    }
  }

  private mutating func add(_ token: Token, _ start: Int, _ end: Int) {
    lexemes.append(Lexeme(token: token, start: start, end: end))
  }

  // MARK: Grammar

  private var current: Lexeme { lexemes[index] }

  private mutating func take(_ symbol: String) -> Bool {
    guard current.token == .symbol(symbol) else { return false }
    index += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard current.token == .name(word) else { return false }
    index += 1
    return true
  }

  private func make(_ kind: Expression.Kind, from start: Int) -> Expression {
    Expression(kind: kind, span: SourceSpan(source: source, start: start, end: lexemes[max(0, index - 1)].end))
  }

  private mutating func formatted() throws(Failure) -> Expression {
    let start = current.start
    var expression = try disjunction()
    while take("|") {
      let name = try name("the name of a formatter")
      expression = make(.formatted(expression, name), from: start)
    }
    return expression
  }

  private mutating func disjunction() throws(Failure) -> Expression {
    let start = current.start
    var left = try conjunction()
    while takeWord("or") {
      let right = try conjunction()
      left = make(.or(left, right), from: start)
    }
    return left
  }

  private mutating func conjunction() throws(Failure) -> Expression {
    let start = current.start
    var left = try negation()
    while takeWord("and") {
      let right = try negation()
      left = make(.and(left, right), from: start)
    }
    return left
  }

  private mutating func negation() throws(Failure) -> Expression {
    let start = current.start
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { throw fail("this expression is nested too deeply") }
    if takeWord("not") {
      let inner = try negation()
      return make(.not(inner), from: start)
    }
    return try comparison()
  }

  private mutating func comparison() throws(Failure) -> Expression {
    let start = current.start
    let left = try fallback()
    guard case .symbol(let symbol) = current.token, let comparison = Comparison(rawValue: symbol) else { return left }
    index += 1
    let right = try fallback()
    return make(.compare(comparison, left, right), from: start)
  }

  private mutating func fallback() throws(Failure) -> Expression {
    let start = current.start
    let left = try operand()
    guard take("??") else { return left }
    let right = try fallback()
    return make(.fallback(left, right), from: start)
  }

  private mutating func operand() throws(Failure) -> Expression {
    let lexeme = current
    switch lexeme.token {
    case .text(let text):
      index += 1
      return make(.text(text), from: lexeme.start)
    case .integer(let number):
      index += 1
      return make(.integer(number), from: lexeme.start)
    case .date(let dayNumber):
      index += 1
      return make(.date(CalendarDateLiteral(dayNumber: dayNumber)), from: lexeme.start)
    case .name("true"), .name("false"):
      index += 1
      return make(.boolean(lexeme.token == .name("true")), from: lexeme.start)
    case .name:
      var names = [try name("a field")]
      while take(".") { names.append(try name("a field after '.'")) }
      return make(.path(names), from: lexeme.start)
    case .symbol("("):
      index += 1
      let inner = try disjunction()
      guard take(")") else { throw fail("expected ')', found \(found)") }
      return inner
    default:
      throw fail("expected a field or a value, found \(found)")
    }
  }

  private mutating func name(_ expected: String) throws(Failure) -> Expression.Name {
    let lexeme = current
    guard case .name(let text) = lexeme.token, !["and", "or", "not"].contains(text) else {
      throw fail("expected \(expected), found \(found)")
    }
    index += 1
    return Expression.Name(text: text, span: SourceSpan(source: source, start: lexeme.start, end: lexeme.end))
  }

  // MARK: Messages

  private var found: String {
    switch current.token {
    case .name(let text), .symbol(let text): "'\(text)'"
    case .text(let text): "the text '\(text)'"
    case .integer(let number): "the number \(number)"
    case .date(let day): "the date \(CalendarDate(dayNumber: day))"
    case .end: "the end"
    }
  }

  private func fail(_ message: String, _ start: Int? = nil, _ end: Int? = nil, help: String? = nil) -> Failure {
    let from = start ?? current.start
    reporter.error(
      "expression-syntax", message, at: SourceSpan(source: source, start: from, end: end ?? max(current.end, from + 1)),
      help: quoted ?? help)
    return Failure()
  }
}

extension XMLAttribute {
  /// How an argument is written that is meant as a text.
  var quotedHelp: String {
    "write a text in quotes: \(name)=\"'\(value.unicodeScalars.count <= 60 ? value : "…")'\""
  }
}
