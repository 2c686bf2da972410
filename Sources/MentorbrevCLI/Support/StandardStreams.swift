#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input, output and errors, of which a service or a timetable may start a program without some.
enum StandardStreams {
  /// Takes the places of those that are closed, before a file of the program gets one of their numbers: messages would be
  /// written into the register, and a pipe of the program's own would be read as a case.
  ///
  /// Each for the other direction, so that reading and writing fail as they would without it, and are told.
  static func occupy() {
    for (stream, direction) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", direction)
    }
  }
}
