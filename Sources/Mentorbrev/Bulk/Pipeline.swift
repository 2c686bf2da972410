import Locking

/// One thread that finds, several that work, one that takes the results in the order of what was found.
///
/// What is found and worked on ahead of the taker is bounded, so memory does not follow the number of items, and a slow
/// taker holds everything else up. The results do not depend on the number of workers.
///
/// Each waits for what concerns it, and is woken for nothing else: waking costs as much as a part of a letter.
final class Pipeline<Item: Sendable, Value: Sendable>: Sendable {
  private typealias Taker = CheckedContinuation<[Value]?, Never>

  private struct State {
    /// What waits for a worker, with its number.
    var waiting: [(number: Int, items: [Item])] = []
    /// What waits for the taker, with its number; no more than are found and not taken.
    var done: [(number: Int, values: [Value])] = []
    var found = 0
    var taken = 0
    /// Whether the finder has found so much that it rests until half of that is taken.
    var isFull = false
    var isEnd = false
    var isStopped = false
    /// A task that waits for the next values.
    var taker: Taker?

    /// The next values in order, or nil in them at the end; nothing while they are being worked on.
    mutating func next() -> [Value]?? {
      if isStopped { return .some(nil) }
      if let index = done.firstIndex(where: { $0.number == taken }) {
        taken += 1
        return done.remove(at: index).values
      }
      return isEnd && taken == found ? .some(nil) : .none
    }

    /// The next values for a task that waits for them.
    mutating func nextForTask() -> (taker: Taker, values: [Value]?)? {
      guard let taker, let next = next() else { return nil }
      self.taker = nil
      return (taker, next)
    }

    /// Whether the finder has rested, and there is room for more again.
    mutating func endsRest(_ window: Int) -> Bool {
      guard isFull, found - taken <= window / 2 else { return false }
      isFull = false
      return true
    }
  }

  private let monitor = Monitor(State())
  private let room = Change()
  private let work = Change()
  private let results = Change()
  /// How many batches may be found and not taken.
  private let window: Int

  /// Creates a pipeline for a number of workers.
  ///
  /// - Parameter ahead: how many batches more are worked on while the taker does something with those it took.
  init(workers: Int, ahead: Int = 0) { window = 4 * workers + ahead }

  // MARK: The finder

  /// Gives a batch to the workers, when there is room for it; false when nobody wants more.
  func add(_ items: [Item]) -> Bool {
    let isWanted = monitor.take(after: room) { state -> Bool? in
      if state.isStopped { return false }
      if state.isFull { return nil }
      state.waiting.append((state.found, items))
      state.found += 1
      state.isFull = state.found - state.taken >= window
      return true
    }
    if isWanted { work.tellOne() }
    return isWanted
  }

  /// Says that there are no more.
  func end() {
    tell { state in state.isEnd = true }
    work.tellAll()
  }

  // MARK: A worker

  /// Works on batches until there are no more.
  func work(_ body: ([Item]) -> [Value]) {
    while let batch = nextWork() {
      let values = body(batch.items)
      tell { state in
        if !state.isStopped { state.done.append((batch.number, values)) }
      }
    }
  }

  private func nextWork() -> (number: Int, items: [Item])? {
    monitor.take(after: work) { state -> (number: Int, items: [Item])?? in
      if state.isStopped { return .some(nil) }
      if !state.waiting.isEmpty { return state.waiting.removeFirst() }
      return state.isEnd ? .some(nil) : .none
    }
  }

  // MARK: The taker

  /// The next results in order, waiting for them; nil at the end.
  func next() -> [Value]? {
    let next = monitor.take(after: results) { state in
      state.next().map { (values: $0, endsRest: state.endsRest(window)) }
    }
    if next.endsRest { room.tellOne() }
    return next.values
  }

  /// The same for a task, which gives its thread to others while it waits; a cancelled task ends everything.
  func nextInTask() async -> [Value]? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        tell { $0.taker = continuation }
      }
    } onCancel: {
      stop()
    }
  }

  /// Changes what the taker waits for, and gives it the next values when they are there.
  @discardableResult private func tell<Result: Sendable>(_ change: (inout State) -> Result) -> Result {
    let (result, next, endsRest) = monitor.withLock { state in
      let result = change(&state)
      return (result, state.nextForTask(), state.endsRest(window))
    }
    if let (taker, values) = next { taker.resume(returning: values) } else { results.tellOne() }
    if endsRest { room.tellOne() }
    return result
  }

  /// Whether it was ended before its end.
  var isStopped: Bool { monitor.withLock { $0.isStopped } }

  /// Ends everything; what nobody has taken is let go.
  func stop() {
    // What is let go may remove files, and need not hold up the others meanwhile.
    let left = tell { state in
      state.isStopped = true
      let left = state.done.map(\.values)
      state.done = []
      state.waiting = []
      return left
    }
    _ = consume left
    room.tellAll()
    work.tellAll()
  }
}
