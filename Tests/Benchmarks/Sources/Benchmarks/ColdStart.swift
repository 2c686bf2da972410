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
  private static let runs = 20

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
    print("Cold start: mean processor time of \(runs) processes, milliseconds (user + system)")
    try measure("true", "/bin/true", [])
    try measure("mentorbrev --version", program, ["--version"])
    try measure("one letter, HTML", program, render + ["--kind", "bevilling", "--format", "html"], goal: 20)
    try measure("all four documents", program, render)
    print("")
  }

  private static func measure(_ name: String, _ program: String, _ arguments: [String], goal: Double? = nil) throws {
    try launch(program, arguments)
    let before = processorTime()
    for _ in 0..<runs { try launch(program, arguments) }
    let milliseconds = (processorTime() - before) / Double(runs) * 1000
    let verdict = goal.map { "  goal: at most \(Int($0)) \(milliseconds <= $0 ? "(reached)" : "(NOT REACHED)")" } ?? ""
    print("  \(name.padded(44)) \(milliseconds.decimals(1))\(verdict)")
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
