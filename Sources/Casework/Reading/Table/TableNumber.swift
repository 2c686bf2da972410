import Diagnostics
import Fields

/// Numbers as a spreadsheet writes them.
enum TableNumber {
  /// A whole number, with nothing but digits and perhaps a minus.
  static func integer(_ entry: InputEntry, _ text: UnsafeBufferPointer<UInt8>) -> Result<Int, TextProblem> {
    let digits = text.first == UInt8(ascii: "-") ? text[1...] : text[...]
    if !digits.isEmpty, digits.allSatisfy(isDigit) {
      // What no `Int` holds is beyond every limit.
      return .success(Int(String(decoding: text, as: UTF8.self)) ?? (text.count == digits.count ? Int.max : Int.min))
    }
    let help = WholeNumber.help(entry, text, plain: "Skriv kun cifre.")
    let isNumber = text.contains(where: isDigit) && text.allSatisfy { isDigit($0) || $0 == comma || $0 == stop }
    if isNumber {
      return .failure(
        TextProblem("wrong-type", "forventede et helt tal, fandt et med komma eller punktum.", help: help))
    }
    return .failure(.wrongType("forventede et helt tal", text, help: help))
  }

  /// An amount of kroner in øre: digits, perhaps in groups of three, and at most two decimals.
  ///
  /// A full stop is a decimal point before one or two digits, and stands between groups when a comma follows; `1.234`
  /// alone could be either.
  static func oere(_ text: UnsafeBufferPointer<UInt8>) -> Result<Int, TextProblem> {
    let help = "Skriv tallet med decimaler efter et komma: 241,50."
    guard text.allSatisfy({ isDigit($0) || $0 == comma || $0 == stop }), text.contains(where: isDigit) else {
      return .failure(.wrongType("forventede et beløb i kroner", text, help: help))
    }
    var parts = text.split(separator: comma, omittingEmptySubsequences: false)
    var groups = parts[0].split(separator: stop, omittingEmptySubsequences: false)
    if parts.count == 1, groups.count == 2 {
      if groups[1].count == 3 {
        return .failure(
          TextProblem(
            "ambiguous-amount", "punktummet kan både skille tusinder og være et komma.",
            help: "Skriv tallet uden punktum, og decimaler efter et komma: 1234,50."))
      }
      parts = groups.map { $0 }
      groups = [parts[0]]
    }
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    let decimals = parts.count == 2 ? parts[1] : text[0..<0]
    guard parts.count <= 2, isGrouped, !groups[0].isEmpty, decimals.allSatisfy(isDigit),
      parts.count == 1 || !decimals.isEmpty
    else {
      return .failure(TextProblem("wrong-type", "forventede et beløb, men tegnene passer ikke sammen.", help: help))
    }
    if decimals.count > 2 {
      return .failure(
        TextProblem("wrong-type", "forventede et beløb med højst to decimaler.", help: "Skriv fx 241,50."))
    }
    let digits = Array(groups.joined()) + Array(decimals) + [UInt8](repeating: 0x30, count: 2 - decimals.count)
    return .success(Int(String(decoding: digits, as: UTF8.self)) ?? Int.max)
  }

  private static let comma = UInt8(ascii: ",")
  private static let stop = UInt8(ascii: ".")
}

extension TextProblem {
  /// A text where something else was expected; how long it is, and never what it says.
  static func wrongType(_ expected: String, _ text: UnsafeBufferPointer<UInt8>, help: String) -> TextProblem {
    let length = text.count { $0 & 0xC0 != 0x80 }
    return TextProblem("wrong-type", "\(expected), fandt en tekst på \(counted(length)).", help: help)
  }
}
