import Locking

/// Waits on this thread for what tasks do on others.
///
/// For the thread of a command alone: one that runs tasks would wait for itself. A command that never waits so needs none of
/// the threads that run tasks, and starts that much sooner.
func waiting<Value: Sendable, Failure: Error>(
  for body: @escaping @Sendable () async throws(Failure) -> Value
) throws(Failure) -> Value {
  let result = Monitor<Result<Value, Failure>?>(nil)
  let isThere = Change()
  Task {
    do throws(Failure) {
      let value = try await body()
      result.withLock { $0 = .success(value) }
    } catch {
      result.withLock { $0 = .failure(error) }
    }
    isThere.tellOne()
  }
  return try result.take(after: isThere) { $0 }.get()
}
