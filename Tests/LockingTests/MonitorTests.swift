import Foundation
import Locking
import Testing

/// The one lock of the house.
@Suite struct MonitorTests {
  private struct Failure: Error, Equatable {
    var number: Int
  }

  /// Runs a body on some threads at once, and waits for them.
  private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let ended = DispatchGroup()
    for number in 0..<count {
      ended.enter()
      Thread.detachNewThread {
        body(number)
        ended.leave()
      }
    }
    ended.wait()
  }

  @Test func givesTheStateToOneAtATime() {
    let sum = Monitor(0)
    onThreads(4) { _ in for _ in 0..<10_000 { sum.withLock { $0 += 1 } } }
    #expect(sum.withLock { $0 } == 40_000)
  }

  @Test func waitsForWhatAnotherThreadChanges() {
    let waiting = Monitor([Int]())
    let taken = Monitor([Int]())
    let change = Change()
    onThreads(4) { number in
      if number.isMultiple(of: 2) {
        for item in 0..<500 {
          waiting.withLock { $0.append(item) }
          change.tellOne()
        }
      } else {
        for _ in 0..<500 {
          let item = waiting.take(after: change) { $0.popLast() }
          taken.withLock { $0.append(item) }
        }
      }
    }
    #expect(taken.withLock { $0.sorted() } == (0..<500).flatMap { [$0, $0] })
    #expect(waiting.withLock { $0 } == [])
  }

  @Test func isFreeAgainWhenTheBodyThrows() {
    let state = Monitor(1)
    let error = #expect(throws: Failure.self) {
      try state.withLock { state throws(Failure) in
        state = 2
        throw Failure(number: state)
      }
    }
    #expect(error == Failure(number: 2))
    // On another thread, which would wait for ever.
    onThreads(1) { _ in state.withLock { $0 += 1 } }
    #expect(state.withLock { $0 } == 3)
  }
}
