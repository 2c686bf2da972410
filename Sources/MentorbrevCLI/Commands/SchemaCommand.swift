import ArgumentParser
import Casework

/// `schema`: the input contract, from the one declaration of fields.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    _superCommandName: Program.name,
    abstract: "Print the input contract.",
    subcommands: [JSONCommand.self, CSVCommand.self, FieldsCommand.self])

  /// `schema json`.
  struct JSONCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "json", abstract: "A JSON Schema (2020-12) of case files, for editors and for other programs.")

    func run() throws { try Terminal.print(CaseSchema.jsonSchema()) }
  }

  /// `schema csv`.
  struct CSVCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv",
      abstract: "The header of a table, to begin a list in a spreadsheet with.",
      discussion: """
        Every field has a column; with --kind, only those of which that kind of document is made: what it cannot do without \
        and what it can print. A contract has none of the citizen's. A list needs only the columns that it uses; empty cells \
        are absent values. Columns may be named by path or by Danish label, in any order, between semicolons or commas.
        """)

    @Option(name: .long, help: "Only the fields of this kind of document, such as mentorkontrakt; may be repeated.")
    var kind: [DocumentKind] = []

    @Flag(name: .long, help: "Name the columns by Danish labels instead of paths.")
    var labels = false

    @Option(name: .long, help: ArgumentHelp("How many rows each list gets columns for, 1 to 100.", valueName: "n"))
    var rows = 3

    func validate() throws {
      guard (1...100).contains(rows) else { throw ValidationError("--rows takes a number from 1 to 100") }
    }

    func run() throws { try Terminal.print(CaseSchema.tableHeader(for: kind, labels: labels, rows: rows)) }
  }

  /// `schema fields`.
  struct FieldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fields",
      abstract: "The data dictionary: path, label, type, secrecy and statute of each field, separated by tabs.")

    func run() throws { try Terminal.print(CaseSchema.dictionaryText()) }
  }
}
