import Casework
import Diagnostics
public import Fields
import Lawbook
import Register
import Templating

/// A grant that runs across a day on which the law that its decision cites changes.
///
/// A report and no re-issue: a decision keeps the law of its own date. It tells whom a new decision will concern.
public struct LawCrossing: Sendable, Hashable {
  /// The number of the case.
  public var caseNumber: String
  /// The decision, by its path below the folder without extension.
  public var document: String
  /// The last day of the support.
  public var until: CalendarDate
  /// The first day of other law.
  public var day: CalendarDate
  /// What changes: the titles of entries that the decision printed; empty where the law is not known any longer.
  public var changes: [String]
}

extension LawCrossing {
  /// Finds the grants in a folder that run across a change of the law.
  ///
  /// - Parameters:
  ///   - day: only support that still runs on this day.
  ///   - letterbook: templates and law of today.
  ///   - body: called for each, in the order in which the cases were issued.
  /// - Throws: what is wrong with the register or a template.
  public static func each(
    in folder: String, runningOn day: CalendarDate, with letterbook: Letterbook,
    _ body: (LawCrossing) throws -> Void
  ) throws {
    do {
      let register = try RegisterReader(RegisterPaths(folder: DocumentWriter(folder: folder).folder))
      for number in try register.caseNumbers() {
        var issues: [RecordedIssue] = []
        try register.eachIssue(.ofCase(number)) { issues.append($0) }
        guard let history = CaseHistory(issues) else { continue }
        for standing in history.standing where history.isGrant(standing) {
          for crossing in try letterbook.crossings(standing, history, from: day) { try body(crossing) }
        }
      }
    } catch let error as RegisterError {
      throw DiagnosticsError(error)
    }
  }
}

extension Letterbook {
  fileprivate func crossings(
    _ standing: CaseHistory.Standing, _ history: CaseHistory, from day: CalendarDate
  ) throws(DiagnosticsError) -> [LawCrossing] {
    guard let until = standing.state.date("mentorstoette.periode.til"), until >= day,
      let date = CalendarDate(iso: standing.document.date)
    else { return [] }
    var found: [LawCrossing] = []
    let crossing = { (first: CalendarDate, changes: [String]) in
      LawCrossing(
        caseNumber: standing.document.caseNumber, document: standing.document.name, until: until, day: first,
        changes: changes)
    }
    guard date <= until else { return [] }
    let eras = lawbook.eras(in: date...until)
    let ids = try entries(standing, history)
    for days in eras.dropFirst() where days.lowerBound > day {
      let before = days.lowerBound.adding(days: -1)
      let changed = ids.filter {
        lawbook.signature(ofEntry: $0, on: before) != lawbook.signature(ofEntry: $0, on: days.lowerBound)
      }
      if !changed.isEmpty { found.append(crossing(days.lowerBound, changed.map { lawbook.title(ofEntry: $0) ?? $0 })) }
    }
    if let last = eras.last?.upperBound, last < until { found.append(crossing(last.adding(days: 1), [])) }
    return found
  }

  /// The entries that the decision prints, in the order of their ids.
  private func entries(
    _ standing: CaseHistory.Standing, _ history: CaseHistory
  ) throws(DiagnosticsError) -> [String] {
    let documents = examine(history.texts[standing.issue].reading, kinds: [standing.kind]).documents
    guard let document = documents.first else { return [] }
    return Set(try templates(of: document).flatMap(\.entriesPrinted)).sorted()
  }
}
