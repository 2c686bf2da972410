import Casework
import Fields
import Register

/// What the reader of a document knows by now: what it was made of, and what was told to the same reader since.
struct Told {
  private(set) var state: CaseRecord
  /// The re-issues that have answered for the document since, each by its reason.
  private(set) var answers: [String: Int] = [:]

  init(
    _ name: String, _ kind: DocumentKind, from index: Int, _ issues: [RecordedIssue], _ texts: [CaseRecord]
  ) {
    state = texts[index].state
    if issues[index].onlyTells(kind) {
      // It may have been written for the time until something that is decided.
      if let decision = issues[..<index].lastDecision {
        state = state.with(ReissueFields.decided, of: texts[decision].state)
      }
      if !issues[index].holds({ $0 == .mentorChange }) {
        let mentor = issues[..<index].lastIndex { $0.holds { $0.decides || $0 == .mentorChange } }
        let name = ReissueFields.mentorName
        if let mentor, texts[mentor][name] != state[name] { state["mentor"] = texts[mentor]["mentor"] }
      }
    }
    for later in issues.indices.dropFirst(index + 1) {
      guard let reissue = issues[later].reissue else {
        if let told = issues[later].tells(of: name, kind, texts[later], who: state[ReissueFields.mentorName]) {
          state.take(told)
        }
        continue
      }
      guard reissue.covers.contains(name), issues[later].answers(for: name) else { continue }
      state = texts[later].state
      for reason in reissue.reasons { answers[reason] = later }
    }
  }
}

extension CaseHistory {
  /// The issue that last said another value of a field to one who has a document: its own, or one that told of it since.
  func teller(of field: String, to standing: Standing) -> Int {
    let name = standing.document.name
    var teller = standing.issue
    for later in issues.indices.dropFirst(standing.issue + 1) {
      let issue = issues[later]
      if let reissue = issue.reissue {
        guard reissue.covers.contains(name), issue.answers(for: name) else { continue }
        if texts[later][field] != texts[teller][field] { teller = later }
      } else {
        let mentor = texts[teller][ReissueFields.mentorName]
        let said = issue.tells(of: name, standing.kind, texts[later], who: mentor)?[field]
        if let said, said != texts[teller][field] { teller = later }
      }
    }
    return teller
  }

  /// The first day of what has been decided or told and is not so yet: other hours, another mentor; nil when there is nothing.
  func pending(on day: CalendarDate) -> CalendarDate? {
    func first(_ issue: Int?, _ path: String) -> CalendarDate? {
      guard let text = issue.map({ texts[$0] }), let first = text.date(path), first > day else { return nil }
      // What begins with the support is not another than before.
      return text.supportStart(on: day).map { first <= $0 } == true ? nil : first
    }
    let decision = issues[...].lastDecision.flatMap { index in issues[index].holds { $0 == .change } ? index : nil }
    let mentor = issues.lastIndex { $0.holds { $0 == .mentorChange } }
    return [first(decision, "aendring.fra"), first(mentor, "mentorskifte.fra")].compactMap(\.self).max()
  }

  /// The serial number for one more document of a kind and a day; nil when there is none of them yet.
  func nextSerial(of kind: DocumentKind, on day: CalendarDate) -> Int? {
    issues.flatMap(\.documents).filter { $0.kind == kind.rawValue && $0.date == day.description }
      .map { ($0.serialNumber ?? 1) + 1 }.max()
  }

  /// The issue of the contract that holds, of which later supplements are.
  var contractIssue: Int? { issues.lastIndex { $0.holds { $0 == .contract || $0 == .framework } } }
}

extension ArraySlice<RecordedIssue> {
  /// The last that decided anything about support that is given.
  fileprivate var lastDecision: Int? { lastIndex { $0.holds(\.decides) } }
}

extension RecordedIssue {
  /// Whether a document of it was written by hand, and nothing in the issue changes support: a plan follows the letters with it.
  fileprivate func onlyTells(_ kind: DocumentKind) -> Bool {
    let isPlan = kind == .minPlan
    return reissue == nil
      && (kind.onlyTells || isPlan && !holds { $0.decides || $0 == .correction })
  }

  /// What an issue that was no re-issue has told the reader of an earlier document of the case; nil where that is nothing.
  ///
  /// A paper for the mentor tells the citizen nothing, and the other way round. A hearing says what is meant to be decided, a
  /// refusal what was applied for, and what is withdrawn says nothing. Support is changed by decisions and corrections alone,
  /// and a mentor by a letter about it: another letter may have been written before the day on which they change.
  ///
  /// - Parameter mentor: whose telephone the reader knows.
  fileprivate func tells(
    of name: String, _ kind: DocumentKind, _ text: CaseRecord, who mentor: CaseValue?
  ) -> CaseRecord? {
    let kinds = standingKinds.filter { $0.isCitizens == kind.isCitizens && $0 != .hearing && $0 != .refusal }
    // A contract does not tell what the papers say that the mentor works with.
    let isTold = kind.isContractPaper ? kinds.contains(where: \.isContractPaper) : !kinds.isEmpty
    guard isTold, answers(for: name) else { return nil }
    var told = text.state
    if kinds.allSatisfy({ $0.onlyTells || $0 == .minPlan }) {
      for path in ReissueFields.decided { told[path] = nil }
      if !kinds.contains(.mentorChange), told[ReissueFields.mentorName] != mentor { told["mentor"] = nil }
    }
    return told
  }

  /// Whether what was made to answer for a document of the case holds: a plan answers for a plan, and a letter for the rest.
  /// A record alone always holds.
  fileprivate func answers(for name: String) -> Bool {
    func isPlan(_ name: String) -> Bool { name.contains("/\(DocumentKind.minPlan.rawValue)-") }
    let alike = documents.filter { isPlan($0.name) == isPlan(name) }
    let answering = alike.isEmpty ? documents : alike
    return answering.isEmpty || answering.contains { $0.state != .withdrawn }
  }
}

extension DocumentKind {
  /// A decision about support that is given, or its end; a refusal of more changes nothing of it.
  fileprivate var decides: Bool { isJudgement && self != .refusal }

  /// A letter that tells of something new, and by which no support changes.
  fileprivate var onlyTells: Bool { self == .information || self == .mentorChange || self == .expiry }
}

extension CaseRecord {
  /// The first day of the support that runs on a day or begins later: of a period that was prolonged, or of the new one.
  func supportStart(on day: CalendarDate) -> CalendarDate? {
    let earlier = (caseFile.support?.earlierPeriods ?? []).compactMap(\.period).filter { $0.to >= day }.map(\.from)
    return (earlier + [date("mentorstoette.periode.fra")].compactMap(\.self)).min()
  }

  /// Takes over what another state says, two keys deep; what it does not speak of stays.
  fileprivate mutating func take(_ other: CaseRecord) {
    let mentor = ReissueFields.mentorName
    // Another mentor has nothing of the former one's.
    if let name = other[mentor], name != self[mentor] { self["mentor"] = nil }
    for (key, value) in other.values {
      guard let inner = value.record else {
        values[key] = value
        continue
      }
      for (name, value) in inner.values { self["\(key).\(name)"] = value }
    }
  }
}
