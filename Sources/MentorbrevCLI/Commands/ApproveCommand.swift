import ArgumentParser
import Diagnostics
import Mentorbrev
import Register

/// `approve`: a person lets the letters of a run be sent.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    _superCommandName: Program.name,
    abstract: "Record that a person has read what a run issued, and lets it be sent.",
    discussion: """
      Each file of the run is held against the register before. The register then says who approved which bytes and \
      when, and 'pack' takes the run. Approving again by the same person changes nothing; of two persons the first one's \
      approval stands.
      """)

  @Argument(help: ArgumentHelp("The number of the run.", valueName: "run")) var number: Int

  @Option(name: .long, help: "The person who has read it, by name.") var by: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The hash on the page that was read, or its beginning: another one is refused.", valueName: "hash"))
  var hash: String?

  @OptionGroup var folder: RegisterFolder

  func run() throws {
    do throws(DiagnosticsError) {
      let book = try RunBook(folder: folder.path)
      let approval = try book.approve(number, by: by, hash: hash)
      // Only the page names the person.
      let line = "Kørsel \(approval.run) er godkendt med kontrolsummen \(approval.hash.short)."
      Terminal.report(line)
    } catch {
      try Terminal.refuse(error)
    }
  }
}
