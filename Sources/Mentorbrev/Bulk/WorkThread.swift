#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread of the system. Reading and writing files wait for disks, and tasks of a program must not wait so.
package struct WorkThread: @unchecked Sendable {
  private let id: pthread_t

  /// Starts a thread; nil when the system has no more of them.
  package init?(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var id: pthread_t?
    #else
      var id = pthread_t()
    #endif
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // As much as the main thread has: templates are compiled here.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let code = pthread_create(&id, &attributes, { Work.run($0) }, work.toOpaque())
    guard code == 0 else {
      work.release()
      return nil
    }
    #if canImport(Darwin)
      guard let id else { return nil }
    #endif
    self.id = id
  }

  /// Waits for its end.
  func join() { pthread_join(id, nil) }

  /// Lets it end by itself.
  package func detach() { pthread_detach(id) }

  /// How many threads can work at once here.
  static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private final class Work {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      guard let pointer else { return nil }
      Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
      return nil
    }
  }
}
