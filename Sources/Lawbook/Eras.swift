public import Fields
public import Templating

extension Lawbook {
  /// The law of a day, with the days around it on which nothing differs; nil for a day that no entry knows.
  public func era(containing date: CalendarDate) -> Era? {
    guard let days = eraDays(containing: date) else { return nil }
    var era = Era(from: days.lowerBound, until: days.upperBound)
    for id in acts.keys {
      if let citation = citation(act: id, on: date) {
        era.acts[id] = citation
      } else {
        era.unavailable[id] = acts[id]?.reason(on: date)
      }
    }
    for (id, provision) in provisions {
      if let citation = citation(provision: id, on: date) {
        era.provisions[id] = citation
      } else {
        let act = acts[provision.act]
        let numbered = provision.entry.content(on: date) != nil
        era.unavailable[id] = numbered ? act?.reason(on: date) : provision.entry.reason(on: date)
      }
    }
    for (id, term) in terms {
      if let word = term.content(on: date) {
        era.terms[id] = word
      } else {
        era.unavailable[id] = term.reason(on: date)
      }
    }
    for (id, text) in texts {
      if let text = text.content(on: date) {
        era.texts[id] = text
      } else {
        era.unavailable[id] = text.reason(on: date)
      }
    }
    return era
  }

  /// The eras that the days of a span fall in, in order, each as a whole.
  public func eras(in span: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
    zip(boundaries, boundaries.dropFirst())
      .map { $0...$1.adding(days: -1) }
      .filter { $0.overlaps(span) }
  }

  private func eraDays(containing date: CalendarDate) -> ClosedRange<CalendarDate>? {
    guard let index = boundaries.lastIndex(where: { $0 <= date }), index + 1 < boundaries.count else { return nil }
    return boundaries[index]...boundaries[index + 1].adding(days: -1)
  }
}
