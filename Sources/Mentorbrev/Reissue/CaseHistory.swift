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
        let isReplaced = issues.indices.dropFirst(index + 1).contains { later in
          issues[later].documents.contains { document in
            guard document.holds, let successor = DocumentKind(rawValue: document.kind) else { return false }
            // An answer to a complaint that decides nothing new leaves the decision as it was.
            return successor.follows(kind) && (successor != .reconsideration || texts[later].decidesAnew)
          }
        }
        if isReplaced { continue }
        let (state, answers) = Self.state(of: document.name, from: index, issues, texts)
        standing.append(Standing(document: document, kind: kind, issue: index, answers: answers, state: state))
      }
    }
    self.standing = standing
  }

  /// The decision that holds, whatever it says.
  var judgement: Standing? { standing.last(where: decides) }

  /// The decision by which the citizen has mentor support now; nil after a refusal and after a stop.
  var grant: Standing? { judgement.flatMap { grants($0) == true ? $0 : nil } }

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
    of name: String, from index: Int, _ issues: [RecordedIssue], _ texts: [CaseRecord]
  ) -> (state: CaseRecord, answers: [String: Int]) {
    var state = texts[index].state
    var answers: [String: Int] = [:]
    for later in issues.indices.dropFirst(index + 1) {
      guard let reissue = issues[later].reissue else {
        state.take(texts[later].state)
        continue
      }
      if reissue.covers.contains(name), issues[later].answers(for: name) {
        state = texts[later].state
        for reason in reissue.reasons { answers[reason] = later }
      }
    }
    return (state, answers)
  }

  /// The issue that last said another value of a field to one who has a document: its own, or one that told of it since.
  func teller(of field: String, to standing: Standing) -> Int {
    var teller = standing.issue
    for later in issues.indices.dropFirst(standing.issue + 1) {
      let reissue = issues[later].reissue
      let said = texts[later][field]
      if let reissue {
        guard reissue.covers.contains(standing.document.name), issues[later].answers(for: standing.document.name) else {
          continue
        }
      } else if said == nil {
        continue
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

  /// Whether an issue has said anything: a record alone has, and documents that are not all withdrawn.
  private func holds(_ index: Int) -> Bool {
    let documents = issues[index].documents
    return documents.isEmpty || documents.contains { $0.state != .withdrawn }
  }
}

extension RecordedIssue {
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
