package import Casework
package import Diagnostics
import Locking

/// A run over any number of cases: one thread finds them, the workers turn each into a result, and you take the results in
/// the order of the cases.
///
/// ```swift
/// let run = letterbook.render(CaseInputs(["sager.jsonl"]))
/// for outcome in run { … }                 // waits on this thread
/// for await outcome in run.outcomes { … }  // or gives the thread to other tasks while it waits
/// ```
///
/// Memory holds some hundred cases, however many there are. The results are the same for any number of workers. A run is
/// taken once, by one taker; when it is stopped, its task is cancelled or it is let go, the workers end, and what nobody
/// took has left nothing behind.
public final class CaseRun<Outcome: Sendable>: Sequence, Sendable {
  private enum Labour {
    case threads(Pipeline<UnreadCase, Outcome>, Workers)
    case taker(TakersWork<UnreadCase, Outcome>)
  }

  private let labour: Labour
  private let counter: ByteCounter
  private let byteCount: Int?

  /// Starts a run.
  ///
  /// - Parameters:
  ///   - inputs: where the cases come from.
  ///   - workers: how many threads work; nil for one for each core. With 0 the taker does it all when it asks first, as is
  ///     soonest for a case or two.
  ///   - ahead: how many cases more are worked on while the taker does something with those it took.
  ///   - makeWork: called on each worker for what it does with some cases, so that it can keep buffers of its own.
  package convenience init(
    _ inputs: CaseInputs, workers count: Int?, ahead: Int = 0,
    _ makeWork: @escaping @Sendable () -> ([UnreadCase]) -> [Outcome]
  ) throws(DiagnosticsError) {
    let counter = ByteCounter()
    let finder = CaseFinder(inputs: inputs, progress: counter)
    try self.init(
      workers: count, ahead: ahead, counter: counter, byteCount: inputs.byteCount, find: { finder.run($0) }, makeWork)
  }

  /// Starts a run over cases from anywhere.
  ///
  /// - Parameter find: gives cases in batches, on a thread of its own, until there are no more or nobody wants more.
  init(
    workers count: Int?, ahead: Int = 0, counter: ByteCounter = ByteCounter(), byteCount: Int? = nil,
    find: @escaping @Sendable (_ add: @escaping ([UnreadCase]) -> Bool) -> Void,
    _ makeWork: @escaping @Sendable () -> ([UnreadCase]) -> [Outcome]
  ) throws(DiagnosticsError) {
    self.counter = counter
    self.byteCount = byteCount
    let count = count ?? WorkThread.count
    if count == 0 {
      labour = .taker(TakersWork(find: find, makeWork))
      return
    }
    let pipeline = Pipeline<UnreadCase, Outcome>(workers: count, ahead: ahead / CaseFinder.batchLimit)
    let workers = Workers(atMost: count) { pipeline.work(makeWork()) }
    labour = .threads(pipeline, workers)
    workers.startOne()
    let source = Monitor<((@escaping ([UnreadCase]) -> Bool) -> Void)?>(find)
    let reader = WorkThread {
      var isFirst = true
      // Let go of before the end is told: nobody waits for this thread, and what it reads from shall be closed then.
      source.withLock { source in
        defer { source = nil }
        return source
      }? { batch in
        // The first batch has its worker.
        if !isFirst { workers.startOne() }
        isFirst = false
        return pipeline.add(batch)
      }
      pipeline.end()
    }
    // Standard input may never end; nobody waits for it.
    reader?.detach()
    guard reader != nil, !workers.isEmpty else {
      stop()
      throw DiagnosticsError.noThreads
    }
  }

  deinit { stop() }

  /// How much of the inputs has been read, from 0 to 1; nil when their size is not known, as of standard input.
  public var progress: Double? {
    byteCount.map { $0 == 0 ? 1 : Swift.min(1, Double(counter.count) / Double($0)) }
  }

  /// Whether threads of its own work, so that it can be stopped while somebody waits for it.
  package var hasThreads: Bool { if case .threads = labour { true } else { false } }

  /// The next outcomes in the order of the cases, as many as were worked on together; nil at the end.
  ///
  /// They come as soon as they are there, so what is made of them can be passed on before waiting again.
  public func nextBatch() -> [Outcome]? {
    switch labour {
    case .threads(let pipeline, _): pipeline.next()
    case .taker(let work): work.next()
    }
  }

  /// The same for a task, which gives its thread to others while it waits for workers; when it is cancelled, the run is
  /// stopped.
  public func nextBatchInTask() async -> [Outcome]? {
    switch labour {
    case .threads(let pipeline, _): return await pipeline.nextInTask()
    case .taker(let work):
      if Task.isCancelled { stop() }
      return work.next()
    }
  }

  /// Ends the run before its end, and waits for the workers. Outcomes that nobody has taken are lost.
  public func stop() {
    switch labour {
    case .threads(let pipeline, let workers):
      pipeline.stop()
      workers.join()
    case .taker(let work): work.stop()
    }
  }
}

extension CaseRun {
  /// The outcomes one by one.
  public struct Iterator: IteratorProtocol {
    fileprivate let run: CaseRun
    fileprivate var batch: ArraySlice<Outcome> = []

    /// The next outcome, waiting for it; nil at the end.
    public mutating func next() -> Outcome? {
      while batch.isEmpty {
        guard let next = run.nextBatch() else { return nil }
        batch = next[...]
      }
      return batch.removeFirst()
    }
  }

  /// The outcomes one by one, waiting on this thread.
  public func makeIterator() -> Iterator { Iterator(run: self) }

  /// The outcomes one by one for a task; when it is cancelled, they end and the run is stopped.
  public var outcomes: Outcomes { Outcomes(run: self) }

  /// The outcomes of a run as an asynchronous sequence.
  public struct Outcomes: AsyncSequence, Sendable {
    fileprivate let run: CaseRun

    /// Begins.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(run: run) }

    /// Takes one outcome after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
      fileprivate let run: CaseRun
      fileprivate var batch: ArraySlice<Outcome> = []

      /// The next outcome; nil at the end.
      public mutating func next() async -> Outcome? {
        while batch.isEmpty {
          guard let next = await run.nextBatchInTask() else { return nil }
          batch = next[...]
        }
        return Task.isCancelled ? nil : batch.removeFirst()
      }
    }
  }
}
