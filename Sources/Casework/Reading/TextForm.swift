import Diagnostics
import Fields

/// What is wrong with the text of a field; never the text itself.
struct TextProblem: Error {
  var id: String
  /// Follows the field's label and a colon.
  var message: String
  var help: String

  init(_ id: String, _ message: String, help: String) {
    self.id = id
    self.message = message
    self.help = help
  }
}

/// The forms that a text in a case file can have.
enum TextForm: Sendable {
  /// One line.
  case line
  /// Several lines, and much longer.
  case lines
  /// A telephone number, kept as it was written.
  case phone
  /// A mail address.
  case email
  /// Four digits.
  case postcode
  /// The number of a case; it becomes the name of a folder.
  case caseNumber
  /// A CPR number.
  case civilRegistrationNumber
  /// So many digits.
  case digits(Int)
  /// An `https` address.
  case link
  /// The id of a rule.
  case rule
  /// A time of day.
  case clock

  /// Whether line breaks and tabs may stand in it.
  var isMultiline: Bool {
    if case .lines = self { true } else { false }
  }

  /// The most characters it may have.
  var limit: Int {
    switch self {
    case .lines: 20_000
    case .caseNumber: 60
    case .phone, .rule: 20
    default: 200
    }
  }

  /// What is wrong with a text, from which the white space around it has been taken.
  @inline(__always)
  func problem(in text: UnsafeBufferPointer<UInt8>) -> TextProblem? {
    let isPlain = beginsVisibly(text) && text.count <= limit
    return (isPlain ? nil : sizeProblem(text)) ?? (hasSigns ? signProblem(text) : nil)
  }

  /// Whether only some characters may stand in it.
  private var hasSigns: Bool {
    switch self {
    case .line, .lines, .link, .clock: false  // A link or a time is checked when it is made.
    default: true
    }
  }

  private func sizeProblem(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem? {
    if isBlank(text) {
      return TextProblem("blank-text", "teksten er tom.", help: "Skriv en tekst, eller udelad nøglen.")
    }
    let length = text.count { $0 & 0xC0 != 0x80 }
    if length <= limit { return nil }
    return TextProblem(
      "text-too-long", "teksten er på \(grouped(length)) tegn, og feltet tager højst \(grouped(limit)).",
      help: "Forkort teksten.")
  }

  private func signProblem(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem? {
    switch self {
    case .line, .lines, .link, .clock: return nil
    case .phone: return phoneProblem(text)
    case .email: return isEmail(text) ? nil : mismatch
    case .postcode: return digitsProblem(text, 4)
    case .digits(let count): return digitsProblem(text, count)
    case .civilRegistrationNumber: return civilProblem(text)
    case .caseNumber: return caseNumberProblem(text)
    case .rule:
      let isGood = text.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "-") }
      return isGood ? nil : mismatch
    }
  }

  /// The problem of a text that cannot be made into a value of its type.
  var mismatch: TextProblem {
    switch self {
    case .email:
      TextProblem(
        "invalid-email",
        "forventede en mailadresse uden mellemrum: et navn, ét @ og et domæne som kommune.dk, hvis dele ikke begynder "
          + "eller slutter med bindestreg.",
        help: "Skriv fx navn@kommune.dk.")
    case .link:
      TextProblem(
        "invalid-link",
        "forventede en adresse, der begynder med https:// og et domæne som kommune.dk og ikke har mellemrum eller æ, ø "
          + "og å.",
        help: "Kopiér adressen fra browserens adresselinje.")
    case .rule:
      TextProblem(
        "invalid-rule", "forventede en regels id, fx R13: bogstaver a-z, cifre, bindestreg og punktum.",
        help: "Skriv id'et, som det står i fejlen eller i 'mentorbrev explain'.")
    case .clock:
      TextProblem("invalid-clock", "forventede et klokkeslæt fra 00:00 til 23:59.", help: "Skriv fx 09:30.")
    default:
      TextProblem(
        "invalid-text", "teksten har ikke den form, som feltet kræver.",
        help: "Kommandoen 'mentorbrev schema fields' viser felterne.")
    }
  }
}

// MARK: - The forms

private func digitsProblem(_ text: UnsafeBufferPointer<UInt8>, _ count: Int) -> TextProblem? {
  if let bad = firstCharacter(in: text, where: { !isDigit($0) }) {
    return TextProblem("invalid-digits", "forventede \(count) cifre, fandt \(bad).", help: "Skriv kun cifre.")
  }
  return text.count == count
    ? nil
    : TextProblem(
      "invalid-digits", "forventede \(count) cifre, fandt \(text.count).",
      help: text.count < count
        ? "Skriv alle \(count), også nuller, der står først." : "Se efter, om der er et ciffer for meget.")
}

private func phoneProblem(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem? {
  let help = "Skriv ét nummer, fx 72 49 60 00 eller +45 72 49 60 00."
  if let bad = firstCharacter(in: text, where: { !isDigit($0) && $0 != 0x20 && $0 != UInt8(ascii: "+") }) {
    return TextProblem("invalid-phone", "forventede cifre, mellemrum og +, fandt \(bad).", help: help)
  }
  if let place = text.dropFirst().firstIndex(of: UInt8(ascii: "+")) {
    return TextProblem("invalid-phone", "et + kan kun stå først, fandt et som tegn nr. \(place + 1).", help: help)
  }
  let digits = text.count(where: isDigit)
  // No number in the world has more than fifteen.
  if !(8...15).contains(digits) {
    return TextProblem("invalid-phone", "forventede 8 til 15 cifre, fandt \(digits).", help: help)
  }
  return nil
}

private func isEmail(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let sign = text.firstIndex(of: UInt8(ascii: "@")), (1...64).contains(sign) else { return false }
  // Names with one full stop between two of them; see also HostName, which splits nothing either.
  var beginsName = true
  for byte in text[..<sign] {
    let isStop = byte == UInt8(ascii: ".")
    guard isStop ? !beginsName : isMailByte(byte) else { return false }
    beginsName = isStop
  }
  return !beginsName && HostName.isValid(UnsafeBufferPointer(rebasing: text[(sign + 1)...]))
}

private func isMailByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "-")
    || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
}

private func civilProblem(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem? {
  // Also where digits are missing: then their number is what is wrong.
  let isSeparated = text.count > 6 && (text[6] == UInt8(ascii: "-") || text[6] == 0x20)
  let help = "Skriv ti cifre, gerne med bindestreg før de sidste fire."
  for (index, byte) in text.enumerated() where !isDigit(byte) && !(isSeparated && index == 6) {
    let bad = firstCharacter(in: UnsafeBufferPointer(rebasing: text[index...]), before: index) { _ in true }!
    return TextProblem("invalid-cpr", "forventede ti cifre, fandt \(bad).", help: help)
  }
  let digits = isSeparated ? text.count - 1 : text.count
  if digits != 10 {
    return TextProblem("invalid-cpr", "forventede ti cifre, fandt \(digits).", help: help)
  }
  if !CivilRegistrationNumber.beginsWithDate(text) {
    return TextProblem(
      "invalid-cpr", "de første fire cifre er ikke en dag og en måned.",
      help: "Se efter, om cifrene er byttet om. Et erstatningsnummer har 60 lagt til dagen.")
  }
  return nil
}

private func caseNumberProblem(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem? {
  var index = 0
  while index < text.count {
    let byte = text[index]
    // The letters æ, ø, å and the others of their block are C3 and one byte more.
    let isLatin = byte == 0xC3 && index + 1 < text.count && text[index + 1] != 0x97 && text[index + 1] != 0xB7
    if isLatin {
      index += 2
    } else if isDigit(byte) || isLetter(byte) || isCaseNumberSign(byte) {
      index += 1
    } else {
      let bad = firstCharacter(in: UnsafeBufferPointer(rebasing: text[index...]), before: count(text, to: index)) {
        _ in true
      }!
      return TextProblem(
        "invalid-case-number",
        "forventede bogstaver, cifre, punktum, bindestreg, skråstreg og mellemrum, fandt \(bad).",
        help: "Skriv nummeret, som det står i journalsystemet, og kun med de tegn.")
    }
  }
  let hasStep = text.indices.contains { place in
    let isSeparator = text[place] == UInt8(ascii: "/") || text[place] == UInt8(ascii: ".")
    if !isSeparator { return false }
    if place == 0 || place == text.count - 1 { return true }
    let following = text[place + 1]
    return following == UInt8(ascii: ".") || following == UInt8(ascii: "/")
  }
  if hasStep {
    return TextProblem(
      "invalid-case-number",
      "nummeret bliver navnet på en mappe, så punktum og skråstreg må ikke stå først, sidst eller ved siden af hinanden.",
      help: "Skriv nummeret, som det står i journalsystemet.")
  }
  if NumberSearch.findsNumber(in: text, between: .ofCaseNumbers) {
    return TextProblem(
      "cpr-in-case-number", "nummeret indeholder cifre, der ligner et CPR-nummer, og det må ikke stå i filnavne.",
      help: "Brug sagens nummer fra journalsystemet.")
  }
  return nil
}

private func isCaseNumberSign(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: " ")
}

// MARK: - Characters

/// Without the white space around it.
@inline(__always)
func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  guard !text.isEmpty else { return text }
  let last = text[text.count - 1]
  return beginsVisibly(text) && last > 0x20 && last < 0x80 ? text : withoutSpaces(text)
}

/// Whether a text begins with a printable character of ASCII or a Western European letter: nearly all do.
@inline(__always)
private func beginsVisibly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard !text.isEmpty else { return false }
  let first = text[0]
  return first > 0x20 && (first < 0x80 || first == 0xC3)
}

private func withoutSpaces(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var start = 0
  var end = text.count
  while start < end, let length = spaceLength(text, at: start, before: end) { start += length }
  while start < end {
    var begin = end - 1
    while begin > start, text[begin] & 0xC0 == 0x80 { begin -= 1 }
    guard spaceLength(text, at: begin, before: end) != nil else { break }
    end = begin
  }
  return UnsafeBufferPointer(rebasing: text[start..<end])
}

/// The bytes of the white space character that begins here, or nil.
private func spaceLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int? {
  let (scalar, length) = character(text, at: index, before: end)
  return scalar.properties.isWhitespace ? length : nil
}

/// Whether nothing in a text can be seen.
private func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  if beginsVisibly(text) { return false }
  var index = 0
  while index < text.count {
    let (scalar, length) = character(text, at: index, before: text.count)
    if TextCharacter.isInk(scalar) { return false }
    index += length
  }
  return true
}

/// The character at a place of a text that is known to be UTF-8.
func character(
  _ text: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int
) -> (scalar: Unicode.Scalar, length: Int) {
  let first = text[index]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for byte in text[(index + 1)..<min(index + length, end)] { value = value << 6 | UInt32(byte & 0x3F) }
  return (Unicode.Scalar(value) ?? " ", length)
}

/// A sign as a Dane calls it, where it is one of those that numbers are written with; else its code.
func signName(_ scalar: UInt32) -> String {
  switch scalar {
  case 0x20: "et mellemrum"
  case 0xA0, 0x2007, 0x202F: "et hårdt mellemrum"
  case 0x2C: "et komma"
  case 0x2D: "en bindestreg"
  case 0x2011: "en hård bindestreg"
  case 0x2012...0x2015: "en tankestreg"
  case 0x2212: "et minus"
  case 0x2E: "et punktum"
  case 0x2F: "en skråstreg"
  case 0x5F: "en understregning"
  default: TextCharacter.name(scalar)
  }
}

/// Names the first character of a kind by its place: `et bogstav som tegn nr. 7`.
@inline(__always)
private func firstCharacter(
  in text: UnsafeBufferPointer<UInt8>, before: Int = 0, where isBad: (UInt8) -> Bool
) -> String? {
  var index = 0
  while index < text.count, !isBad(text[index]) { index += 1 }
  if index == text.count { return nil }
  return describe(text, at: index, before: before)
}

private func describe(_ text: UnsafeBufferPointer<UInt8>, at index: Int, before: Int) -> String {
  let (scalar, _) = character(text, at: index, before: text.count)
  let kind = scalar.properties.isAlphabetic ? "et bogstav" : signName(scalar.value)
  return "\(kind) som tegn nr. \(before + count(text, to: index) + 1)"
}

private func count(_ text: UnsafeBufferPointer<UInt8>, to end: Int) -> Int {
  text[..<end].count { $0 & 0xC0 != 0x80 }
}

/// `1 tegn`, `12 tegn`.
func counted(_ length: Int) -> String { "\(grouped(length)) tegn" }

/// A number with a full stop between thousands, as Danish writes it.
package func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index.isMultiple(of: 3) { text.append(".") }
    text.append(digit)
  }
  return String(text.reversed())
}
