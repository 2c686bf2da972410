import Casework
import Fields

/// Random numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

extension CaseRecord {
  /// The case with some values of its state changed, each to another one of its type or away.
  func mutated(_ count: Int, by numbers: inout SeededNumbers) -> CaseRecord {
    var mutated = self
    for _ in 0..<count { mutated = mutated.mutatedOnce(by: &numbers) }
    return mutated.framed(by: self)
  }

  private func mutatedOnce(by numbers: inout SeededNumbers) -> CaseRecord {
    var record = self
    // The number is what cases are known by, and the authority what they belong to.
    let keys = values.keys.filter { $0 != "sagsnummer" && $0 != "cvr" }.sorted()
    guard let key = keys.randomElement(using: &numbers), let value = values[key] else { return self }
    switch value {
    case .record(let inner):
      record.values[key] = .record(inner.mutatedOnce(by: &numbers))
    case .list(var rows):
      let index = Int.random(in: rows.indices, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0 where rows.count > 1: rows.remove(at: index)
      case 1: rows.append(rows[index])
      case 2 where rows.count > 1: rows.swapAt(0, rows.count - 1)
      default: rows[index] = rows[index].mutatedOnce(by: &numbers)
      }
      record.values[key] = .list(rows)
    default:
      record.values[key] =
        Int.random(in: 0..<8, using: &numbers) == 0 ? nil : value.another(by: &numbers)
    }
    return record
  }
}

extension CaseValue {
  fileprivate func another(by numbers: inout SeededNumbers) -> CaseValue {
    switch self {
    case .text(let text):
      // Digits stay digits, so that numbers of companies, telephones and postal codes keep their form.
      if let digit = text.lastIndex(where: \.isNumber) {
        var text = text
        text.replaceSubrange(digit...digit, with: String(Int.random(in: 0...9, using: &numbers)))
        return .text(text)
      }
      return .text(text + [" nu", " igen", "e"].randomElement(using: &numbers)!)
    case .integer(let number): return .integer(max(0, number + Int.random(in: -2...2, using: &numbers)))
    case .amount(let amount): return .amount(Amount(oere: amount.oere + Int.random(in: 1...999, using: &numbers)))
    case .date(let day):
      return .date(CalendarDate(dayNumber: day.dayNumber + Int.random(in: -9...9, using: &numbers)))
    case .boolean(let isTrue): return .boolean(!isTrue)
    case .choice(let word):
      let words = [
        "praktisk", "personlig", "faglig", "beskaeftigelse", "uddannelse", "kommune", "virksomhed", "6-2", "6-7",
      ]
      return .choice(words.filter { $0 != word }.randomElement(using: &numbers)!)
    case .record, .list: return self
    }
  }
}
