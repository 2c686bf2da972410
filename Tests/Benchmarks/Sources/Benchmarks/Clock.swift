#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Several ways to do the same work, measured in turns so that the machine's moods meet all of them alike, and by the
/// thread's processor time, so that other programs' turns are not counted.
struct Contest {
  struct Entry {
    let name: String
    let work: () -> Int
  }

  let title: String
  /// What one unit of work is: "letters", "cases".
  let unit: String
  let entries: [Entry]
  let rounds: Int
  /// Ratios that the library is meant to keep.
  var goals: [Goal] = []

  /// Runs all entries in each round and prints the median rates and the median of the ratios to the first entry.
  func run() {
    var rates = [[Double]](repeating: [], count: entries.count)
    for entry in entries { _ = entry.work() }
    for _ in 0..<rounds {
      for (index, entry) in entries.enumerated() {
        let start = Self.processorTime()
        let count = entry.work()
        rates[index].append(Double(count) / (Self.processorTime() - start))
      }
    }
    print("\(title): median of \(rounds) interleaved rounds, one thread")
    let medians = rates.map { $0.sorted()[$0.count / 2] }
    // Of one round each: what slows a whole round down does not touch its ratios.
    func ratio(of entry: Int, over other: Int) -> Double {
      zip(rates[entry], rates[other]).map { $0 / $1 }.sorted()[rounds / 2]
    }
    for (index, entry) in entries.enumerated() {
      let range = "\(Int(rates[index].min()!))-\(Int(rates[index].max()!))"
      let rate = "\(Int(medians[index])) \(unit)/s"
      let share = ratio(of: index, over: 0).decimals(3)
      print("  \(entry.name.padded(36)) \(rate.padded(20)) \(range.padded(18)) \(share)")
    }
    for goal in goals {
      let reached = ratio(of: goal.entry, over: goal.other)
      let aim = "\(entries[goal.entry].name) at least \(goal.least.decimals(1)) times \(entries[goal.other].name)"
      print("  goal: \(aim): \(reached.decimals(2)) (\(reached >= goal.least ? "reached" : "NOT REACHED"))")
    }
    print("")
  }

  /// Seconds of processor time that this thread has had.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// That one entry of a contest is at least so many times as fast as another.
struct Goal {
  let entry: Int
  let other: Int
  let least: Double

  init(of entry: Int, over other: Int, atLeast least: Double) {
    self.entry = entry
    self.other = other
    self.least = least
  }
}

extension String {
  func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Double {
  /// With a point and so many decimals.
  func decimals(_ count: Int) -> String {
    let scale = (0..<count).reduce(1) { product, _ in product * 10 }
    let scaled = Int((self * Double(scale)).rounded())
    return "\(scaled / scale).\(String(scaled % scale + scale).dropFirst())"
  }
}

/// Keeps the optimizer from seeing that a result is not used.
@inline(never) func keep<Value>(_ value: Value) { withUnsafePointer(to: value) { _ in } }
