import Diagnostics
import Fields

extension WrittenDate {
  /// A day in a table: `2026-12-01`, `1-12-2026` or `01.12.2026`, the day first.
  init(inTable text: UnsafeBufferPointer<UInt8>) {
    let parts = text.split(omittingEmptySubsequences: false) { "-./ ".utf8.contains($0) }
    let numbers = parts.compactMap { part in
      part.count <= 4 && !part.isEmpty && part.allSatisfy(isDigit) ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    let isDashed = text.count { $0 == UInt8(ascii: "-") } == 2
    let isDotted = text.count { $0 == UInt8(ascii: ".") } == 2
    guard parts.count == 3, numbers.count == 3 else {
      self = .problem(Self.noDate(text))
      return
    }
    if isDashed, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 {
      self.init(year: numbers[0], month: numbers[1], day: numbers[2], example: "fx 23-11-2026")
    } else if isDashed || isDotted, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 {
      self.init(year: numbers[2], month: numbers[1], day: numbers[0], example: "fx 23-11-2026")
    } else if parts[2].count == 2, parts[0].count <= 2 {
      self = .problem(
        TextProblem(
          "date-format", "årstallet har kun to cifre.", help: "Skriv det med fire: dag-måned-år, fx 23-11-2026."))
    } else if text.contains(UInt8(ascii: "/")) {
      self = .problem(
        TextProblem(
          "date-format", "med skråstreger er det ikke til at vide, om dag eller måned står først.",
          help: "Skriv dag-måned-år, fx 23-11-2026."))
    } else {
      self = .problem(Self.noDate(text))
    }
  }

  private static func noDate(_ text: UnsafeBufferPointer<UInt8>) -> TextProblem {
    let length = text.count { $0 & 0xC0 != 0x80 }
    return TextProblem(
      "date-format", "forventede en dato som 23-11-2026 (dag-måned-år), fandt en anden tekst (\(counted(length))).",
      help: "Skriv 23-11-2026, 23.11.2026 eller 2026-11-23.")
  }

  /// The day, or what is wrong.
  var result: Result<CalendarDate, TextProblem> {
    switch self {
    case .day(let day): .success(day)
    case .problem(let problem): .failure(problem)
    }
  }
}
