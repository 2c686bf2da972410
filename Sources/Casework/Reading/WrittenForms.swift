import Diagnostics

extension String {
  /// Whether it has the shape of a UUID.
  package var isUUID: Bool {
    guard utf8.count == 36 else { return false }
    return utf8.enumerated().allSatisfy { index, byte in
      switch index {
      case 8, 13, 18, 23: byte == UInt8(ascii: "-")
      default: isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
      }
    }
  }

  /// Whether it is a UUID of version 4, as MeMo's schema has it.
  package var isVersion4: Bool {
    let digits = Array(utf8)
    return isUUID && digits[14] == UInt8(ascii: "4") && "89abAB".utf8.contains(digits[19])
  }

  /// Whether it is a subject of KLE: `27.36.00`.
  package var isSubject: Bool { Array(utf8)[...].has(form: "00.00.00") }
}

extension ArraySlice<UInt8> {
  /// Whether it has a digit wherever a form has a nought, and is the same everywhere else. (A `Regex` takes longer than all
  /// other work on a message together.)
  package func has(form: StaticString) -> Bool {
    form.withUTF8Buffer { form in
      count == form.count
        && zip(self, form).allSatisfy { byte, sign in sign == UInt8(ascii: "0") ? isDigit(byte) : byte == sign }
    }
  }
}
