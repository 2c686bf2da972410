/// Several ways to do the same work, measured in turns so that the machine's moods meet all of them alike.
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

  /// Runs all entries in each round and prints the median rates and their ratio to the first entry.
  func run() {
    var rates = [[Double]](repeating: [], count: entries.count)
    for entry in entries { _ = entry.work() }
    for _ in 0..<rounds {
      for (index, entry) in entries.enumerated() {
        let clock = ContinuousClock()
        var count = 0
        let time = clock.measure { count = entry.work() }
        let (seconds, attoseconds) = time.components
        rates[index].append(Double(count) / (Double(seconds) + Double(attoseconds) * 1e-18))
      }
    }
    print("\(title): median of \(rounds) interleaved rounds, one thread")
    let medians = rates.map { $0.sorted()[$0.count / 2] }
    for (index, entry) in entries.enumerated() {
      let range = "\(Int(rates[index].min()!))-\(Int(rates[index].max()!))"
      let ratio = medians[index] / medians[0]
      print(
        "  \(padded(entry.name, 44)) \(padded("\(Int(medians[index])) \(unit)/s", 22)) \(padded(range, 18)) \(decimal(ratio))"
      )
    }
    print("")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func decimal(_ ratio: Double) -> String {
    let scaled = Int((ratio * 1000).rounded())
    return "\(scaled / 1000).\(String(scaled % 1000 + 1000).dropFirst())"
  }
}

/// Keeps the optimizer from seeing that a result is not used.
@inline(never) func keep<Value>(_ value: Value) { withUnsafePointer(to: value) { _ in } }
