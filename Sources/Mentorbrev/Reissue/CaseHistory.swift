import Casework
import Diagnostics
import Fields
import Register

/// What has been issued of a case, as it matters when the case has changed.
struct CaseHistory {
  /// A document that holds still.
  struct Standing {
    var document: RecordedDocument
    var kind: DocumentKind
    /// Which issue made it.
    var issue: Int
    /// The issues that have answered for it since, each by its reason.
    var answers: [String: Int]
    /// The state of the case that the citizen, or the mentor, knows by now.
    var state: CaseRecord
  }

  /// What was issued, in order.
  let issues: [RecordedIssue]
  /// What each was made of.
  let texts: [CaseRecord]
  /// The documents that hold still.
  let standing: [Standing]

  /// Reads the history of a case.
  ///
  /// - Returns: nil when what is recorded can no longer be read as a case.
  init?(_ issues: [RecordedIssue]) {
    let texts = issues.compactMap { UnreadCase(form: $0.data.form, bytes: $0.data.bytes)?.tree() }
    guard texts.count == issues.count else { return nil }
    self.issues = issues
    self.texts = texts
    var standing: [Standing] = []
    for (index, issue) in issues.enumerated() {
      for document in issue.documents {
        guard document.holds, let kind = DocumentKind(rawValue: document.kind) else { continue }
        let isReplaced = issues.indices.dropFirst(index + 1).contains { later in
          issues[later].documents.contains { document in
            guard document.holds, let successor = DocumentKind(rawValue: document.kind) else { return false }
            // An answer to a complaint that decides nothing new leaves the decision as it was.
            return successor.follows(kind) && (successor != .reconsideration || texts[later].decidesAnew)
          }
        }
        if isReplaced { continue }
        let (state, answers) = Self.state(of: document.name, kind, from: index, issues, texts)
        standing.append(Standing(document: document, kind: kind, issue: index, answers: answers, state: state))
      }
    }
    self.standing = standing
  }

  /// The decision that holds, whatever it says.
  var judgement: Standing? { standing.last(where: decides) }

  /// The decision by which the citizen has mentor support now; nil where it was only refused, and after a stop.
  var grant: Standing? { standing.last(where: isGrant) }

  /// Whether a document is a decision that gives support.
  func isGrant(_ standing: Standing) -> Bool { standing.kind.isJudgement && grants(standing) == true }

  /// Whether a document decides something; it then tells how to complain.
  func decides(_ standing: Standing) -> Bool { standing.kind.isJudgement && grants(standing) != nil }

  /// Whether a decision gives support; nil where a letter decides nothing new.
  private func grants(_ standing: Standing) -> Bool? {
    switch standing.kind {
    case .refusal, .stop: false
    case .reconsideration: texts[standing.issue].decidesAnew ? true : nil
    default: true
    }
  }

  /// What the document was made of, and what was told since.
  private static func state(
    of name: String, _ kind: DocumentKind, from index: Int, _ issues: [RecordedIssue], _ texts: [CaseRecord]
  ) -> (state: CaseRecord, answers: [String: Int]) {
    var state = texts[index].state
    if kind.onlyTells, issues[index].reissue == nil {
      // It may have been written for the time until a change that is decided.
      let decision = issues[..<index].lastIndex { $0.holds { $0.isJudgement && $0 != .refusal } }
      let mentor = issues[..<index].lastIndex { $0.holds { $0.isJudgement && $0 != .refusal || $0 == .mentorChange } }
      if let decision { state = state.with(ReissueFields.decided, of: texts[decision].state) }
      if kind != .mentorChange, let mentor, texts[mentor][ReissueFields.mentorName] != state[ReissueFields.mentorName] {
        state["mentor"] = texts[mentor]["mentor"]
      }
    }
    var answers: [String: Int] = [:]
    for later in issues.indices.dropFirst(index + 1) {
      guard let reissue = issues[later].reissue else {
        if let told = issues[later].tells(of: name, kind, texts[later], who: state[ReissueFields.mentorName]) {
          state.take(told)
        }
        continue
      }
      if reissue.covers.contains(name), issues[later].answers(for: name) {
        state = texts[later].state
        for reason in reissue.reasons { answers[reason] = later }
      }
    }
    return (state, answers)
  }

  /// The first day of what has been decided or told and is not so yet: other hours, another mentor; nil when there is nothing.
  func pending(on day: CalendarDate) -> CalendarDate? {
    let paths: [DocumentKind: String] = [.change: "aendring.fra", .mentorChange: "mentorskifte.fra"]
    return zip(issues, texts).flatMap { issue, text in
      issue.documents.compactMap { document -> CalendarDate? in
        guard document.state != .withdrawn, let path = DocumentKind(rawValue: document.kind).flatMap({ paths[$0] })
        else { return nil }
        // What begins with the support is not another than before.
        return text.date(path).flatMap { first in
          text.date("mentorstoette.periode.fra").map { $0 < first } == false ? nil : first
        }
      }
    }.filter { $0 > day }.max()
  }

  /// The issue of the contract that holds, of which later supplements are.
  var contractIssue: Int? {
    issues.lastIndex { $0.holds { $0 == .contract || $0 == .framework } }
  }

  /// The issue that last said another value of a field to one who has a document: its own, or one that told of it since.
  func teller(of field: String, to standing: Standing) -> Int {
    var teller = standing.issue
    for later in issues.indices.dropFirst(standing.issue + 1) {
      let said: CaseValue?
      if let reissue = issues[later].reissue {
        guard reissue.covers.contains(standing.document.name), issues[later].answers(for: standing.document.name) else {
          continue
        }
        said = texts[later][field]
      } else {
        let mentor = texts[teller][ReissueFields.mentorName]
        said = issues[later].tells(of: standing.document.name, standing.kind, texts[later], who: mentor)?[field]
        if said == nil { continue }
      }
      if said != texts[teller][field] { teller = later }
    }
    return teller
  }

  /// That what is recorded of a case, or a document of it, can no longer be made again.
  static func unreadable(_ caseNumber: String?) -> DiagnosticsError {
    DiagnosticsError(
      [
        Diagnostic(
          .error, "reissue-unreadable", "Det, der er udstedt i sagen, kan ikke læses igen med denne udgave.",
          caseNumber: caseNumber, help: "Skriv sagen som ny, og udsted den med 'mentorbrev issue'.")
      ], in: .danish)
  }

  /// Whether a mentor has been named to anybody before.
  var hasNamedMentor: Bool { texts.indices.contains { texts[$0][ReissueFields.mentorName] != nil && holds($0) } }

  /// Whether something has stood at a path of a text of the case before; what is withdrawn has said nothing.
  func hasSaid(_ value: CaseValue?, at path: String) -> Bool {
    texts.indices.contains { texts[$0][path] == value && holds($0) }
  }

  /// Whether an issue has said anything: a record alone has, and documents that are not all withdrawn. A hearing asks.
  private func holds(_ index: Int) -> Bool { issues[index].documents.isEmpty || issues[index].holds { $0 != .hearing } }
}

extension RecordedIssue {
  /// The kinds of its documents that are not withdrawn.
  private var standingKinds: [DocumentKind] {
    documents.filter { $0.state != .withdrawn }.compactMap { DocumentKind(rawValue: $0.kind) }
  }

  /// Whether it has a document of such a kind that is not withdrawn.
  fileprivate func holds(_ isIt: (DocumentKind) -> Bool) -> Bool { standingKinds.contains(where: isIt) }

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
    guard !kinds.isEmpty, answers(for: name) else { return nil }
    var told = text.state
    if kinds.allSatisfy(\.onlyTells) {
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

extension RecordedDocument {
  /// Whether somebody may rely on it.
  fileprivate var holds: Bool { state != .withdrawn && state != .superseded }
}

extension DocumentKind {
  /// Whether a document of this kind takes the place of an earlier one of another kind: a decision of a decision, a letter of
  /// a letter that only told something, any other of its own kind.
  fileprivate func follows(_ earlier: DocumentKind) -> Bool {
    if earlier.isInformation { return isInformation || isJudgement }
    // A refusal of more takes nothing of what was granted before.
    if earlier.isJudgement { return isJudgement && (self != .refusal || earlier == .refusal) }
    return self == earlier
  }

  /// A decision, also one after a complaint.
  var isJudgement: Bool { isDecision || self == .reconsideration }

  /// A letter that tells of something new, and by which no support changes.
  fileprivate var onlyTells: Bool { self == .information || self == .mentorChange || self == .expiry }

  /// A letter that decides nothing.
  var isInformation: Bool {
    switch self {
    case .expiry, .correction, .hearing, .mentorChange, .information: true
    default: false
    }
  }
}

extension CaseRecord {
  /// Whether a case with an answer to a complaint changes the decision.
  fileprivate var decidesAnew: Bool {
    word("genvurdering.udfald").flatMap(ReconsiderationOutcome.init(rawValue:))?.isNewDecision ?? false
  }

  /// Takes over what another state says, two keys deep; what it does not speak of stays.
  fileprivate mutating func take(_ other: CaseRecord) {
    for (key, value) in other.values {
      guard let inner = value.record else {
        values[key] = value
        continue
      }
      for (name, value) in inner.values { self["\(key).\(name)"] = value }
    }
  }
}
