import Locking

/// The threads that work for a run: one at first, then more as there is work for them.
final class Workers: Sendable {
  private struct State {
    var threads: [WorkThread] = []
    /// How many have not been seen to end.
    var running = 0
    /// What each does; nil when they have ended, so that nothing is kept open for them.
    var work: (@Sendable () -> Void)?
  }

  private let state: Monitor<State>
  private let haveEnded = Change()
  private let limit: Int

  init(atMost limit: Int, _ work: @escaping @Sendable () -> Void) {
    self.limit = max(1, limit)
    state = Monitor(State(work: work))
  }

  /// Starts one more, unless there are enough of them, or the system has no more.
  func startOne() {
    state.withLock { state in
      guard let work = state.work, state.threads.count < limit, let thread = WorkThread(work) else { return }
      state.threads.append(thread)
      state.running += 1
    }
  }

  /// Whether nobody works.
  var isEmpty: Bool { state.withLock { $0.threads.isEmpty } }

  /// Waits for all of them to end, also when another thread waits for them already; from now on none is started.
  func join() {
    let ending = state.withLock { state in
      state.work = nil
      defer { state.threads = [] }
      return state.threads
    }
    for thread in ending { thread.join() }
    state.withLock { $0.running -= ending.count }
    haveEnded.tellAll()
    state.take(after: haveEnded) { $0.running == 0 ? () : nil }
  }
}
