import ArgumentParser
import Mentorbrev

/// The command `mentorbrev`.
@main struct MentorbrevCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentorbrev",
    abstract:
      "Writes the documents of Danish mentor support (LAB chapter 26): decisions and Min Plan, as HTML, XML and PDF.",
    discussion: """
      Exit codes: 0 everything was written; 1 at least one case was refused (the others are written); \
      2 nothing could be done (templates, lawbook, disk); 64 wrong usage.
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
