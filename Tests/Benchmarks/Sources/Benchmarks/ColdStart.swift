import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one run of the program costs from cold: processor time of whole processes, each of which
/// opens the templates, compiles them and writes one case.
///
/// It is a copy of the program, as an installed one is: of a file that a linker has just written, the system keeps each page
/// by itself, which makes a start a tenth slower.
enum ColdStart {
  private static let rounds = 21

  /// A program that is started once in each round.
  private struct Entry {
    let name: String
    let program: String
    let arguments: [String]
    var goal: Double?
    var milliseconds: [Double] = []
  }

  static func run() throws {
    let built = Repository.root.appending(path: "Tests/Benchmarks/.build/release/mentorbrev").path
    guard FileManager.default.isExecutableFile(atPath: built) else {
      let command =
        "swift build -c release --static-swift-stdlib --toolset .toolset.json --package-path Tests/Benchmarks --product mentorbrev"
      print("Cold start: left out, because \(built) is missing; build it with: \(command)\n")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "mentorbrev-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "mentorbrev").path
    try Data(contentsOf: URL(filePath: built)).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let example = Repository.root.appending(path: "Templates/examples/bevilling.json").path
    let templates = Repository.root.appending(path: "Templates").path
    let render = ["render", example, "--output", folder.appending(path: "ud").path, "--templates", templates]
    var entries = [
      Entry(name: "true", program: "/bin/true", arguments: []),
      Entry(name: "mentorbrev --version", program: program, arguments: ["--version"]),
      Entry(
        name: "one letter, HTML", program: program, arguments: render + ["--kind", "bevilling", "--format", "html"],
        goal: 20),
      Entry(name: "all four documents", program: program, arguments: render),
    ]
    for entry in entries { try launch(entry.program, entry.arguments) }
    for _ in 0..<rounds {
      for index in entries.indices {
        let before = processorTime()
        try launch(entries[index].program, entries[index].arguments)
        entries[index].milliseconds.append((processorTime() - before) * 1000)
      }
    }
    print("Cold start, milliseconds of processor time (user + system): median of \(rounds) interleaved processes")
    for entry in entries { print(line(entry)) }
    print("")
  }

  private static func line(_ entry: Entry) -> String {
    let times = entry.milliseconds.sorted()
    let median = times[times.count / 2]
    let range = "\(times[0].decimals(1))-\(times[times.count - 1].decimals(1))"
    let verdict = entry.goal.map { "  goal: at most \(Int($0)) \(median <= $0 ? "(reached)" : "(NOT REACHED)")" } ?? ""
    return "  \(entry.name.padded(36)) \(median.decimals(1).padded(8)) \(range.padded(12))\(verdict)"
  }

  private static func launch(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let told = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Stop("\(program) \(arguments.joined(separator: " ")): \(String(decoding: told, as: UTF8.self))")
    }
  }

  /// Seconds of processor time of all ended child processes.
  private static func processorTime() -> Double {
    var usage = rusage()
    // RUSAGE_CHILDREN, which the C libraries import as different types.
    getrusage(-1, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
