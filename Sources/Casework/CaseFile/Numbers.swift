import Diagnostics
public import Fields

/// A CPR number (*personnummer*): ten digits that begin with a plausible day and month.
///
/// The check digit is not used: since 2007 numbers are given out without it. Replacement numbers add 60 to the day.
public struct CivilRegistrationNumber: Sendable, Hashable {
  /// Ten digits, without a dash.
  public let digits: String

  /// Creates a number from `DDMMYYXXXX`, with or without a dash or a space after the date, or nil.
  public init?(_ text: String) {
    var digits = Array(text.utf8)
    if digits.count == 11, digits[6] == UInt8(ascii: "-") || digits[6] == UInt8(ascii: " ") { digits.remove(at: 6) }
    guard digits.count == 10, digits.allSatisfy(isDigit),
      digits.withUnsafeBufferPointer({ Self.beginsWithDate($0) })
    else { return nil }
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// Whether the first four of some digits can be the day and month of a CPR number.
  static func beginsWithDate(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard digits.count >= 4 else { return false }
    let day = Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)
    let month = Int(digits[2] - 0x30) * 10 + Int(digits[3] - 0x30)
    return isDay(day, ofMonth: month)
  }

  /// The day of birth; nil when the digits are no day of any year.
  ///
  /// The seventh digit tells the century (CPR-kontoret, *Personnummeret i CPR*). A replacement number has 60 added to the
  /// day, and tells the day in the same way.
  public var birthDate: CalendarDate? {
    let numbers = digits.utf8.map { Int($0) - 0x30 }
    func pair(_ index: Int) -> Int { numbers[index] * 10 + numbers[index + 1] }
    let (day, year) = (pair(0) > 60 ? pair(0) - 60 : pair(0), pair(4))
    let century =
      switch numbers[6] {
      case 0...3: 1900
      case 4, 9: year <= 36 ? 2000 : 1900
      default: year <= 57 ? 2000 : 1800
      }
    return CalendarDate(year: century + year, month: pair(2), day: day)
  }

  /// Whether the person has lived so many years on a day; nil when the digits tell no birth.
  public func isAged(_ years: Int, on day: CalendarDate) -> Bool? {
    birthDate.map { $0.adding(months: 12 * years) <= day }
  }

  /// Whether a number can begin with a day and a month.
  static func isDay(_ day: Int, ofMonth month: Int) -> Bool {
    ((1...31).contains(day) || (61...91).contains(day)) && (1...12).contains(month)
  }
}

extension CivilRegistrationNumber: CustomStringConvertible, CustomReflectable {
  /// Never the number itself: a description may end in a log.
  public var description: String { "CPR-nummer" }
  /// Nothing to show.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A CVR number (*CVR-nummer*) of a company or an authority: eight digits.
public struct CompanyNumber: Sendable, Hashable, CustomStringConvertible {
  /// Eight digits.
  public let digits: String

  /// Creates a number from eight digits, or nil.
  public init?(_ text: String) {
    guard text.utf8.count == 8, text.utf8.allSatisfy(isDigit) else { return nil }
    digits = text
  }

  /// The digits.
  public var description: String { digits }
}

/// A number of a place of work (*P-nummer*): ten digits.
public struct ProductionUnitNumber: Sendable, Hashable, CustomStringConvertible {
  /// Ten digits.
  public let digits: String

  /// Creates a number from ten digits, or nil.
  public init?(_ text: String) {
    guard text.utf8.count == 10, text.utf8.allSatisfy(isDigit) else { return nil }
    digits = text
  }

  /// The digits.
  public var description: String { digits }
}

/// A number that electronic invoices to an authority go to (*EAN-nummer*): thirteen digits.
public struct InvoiceNumber: Sendable, Hashable, CustomStringConvertible {
  /// Thirteen digits.
  public let digits: String

  /// Creates a number from thirteen digits, or nil.
  public init?(_ text: String) {
    guard text.utf8.count == 13, text.utf8.allSatisfy(isDigit) else { return nil }
    digits = text
  }

  /// The digits.
  public var description: String { digits }
}

// MARK: - As texts of a case file

extension CivilRegistrationNumber: TextValue {
  static var form: TextForm { .civilRegistrationNumber }
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    // The form has been checked: ten digits, or eleven bytes of which the seventh is a dash or a space.
    digits = String(unsafeUninitializedCapacity: 10) { digits in
      for index in 0..<10 { digits[index] = text[index < 6 ? index : text.count - 10 + index] }
      return 10
    }
  }
}

extension CompanyNumber: TextValue {
  static var form: TextForm { .digits(8) }
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool) { digits = checkedString(text, isASCII: isASCII) }
}

extension ProductionUnitNumber: TextValue {
  static var form: TextForm { .digits(10) }
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool) { digits = checkedString(text, isASCII: isASCII) }
}

extension InvoiceNumber: TextValue {
  static var form: TextForm { .digits(13) }
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool) { digits = checkedString(text, isASCII: isASCII) }
}

extension Link: TextValue {
  static var form: TextForm { .link }
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool) { self.init(checkedString(text, isASCII: isASCII)) }
}
