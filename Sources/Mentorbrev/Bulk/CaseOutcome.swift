public import Casework
public import Diagnostics

/// What came of one case of a run, or what is to be said of the text around the cases (``Reading/isCase``).
public struct CaseOutcome: Sendable {
  /// Where the case stands, and what was said while it was read. The case itself has been let go, unless
  /// ``RenderOptions/keepsCase`` was asked for.
  public var reading: Reading
  /// Its documents, or everything that stands in their way.
  public var result: CaseResult
  /// What is wrong with a template that the case needed. It is the same for all cases of its kind, so a run ends there.
  public var failure: DiagnosticsError?

  /// Whether it is a case whose documents were made.
  public var isGood: Bool { reading.isCase && failure == nil && !result.isRefused }
}

extension Letterbook {
  /// Makes the documents of any number of cases, on all cores, and gives them in the order of the cases.
  ///
  /// - Parameters:
  ///   - inputs: where the cases come from.
  ///   - options: what is made of each.
  ///   - post: makes messages of the letters, as HTML alone, in the place of the documents; nil for documents.
  ///   - workers: how many threads work; nil for one for each core, 0 for the taker's own. The documents do not depend on
  ///     it.
  /// - Throws: when the system has no more threads.
  public func render(
    _ inputs: CaseInputs, _ options: RenderOptions = RenderOptions(), post: Post? = nil, workers: Int? = nil
  ) throws(DiagnosticsError) -> CaseRun<CaseOutcome> {
    try run(inputs, options, post, workers: workers) { { $0 } }
  }

  /// Checks any number of cases against the rules without making documents.
  public func check(
    _ inputs: CaseInputs, kinds: [DocumentKind]? = nil, workers: Int? = nil
  ) throws(DiagnosticsError) -> CaseRun<CaseOutcome> {
    try CaseRun(inputs, workers: workers) {
      { found in
        found.map { unread in
          var reading = unread.read()
          let result = reading.isCase ? check(reading, kinds: kinds) : CaseResult()
          reading.held = nil
          return CaseOutcome(reading: reading, result: result)
        }
      }
    }
  }

  /// Renders cases and makes something of each, where it lies, on the thread that rendered it.
  func run<Outcome: Sendable>(
    _ inputs: CaseInputs, _ options: RenderOptions, _ post: Post? = nil, workers: Int?,
    _ makeWork: @escaping @Sendable () -> (inout CaseOutcome) -> Outcome
  ) throws(DiagnosticsError) -> CaseRun<Outcome> {
    try CaseRun(inputs, workers: workers) {
      let space = RenderSpace()
      let work = makeWork()
      return { found in
        var outcomes = outcomes(of: found, options, post, in: space)
        return outcomes.indices.map { work(&outcomes[$0]) }
      }
    }
  }

  /// What comes of some cases.
  ///
  /// Each step is done for all of them before the next: reading, rules and rendering are each more code than a processor
  /// keeps at hand, and going through all of it for every case took a tenth longer.
  func outcomes(
    of found: [UnreadCase], _ options: RenderOptions, _ post: Post? = nil, in space: RenderSpace
  ) -> [CaseOutcome] {
    let readings = found.map { $0.read() }
    let examined = readings.map { $0.isCase ? examine($0, kinds: options.kinds, isDraft: options.isDraft) : nil }
    return zip(readings, examined).map { reading, examined in
      var outcome = CaseOutcome(reading: reading, result: CaseResult())
      guard let examined else { return outcome }
      do throws(DiagnosticsError) {
        outcome.result = try render(examined, as: options.outputs, in: space)
        if let post { outcome.result = try post.messages(of: outcome.result, from: reading) }
      } catch {
        outcome.failure = error
      }
      if !options.keepsCase { outcome.reading.held = nil }
      return outcome
    }
  }
}
