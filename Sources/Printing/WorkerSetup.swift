#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What every worker of a printer is started with.
struct WorkerSetup: Sendable {
  /// The Python program.
  let python: String
  /// The worker's text.
  let program: [UInt8]
  let window: EnvelopeWindow
  /// How long one letter may take.
  let seconds: Int
  /// How long a process may take to get ready.
  let startSeconds: Int

  var settings: [UInt8] { Requirements.settings(window: window, seconds: seconds) }

  /// Few variables of ours, so that a letter comes out the same for everybody.
  static var environment: [String] {
    let kept = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "XDG_CACHE_HOME"].compactMap { name in
      value(of: name).map { "\(name)=\($0)" }
    }
    return kept + ["LC_ALL=C.UTF-8", "PYTHONHASHSEED=0"]
  }

  /// The Python that the user named, or the one of the machine.
  static var python: String { value(of: "MENTORBREV_PYTHON") ?? "python3" }

  private static func value(of name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
