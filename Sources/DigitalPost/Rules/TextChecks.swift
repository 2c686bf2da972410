import Casework
import Diagnostics

extension String {
  /// Whether it is a moment in UTC: `2026-11-23T11:00:00Z`, with or without parts of a second.
  var isUTC: Bool {
    let bytes = Array(utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[..<19].has(form: "0000-00-00T00:00:00") else {
      return false
    }
    let parts = bytes[19..<bytes.count - 1]
    return parts.isEmpty
      || parts.count > 1 && parts.first == UInt8(ascii: ".") && parts.dropFirst().allSatisfy(isDigit)
  }

  /// Whether anything in it can be seen.
  var isVisible: Bool {
    unicodeScalars.contains { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
  }

  /// Without the white space around it.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    let isTrimmed = scalars.first?.properties.isWhitespace != true && scalars.last?.properties.isWhitespace != true
    if isTrimmed { return self }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether it holds what may be a CPR number, however its parts are kept apart.
  var holdsCivilRegistrationNumber: Bool { CivilRegistrationNumber.isFound(in: self) }
}

extension Unicode.Scalar {
  /// A control character, a separator of lines, or one that changes the direction of what stands around it.
  var isControl: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    default: TextCharacter.turnsWriting(value) || value == 0x200B
    }
  }
}
