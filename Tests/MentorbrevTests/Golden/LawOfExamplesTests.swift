import Casework
import Diagnostics
import Fields
import Lawbook
import Mentorbrev
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
    try #require(first.map(\.format) == second.map(\.format))
    let words = try LawTranslation(from: before, to: after)
    for (a, b) in zip(first, second) {
      let expected = words.translated(a.text).split(separator: "\n")
      let found = LawTranslation.plain(b.text).split(separator: "\n").map(String.init)
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
}
