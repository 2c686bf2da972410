import Diagnostics
public import Fields
public import Templating

extension Lawbook {
  /// A provision as it is cited on a day, or nil when the lawbook does not know its number on that day.
  public func citation(provision id: String, on date: CalendarDate) -> Citation? {
    guard let provision = provisions[id], let number = provision.entry.content(on: date),
      let act = acts[provision.act], let name = act.content(on: date)
    else { return nil }
    // Danish sets a comma after what stands between commas: "§ 167, stk. 1, i lov om ...", but "§ 168 i lov om ...".
    let isDivided = number.holds(", stk. ") || number.holds(", nr. ")
    let place = isDivided ? "\(number), i " : "\(number) i "
    let title = act.title
    return Citation(
      full: place + title + suffix(name), withTitle: place + title, short: number)
  }

  /// An act as it is cited on a day without a paragraph, or nil when the lawbook does not know it on that day.
  public func citation(act id: String, on date: CalendarDate) -> Citation? {
    guard let act = acts[id], let name = act.content(on: date) else { return nil }
    return Citation(full: act.title + suffix(name), withTitle: act.title, short: act.title)
  }

  private func suffix(_ name: ActName) -> String { name.name.map { " (\($0))" } ?? "" }

  /// A provision or an act in a message; where the number is not known on the day, the act alone.
  func reference(_ id: String, on date: CalendarDate) -> String? {
    if let citation = citation(provision: id, on: date) { return citation.withTitle }
    if let provision = provisions[id] { return acts[provision.act]?.title }
    return acts[id]?.title
  }

  func basis(_ ids: [String], on date: CalendarDate) -> String {
    listed(ids.compactMap { reference($0, on: date) })
  }

  /// `a`, `a og b`, `a, b og c`, each of them once.
  func listed(_ references: [String]) -> String {
    var unique: [String] = []
    for reference in references where !unique.contains(reference) { unique.append(reference) }
    guard let last = unique.popLast(), !unique.isEmpty else { return references.first ?? "" }
    return unique.joined(separator: ", ") + " og " + last
  }
}
