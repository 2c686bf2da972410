import Casework
public import Diagnostics
import Register

/// What a re-issue would do, without doing it.
public enum ReissuePlan {
  /// Compares cases with what was issued of them, and says what would become of each, in the order of the cases.
  ///
  /// ```swift
  /// let order = ReissueOrder(.newDecision, on: date)
  /// for proposal in try ReissuePlan.run(CaseInputs(["sager.jsonl"]), order, with: bundle, in: "Output") {
  ///   print(proposal.reasons, proposal.makes.map(\.name))
  /// }
  /// ```
  ///
  /// - Throws: what is wrong with templates or register.
  public static func run(
    _ inputs: CaseInputs, _ order: ReissueOrder, with bundle: TemplateBundle, in folder: String, workers: Int? = nil
  ) throws(DiagnosticsError) -> CaseRun<ReissueProposal> {
    let reissuer = try Reissuer(bundle, order, in: DocumentWriter(folder: folder))
    return try reissuer.run(inputs, workers: workers) {
      let space = RenderSpace()
      return { found in found.map { reissuer.outcome(of: $0, in: space).proposal } }
    }
  }
}

extension Reissuer {
  /// Opens the register of a folder.
  convenience init(
    _ bundle: TemplateBundle, _ order: ReissueOrder, in writer: DocumentWriter
  ) throws(DiagnosticsError) {
    let paths = RegisterPaths(folder: writer.folder)
    let register = try DiagnosticsError.catching { try RegisterReader(paths) }
    try self.init(bundle, order, register, in: paths)
  }

  /// Starts a run over what the order is about: the cases as they are now, or those of the register.
  func run<Outcome>(
    _ inputs: CaseInputs, workers: Int?, ahead: Int = 0,
    _ makeWork: @escaping @Sendable () -> ([UnreadCase]) -> [Outcome]
  ) throws(DiagnosticsError) -> CaseRun<Outcome> {
    if order.cause == .data { return try CaseRun(inputs, workers: workers, ahead: ahead, makeWork) }
    let numbers = try DiagnosticsError.catching { try register.caseNumbers() }
    return try CaseRun(workers: workers, ahead: ahead, find: { Self.find(numbers, $0) }, makeWork)
  }

  /// Gives the recorded cases by their numbers. What is recorded of each is read where it is looked at, so that what cannot
  /// be read is told of that case.
  private static func find(_ numbers: [String], _ add: ([UnreadCase]) -> Bool) {
    for start in stride(from: 0, to: numbers.count, by: CaseFinder.batchLimit) {
      let batch = numbers[start...].prefix(CaseFinder.batchLimit).compactMap { UnreadCase(number: $0) }
      if !add(batch) { return }
    }
  }
}

extension UnreadCase {
  /// A case of which only its number is said.
  fileprivate init?(number: String) {
    var text = CaseRecord()
    text["sagsnummer"] = .text(number)
    self.init(form: InputFormat.json.rawValue, bytes: text.json)
  }
}
