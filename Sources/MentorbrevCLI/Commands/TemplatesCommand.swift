import ArgumentParser
import Casework
import Diagnostics
import Fields
import Mentorbrev
import Templating

/// `templates`: compile and prove everything; list what there is.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    _superCommandName: Program.name,
    abstract: "Check the templates, or list them.",
    subcommands: [Check.self, List.self])

  /// `templates check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Compile every template for every era of law, prove its requirements, and print the matrix.",
      discussion: "The matrix: each requirement, its statute, and the file and line of what meets it.")

    @OptionGroup var letterbook: LetterbookOptions

    @Flag(name: .long, help: "One line of JSON per requirement on standard output, for machines.")
    var json = false

    func run() throws {
      let check = try letterbook.open(json: json, undone: "templates: not checked").checkTemplates()
      if json, check.diagnostics.hasErrors { try Terminal.fail(DiagnosticsError(check.diagnostics), json: true) }
      Terminal.report(check.diagnostics, .english)
      if check.diagnostics.hasErrors {
        Terminal.report("templates: \(check.diagnostics.numberOfErrors)")
        throw ExitCode.nothingDone
      }
      if json {
        for row in check.rows { try Terminal.print(Self.line(row).text) }
        return
      }
      for template in check.templates {
        try Terminal.print(
          "\(template.file): proven for decisions (\(template.legalBasis.rawValue)) from "
            + "\(template.days.lowerBound) to \(template.days.upperBound) (\(template.eras) eras of law)")
        for row in check.rows where template.holds(row) {
          try Terminal.print(Self.text(row))
        }
        try Terminal.print("")
      }
      Terminal.report(
        "templates: \(check.templates.count) proven, each in every era of law of its days (\(check.proofs) proofs)")
    }

    private static func text(_ row: TemplateCheck.Row) -> String {
      let condition = row.condition.map { "  (when \($0))" } ?? ""
      let places = row.places.map { "      met at  \($0)" }.joined(separator: "\n")
      return "  \(row.requirement)  \(row.title)\(condition)\n      basis   \(row.basis)\n\(places)"
    }

    private static func line(_ row: TemplateCheck.Row) -> JSONLine {
      var line = JSONLine()
      line.add("kind", row.kind.rawValue)
      line.add("legalBasis", row.legalBasis.rawValue)
      line.add("format", row.output.rawValue)
      line.add("requirement", row.requirement)
      line.add("title", row.title)
      line.add("basis", row.basis)
      line.add("condition", row.condition)
      line.add("places", words: row.places.map(\.description))
      return line
    }
  }

  /// `templates list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the kinds of document: files, days, the fields that each reads and the law that it prints.")

    @OptionGroup var letterbook: LetterbookOptions

    func run() throws {
      let check = try letterbook.open().checkTemplates()
      if check.diagnostics.hasErrors {
        Terminal.report(check.diagnostics, .english)
        throw ExitCode.nothingDone
      }
      for template in check.templates {
        try Terminal.print(
          "\(template.kind.rawValue) (\(template.legalBasis.rawValue), \(template.output.rawValue))  \(template.file)")
        try Terminal.print("  days    \(template.days.lowerBound) to \(template.days.upperBound)")
        try Terminal.print("  parts   \(template.parts.joined(separator: ", "))")
        try Terminal.print("  fields  \(template.fields.joined(separator: ", "))")
        try Terminal.print("  law     \(template.entries.joined(separator: ", "))")
        try Terminal.print("")
      }
    }
  }
}

extension TemplateCheck.Template {
  fileprivate func holds(_ row: TemplateCheck.Row) -> Bool {
    row.kind == kind && row.legalBasis == legalBasis && row.output == output
  }
}
