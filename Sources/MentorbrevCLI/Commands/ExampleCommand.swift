import ArgumentParser
import Casework
import Mentorbrev

/// `example`: a complete, valid, fictitious case to start from.
struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    _superCommandName: Program.name,
    abstract: "Print a complete, fictitious case file to start from.",
    discussion: "Without a name: the names of all examples.")

  @Argument(help: "The name of an example, such as 'bevilling'.")
  var name: String?

  @OptionGroup var letterbook: LetterbookOptions

  func run() throws {
    let folder = "\(letterbook.folder)/examples"
    let files = (try? FileSystem.names(in: folder)) ?? []
    let names = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    guard !names.isEmpty else {
      Terminal.report("mentorbrev: '\(folder)' holds no examples; name the templates with --templates")
      throw ExitCode.nothingDone
    }
    guard let name else {
      for name in names { try Terminal.print(name) }
      return
    }
    guard names.contains(name) else {
      throw ValidationError("there is no example '\(name)'; there are: \(names.joined(separator: ", "))")
    }
    do throws(FileError) {
      let bytes = try FileSystem.read("\(folder)/\(name).json")
      try FileSystem.write(bytes, to: 1, named: "standard output")
    } catch {
      Terminal.report("mentorbrev: \(error.path): \(error.reason)")
      throw ExitCode.nothingDone
    }
  }
}
