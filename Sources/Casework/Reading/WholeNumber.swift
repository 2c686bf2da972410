import Diagnostics

/// How to mend what is written where a whole number belongs. Decimals are never advised: they would be refused too.
enum WholeNumber {
  /// How a whole number is written in JSON.
  static let plain = "Skriv et helt tal uden anførselstegn."

  /// What to write instead.
  ///
  /// - Parameters:
  ///   - text: what is written; of hours it is said what it becomes in hours and minutes.
  ///   - plain: what to say of any other number.
  static func help(_ entry: InputEntry, _ text: some BidirectionalCollection<UInt8>, plain: String) -> String {
    guard let minutes = entry.minutesName, case .integer(let range) = entry.type, !isWhole(text) else { return plain }
    guard let time = time(text), range.contains(time.hours) else { return separately(entry.name, minutes) }
    return "Skriv \(time.hours) i \(entry.name) og \(time.minutes) i \(minutes)."
  }

  /// What to write instead of a time in one value, where hours and minutes have a field each; nil for other records.
  static func help(_ shape: InputShape) -> String? {
    for entry in shape.entries { if let minutes = entry.minutesName { return separately(entry.name, minutes) } }
    return nil
  }

  /// What to do about a number that is too small or too large for its field.
  static func help(_ entry: InputEntry, isBelow: Bool) -> String {
    switch entry.name {
    case "minutter" where !isBelow: separately("timer", "minutter")
    case "tilMinutter" where !isBelow: separately("tilTimer", "tilMinutter")
    case "timer" where !isBelow: "Skriv timerne for én uge."
    default: "Se efter, om tallet er tastet rigtigt."
    }
  }

  private static func separately(_ hours: String, _ minutes: String) -> String {
    "Skriv hele timer i \(hours) og resten i \(minutes), fx 2 i \(hours) og 30 i \(minutes)."
  }

  private static func isWhole(_ text: some Collection<UInt8>) -> Bool { !text.isEmpty && text.allSatisfy(isDigit) }

  /// The time that digits with decimals (`2,5`) or minutes (`2:30`) mean; to the nearest minute.
  private static func time(_ text: some BidirectionalCollection<UInt8>) -> (hours: Int, minutes: Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { ",.:".utf8.contains($0) }
    guard parts.count == 2, parts.allSatisfy({ isWhole($0) && $0.count <= 4 }),
      let hours = Int(String(decoding: parts[0], as: UTF8.self)),
      let rest = Int(String(decoding: parts[1], as: UTF8.self))
    else { return nil }
    if text.contains(UInt8(ascii: ":")) { return parts[1].count == 2 && rest < 60 ? (hours, rest) : nil }
    let whole = parts[1].reduce(1) { scale, _ in scale * 10 }
    let minutes = hours * 60 + (rest * 60 + whole / 2) / whole
    return (minutes / 60, minutes % 60)
  }
}

extension InputEntry {
  /// The field of the minutes beside a field of whole hours; nil for any other field.
  fileprivate var minutesName: String? {
    switch name {
    case "timer": "minutter"
    case "tilTimer": "tilMinutter"
    default: nil
    }
  }
}
