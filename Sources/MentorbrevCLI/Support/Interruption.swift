import ArgumentParser
import Mentorbrev
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C, a terminal that is closed, or the system's wish that the program ends: a run is stopped in order, and leaves nothing half.
struct Interruption: Sendable {
  /// Begins to wait for it.
  init() {
    // Made here, for a signal could come while the language makes them at their first use.
    wakingEnd.store(-1, ordering: .sequentiallyConsistent)
    _ = hasHappened.load(ordering: .relaxed)
    // The system may hand it to any thread, so it is not enough that one holds it back.
    for number in Self.signals { signal(number, noteInterruption) }
    // Who started the program may want it to go on without a terminal.
    let old = signal(SIGHUP, noteInterruption)
    if unsafeBitCast(old, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(SIGHUP, SIG_IGN) }
    Self.letThrough()
  }

  private static let signals = [SIGINT, SIGTERM]

  /// Lets this thread be told. Who starts the program may hold signals back for itself, and a program inherits that.
  private static func letThrough() {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Says how a run with threads of its own is stopped: by a thread that waits for nothing else. A command that says nothing
  /// finishes what it is at, and asks then.
  func stops(_ stop: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      // Then it ends the program at once, as it does otherwise.
      for number in Self.signals { signal(number, SIG_DFL) }
      return
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakingEnd.store(ends[1], ordering: .sequentiallyConsistent)
    if hasHappened.load(ordering: .sequentiallyConsistent) { return stop() }
    let waitingEnd = ends[0]
    WorkThread {
      Self.letThrough()
      var byte: UInt8 = 0
      while read(waitingEnd, &byte, 1) < 0, errno == EINTR {}
      stop()
    }?.detach()
  }

  /// Ends the command when it has happened.
  func check(_ report: inout RunReport) throws {
    guard hasHappened.load(ordering: .relaxed) else { return }
    try report.tellCounted()
    try report.tell(
      "mentorbrev: interrupted; what was told before is done, and nothing is half. The same command does the rest")
    throw ExitCode(130)
  }
}

/// Where a signal writes to wake the thread that waits for it; -1 without one.
private let wakingEnd = Atomic<Int32>(-1)
private let hasHappened = Atomic(false)

/// Called in the middle of anything, so it does nothing but calls of the system.
private func noteInterruption(_ number: Int32) {
  let code = errno
  // The second time it means at once.
  signal(number, SIG_DFL)
  hasHappened.store(true, ordering: .sequentiallyConsistent)
  var byte: UInt8 = 0
  _ = write(wakingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
  errno = code
}
