public import Fields
import XMLTree

extension Lawbook {
  /// Every edition of every entry: acts, provisions, terms and texts, each in the order of ids and dates.
  public var entries: [EntryInfo] {
    var all: [EntryInfo] = []
    for entry in acts.values.sorted(by: { $0.id < $1.id }) {
      all += info(entry, .act) { $0.name ?? entry.title }
    }
    for provision in provisions.values.sorted(by: { $0.entry.id < $1.entry.id }) {
      all += info(provision.entry, .provision) { $0 }
    }
    for entry in terms.values.sorted(by: { $0.id < $1.id }) { all += info(entry, .term) { $0 } }
    for entry in texts.values.sorted(by: { $0.id < $1.id }) { all += info(entry, .text) { _ in nil } }
    return all
  }

  /// The edition of an entry that holds on a day.
  public func entry(_ id: String, on date: CalendarDate) -> EntryInfo? {
    entries.first { $0.id == id && ($0.days?.contains(date) ?? true) }
  }

  private func info<Content>(
    _ entry: Entry<Content>, _ kind: EntryInfo.Kind, content: (Content) -> String?
  ) -> [EntryInfo] {
    if entry.editions.isEmpty {
      return [
        EntryInfo(
          kind: kind, id: entry.id, title: entry.title, unsettled: entry.unsettled, location: entry.place.location)
      ]
    }
    return entry.editions.map { edition in
      EntryInfo(
        kind: kind, id: entry.id, title: entry.title, days: edition.days,
        content: edition.content.flatMap(content), provenance: edition.provenance,
        unsettled: edition.unsettled, location: edition.place.location)
    }
  }
}
