import Diagnostics

/// Looks for CPR numbers in a text, however their digits are kept apart.
///
/// Found are ten digits that begin with a possible day and month, unless they are a piece of a longer run:
///
/// - in one run, `8211771212`;
/// - as six and four, with spaces, dashes and full stops or at most three other signs between, `821177 - 1212`;
/// - as a written date and four, `82.11.77-1212`, `82-11-1977-1212`;
/// - in any groups with nothing but white space between, when no more digits follow or go before, `8211 77 1212`.
///
/// A telephone number has eight digits, and 45 before them is no day of a month. Characters that cannot be seen count as
/// nothing, and digits of other scripts as digits.
struct NumberSearch {
  /// What may stand between the groups of one number.
  struct Separators: OptionSet {
    let rawValue: UInt8
    static let spaces = Separators(rawValue: 1)
    static let dashes = Separators(rawValue: 2)
    /// Full stops, slashes and underscores.
    static let points = Separators(rawValue: 4)
    /// Any other sign that is no letter.
    static let marks = Separators(rawValue: 8)

    /// What a text may have.
    static let ofTexts: Separators = [.spaces, .dashes, .points, .marks]
    /// Case numbers are made of groups with full stops and slashes between.
    static let ofCaseNumbers: Separators = [.spaces, .dashes]
  }

  /// A gap longer than this keeps two numbers apart.
  private static let longestGap = 5

  private let text: UnsafeBufferPointer<UInt8>
  private let separators: Separators

  /// Whether a text, which must be UTF-8, holds what may be a CPR number.
  static func findsNumber(
    in text: UnsafeBufferPointer<UInt8>, between separators: Separators = .ofTexts
  ) -> Bool {
    NumberSearch(text: text, separators: separators).finds()
  }

  /// Whether a text holds these digits one after the other, with at most three other characters between two of them.
  ///
  /// So one known number is found even where it stands within a longer one.
  static func finds(_ digits: String, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Of at most 19 digits, as a number: the last ones seen, and how many they are.
    guard let wanted = UInt64(digits) else { return false }
    let limit = digits.utf8.reduce(UInt64(1)) { limit, _ in limit * 10 }
    var last: UInt64 = 0
    var count = 0
    var index = 0
    var gap = 0
    while index < text.count {
      switch sign(in: text, at: &index) {
      case .digit(let digit):
        if gap > 3 { (last, count) = (0, 0) }
        last = (last * 10 + UInt64(digit)) % limit
        count += 1
        gap = 0
        if last == wanted, count >= digits.utf8.count { return true }
      case .nothing: continue
      case .separator, .other: gap += 1
      }
    }
    return false
  }

  private func finds() -> Bool {
    guard hasTenDigits else { return false }
    var index = 0
    var join = Gap()
    while index < text.count {
      let start = index
      guard case .digit = Self.sign(in: text, at: &index) else {
        join = Gap()
        continue
      }
      index = start
      if isNumber(at: start, after: join) { return true }
      _ = group(at: &index)
      join = gap(at: &index)
    }
    return false
  }

  /// Whether ten digits stand with nothing but separators between: where none do, there is no number to look for.
  private var hasTenDigits: Bool {
    var index = 0
    var count = 0
    while index < text.count, count < 10 {
      switch Self.sign(in: text, at: &index) {
      case .digit: count += 1
      case .nothing: continue
      case .separator(let separator) where separators.contains(separator): continue
      case .separator, .other: count = 0
      }
    }
    return count == 10
  }

  /// Whether a number begins at a group of digits.
  ///
  /// - Parameter join: what joins the group to the one before it.
  private func isNumber(at start: Int, after join: Gap) -> Bool {
    var index = start
    var head: UInt32 = 0
    var headLength = 0
    var total = 0
    // The lengths of the groups, four bits each: 6 and 4 are 0x64.
    var shape = 0
    var between: Separators = []
    while true {
      let length = group(at: &index, &head, &headLength)
      total += length
      if total > 12 { return false }
      if headLength == 4, !Self.isDate(head) { return false }
      shape = shape << 4 | length
      let next = gap(at: &index)
      if total >= 10,
        hasForm(shape, total, between, isOpen: join.isTight || next.isTight, isPart: join.joins || next.joins)
      {
        return true
      }
      guard next.joins || (shape == 6 && next.isShort) else { return false }
      between.formUnion(next.separators)
    }
  }

  /// - Parameters:
  ///   - isOpen: whether more digits follow or go before with one sign between, as in a case number.
  ///   - isPart: whether more digits follow or go before at all.
  private func hasForm(_ shape: Int, _ total: Int, _ between: Separators, isOpen: Bool, isPart: Bool) -> Bool {
    switch shape {
    case 0xA, 0x64: true
    case 0x2224: !between.contains(.points) || !isOpen
    case 0x2244: between.contains(.dashes) && !isOpen
    default: total == 10 && between == .spaces && !isPart
    }
  }

  /// Whether four digits can be a day and a month, also of a replacement number.
  private static func isDate(_ digits: UInt32) -> Bool {
    CivilRegistrationNumber.isDay(Int(digits / 100), ofMonth: Int(digits % 100))
  }

  // MARK: Groups and gaps

  /// What stands between two groups of digits.
  private struct Gap {
    var separators: Separators = []
    var length = 0
    /// Whether digits come after it.
    var isFollowed = false

    /// Whether the digits on both sides can be one number.
    var joins: Bool { isFollowed && length <= NumberSearch.longestGap && !separators.contains(.marks) }
    /// Whether it is so short that any signs in it can keep the two parts of a CPR number apart.
    var isShort: Bool { isFollowed && length <= 3 }
    /// Whether it is a single sign, as within a case number or a date.
    var isTight: Bool { isFollowed && length == 1 && !separators.contains(.spaces) }
  }

  private func group(at index: inout Int) -> Int {
    var (head, headLength) = (UInt32(0), 0)
    return group(at: &index, &head, &headLength)
  }

  /// Passes over a group of digits; the first four of a number are gathered in `head`.
  private func group(at index: inout Int, _ head: inout UInt32, _ headLength: inout Int) -> Int {
    var length = 0
    while index < text.count {
      let before = index
      switch Self.sign(in: text, at: &index) {
      case .digit(let digit):
        length = min(length + 1, 15)
        if headLength < 4 {
          head = head * 10 + UInt32(digit)
          headLength += 1
        }
      case .nothing: continue
      case .separator, .other:
        index = before
        return length
      }
    }
    return length
  }

  /// Passes over what stands between two groups; stops before a letter.
  private func gap(at index: inout Int) -> Gap {
    var gap = Gap()
    while index < text.count {
      let before = index
      switch Self.sign(in: text, at: &index) {
      case .nothing: continue
      case .separator(let separator) where separators.contains(separator):
        gap.separators.insert(separator)
        gap.length += 1
      case .digit:
        index = before
        gap.isFollowed = true
        return gap
      case .separator, .other:
        index = before
        return gap
      }
    }
    return gap
  }
}

// MARK: - Signs

extension NumberSearch {
  /// What a character is to a number.
  enum Sign {
    case digit(UInt8)
    case separator(Separators)
    /// It cannot be seen.
    case nothing
    /// A letter.
    case other
  }

  /// The character at a place of a text that is UTF-8, and the place after it.
  static func sign(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Sign {
    let byte = text[index]
    guard byte < 0x80 else {
      // The letters of Danish, and most others of Western Europe; two signs of arithmetic stand among them.
      if byte == 0xC3, index + 1 < text.count, text[index + 1] | 0x20 != 0xB7 {
        index += 2
        return .other
      }
      let (scalar, length) = character(text, at: index, before: text.count)
      index += length
      return sign(of: scalar)
    }
    index += 1
    switch byte {
    case _ where isDigit(byte): return .digit(byte - 0x30)
    case _ where isLetter(byte): return .other
    case 0x20, 0x09, 0x0A, 0x0D: return .separator(.spaces)
    case UInt8(ascii: "-"): return .separator(.dashes)
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"): return .separator(.points)
    default: return .separator(.marks)
    }
  }

  private static func sign(of scalar: Unicode.Scalar) -> Sign {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .nothing }
    switch properties.generalCategory {
    case .decimalNumber: return .digit(UInt8(properties.numericValue ?? 0))
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .separator(.spaces)
    case .dashPunctuation: return .separator(.dashes)
    case .nonspacingMark, .enclosingMark, .format: return .nothing
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .other
    default: return .separator(scalar == "\u{2212}" ? .dashes : .marks)
    }
  }
}

extension CivilRegistrationNumber {
  /// Whether a text holds what may be a CPR number, however its parts are kept apart.
  package static func isFound(in text: String) -> Bool {
    guard TextSigns.hasTenDigits(text) else { return false }
    var text = text
    return text.withUTF8 { NumberSearch.findsNumber(in: $0) }
  }
}
