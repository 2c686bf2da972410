import Casework
import Fields
import Foundation
import Mentorbrev
import Testing

/// An example moved in time, so that one kind of its documents is written on a given day.
struct ShiftedExample: Sendable, CustomTestStringConvertible {
  /// The name of the file, without `.json`.
  let name: String
  let kind: DocumentKind

  private static let folder = Repository.root.appending(path: "Templates/examples")

  /// Every kind of document of every example.
  static let all: [ShiftedExample] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.sorted().map { String($0.dropLast(5)) }
    .flatMap { name in ((try? kinds(of: name)) ?? []).map { ShiftedExample(name: name, kind: $0) } }

  var testDescription: String { "\(name): \(kind.rawValue)" }

  private static func kinds(of name: String) throws -> [DocumentKind] {
    let reading = try sample(name).reading()
    let made = try Repository.letterbook().render(reading).documents.map(\.identity.kind)
    // Some kinds are made only when they are asked for; their example has their name.
    return (made + [DocumentKind(rawValue: name)].compactMap(\.self)).uniqued
  }

  private static func sample(_ name: String) throws -> Sample {
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return Sample(try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
  }

  /// The example with everything moved to around a day, and the document dated a day, which may be another.
  ///
  /// All days keep their distance to the document's day. Only the end of the support is counted in months, as its length
  /// is in law. The day of receipt is the same whatever the document's date, so that the complaint deadline is too.
  func sample(around center: CalendarDate, dated date: CalendarDate) throws -> Sample {
    let sample = try Self.sample(name)
    let documents = try Repository.letterbook().documents(sample, kinds: [kind])
    let original = try #require(documents.first).identity.date
    let move = Move(by: original.days(to: center), period: sample["mentorstoette.periode"])
    var moved = Sample(try #require(move.moved(sample.json) as? [String: Any]))
    for path in Self.dates(sample.json) where sample[path] as? String == original.description {
      moved = moved.with(path, date.description)
    }
    if sample["afgoerelse"] != nil {
      moved = moved.with("afgoerelse.modtagelsesdag", center.adding(days: 3).description)
    }
    return moved
  }

  /// The paths of the days on which documents are written.
  private static func dates(_ record: [String: Any], in path: String = "") -> [String] {
    record.flatMap { key, value in
      if let inner = value as? [String: Any] { return dates(inner, in: "\(path)\(key).") }
      return key == "dato" ? ["\(path)dato"] : []
    }
  }

  /// Days moved by a number of days.
  private struct Move {
    let days: Int
    /// The last day of the support, before and after.
    var end: (before: CalendarDate, after: CalendarDate)?

    init(by days: Int, period: Any?) {
      self.days = days
      guard let period = period as? [String: String], let from = period["fra"].flatMap({ CalendarDate(iso: $0) }),
        let to = period["til"].flatMap({ CalendarDate(iso: $0) })
      else { return }
      var months = 0
      while from.adding(months: months + 1).adding(days: -1) <= to { months += 1 }
      let rest = from.adding(months: months).days(to: to)
      end = (to, from.adding(days: days).adding(months: months).adding(days: rest))
    }

    func moved(_ value: Any) -> Any {
      if let rows = value as? [Any] { return rows.map(moved) }
      if let record = value as? [String: Any] { return record.mapValues(moved) }
      guard let day = (value as? String).flatMap({ CalendarDate(iso: $0) }) else { return value }
      return moved(day).description
    }

    private func moved(_ day: CalendarDate) -> CalendarDate {
      if let end, (0...1).contains(end.before.days(to: day)) { return end.after.adding(days: end.before.days(to: day)) }
      return day.adding(days: days)
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of the first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
