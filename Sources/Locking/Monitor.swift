#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A state that threads share, one at a time.
///
/// It is the one lock of the house. The system's own, and not that of `Synchronization`: the thread sanitizer knows what the
/// former orders and takes the latter, a bare system call on Linux, for nothing, so that it would report every access to a
/// shared state, and what is wrong would drown in that. Neither costs anything beside what is done under it.
package final class Monitor<State>: @unchecked Sendable {
  // A lock must not move in memory.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var state: State

  package init(_ state: sending State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Works on the state alone.
  package func withLock<Result, Failure: Error>(
    _ body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// Works on the state alone as soon as it gives something, and takes that; until then it waits for a change that others
  /// tell of.
  package func take<Result>(
    after change: Change, _ body: (inout sending State) -> sending Result?
  ) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      // The state is not held while it is waited for: others change it meanwhile.
      if let result = body(&state) { return result }
      change.wait(mutex)
    }
  }
}

/// A change of a state that threads wait for. Who makes it tells of it, after the lock is given back: a thread that is woken
/// before has to wait again.
package final class Change: @unchecked Sendable {
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() { pthread_cond_init(condition, nil) }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
  }

  /// Wakes one of those that wait: for a change of which one can make use.
  package func tellOne() { pthread_cond_signal(condition) }

  /// Wakes everyone who waits.
  package func tellAll() { pthread_cond_broadcast(condition) }

  fileprivate func wait(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) { pthread_cond_wait(condition, mutex) }
}
