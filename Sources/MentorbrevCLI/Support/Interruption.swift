import ArgumentParser
import Mentorbrev
import Locking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C, or the system's wish that the program ends: a run is stopped in order, and leaves nothing half.
final class Interruption: Sendable {
  private struct State {
    var stop: (@Sendable () -> Void)?
    var hasHappened = false
  }

  private let state = Monitor(State())

  /// Begins to wait for it.
  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe it ends the program at once, as it does otherwise.
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakingEnd = ends[1]
    let waitingEnd = ends[0]
    WorkThread { [self] in
      Self.letThrough()
      var byte: UInt8 = 0
      while read(waitingEnd, &byte, 1) < 0, errno == EINTR {}
      let stop = state.withLock { state in
        state.hasHappened = true
        return state.stop
      }
      stop?()
    }?.detach()
    // The system may hand it to any thread, so it is not enough that one holds it back.
    for number in Self.signals { signal(number, wakeInterruption) }
  }

  private static let signals = [SIGINT, SIGTERM]

  /// Lets this thread be told. Who starts the program may hold signals back for itself, and a program inherits that.
  private static func letThrough() {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Says how a run is stopped.
  func stops(_ stop: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.stop = stop
      return state.hasHappened
    }
    if isLate { stop() }
  }

  /// Ends the command when it has happened.
  func check(_ report: inout RunReport) throws {
    guard state.withLock({ $0.hasHappened }) else { return }
    try report.tellCounted()
    try report.tell(
      "mentorbrev: interrupted; what was told before is done, and nothing is half. The same command does the rest")
    throw ExitCode(130)
  }
}

/// Where a signal writes to wake the thread that waits for it; set before the first can come.
private nonisolated(unsafe) var wakingEnd: Int32 = -1

/// Called in the middle of anything, so it does nothing but calls of the system.
private func wakeInterruption(_ number: Int32) {
  let code = errno
  // The second time it means at once.
  signal(number, SIG_DFL)
  var byte: UInt8 = 0
  _ = write(wakingEnd, &byte, 1)
  errno = code
}
