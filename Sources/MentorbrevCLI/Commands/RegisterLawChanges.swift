import ArgumentParser
import Casework
import Diagnostics
import Fields
import Mentorbrev

/// `register law-changes`: the grants that run across a day on which their law changes.
struct RegisterLawChanges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law-changes",
    abstract: "List the grants that run across a day on which the law that they cite changes.",
    discussion: "A report: a decision keeps the law of its own date, and nothing is issued again.")

  @OptionGroup var folder: RegisterFolder
  @OptionGroup var letterbook: LetterbookOptions

  @Option(
    name: .long, help: ArgumentHelp("Only support that runs on this day or later: 2026-11-23.", valueName: "date"))
  var date: CalendarDate

  func run() throws {
    let letterbook = try letterbook.open()
    var lines = ResultLines()
    var isCrossed = false
    do {
      try LawCrossing.each(in: folder.path, runningOn: date, with: letterbook) { crossing in
        isCrossed = true
        let changes = crossing.changes.isEmpty ? "loven er ikke kendt" : crossing.changes.joined(separator: "; ")
        try lines.add("\(crossing.day)  \(crossing.document)  støtte til \(crossing.until): \(changes)")
      }
    } catch let error as DiagnosticsError {
      try Terminal.fail(error, json: false)
    }
    try lines.flush()
    // A list without rows leaves open whether anything was looked at.
    if !isCrossed {
      Terminal.report(
        "Ingen bevilling, der løber den \(date.danish) eller senere, løber hen over en dag, hvor loven ændres.")
    }
  }
}
