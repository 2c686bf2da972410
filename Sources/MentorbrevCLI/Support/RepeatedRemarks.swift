import Casework
import Diagnostics
import Lawbook

/// Warnings and notes that many cases of a run share: told in full of the first cases that have them, counted of the others.
///
/// Errors are told of each case, however many there are. So is what a run says of its own doing (a letter that goes out on
/// paper, a paper that was left), because nothing tells it again. For machines (`--json`) nothing is counted.
struct RepeatedRemarks {
  /// Of how many cases the same remark is told.
  static let limit = 5
  /// Faults of a whole list that each of its rows repeats: told as often, though they are errors. Each row is still refused
  /// in a line of its own.
  private static let ofList: Set<String> = ["encoding", "header-errors"]
  /// What a run says of its own doing.
  private static let ofRun: Set<String> = ["more-problems", "memo-paper", "memo-not-sent"]
  /// What a re-issue says of what it leaves alone: the same command tells it again.
  private static let leftOut = "reissue-only-other"

  /// How each can be seen.
  enum Way {
    /// By the same command for machines.
    case byMachine
    /// By `check`, where the command does nothing the second time.
    case byCheck
    /// In the copy of the list that was asked for.
    case inCopy(String)

    fileprivate var text: String {
      switch self {
      case .byMachine: "kør den samme kommando med --json"
      case .byCheck: "kør 'mentorbrev check' på de samme sager med --json"
      case .inCopy(let path): "se i \(path)"
      }
    }
  }

  private struct Kind: Hashable {
    var id: String
    var severity: Diagnostic.Severity
  }

  private let lawbook: () -> Lawbook?
  private let way: Way
  private var counts: [Kind: Int] = [:]
  /// In the order in which they came.
  private var kinds: [Kind] = []

  /// - Parameters:
  ///   - lawbook: names the rules; asked only when something was counted.
  ///   - way: how each can be seen.
  init(_ lawbook: @autoclosure @escaping () -> Lawbook?, _ way: Way) {
    self.lawbook = lawbook
    self.way = way
  }

  /// Those of a case's remarks that are told; the others are counted.
  mutating func told(_ remarks: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Kind> = []
    return remarks.filter { remark in
      guard Self.isCounted(remark) else { return true }
      let kind = Kind(id: remark.id, severity: remark.severity)
      // Two of one case count as one.
      if seen.insert(kind).inserted {
        if counts[kind] == nil { kinds.append(kind) }
        counts[kind, default: 0] += 1
      }
      return counts[kind, default: 0] <= Self.limit
    }
  }

  private static func isCounted(_ remark: Diagnostic) -> Bool {
    if remark.severity == .error { return ofList.contains(remark.id) }
    return !ofRun.contains(remark.id) && (remark.id == leftOut || !remark.id.hasPrefix("reissue-"))
  }

  /// A line for each remark that was not told of all cases, and how to see them; afterwards nothing is left to tell.
  mutating func takeLines() -> [String] {
    let counted = kinds.filter { counts[$0, default: 0] > Self.limit }
    let lawbook = counted.isEmpty ? nil : lawbook()
    let lines = counted.map { kind in
      let title = lawbook?.rule(kind.id).map { " \"\($0.title)\"" } ?? ""
      return "\(kind.severity.danish) \(kind.id)\(title): \(counts[kind, default: 0]) sager. "
        + "Den er vist for de første \(Self.limit)."
    }
    counts = [:]
    kinds = []
    return lines.isEmpty ? [] : lines + ["Vil du se dem alle, så \(way.text). 'mentorbrev explain' forklarer én sag."]
  }
}

extension Diagnostic.Severity {
  fileprivate var danish: String {
    switch self {
    case .note: "Note"
    case .warning: "Advarsel"
    case .error: "Fejl"
    }
  }
}
