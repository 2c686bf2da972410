import Locking

/// The work of a run without workers: whoever takes the results finds the items and works on them, when the first is asked for.
///
/// For what fits in a batch or two: all of it is done at once, and the results wait in memory.
final class TakersWork<Item: Sendable, Value: Sendable>: Sendable {
  typealias Find = @Sendable (_ add: @escaping ([Item]) -> Bool) -> Void
  typealias MakeWork = @Sendable () -> ([Item]) -> [Value]

  private struct State {
    /// What is to be done; nil once it has begun.
    var work: (find: Find, makeWork: MakeWork)?
    var done: ArraySlice<[Value]> = []
    var isStopped = false
  }

  private let state: Monitor<State>

  init(find: @escaping Find, _ makeWork: @escaping MakeWork) { state = Monitor(State(work: (find, makeWork))) }

  /// The next results in order; nil at the end.
  func next() -> [Value]? {
    let work = state.withLock { state in
      defer { state.work = nil }
      return state.work
    }
    if let work {
      let body = work.makeWork()
      work.find { items in
        let values = body(items)
        return self.state.withLock { state in
          if !state.isStopped { state.done.append(values) }
          return !state.isStopped
        }
      }
    }
    return state.withLock { $0.done.popFirst() }
  }

  /// Ends everything; what nobody has taken is let go.
  func stop() {
    let left = state.withLock { state in
      defer { state = State(isStopped: true) }
      return state
    }
    _ = consume left
  }
}
