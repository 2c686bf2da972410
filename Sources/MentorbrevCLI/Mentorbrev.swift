import ArgumentParser
import Mentorbrev

#if canImport(Glibc)
  internal import CSystemCalls
#endif

/// The program.
@main enum Program {
  /// What it is called by, and its commands with it.
  static let name = "mentorbrev"

  /// Runs the command that the arguments name. `mentorbrev` itself answers whatever no command can: help, the version,
  /// words that it does not know.
  static func main() {
    StandardStreams.occupy()
    #if canImport(Glibc)
      // A thread's memory grows by four kilobytes with a call to the system each, but where it begins is for us to say.
      mallopt(M_TOP_PAD, 2 << 20)
    #endif
    guard var command = namedCommand() else { return MentorbrevCommand.main() }
    do {
      try command.run()
    } catch {
      MentorbrevCommand.exit(withError: error)
    }
  }

  /// The command that the arguments begin with and are all good for.
  ///
  /// Asked for it through `mentorbrev`, the library makes its options three times over before it reads them, which takes a
  /// tenth of the time of a single letter.
  private static func namedCommand() -> (any ParsableCommand)? {
    let words = CommandLine.arguments.dropFirst()
    let named = MentorbrevCommand.configuration.subcommands.first { $0._commandName == words.first }
    guard let named, let command = try? named.parseAsRoot(Array(words.dropFirst())) else { return nil }
    // The library has a command of its own for help.
    let subcommands = named.configuration.subcommands
    return (subcommands.isEmpty ? [named] : subcommands).contains { $0 == type(of: command) } ? command : nil
  }
}

/// The command `mentorbrev`.
struct MentorbrevCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract:
      "Writes the documents of Danish mentor support (LAB chapter 26): decisions and Min Plan, as HTML, XML and PDF.",
    discussion: """
      Exit codes: 0 everything was written; 1 at least one case was refused (the others are written); \
      2 nothing could be done (templates, lawbook, disk); 64 wrong usage; 130 interrupted.
      """,
    version: engineVersion,
    subcommands: [
      RenderCommand.self, IssueCommand.self, ReissueCommand.self, ApproveCommand.self, PackCommand.self,
      RegisterCommand.self, VerifyCommand.self, RestoreCommand.self, WithdrawCommand.self, MarkSentCommand.self,
      ForgetCommand.self,
      CheckCommand.self, ExplainCommand.self, ExampleCommand.self, SchemaCommand.self, TemplatesCommand.self,
      ReceiptsCommand.self,
    ])
}
