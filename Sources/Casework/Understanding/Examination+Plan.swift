import Diagnostics
import Fields

extension Examination {
  /// The plan's change log, in the order in which the case writes it.
  mutating func planChanges() -> [PlanChange] {
    (caseFile.plan?.changes ?? []).enumerated().compactMap { index, row in
      let path = "minPlan.aendringer.\(index + 1)"
      let date = require(row.date, "\(path).dato", in: row.position)
      let text = require(row.text, "\(path).hvad", in: row.position)
      let author = require(row.author, "\(path).af", in: row.position, ["bab-135"])
      guard let date, let text, let author else { return nil }
      return PlanChange(date: date, text: text, author: author)
    }
  }

  /// How far the support has come; one status for each of the tasks.
  mutating func followUp(_ tasks: NonEmpty<MentorTask>?) -> FollowUp? {
    guard let said = caseFile.plan?.followUp else { return nil }
    let path = "minPlan.opfoelgning"
    let date = require(said.date, "\(path).dato", in: said.position)
    if let date, let planned = self.date, date > planned {
      report(
        "follow-up-ahead",
        "\(CaseLabels.name(of: "\(path).dato")) er den \(date.danish), efter planens dato den \(planned.danish).",
        path: "\(path).dato", at: said.date?.position,
        help: "Skriv den opfølgning, der har været. Er en ny aftalt, så skriv den i \(path).naeste.")
    }
    let goal = progress(said.goal, "\(path).maal", in: said.position)
    if let next = said.next {
      let before =
        if let date, next.value <= date {
          "opfølgningen den \(date.danish)"
        } else if let planned = self.date, next.value <= planned {
          "planens dato den \(planned.danish)"
        } else {
          String?.none
        }
      if let before {
        report(
          "follow-up-order",
          "\(CaseLabels.name(of: "\(path).naeste")) er den \(next.value.danish) og ligger ikke efter \(before).",
          path: "\(path).naeste", at: next.position, help: "Ret den ene af de to datoer.")
      }
    }
    let statuses = said.tasks.enumerated().map { index, row in
      progress(row, "\(path).opgaver.\(index + 1)", in: row.position)
    }
    guard let tasks else { return nil }
    guard statuses.count == tasks.elements.count else {
      report(
        "follow-up-tasks",
        "\(CaseLabels.name(of: "\(path).opgaver")) har \(statuses.count) rækker, men der er "
          + "\(tasks.elements.count) opgaver (mentorstoette.opgaver).",
        path: "\(path).opgaver", at: said.tasks.first?.position ?? said.position,
        help: "Skriv én status for hver opgave, i opgavernes rækkefølge.")
      return nil
    }
    let known = zip(tasks.elements, statuses).compactMap { task, status in
      status.map { TaskProgress(task: task.text, progress: $0) }
    }
    guard let date, let goal, known.count == statuses.count, let rows = NonEmpty(known) else { return nil }
    return FollowUp(date: date, goal: goal, tasks: rows, next: said.next?.value)
  }

  private mutating func progress(_ said: CaseFile.Progress?, _ path: String, in place: UInt32) -> Progress? {
    require(said?.status, "\(path).status", in: said?.position ?? place).map {
      Progress(status: $0, note: said?.note?.value)
    }
  }
}
