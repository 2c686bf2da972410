import Diagnostics
import Fields

/// A type of its own that is written as a text.
protocol TextValue: Sendable {
  /// The form that the text must have.
  static var form: TextForm { get }
  /// Creates the value from a text of that form, or nil when it is none after all.
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool)
}

extension CaseScanner {
  /// Reads a text; white space around it is dropped.
  mutating func text(_ entry: InputEntry, _ form: TextForm) -> Said<String>? {
    checked(entry, form) { checkedString($0, isASCII: $1) }
  }

  /// Reads a text as a type of its own.
  mutating func value<Value: TextValue>(_ entry: InputEntry, _ type: Value.Type) -> Said<Value>? {
    checked(entry, Value.form) { Value(checked: $0, isASCII: $1) }
  }

  @inline(__always)
  private mutating func checked<Value>(
    _ entry: InputEntry, _ form: TextForm, _ make: (UnsafeBufferPointer<UInt8>, _ isASCII: Bool) -> Value?
  ) -> Said<Value>? {
    let start = index
    guard next == UInt8(ascii: "\"") else {
      wrongType(entry, expected: "en tekst i anførselstegn")
      return nil
    }
    guard let span = string(entry) else { return nil }
    if span.lineBreak >= 0, !form.isMultiline {
      reportLineBreak(at: span.lineBreak, entry)
      return nil
    }
    var problem: TextProblem?
    let value: Value? = withText(span) { text in
      let text = trimmed(text)
      if let found = form.problem(in: text) {
        problem = found
        return nil
      }
      return make(text, span.isASCII)
    }
    if let value { return Said(value, at: UInt32(truncatingIfNeeded: start)) }
    report(problem ?? form.mismatch, at: start, entry)
    return nil
  }

  /// Reads a day.
  mutating func date(_ entry: InputEntry) -> Said<CalendarDate>? {
    let start = index
    guard next == UInt8(ascii: "\"") else {
      wrongType(entry, expected: "en dato i anførselstegn")
      return nil
    }
    guard let span = string(entry) else { return nil }
    let outcome = withText(span) { WrittenDate($0) }
    switch outcome {
    case .day(let day): return Said(day, at: UInt32(truncatingIfNeeded: start))
    case .problem(let problem):
      report(problem, at: start, entry)
      return nil
    }
  }

  /// Reads one of some words; the value is its index.
  mutating func choice(_ entry: InputEntry, _ words: ChoiceWords) -> Said<Int>? {
    let start = index
    guard next == UInt8(ascii: "\"") else {
      wrongType(entry, expected: "et af ordene \(choices(entry)) i anførselstegn")
      return nil
    }
    guard let span = string(entry) else { return nil }
    if let found = withText(span, { words.index(of: $0) }) { return Said(found, at: UInt32(truncatingIfNeeded: start)) }
    reportUnknownWord(span, words.names, at: start, entry)
    return nil
  }

  /// Reads `true` or `false`.
  mutating func boolean(_ entry: InputEntry) -> Said<Bool>? {
    let start = index
    if isLiteral("true") { return Said(true, at: UInt32(truncatingIfNeeded: start)) }
    if isLiteral("false") { return Said(false, at: UInt32(truncatingIfNeeded: start)) }
    wrongType(entry, expected: "true (ja) eller false (nej) uden anførselstegn")
    return nil
  }

  /// Passes over a word, when it stands here and ends here.
  private mutating func isLiteral(_ word: StaticString) -> Bool {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count, end == bytes.count || !isWordByte(bytes[end]) else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[index + offset] != word.utf8Start[offset] { return false }
    index = end
    return true
  }

  /// Reads a whole number within limits.
  mutating func integer(_ entry: InputEntry, _ range: ClosedRange<Int>) -> Said<Int>? {
    let start = index
    guard isDigit(next) || next == UInt8(ascii: "-") else {
      wrongType(entry, expected: "et helt tal uden anførselstegn")
      return nil
    }
    guard let number = number(entry) else { return nil }
    if number.decimals > 0 || number.hasExponent || skipDecimalComma() {
      let written = bytes[start..<index]
      report(
        "wrong-type", "\(label(entry))forventede et helt tal, fandt et decimaltal.", at: start,
        help: WholeNumber.help(entry, written, plain: "Skriv et helt tal uden decimaler."), entry: entry)
      return nil
    }
    guard let value = number.value, range.contains(value) else {
      reportOutOfRange(entry, range, isBelow: number.isBelow(range), at: start)
      return nil
    }
    return Said(value, at: UInt32(truncatingIfNeeded: start))
  }

  /// Reads kroner with at most two decimals; amounts are never negative.
  mutating func amount(_ entry: InputEntry, _ kroner: ClosedRange<Int>) -> Said<Amount>? {
    let start = index
    guard isDigit(next) || next == UInt8(ascii: "-") else {
      wrongType(entry, expected: "et beløb i kroner uden anførselstegn")
      return nil
    }
    guard let number = number(entry) else { return nil }
    if skipDecimalComma() {
      report(
        "json-number", "\(label(entry))decimaler står efter et komma, og JSON har et punktum.", at: start,
        help: "Skriv decimaler efter et punktum og intet mellem tusinder, fx 1241.50.", entry: entry)
      return nil
    }
    if number.decimals > 2 || number.hasExponent {
      report(
        "wrong-type", "\(label(entry))forventede et beløb med højst to decimaler.", at: start,
        help: "Skriv fx 241.50.", entry: entry)
      return nil
    }
    guard let whole = number.value, kroner.contains(whole), !number.isNegative,
      whole < kroner.upperBound || number.hundredths == 0
    else {
      reportOutOfRange(entry, kroner, isBelow: number.isBelow(kroner), at: start)
      return nil
    }
    return Said(Amount(oere: whole * 100 + number.hundredths), at: UInt32(truncatingIfNeeded: start))
  }

  /// Passes over a comma and the digits right behind it, which a Dane writes for decimals. After a field nothing else
  /// begins so, and the rest of the case can be read.
  private mutating func skipDecimalComma() -> Bool {
    guard next == UInt8(ascii: ","), index + 1 < bytes.count, isDigit(bytes[index + 1]) else { return false }
    index += 1
    while isDigit(next) { index += 1 }
    return true
  }
}

// MARK: - Numbers

/// A number as it was written, without rounding.
struct WrittenNumber {
  var isNegative = false
  /// The whole part with its sign, or nil when it is too large for an `Int`.
  var value: Int?
  /// How many decimals were written.
  var decimals = 0
  /// The first two decimals.
  var hundredths = 0
  var hasExponent = false

  /// Whether it is too small; no limit is negative.
  func isBelow(_ range: ClosedRange<Int>) -> Bool { isNegative || (value ?? .max) < range.lowerBound }
}

extension CaseScanner {
  /// Reads a number by JSON's grammar; nil when it is none, which is then reported and passed over.
  mutating func number(_ entry: InputEntry? = nil) -> WrittenNumber? {
    let start = index
    var number = WrittenNumber()
    if next == UInt8(ascii: "-") {
      number.isNegative = true
      index += 1
    }
    let firstDigit = index
    var magnitude: Int? = 0
    while isDigit(next) {
      let digit = Int(next - 0x30)
      if let sum = magnitude, sum < Int.max / 10 - 1 { magnitude = sum * 10 + digit } else { magnitude = nil }
      index += 1
    }
    var isGood = index > firstDigit && (index == firstDigit + 1 || bytes[firstDigit] != UInt8(ascii: "0"))
    if isGood, next == UInt8(ascii: ".") {
      index += 1
      while isDigit(next) {
        number.decimals += 1
        if number.decimals <= 2 { number.hundredths += Int(next - 0x30) * (number.decimals == 1 ? 10 : 1) }
        index += 1
      }
      isGood = number.decimals > 0
    }
    if isGood, next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      number.hasExponent = true
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      isGood = isDigit(next)
      while isDigit(next) { index += 1 }
    }
    func belongs(_ byte: UInt8) -> Bool { isWordByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
    if isGood, !belongs(next) {
      number.value = magnitude.map { number.isNegative ? -$0 : $0 }
      return number
    }
    while index < bytes.count, belongs(bytes[index]) { index += 1 }
    let plain = "Skriv cifre uden nuller foran og uden plus"
    let help = "\(plain), og decimaler efter et punktum: 2.5."
    report(
      "json-number", "Her står noget, der ligner et tal, men ikke er skrevet efter JSON's regler.", at: start,
      help: isForWholeNumber(entry) ? "\(plain)." : help, entry: entry)
    return nil
  }

  /// Whether a whole number belongs here. The field is on the path when its value is passed over.
  private func isForWholeNumber(_ entry: InputEntry?) -> Bool {
    var type = entry?.type
    if type == nil, case .field(let entry)? = path.last { type = entry.takeUnretainedValue().type }
    return if case .integer? = type { true } else { false }
  }
}

// MARK: - Dates

/// A date as it was written: the day, or what is wrong with it.
enum WrittenDate {
  case day(CalendarDate)
  case problem(TextProblem)

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = Self.number(text, 0..<4), let month = Self.number(text, 5..<7), let day = Self.number(text, 8..<10)
    else {
      self = .problem(Self.otherForm(text))
      return
    }
    self.init(year: year, month: month, day: day, example: "som år-måned-dag: 2026-11-23")
  }

  /// A day if there is one.
  ///
  /// - Parameter example: how a date is written, for the message.
  init(year: Int, month: Int, day: Int, example: String) {
    if let date = CalendarDate(year: year, month: month, day: day), Self.years.contains(year) {
      self = .day(date)
    } else {
      self = .problem(Self.noSuchDay(year, month, day, example))
    }
  }

  @inline(__always)
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard isDigit(text[index]) else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    return value
  }

  /// Years that a case can be about; deadlines that are counted from them stay within four digits.
  private static let years = 1900...2199

  private static func noSuchDay(_ year: Int, _ month: Int, _ day: Int, _ example: String) -> TextProblem {
    let message =
      if !(1...12).contains(month) {
        "datoens måned skal være fra 01 til 12."
      } else if !years.contains(year) {
        "datoens år skal være fra \(years.lowerBound) til \(years.upperBound)."
      } else {
        "\(CalendarDate.danishName(ofMonth: month)) \(year) har ikke en dag nr. \(day)."
      }
    return TextProblem("no-such-date", message, help: "Skriv en dato, der findes, \(example).")
  }

  /// A date in another form than ISO's: the Danish one is recognised, so that the message can say what to write.
  private static func otherForm(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem {
    let parts = text.split(omittingEmptySubsequences: false) { "-./ ".utf8.contains($0) }
    let numbers = parts.compactMap { part in
      part.count <= 4 && !part.isEmpty && part.allSatisfy(isDigit) ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    if parts.count == 3, numbers.count == 3, parts[2].count == 4 {
      let date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
      return TextProblem(
        "date-format", "forventede en dato som 2026-11-23 (år-måned-dag), fandt dag, måned og år.",
        help: date.map { "Skriv \($0)." } ?? "Skriv en dato, der findes, som år-måned-dag.")
    }
    let length = text.count { $0 & 0xC0 != 0x80 }
    return TextProblem(
      "date-format", "forventede en dato som 2026-11-23 (år-måned-dag), fandt en anden tekst (\(counted(length))).",
      help: "Skriv år med fire cifre, måned og dag med to, og bindestreger imellem.")
  }
}
