import Dispatch

/// Runs an actor that waits for a process, beside the few threads that all other tasks share.
final class WorkerThread: SerialExecutor {
  private let queue = DispatchQueue(label: "mentorbrev.printing")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
