import Diagnostics
import Fields
import Locking
import XMLTree

/// Kinds of document whose files have not been read yet: a letter needs those of its own kind, and there are some twenty.
struct UnreadKinds: Sendable {
  struct File: Sendable {
    let file: String
    let bytes: [UInt8]
    let outline: KindOutline
  }

  private let files: [File]
  /// What the rest of the lawbook rests on. What the kinds' days ask of it is checked when they are read.
  private let uses: [EntryUse]
  private let spansByKind: [String: [KindOutline.Span]]
  /// Of the kinds that have been read: each output of a kind asks, and each era of law.
  private let read = Monitor<[String: [DatedRequirement]]>([:])

  init(_ files: [File], _ uses: [EntryUse]) {
    self.files = files
    self.uses = uses
    spansByKind = Dictionary(grouping: files.flatMap(\.outline.spans), by: \.kind)
  }

  var outlines: [KindOutline] { files.map(\.outline) }

  /// The spans of a kind; none when it is not one of these.
  func spans(of kind: String) -> [KindOutline.Span] { spansByKind[kind] ?? [] }

  /// What a kind must hold on all days; nil when it is not one of these.
  ///
  /// - Throws: everything that is wrong with it.
  func requirements(of kind: String, in lawbook: Lawbook) throws(DiagnosticsError) -> [DatedRequirement]? {
    if let known = read.withLock({ $0[kind] }) { return known }
    let own = files.filter { $0.outline.kinds.contains(kind) }
    if own.isEmpty { return nil }
    let used = Set(own.flatMap(\.outline.usedSets))
    let needed = files.filter { $0.outline.kinds.contains(kind) || !$0.outline.sets.isDisjoint(with: used) }
    let requirements = try LawLoader.read(kind, from: needed.map { ($0.file, $0.bytes) }, of: lawbook, uses)
    read.withLock { $0[kind] = requirements }
    return requirements
  }
}
