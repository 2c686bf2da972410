import ArgumentParser
import Casework

/// `schema`: the input contract, from the one declaration of fields.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the input contract.",
    subcommands: [JSONCommand.self, FieldsCommand.self])

  /// `schema json`.
  struct JSONCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "json", abstract: "A JSON Schema (2020-12) of case files, for editors and for other programs.")

    func run() throws { try Terminal.print(CaseSchema.jsonSchema()) }
  }

  /// `schema fields`.
  struct FieldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fields",
      abstract: "The data dictionary: path, label, type, secrecy and statute of each field, separated by tabs.")

    func run() throws { try Terminal.print(CaseSchema.dictionaryText()) }
  }
}
