import Casework
import Hashing
import Register

/// What a run issued and refused, as the register alone knows it: what a person needs who approves it.
struct RunOverview {
  /// The documents of one kind.
  struct Group {
    var kind: String
    var sample: SpreadSample<RecordedDocument>
  }

  /// The cases of a re-issue that differ in one thing.
  struct Cause {
    /// The path of a field, or what names an entry of the law or a template.
    var reason: String
    /// The first document of each case.
    var sample: SpreadSample<RecordedDocument>
  }

  /// Cases that were refused for one reason.
  struct Reason {
    var id: String
    /// What was said the first time.
    var example: String
    var cases: Int
  }

  let run: RecordedRun
  let counts: RunCounts
  /// The hash over the names and files of all documents, which an approval names.
  let hash: SHA256Hash
  /// The approval of these documents; nil when there is none, or only one of other documents.
  var approval: Approval? { run.approval(of: hash) }
  /// In the order of the kinds.
  let groups: [Group]
  /// Why a re-issue made them, the most frequent reason first; empty for any other run.
  let causes: [Cause]
  /// The days of the documents; nil when there are none.
  let days: ClosedRange<String>?
  /// The CVR numbers of the authorities, in their order.
  let authorities: [String]
  /// The reasons, the most frequent one first.
  let reasons: [Reason]
  /// The cases that were refused first.
  let refused: [RecordedRefusal]

  /// As many as a person reads; the others stand in a list of their own.
  static let refusedLimit = 50
  private static let sampleLimit = 6

  init(_ run: RecordedRun, _ reader: RegisterReader) throws(RegisterError) {
    self.run = run
    let number = run.record.number
    counts = try reader.counts(ofRun: number)
    var sum = RunHash()
    var groups: [String: Group] = [:]
    var first: String?
    var last: String?
    var authorities: Set<String> = []
    try reader.eachDocument(ofRun: number) { document in
      sum.add(document)
      first = min(first ?? document.date, document.date)
      last = max(last ?? document.date, document.date)
      authorities.insert(document.authority)
      groups[document.kind, default: Group(kind: document.kind, sample: SpreadSample(limit: Self.sampleLimit))]
        .sample.add(document)
    }
    hash = sum.finish()
    days = first.flatMap { first in last.map { first...$0 } }
    self.authorities = authorities.sorted()
    let order = DocumentKind.allCases.map(\.rawValue)
    self.groups = groups.values.sorted {
      (order.firstIndex(of: $0.kind) ?? order.count, $0.kind) < (order.firstIndex(of: $1.kind) ?? order.count, $1.kind)
    }
    causes = try Self.causes(of: number, reader)
    var reasons: [String: Reason] = [:]
    var refused: [RecordedRefusal] = []
    try reader.eachRefusal(inRun: number) { refusal in
      if refused.count < Self.refusedLimit { refused.append(refusal) }
      var seen: Set<String> = []
      for (id, message) in refusal.reasons.map(Self.parts) where seen.insert(id).inserted {
        reasons[id, default: Reason(id: id, example: message, cases: 0)].cases += 1
      }
    }
    self.refused = refused
    self.reasons = reasons.values.sorted { (-$0.cases, $0.id) < (-$1.cases, $1.id) }
  }

  private static func causes(of run: Int, _ reader: RegisterReader) throws(RegisterError) -> [Cause] {
    var causes: [String: Cause] = [:]
    try reader.eachReissue(inRun: run) { reissue, document in
      for reason in Set(reissue.reasons) {
        causes[reason, default: Cause(reason: reason, sample: SpreadSample(limit: sampleLimit))].sample.add(document)
      }
    }
    return causes.values.sorted { (-$0.sample.count, $0.reason) < (-$1.sample.count, $1.reason) }
  }

  /// A reason as it is recorded, `R01: Perioden er …`: its id, and the message.
  static func parts(_ reason: String) -> (id: String, message: String) {
    guard let colon = reason.firstRange(of: ": ") else { return ("", reason) }
    return (String(reason[..<colon.lowerBound]), String(reason[colon.upperBound...]))
  }
}

/// The hash over the documents of a run: of a line for each file, `<hash>  <path>`, in the order in which they were issued.
///
/// Nothing that happens to the documents later changes it.
struct RunHash {
  private var hasher = StreamHasher()

  mutating func add(_ document: RecordedDocument) {
    for (suffix, hash) in document.files.sorted(by: { $0.key < $1.key }) {
      hasher.update("\(hash.hex)  \(document.name).\(suffix)\n".utf8)
    }
  }

  func finish() -> SHA256Hash { hasher.finish() }
}

extension RegisterReader {
  /// The hash over the documents that a run has now.
  func hash(ofRun run: Int) throws(RegisterError) -> SHA256Hash {
    var sum = RunHash()
    try eachDocument(ofRun: run) { sum.add($0) }
    return sum.finish()
  }
}

extension SHA256Hash {
  /// As much of it as a person compares.
  package var short: String { String(hex.prefix(12)) }
}
