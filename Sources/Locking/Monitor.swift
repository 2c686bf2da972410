#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A state that threads share, one at a time, and wait for each other over.
///
/// It is the one lock of the house. The system's own, and not that of `Synchronization`: the thread sanitizer knows what the
/// former orders and takes the latter, a bare system call on Linux, for nothing, so that it would report every access to a
/// shared state, and what is wrong would drown in that. Neither costs anything beside what is done under it.
package final class Monitor<State>: @unchecked Sendable {
  // A lock must not move in memory.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  package init(_ state: sending State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Works on the state alone, and wakes nobody.
  package func withLock<Result, Failure: Error>(
    _ body: (inout sending State) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&state)
  }

  /// Works on the state alone, and wakes everyone who waits for a change of it.
  package func change<Result>(_ body: (inout sending State) -> sending Result) -> sending Result {
    withLock { state in
      defer { pthread_cond_broadcast(condition) }
      return body(&state)
    }
  }

  /// Waits until the state gives something, and takes it; wakes the others then.
  package func take<Result>(_ body: (inout sending State) -> sending Result?) -> sending Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    while true {
      // The state is not held while it is waited for: others change it meanwhile.
      if let result = body(&state) { return result }
      pthread_cond_wait(condition, mutex)
    }
  }
}
