import Casework
import Mentorbrev
import Templating
import Testing

/// The law in force: between two days, letters differ where the law does, and nowhere else.
@Suite struct LawByDateTests {
  /// What differs in one line: the words from the first that differ to the last.
  private struct Change: Equatable, CustomStringConvertible {
    var before: String
    var after: String
    var description: String { "\(before) → \(after)" }

    init(_ before: String, _ after: String) {
      self.before = before
      self.after = after
    }

    init(lines a: Substring, _ b: Substring) {
      var (a, b) = (Self.words(a)[...], Self.words(b)[...])
      while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
      while let last = a.last, last == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
      self.init(a.joined(separator: " "), b.joined(separator: " "))
    }

    /// Whether a space may end a line is no matter of law.
    private static func words(_ line: Substring) -> [Substring] {
      line.split { $0 == " " || $0 == "\u{A0}" }
    }
  }

  private func changes(_ first: String, _ second: String) throws -> [String: [Change]] {
    let before = try GoldenCase(name: "graense-\(first)").documents()
    let after = try GoldenCase(name: "graense-\(second)").documents()
    try #require(before.count == after.count)
    var changes: [String: [Change]] = [:]
    for (a, b) in zip(before, after) {
      let (old, new) = (a.text.split(separator: "\n"), b.text.split(separator: "\n"))
      try #require(old.count == new.count)
      changes["\(a.identity.kind.rawValue).\(a.format.rawValue)"] = zip(old, new).filter { $0 != $1 }
        .map { Change(lines: $0, $1) }
    }
    return changes
  }

  @Test func theOrderOf2022RenumbersTheDischargeRule() throws {
    let changes = try changes("2021-12-31", "2022-01-01")
    let order = "i bekendtgørelse om en aktiv beskæftigelsesindsats (bekendtgørelse nr."
    #expect(
      changes == [
        "udskrivningskoordinator.html": [
          Change("data-krav=\"dato\">31. december 2021</dd>", "data-krav=\"dato\">1. januar 2022</dd>"),
          Change("125 \(order) 2006 af 11. december 2020).</p>", "127 \(order) 2636 af 28. december 2021).</p>"),
          Change(
            "31. december 2021, skal vi have din klage senest den 28.",
            "1. januar 2022, skal vi have din klage senest den 31."),
        ],
        "udskrivningskoordinator.xml": [
          Change("<dato>2021-12-31</dato>", "<dato>2022-01-01</dato>"),
          Change(
            "125 \(order) 2006 af 11. december 2020)</regel>",
            "127 \(order) 2636 af 28. december 2021)</regel>"),
          Change(
            "<modtagelsesdag>2021-12-31</modtagelsesdag>", "<modtagelsesdag>2022-01-01</modtagelsesdag>"),
          Change("<sidsteDag>2022-01-28</sidsteDag>", "<sidsteDag>2022-01-31</sidsteDag>"),
        ],
        "min-plan.html": [
          Change("data-krav=\"dato\">31. december 2021</dd>", "data-krav=\"dato\">1. januar 2022</dd>"),
          Change("2006 af 11. december 2020).</p>", "2636 af 28. december 2021).</p>"),
        ],
        "min-plan.xml": [Change("<dato>2021-12-31</dato>", "<dato>2022-01-01</dato>")],
      ])
  }

  @Test func theOrderOf2024RenumbersTheDischargeRule() throws {
    let changes = try changes("2023-12-31", "2024-01-01")
    let order = "i bekendtgørelse om en aktiv beskæftigelsesindsats (bekendtgørelse nr."
    #expect(
      changes == [
        "udskrivningskoordinator.html": [
          Change("data-krav=\"dato\">31. december 2023</dd>", "data-krav=\"dato\">1. januar 2024</dd>"),
          Change("127 \(order) 2636 af 28. december 2021).</p>", "128 \(order) 1216 af 28. september 2023).</p>"),
          Change("31. december 2023,", "1. januar 2024,"),
        ],
        "udskrivningskoordinator.xml": [
          Change("<dato>2023-12-31</dato>", "<dato>2024-01-01</dato>"),
          Change(
            "127 \(order) 2636 af 28. december 2021)</regel>",
            "128 \(order) 1216 af 28. september 2023)</regel>"),
          Change(
            "<modtagelsesdag>2023-12-31</modtagelsesdag>", "<modtagelsesdag>2024-01-01</modtagelsesdag>"),
        ],
        "min-plan.html": [
          Change("data-krav=\"dato\">31. december 2023</dd>", "data-krav=\"dato\">1. januar 2024</dd>"),
          Change("2636 af 28. december 2021).</p>", "1216 af 28. september 2023).</p>"),
        ],
        "min-plan.xml": [Change("<dato>2023-12-31</dato>", "<dato>2024-01-01</dato>")],
      ])
  }

  @Test func theActOf2026NamesTheMunicipality() throws {
    #expect(
      try changes("2026-01-31", "2026-02-01") == [
        "udskrivningskoordinator.html": [
          Change("data-krav=\"dato\">31. januar", "data-krav=\"dato\">1. februar"),
          Change("<p>Jobcenteret", "<p>Kommunen"),
          Change("31. januar", "1. februar"),
        ],
        "udskrivningskoordinator.xml": [
          Change("<dato>2026-01-31</dato>", "<dato>2026-02-01</dato>"),
          Change(
            "<modtagelsesdag>2026-01-31</modtagelsesdag>", "<modtagelsesdag>2026-02-01</modtagelsesdag>"),
        ],
        "min-plan.html": [
          Change("data-krav=\"dato\">31. januar", "data-krav=\"dato\">1. februar")
        ],
        "min-plan.xml": [Change("<dato>2026-01-31</dato>", "<dato>2026-02-01</dato>")],
      ])
  }

  /// The words of a day never depend on when the program runs or on what was written before.
  @Test func aLetterKeepsItsLawBesideOthers() throws {
    let letterbook = try Repository.letterbook()
    for day in ["2026-02-01", "2021-12-31", "2024-01-01", "2021-12-31"] {
      let documents = try letterbook.documents(try Sample(golden: "graense-\(day)"))
      let kept = try GoldenCase(name: "graense-\(day)").kept()
      for document in documents {
        let isKept = kept[document.fileName].map(Array.init) == document.bytes
        #expect(isKept, "\(document.path)")
      }
    }
  }
}
