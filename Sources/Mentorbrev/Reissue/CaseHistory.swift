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
        let told = Told(document.name, kind, from: index, issues, texts)
        standing.append(
          Standing(document: document, kind: kind, issue: index, answers: told.answers, state: told.state))
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

  /// Whether something has stood at a path of a text of the case before; what is withdrawn has said nothing. Rows have stood
  /// when each of them was among those of a text.
  func hasSaid(_ value: CaseValue?, at path: String) -> Bool {
    texts.indices.contains { index in
      let earlier = texts[index][path]
      guard case .list(let rows)? = value, case .list(let all)? = earlier else {
        return earlier == value && holds(index)
      }
      return rows.allSatisfy(all.contains) && holds(index)
    }
  }

  /// Whether an issue has said anything: a record alone has, and documents that are not all withdrawn. A hearing asks.
  private func holds(_ index: Int) -> Bool { issues[index].documents.isEmpty || issues[index].holds { $0 != .hearing } }
}

extension RecordedIssue {
  /// The kinds of its documents that are not withdrawn.
  var standingKinds: [DocumentKind] {
    documents.filter { $0.state != .withdrawn }.compactMap { DocumentKind(rawValue: $0.kind) }
  }

  /// Whether it has a document of such a kind that is not withdrawn.
  func holds(_ isIt: (DocumentKind) -> Bool) -> Bool { standingKinds.contains(where: isIt) }
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
}
