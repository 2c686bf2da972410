import Casework
import Diagnostics
import Fields
import Register

/// What belongs to one letter and not to the case: its reasons, the day on which it was received, words of its own. A case
/// that says them otherwise than the letter that was issued has been corrected by somebody, and nothing else would notice.
extension Nomination {
  /// Compares the letter that a case speaks of with the one that was issued.
  ///
  /// What another letter of the case has said since is left alone: it was written for that letter.
  ///
  /// - Parameters:
  ///   - form: only a correction asks for words that are gone; elsewhere a list may leave them out.
  ///   - isAlone: whether nothing else differs, so that a case that speaks of a letter nobody has issued is told.
  func letter(
    _ said: CaseRecord, _ limits: ReissueLimits, _ form: ReissueOrder.Form, isAlone: Bool
  ) throws(DiagnosticsError) -> Result {
    var result = Result()
    guard let index = issue(of: said) else { return result }
    let text = history.texts[index]
    var differences = said.frameAlone.differences(from: text.frameAlone)
    if history.texts.contains(where: { $0.identity == said.identity }) {
      differences.removeAll { CaseRecord.identity.contains($0.reason) }
    } else if said.identity[0] != text.identity[0] {
      differences = isAlone ? differences.filter { $0.reason == CaseRecord.identity[0] } : []
    }
    let told = differences.filter { difference in
      let reason = difference.reason
      guard limits.allow(reason: reason), !Self.taken.contains(where: reason.hasPrefix) else { return false }
      if said[reason] != nil { return !history.hasSaid(said[reason], at: reason) }
      // What a re-issue wrote into a letter does not stand in the case.
      return form == .correction && history.issues[index].reissue == nil
        && !history.texts[(index + 1)...].contains { $0[reason] == nil }
    }
    for group in groups(limits) where group[0].issue == index {
      try take(told, of: said, from: group, into: &result)
    }
    return result
  }

  /// What every letter takes from its case, and no reader is told.
  private static let taken = ["loebenummer", "forsendelse", "undtagelser"]

  /// The issue of the letter that a case speaks of; where it does not hold any longer, that of the decision that does.
  private func issue(of said: CaseRecord) -> Int? {
    let same = history.standing.last { history.texts[$0.issue].identity == said.identity }
    return (same ?? history.judgement ?? history.standing.first)?.issue
  }
}

extension CaseRecord {
  /// What tells the letters of a case apart.
  fileprivate static let identity = ["afgoerelse.type", "afgoerelse.dato", "loebenummer"]

  fileprivate var identity: [CaseValue?] { Self.identity.map { self[$0] } }

  /// What belongs to the letter alone.
  fileprivate var frameAlone: CaseRecord { CaseRecord().framed(by: self) }
}
