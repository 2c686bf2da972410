import Casework
import Diagnostics
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
        let isReplaced = issues[(index + 1)...].contains { later in
          later.documents.contains { DocumentKind(rawValue: $0.kind)?.follows(kind) == true && $0.holds }
        }
        if isReplaced { continue }
        let (state, answers) = Self.state(of: document.name, from: index, issues, texts)
        standing.append(Standing(document: document, kind: kind, issue: index, answers: answers, state: state))
      }
    }
    self.standing = standing
  }

  /// What the document was made of, and what was told since.
  private static func state(
    of name: String, from index: Int, _ issues: [RecordedIssue], _ texts: [CaseRecord]
  ) -> (state: CaseRecord, answers: [String: Int]) {
    var state = texts[index].state
    var answers: [String: Int] = [:]
    for later in issues.indices.dropFirst(index + 1) {
      guard let reissue = issues[later].reissue else {
        state.take(texts[later].state)
        continue
      }
      if reissue.covers.contains(name) {
        state = texts[later].state
        for reason in reissue.reasons { answers[reason] = later }
      }
    }
    return (state, answers)
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

  /// Whether something has stood at a path of a text of the case before.
  func hasSaid(_ value: CaseValue, at path: String) -> Bool { texts.contains { $0[path] == value } }
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
    if earlier.isJudgement { return isJudgement }
    return self == earlier
  }

  /// A decision, also one after a complaint.
  var isJudgement: Bool { isDecision || self == .reconsideration }

  /// A letter that decides nothing.
  var isInformation: Bool {
    switch self {
    case .expiry, .correction, .hearing, .mentorChange, .information: true
    default: false
    }
  }
}

extension CaseRecord {
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
