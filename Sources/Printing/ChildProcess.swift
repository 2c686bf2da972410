#if canImport(Glibc)
  internal import CSystemCalls
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that runs beside this one, whose standard input and output are one socket.
///
/// A socket and no pipes: writing to a program that has ended is then an error like others, and never a signal.
final class ChildProcess {
  /// Why talking to it failed.
  enum Failure: Error {
    /// It ended, or closed its side.
    case ended
    /// It took longer than it may.
    case timedOut
  }

  private let pid: pid_t
  private let socket: Int32
  private var isEnded = false

  /// Starts a program, found on the search path. Its standard error is thrown away: it may quote a letter.
  ///
  /// - Throws: the system's number of the error.
  init(_ program: String, arguments: [String], environment: [String]) throws(SystemError) {
    var ends: (Int32, Int32) = (-1, -1)
    let made = withUnsafeMutableBytes(of: &ends) { buffer in
      socketpair(AF_UNIX, Self.streamSocket, 0, buffer.bindMemory(to: Int32.self).baseAddress)
    }
    guard made == 0 else { throw SystemError(code: errno) }
    #if canImport(Darwin)
      for end in [ends.0, ends.1] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      var yes: Int32 = 1
      setsockopt(ends.0, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      close(ends.1)
    }
    posix_spawn_file_actions_adddup2(&actions, ends.1, 0)
    posix_spawn_file_actions_adddup2(&actions, ends.1, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // It lives long, and would keep open what this program closes: files, sockets, the other ends of other children.
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Glibc)
      _ = posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    #elseif canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    // What this program ignores or holds back is its own affair.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var started: pid_t = 0
    let code = posix_spawnp(&started, program, &actions, &attributes, &words, &variables)
    guard code == 0 else {
      close(ends.0)
      throw SystemError(code: code)
    }
    pid = started
    socket = ends.0
  }

  deinit { end() }

  /// Ends it at once, and takes its last word from the system, so that nothing of it is left.
  func end() {
    guard !isEnded else { return }
    isEnded = true
    close(socket)
    kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  }

  /// Writes bytes.
  func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(Failure) {
    var start = 0
    while start < bytes.count {
      try wait(for: POLLOUT, until: deadline)
      let count = bytes.withUnsafeBytes { systemSend(socket, $0.baseAddress! + start, $0.count - start) }
      if count > 0 { start += count } else if count < 0, errno != EINTR, errno != EAGAIN { throw .ended }
    }
  }

  /// Reads so many bytes.
  func receive(_ count: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // Only what has come takes room, whatever was announced.
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while bytes.count < count {
      try wait(for: POLLIN, until: deadline)
      let wanted = min(piece.count, count - bytes.count)
      let got = piece.withUnsafeMutableBytes { recv(socket, $0.baseAddress, wanted, 0) }
      if got > 0 {
        bytes += piece[..<got]
      } else if got == 0 || (errno != EINTR && errno != EAGAIN) {
        throw .ended
      }
    }
    return bytes
  }

  private func wait(for event: Int32, until deadline: ContinuousClock.Instant) throws(Failure) {
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw .timedOut }
      let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
      var watched = pollfd(fd: socket, events: Int16(event), revents: 0)
      let ready = poll(&watched, 1, Int32(clamping: milliseconds + 1))
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .ended }
    }
  }

  #if canImport(Darwin)
    private static let streamSocket = SOCK_STREAM
  #elseif canImport(Musl)
    private static let streamSocket = SOCK_STREAM | SOCK_CLOEXEC
  #else
    // Not to be inherited by a program that another thread starts at this moment.
    private static let streamSocket = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
  #endif
}

/// The system's number of an error.
struct SystemError: Error {
  let code: Int32

  var reason: String { String(cString: strerror(code)) }
}

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Darwin)
    send(socket, bytes, count, MSG_DONTWAIT)
  #else
    send(socket, bytes, count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
  #endif
}
