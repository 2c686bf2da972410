import Locking

/// One thread that finds, several that work, one that takes the results in the order of what was found.
///
/// What is found and worked on ahead of the taker is bounded, so memory does not follow the number of items, and a slow
/// taker holds everything else up. The results do not depend on the number of workers.
final class Pipeline<Item: Sendable, Value: Sendable>: Sendable {
  private struct State {
    /// What waits for a worker, with its number.
    var waiting: [(number: Int, items: [Item])] = []
    /// What waits for the taker, by its number.
    var done: [Int: [Value]] = [:]
    var found = 0
    var taken = 0
    var isEnd = false
    var isStopped = false
    var taker: CheckedContinuation<[Value]?, Never>?

    /// The next values in order, or nil in them at the end; nothing while they are being worked on.
    mutating func next() -> [Value]?? {
      if isStopped { return .some(nil) }
      if let values = done.removeValue(forKey: taken) {
        taken += 1
        return values
      }
      return isEnd && taken == found ? .some(nil) : .none
    }

    /// Gives the next values to a task that waits for them.
    mutating func wakeTaker() {
      guard let taker, let next = next() else { return }
      self.taker = nil
      taker.resume(returning: next)
    }
  }

  private let monitor = Monitor(State())
  /// How many batches may be found and not taken.
  private let window: Int

  /// Creates a pipeline for a number of workers.
  ///
  /// - Parameter ahead: how many batches more are worked on while the taker does something with those it took.
  init(workers: Int, ahead: Int = 0) { window = 2 * workers + 2 + ahead }

  // MARK: The finder

  /// Gives a batch to the workers, when there is room for it; false when nobody wants more.
  func add(_ items: [Item]) -> Bool {
    monitor.take { state in
      if state.isStopped { return false }
      guard state.found - state.taken < window else { return nil }
      state.waiting.append((state.found, items))
      state.found += 1
      return true
    }
  }

  /// Says that there are no more.
  func end() {
    monitor.change { state in
      state.isEnd = true
      state.wakeTaker()
    }
  }

  // MARK: A worker

  /// Works on batches until there are no more.
  func work(_ body: ([Item]) -> [Value]) {
    while let batch = nextWork() {
      let values = body(batch.items)
      monitor.change { state in
        guard !state.isStopped else { return }
        state.done[batch.number] = values
        state.wakeTaker()
      }
    }
  }

  private func nextWork() -> (number: Int, items: [Item])? {
    monitor.take { state -> (number: Int, items: [Item])?? in
      if state.isStopped { return .some(nil) }
      if !state.waiting.isEmpty { return state.waiting.removeFirst() }
      return state.isEnd ? .some(nil) : .none
    }
  }

  // MARK: The taker

  /// The next results in order, waiting for them; nil at the end.
  func next() -> [Value]? { monitor.take { $0.next() } }

  /// The same for a task, which gives its thread to others while it waits; a cancelled task ends everything.
  func nextInTask() async -> [Value]? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        monitor.change { state in
          state.taker = continuation
          state.wakeTaker()
        }
      }
    } onCancel: {
      stop()
    }
  }

  /// Ends everything; what nobody has taken is let go.
  func stop() {
    // What is let go may remove files, and need not hold up the others meanwhile.
    let left = monitor.change { state -> [[Value]] in
      state.isStopped = true
      let left = Array(state.done.values)
      state.done = [:]
      state.waiting = []
      state.wakeTaker()
      return left
    }
    _ = consume left
  }
}
