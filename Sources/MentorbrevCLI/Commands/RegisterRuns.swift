import ArgumentParser
import Casework
import Diagnostics
import Hashing
import Mentorbrev
import Register

/// `register runs`: a line for each run.
struct RegisterRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List the runs: what each issued and refused, who approved it, and how far its letters have come.")

  @OptionGroup var folder: RegisterFolder

  @Flag(name: .long, help: "One line of JSON per run, for machines.")
  var json = false

  func run() throws {
    var lines = ResultLines()
    do throws(DiagnosticsError) {
      for run in try RunBook(folder: folder.path).all() { lines.add(line: json ? line(run).text : text(run)) }
    } catch {
      try Terminal.fail(error, json: json)
    }
    if lines.isEmpty, !json {
      Terminal.report("mentorbrev: der er ingen kørsler i registret i mappen \(folder.path.visible)")
    }
    try lines.flush()
  }

  private func text(_ run: RunBook.Run) -> String {
    let counts = run.counts
    var parts = [
      "udstedt \(grouped(counts.documents)) i \(grouped(counts.cases)) \(counts.cases == 1 ? "sag" : "sager")"
    ]
    func add(_ word: String, _ count: Int?) { if let count, count > 0 { parts.append("\(word) \(grouped(count))") } }
    add("afvist", counts.refused)
    if let approval = run.approval {
      parts.append("godkendt \(run.recorded.approvedAt.map { RecordedTime($0).day } ?? "") af \(approval.by)")
    } else if counts.documents > 0 {
      parts.append("ikke godkendt")
    }
    add("pakket", counts.packed)
    add("sendt", counts.underway)
    add("leveret", counts.delivered)
    add("kommet retur", counts.states[.returned])
    add("trukket tilbage", counts.states[.withdrawn])
    add("afløst", counts.states[.superseded])
    let day = RecordedTime(run.recorded.at).day
    return "kørsel \(run.number)  \(day)  \(run.recorded.record.command): \(parts.joined(separator: ", "))"
  }

  private func line(_ run: RunBook.Run) -> JSONLine {
    var line = JSONLine()
    line.add("run", run.number)
    line.add("at", run.recorded.at)
    line.add("command", run.recorded.record.command)
    line.add("engine", run.recorded.record.engine)
    line.add("bundle", run.recorded.record.bundle.hex)
    line.add("cases", run.counts.cases)
    line.add("documents", run.counts.documents)
    line.add("refused", run.counts.refused)
    line.add("packed", run.counts.packed)
    line.add("underway", run.counts.underway)
    line.add("delivered", run.counts.delivered)
    for state in RecordedDocument.State.allCases { line.add(state.rawValue, run.counts.states[state, default: 0]) }
    line.add("approvedBy", run.approval?.by)
    line.add("approvedAt", run.approval == nil ? nil : run.recorded.approvedAt)
    line.add("hash", run.approval?.hash.hex)
    line.add("page", run.page)
    return line
  }
}
