#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One worker process that prints letter after letter, started when it is first needed and again when it fails.
///
/// It waits on a thread of its own, so that no other task is held up.
actor PrintWorker {
  private let setup: WorkerSetup
  private let thread = WorkerThread()
  private var child: ChildProcess?
  private var lettersLeft = 0

  init(_ setup: WorkerSetup) { self.setup = setup }

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// Starts the process, unless it runs.
  func start() throws(PrintingError) {
    do throws(AttemptError) {
      _ = try running()
    } catch {
      throw error.final(setup)
    }
  }

  /// Ends the process.
  func end() {
    child?.end()
    child = nil
  }

  /// The PDF of a letter. When the process fails, a new one tries once more.
  func pdf(of html: [UInt8]) throws(PrintingError) -> [UInt8] {
    do throws(AttemptError) {
      return try attempt(html)
    } catch {
      if case .refused(let error) = error { throw error }
    }
    do throws(AttemptError) {
      return try attempt(html)
    } catch {
      throw error.final(setup)
    }
  }

  private func attempt(_ html: [UInt8]) throws(AttemptError) -> [UInt8] {
    let child = try running()
    do throws(AttemptError) {
      let answer = try exchange([html], with: child, within: setup.seconds)
      lettersLeft -= 1
      // Python gives little memory back.
      if lettersLeft == 0 { end() }
      return try answer.pdf(setup)
    } catch {
      // Nobody knows what a process that broke off would answer to the next letter.
      if case .refused = error { throw error }
      end()
      throw error
    }
  }

  private static let lettersPerProcess = 1000

  private func running() throws(AttemptError) -> ChildProcess {
    if let child { return child }
    let new: ChildProcess
    do throws(SystemError) {
      new = try ChildProcess(
        setup.python, arguments: ["-s", "-c", Self.bootstrap], environment: WorkerSetup.environment)
    } catch {
      let reason = error.code == ENOENT ? "there is no program '\(setup.python)'" : "\(setup.python): \(error.reason)"
      throw .refused(.unavailable(reason))
    }
    switch try? exchange([setup.program, setup.settings], with: new, within: setup.startSeconds) {
    case .ready: break
    case .missing(let reason): throw .refused(.unavailable(reason))
    default: throw .notStarted
    }
    child = new
    lettersLeft = Self.lettersPerProcess
    return new
  }

  /// Reads the program from the first frame and runs it; modules are never looked for in the folder of the user.
  private static let bootstrap = """
    import sys; sys.path = [p for p in sys.path if p]; f = sys.stdin.buffer
    exec(compile(f.read(int.from_bytes(f.read(4), "big")), "worker.py", "exec"))
    """

  private func exchange(
    _ frames: [[UInt8]], with child: ChildProcess, within seconds: Int
  ) throws(AttemptError) -> WorkerAnswer {
    let deadline = ContinuousClock.now + .seconds(seconds)
    let frame: [UInt8]
    do throws(ChildProcess.Failure) {
      for frame in frames { try child.send(Frame.head(of: frame) + frame, until: deadline) }
      let size = Frame.size(try child.receive(4, until: deadline))
      frame = size <= Frame.limit ? try child.receive(size, until: deadline) : []
    } catch {
      throw error == .timedOut ? .timedOut : .ended
    }
    guard let answer = WorkerAnswer(frame) else { throw .ended }
    return answer
  }
}

/// Why one attempt to print a letter gave no PDF.
enum AttemptError: Error {
  /// Another attempt would end in the same way.
  case refused(PrintingError)
  /// The process did not get ready.
  case notStarted
  /// The process ended, or answered nonsense.
  case ended
  case timedOut

  /// What is told when no further attempt is made.
  func final(_ setup: WorkerSetup) -> PrintingError {
    switch self {
    case .refused(let error): error
    case .notStarted: .unavailable("'\(setup.python)' was started and did not get ready")
    case .ended: .workerFailed
    case .timedOut: .timedOut(seconds: setup.seconds)
    }
  }
}
