import Foundation
import Testing

/// The built program, run in a folder of its own.
final class Program: Sendable {
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let templates = root.appending(path: "Templates").path

  /// What a sanitizer is told when the tests run under one, so that it is told of the program's faults as well.
  private static let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }

  /// Where the program works and its cases lie.
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mentorbrev-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The one that the environment names: the optimised program, as users have it. Otherwise the one beside the tests, where
  /// the package manager puts both.
  static var executable: URL {
    if let named = ProcessInfo.processInfo.environment["MENTORBREV_PROGRAM"] { return URL(filePath: named) }
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "mentorbrev")
    #else
      let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      return tests.deletingLastPathComponent().appending(path: "mentorbrev")
    #endif
  }

  /// Runs the program with the repository's templates, unless the environment says otherwise.
  func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:], output: String? = nil
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment, output: output)
  }

  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], output: String? = nil,
    executable: URL = Program.executable
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["MENTORBREV_TEMPLATES": Self.templates].merging(Self.sanitizers) { $1 }
      .merging(environment) { $1 }
    // Files and not pipes, so that nothing waits for a reader.
    let streams = try TemporaryStreams(input: input, output: output)
    process.standardInput = streams.input
    process.standardOutput = streams.output
    process.standardError = streams.errors
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: output == nil ? try streams.text(of: "output") : "",
      errors: try streams.text(of: "errors"))
  }

  /// Writes a case into the folder.
  func write(_ bytes: Data, as name: String) throws { try bytes.write(to: URL(filePath: "\(folder)/\(name)")) }

  func write(_ sample: Sample, as name: String) throws { try write(sample.data(), as: name) }

  /// The files below a folder, also hidden ones.
  func files(in name: String = "Output") throws -> [String] {
    guard FileManager.default.fileExists(atPath: "\(folder)/\(name)") else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(name)").filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  func bytes(of name: String) throws -> Data { try Data(contentsOf: URL(filePath: "\(folder)/\(name)")) }
}

/// The three streams of a process, as files that are gone afterwards.
private final class TemporaryStreams {
  let input: FileHandle
  let output: FileHandle
  let errors: FileHandle
  private let folder: URL

  init(input bytes: Data, output path: String?) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mentorbrev-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["output", "errors"] { try Data().write(to: folder.appending(path: name)) }
    try bytes.write(to: folder.appending(path: "input"))
    input = try FileHandle(forReadingFrom: folder.appending(path: "input"))
    output = try FileHandle(forWritingTo: path.map { URL(filePath: $0) } ?? folder.appending(path: "output"))
    errors = try FileHandle(forWritingTo: folder.appending(path: "errors"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
