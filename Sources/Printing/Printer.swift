#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes PDF (PDF/UA-1, A4) of letters in HTML, with WeasyPrint in worker processes that live as long as the printer.
///
/// ```swift
/// let printer = Printer()
/// try await printer.start()
/// let pdf = try await printer.pdf(of: html)
/// await printer.close()
/// ```
///
/// The same letter gives the same bytes with the pinned versions of WeasyPrint and its fonts, in whatever order and on
/// however many workers. A worker reaches nothing but the letter: no network, no file. One that crashes or hangs is
/// replaced, and its letter is tried once more.
public actor Printer {
  private var workers: [PrintWorker]
  /// Those that have nothing to do; the last one worked last, and its process is warm.
  private var idle: [PrintWorker]
  private var waiting: [CheckedContinuation<PrintWorker, Never>] = []
  /// Where the next one that waits stands: taking from the front of an array moves all the others.
  private var next = 0

  /// Creates a printer; nothing is started yet.
  ///
  /// - Parameters:
  ///   - workers: how many letters are printed at once; each worker takes one core and about 100 MB.
  ///   - timeout: seconds that one letter may take.
  ///   - window: where the recipient's address has to stand.
  public init(
    workers: Int = Printer.cores, timeout: Int = 60, window: EnvelopeWindow = .danishTopLeft
  ) {
    self.init(workers: workers, timeout: timeout, window: window, program: PackageResources.worker_py)
  }

  /// Creates a printer with another worker program.
  ///
  /// - Parameter python: the program that runs it.
  init(
    workers: Int, timeout: Int, startTimeout: Int = 60, window: EnvelopeWindow = .danishTopLeft, program: [UInt8],
    python: String = WorkerSetup.python
  ) {
    let setup = WorkerSetup(
      python: python, program: program, window: window, seconds: max(1, timeout), startSeconds: startTimeout)
    self.workers = (0..<max(1, workers)).map { _ in PrintWorker(setup) }
    idle = self.workers
  }

  /// The number of cores of the machine.
  public static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Starts one worker, and tells what is missing when nothing can be printed here. The others start when they are needed.
  public func start() async throws(PrintingError) {
    let worker = await take()
    defer { give(worker) }
    try await worker.start()
  }

  /// The PDF of a letter.
  ///
  /// - Parameter html: a whole document, UTF-8, with `lang` on its root.
  public func pdf(of html: [UInt8]) async throws(PrintingError) -> [UInt8] {
    let worker = await take()
    defer { give(worker) }
    return try await worker.pdf(of: html)
  }

  /// Ends the workers, each when its letter is done. A letter that comes later starts them again.
  public func close() async {
    for worker in workers { await worker.end() }
  }

  private func take() async -> PrintWorker {
    if let worker = idle.popLast() { return worker }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func give(_ worker: PrintWorker) {
    guard next < waiting.count else { return idle.append(worker) }
    waiting[next].resume(returning: worker)
    next += 1
    guard next == waiting.count || next > 1000 else { return }
    waiting.removeFirst(next)
    next = 0
  }
}
