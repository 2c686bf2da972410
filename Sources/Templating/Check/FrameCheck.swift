import Diagnostics
import XMLTree

/// Something that a document prints once at most, or what the check must know to tell it.
enum FramePart: Hashable {
  /// An element that no other holds.
  case outermost
  case head
  case body
  case main
  case charset
  case title
  case endOfTitle
  /// Something of the head that may not come before the character set.
  case inHead
  /// Words that can be seen, since the title began.
  case words
  case id(String)
}

/// Checks that every way through a document prints its frame once: one outermost element, and in a page one `head` with
/// its character set and title before one `body`, and no `id` twice.
///
/// That every letter is complete is worth nothing if it is no document that can be read.
struct FrameCheck {
  private let reporter: Reporter
  /// Whether what is missing is told: after an error, it may be missing only because it was not reached.
  private let isWhole: Bool
  /// What there are two of: what the second holds is then no news.
  private var doubled: Set<FramePart> = []
  /// What some way prints before the place that is looked at, and where it is first.
  private var before: [FramePart: Origin] = [:]
  /// Where a part that one way prints is missing from another.
  private var gaps: [FramePart: Proof.Gap] = [:]

  private init(_ reporter: Reporter) {
    self.reporter = reporter
    isWhole = !reporter.hasErrors
  }

  static func check(_ pieces: [Piece], of template: Template, output: Output, reporter: Reporter) {
    var check = FrameCheck(reporter)
    let printed = check.walk(pieces)
    let root = Origin.element(template.element, template.document)
    check.require(.outermost, printed, at: root)
    guard output == .html, let page = printed.possible[.outermost] else { return }
    for part in [FramePart.head, .body] { check.require(part, printed, at: page) }
    guard let head = printed.possible[.head] else { return }
    for part in [FramePart.charset, .title] { check.require(part, printed, at: head) }
  }

  /// What a stretch of the document prints.
  private struct Printed {
    /// On every way.
    var certain: Set<FramePart> = []
    /// On some way, and where it is first.
    var possible: [FramePart: Origin] = [:]
  }

  // MARK: The ways

  private mutating func walk(_ pieces: [Piece]) -> Printed {
    var printed = Printed()
    for piece in pieces {
      switch piece {
      case .frame(let part, let origin): note(part, at: origin, &printed)
      case .marked(_, let inner, _):
        let held = walk(inner)
        printed.certain.formUnion(held.certain)
        printed.possible.merge(held.possible) { first, _ in first }
      case .branch(_, let then, let otherwise): join([then, otherwise], &printed)
      case .selection(_, let arms, _): join(arms, &printed)
      case .loop(let list, _, _, let isNonEmpty, let body): rows(body, of: list, isNonEmpty, &printed)
      case .literal(let bytes, let isInk):
        if isInk, String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: TextCharacter.isInk) {
          printed.certain.insert(.words)
        }
      case .value(_, _, let context), .enumeration(_, _, _, let context):
        if context == .text { printed.certain.insert(.words) }
      case .fullStop, .space, .edge, .beginText, .endText, .evidence: break
      }
    }
    return printed
  }

  private mutating func join(_ arms: [Arm], _ printed: inout Printed) {
    var ways: [Printed] = []
    for arm in arms {
      let way = walk(arm.pieces)
      // The next way begins where this one began.
      for part in way.possible.keys { before[part] = nil }
      ways.append(way)
    }
    let some = ways.reduce(into: Set()) { $0.formUnion($1.certain) }
    for (way, arm) in zip(ways, arms) {
      for part in some.subtracting(way.certain) where gaps[part] == nil { gaps[part] = .way(arm.origin) }
      before.merge(way.possible) { first, _ in first }
      printed.possible.merge(way.possible) { first, _ in first }
    }
    printed.certain.formUnion(some.filter { part in ways.allSatisfy { $0.certain.contains(part) } })
  }

  private mutating func rows(_ body: Arm, of list: Place, _ isNonEmpty: Bool, _ printed: inout Printed) {
    let row = walk(body.pieces)
    for (part, origin) in row.possible { repeated(part, at: origin) }
    printed.possible.merge(row.possible) { first, _ in first }
    guard !isNonEmpty else { return printed.certain.formUnion(row.certain) }
    for part in row.certain where gaps[part] == nil { gaps[part] = .rows(body.origin, list: list.path) }
  }

  private mutating func note(_ part: FramePart, at origin: Origin, _ printed: inout Printed) {
    switch part {
    case .endOfTitle:
      if isWhole, !printed.certain.contains(.words) {
        report("'title' may have no words in it", at: origin, "write what the page is about", notes(gaps[.words]))
      }
      return
    case .title:
      printed.certain.remove(.words)
      gaps[.words] = nil
    case .charset:
      if before[.charset] == nil, before[.inHead] != nil || before[.title] != nil {
        report("the character set stands after something else", at: origin, "put it first in 'head'")
      }
    case .head:
      if before[.head] == nil, before[.body] != nil {
        report("'head' stands after 'body'", at: origin, "put it first in 'html'")
      }
    default: break
    }
    if let first = before[part] {
      second(part, at: origin, first)
    } else {
      before[part] = origin
      printed.possible[part] = origin
    }
    printed.certain.insert(part)
  }

  // MARK: Messages

  private func report(_ message: String, at origin: Origin, _ help: String, _ notes: [Diagnostic.Note] = []) {
    report("page-frame", message, at: origin, help, notes)
  }

  private func report(
    _ id: String, _ message: String, at origin: Origin, _ help: String, _ notes: [Diagnostic.Note] = []
  ) {
    guard case .element(let element, let document) = origin else { return }
    reporter.error(id, message, in: document, element: element, help: help, notes: notes)
  }

  private func notes(_ gap: Proof.Gap?) -> [Diagnostic.Note] { gap.map { [$0.note] } ?? [] }

  private mutating func second(_ part: FramePart, at origin: Origin, _ first: Origin) {
    doubled.insert(part)
    let notes = [Diagnostic.Note("the first is here", at: first.location)]
    switch part {
    case .inHead, .words, .endOfTitle: break
    case .outermost:
      let inner = name(origin) == name(first) ? "what it holds" : "it"
      report(
        "outermost-element", "\(name(origin)) would be a second outermost element", at: origin,
        "a document has exactly one: put \(inner) inside \(name(first)), or print only one of the two, with t:else",
        notes)
    case .id(let id):
      report(
        "duplicate-id", "the id '\(id)' is there already", at: origin,
        "give each element of a page an id of its own", notes)
    default:
      if doubled.contains(.outermost) || doubled.contains(.head), part == .charset || part == .title { return }
      if doubled.contains(.outermost), part == .head || part == .body || part == .main { return }
      report("this would be a second \(words(part))", at: origin, "a page has one: leave one of them out", notes)
    }
  }

  private func repeated(_ part: FramePart, at origin: Origin) {
    switch part {
    case .inHead, .words, .endOfTitle: break
    case .outermost:
      report(
        "outermost-element", "\(name(origin)) is outermost and stands in a loop, which may print it several times",
        at: origin, "put an element around the loop")
    case .id(let id):
      report(
        "duplicate-id", "the id '\(id)' stands in a loop, which may print it several times", at: origin,
        "leave the id out, or give it to an element around the loop")
    default:
      report("\(words(part)) stands in a loop, which may print it several times", at: origin, "put it before the loop")
    }
  }

  private func require(_ part: FramePart, _ printed: Printed, at origin: Origin) {
    guard isWhole, !printed.certain.contains(part) else { return }
    let isThere = printed.possible[part] != nil
    let ways = isThere ? " on every way" : ""
    let notes = isThere ? notes(gaps[part]) : []
    switch part {
    case .outermost:
      report(
        "outermost-element", "the document does not have an outermost element\(ways)", at: origin,
        isThere ? "print one on every way, with t:else" : "put an element around all that is printed", notes)
    default:
      report(
        "\(name(origin)) does not have \(words(part))\(ways)", at: origin,
        isThere ? "print it on every way, with t:else" : "write it inside \(name(origin))", notes)
    }
  }

  private func words(_ part: FramePart) -> String {
    switch part {
    case .charset: "<meta charset=\"utf-8\"/>"
    case .title: "'title'"
    case .head: "'head'"
    case .body: "'body'"
    default: "'main'"
    }
  }

  private func name(_ origin: Origin) -> String {
    if case .element(let element, _) = origin { "'\(element.qualifiedName)'" } else { "this" }
  }
}
