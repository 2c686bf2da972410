import Casework
import Diagnostics
import Fields
import Lawbook
import Mentorbrev
import Templating
import Testing

/// The law in force, for every kind of document of every example: across a day on which law changes, a document differs
/// in the lawbook's words for the two days and in its date, and in nothing else. A new example is taken in by itself.
@Suite struct LawOfExamplesTests {
  /// The first days of new law.
  static let boundaries = ["2022-01-01", "2024-01-01", "2026-02-01", "2027-01-01"]

  @Test func coversEveryKind() {
    #expect(Set(ShiftedExample.all.map(\.kind)) == Set(DocumentKind.allCases))
  }

  @Test(arguments: ShiftedExample.all, boundaries)
  func differsOnlyWhereTheLawDiffers(_ example: ShiftedExample, _ boundary: String) throws {
    let after = try #require(CalendarDate(iso: boundary))
    let before = after.adding(days: -1)
    let first = try documents(example, around: before, dated: before)
    let second = try documents(example, around: before, dated: after)
    guard !first.isEmpty, !second.isEmpty else { return }
    try #require(first.map(\.output) == second.map(\.output))
    let words = try Translation(from: before, to: after)
    for (a, b) in zip(first, second) {
      let expected = words.translated(a.text).split(separator: "\n")
      let found = Translation.plain(b.text).split(separator: "\n").map(String.init)
      #expect(expected.count == found.count, "\(b.path)")
      for (line, (old, new)) in zip(expected, found).enumerated() where String(old) != new {
        Issue.record("\(b.path):\(line + 1): \(new) is not \(old)")
      }
    }
  }

  /// The documents of a day; none where the lawbook does not vouch for the day, and then the refusal says so.
  private func documents(
    _ example: ShiftedExample, around center: CalendarDate, dated date: CalendarDate
  ) throws -> [RenderedDocument] {
    let letterbook = try Repository.letterbook()
    let sample = try example.sample(around: center, dated: date)
    let basis = sample["retsgrundlag"] as? String ?? "lab"
    let span = try #require(letterbook.lawbook.verifiedSpan(kind: example.kind.rawValue, legalBasis: basis))
    if span.contains(date) { return try letterbook.documents(sample, kinds: [example.kind]) }
    let result = try letterbook.render(try sample.reading(), kinds: [example.kind])
    #expect(result.documents.isEmpty)
    #expect(result.diagnostics.contains { $0.id == "R40" && $0.severity == .error })
    return []
  }

  /// The words of one day put in place of those of another: citations, the law's terms, and the day itself.
  private struct Translation {
    /// The longest first.
    private let words: [(old: [UInt8], new: [UInt8])]

    init(from before: CalendarDate, to after: CalendarDate) throws {
      let lawbook = try Repository.letterbook().lawbook
      var words: [String: String] = [:]
      if let old = lawbook.era(containing: before), let new = lawbook.era(containing: after) {
        for (id, citation) in old.provisions.merging(old.acts, uniquingKeysWith: { first, _ in first }) {
          guard let other = new.provisions[id] ?? new.acts[id] else { continue }
          words[citation.full] = other.full
          words[citation.withTitle] = other.withTitle
          words[citation.short] = other.short
        }
        for (id, word) in old.terms {
          guard let other = new.terms[id] else { continue }
          words[word] = other
          words[word.prefix(1).uppercased() + word.dropFirst()] = other.prefix(1).uppercased() + other.dropFirst()
        }
      }
      for (old, new) in zip(Self.forms(before), Self.forms(after)) { words[old] = new }
      self.words = words.filter { $0.key != $0.value }.map { (Array($0.key.utf8), Array($0.value.utf8)) }
        .sorted { $0.old.count > $1.old.count }
    }

    /// Whether a space may end a line is no matter of law.
    static func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

    /// The text as it should be on the other day: at each place the longest words that stand there.
    func translated(_ text: String) -> String {
      var rest = Array(Self.plain(text).utf8)[...]
      var result: [UInt8] = []
      while let first = rest.first {
        if let (old, new) = words.first(where: { $0.old[0] == first && rest.starts(with: $0.old) }) {
          result += new
          rest = rest.dropFirst(old.count)
        } else {
          result.append(first)
          rest = rest.dropFirst()
        }
      }
      return String(decoding: result, as: UTF8.self)
    }

    private static func forms(_ day: CalendarDate) -> [String] {
      let months = [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
        "december",
      ]
      let (year, month, number) = day.parts
      return ["\(number). \(months[month - 1]) \(year)", day.description]
    }
  }
}
