/// Settles white space: one space between two things on a line, none where a line begins or ends.
///
/// White space in a template means what it means in HTML, also beside directives that may print nothing:
/// `Foo <t:if test="a">bar</t:if> baz` has one space between its words whatever is printed. A space is held back
/// until something is printed after it, and then stands before the tags of what follows. Only where a branch ends in
/// different ways, and what follows cannot tell, may a space be left at the end of a line.
///
/// What stands on a line is known here alone, and so where a full stop follows something on its line.
struct Spacing {
  private let reporter: Reporter

  private init(reporter: Reporter) { self.reporter = reporter }

  /// The pieces with their spaces as literal bytes.
  static func settled(_ pieces: [Piece], reporter: Reporter) -> [Piece] {
    Spacing(reporter: reporter).settle(pieces, .edge, then: { Ahead(event: .edge) }).pieces
  }

  /// What stands before a place on its line.
  private enum State: Equatable {
    /// Nothing, or a space that was printed.
    case edge
    case ink
    /// Something, and white space that is held back.
    case space
  }

  /// What comes after a place.
  private struct Ahead: Equatable {
    enum Event { case edge, ink, mixed }
    /// Whether white space comes first.
    var isSpaced = false
    var event: Event

    var spaced: Ahead { Ahead(isSpaced: true, event: event) }
  }

  private struct Settled {
    var pieces: [Piece]
    var state: State
  }

  private static var space: Piece { .literal([0x20], isInk: true) }

  private func settle(_ pieces: [Piece], _ before: State, then: () -> Ahead) -> Settled {
    var out: [Piece] = []
    out.reserveCapacity(pieces.count)
    var state = before
    /// Where a held space is printed: after the last thing that was seen, and so before the tags that follow it.
    var anchor = 0
    var held: SourceSpan?
    func printSpace() {
      if state == .space { out.insert(Self.space, at: anchor) }
    }
    for (index, piece) in pieces.enumerated() {
      func rest() -> Ahead { ahead(pieces[(index + 1)...], 0, then) }
      switch piece {
      case .literal(let bytes, let isInk):
        var rest = piece
        if isInk {
          if state == .space { checkPunctuation(bytes, held) }
          printSpace()
          if state == .ink, Self.beginsWithFullStop(bytes) {
            out.append(.fullStop)
            rest = .literal(Array(bytes.dropFirst()), isInk: true)
          }
          state = .ink
        }
        out.append(rest)
        if isInk || bytes.starts(with: [0x3C, 0x2F]) { anchor = out.count }
      case .value(_, _, let context), .enumeration(_, _, _, let context):
        if context == .text {
          printSpace()
          state = .ink
        }
        out.append(piece)
        if context == .text { anchor = out.count }
      case .space(let span):
        if state == .ink {
          state = .space
          held = span
        }
      case .edge:
        state = .edge
        anchor = out.count
      case .fullStop, .evidence, .frame, .beginText, .endText: out.append(piece)
      case .marked(let ids, let inner, let origin):
        let settled = settle(inner, state, then: rest)
        out.append(.marked(ids, settled.pieces, at: origin))
        anchor = out.count
        state = settled.state
      case .branch(let condition, var then, var otherwise):
        let arms = join([then.pieces, otherwise.pieces], state, rest)
        (then.pieces, otherwise.pieces) = (arms.arms[0], arms.arms[1])
        out.append(.branch(condition, then: then, otherwise: otherwise))
        anchor = out.count
        state = arms.state
      case .selection(let place, var arms, let armOfCase):
        let joined = join(arms.map(\.pieces), state, rest)
        for index in arms.indices { arms[index].pieces = joined.arms[index] }
        out.append(.selection(place, arms: arms, armOfCase: armOfCase))
        anchor = out.count
        state = joined.state
      case .loop(let list, let frame, let stride, let isNonEmpty, var body):
        let settled = rows(body.pieces, state, rest)
        if settled.isPrecededBySpace { printSpace() }
        body.pieces = settled.pieces
        out.append(.loop(list: list, frame: frame, stride: stride, isNonEmpty: isNonEmpty, body))
        anchor = out.count
        state = settled.state
      }
    }
    return Settled(pieces: out, state: state)
  }

  // MARK: Ways that join

  private func join(_ ways: [[Piece]], _ before: State, _ rest: () -> Ahead) -> (arms: [[Piece]], state: State) {
    var settled = ways.map { settle($0, before, then: rest) }
    if Set(settled.map(\.state)).count == 1 { return (settled.map(\.pieces), settled[0].state) }
    let ahead = rest()
    for index in settled.indices where ahead.isSpaced && settled[index].state == .ink { settled[index].state = .space }
    let states = Set(settled.map(\.state))
    if states.count == 1 { return (settled.map(\.pieces), settled[0].state) }
    if ahead.event == .edge { return (settled.map(\.pieces), .edge) }
    for index in settled.indices where settled[index].state == .space { settled[index].pieces.append(Self.space) }
    return (settled.map(\.pieces), states.contains(.ink) ? .ink : .edge)
  }

  private func rows(
    _ body: [Piece], _ before: State, _ rest: () -> Ahead
  ) -> (pieces: [Piece], state: State, isPrecededBySpace: Bool) {
    // A row is followed by the next, or by what comes after the loop.
    let first = ahead(body[...], 0) { Ahead(event: .mixed) }
    let settled = settle(body, before, then: { first })
    if settled.state == before || settled.state == .edge || first.event == .edge {
      return (settled.pieces, settled.state == .edge ? before : settled.state, false)
    }
    switch before {
    case .ink: return (settled.pieces, settled.state, false)
    case .space, .edge:
      // The first row begins a line, or after a space; each row then brings the space that the next one needs.
      let alone = settle(body, .edge, then: { first })
      let needsSpace = alone.state == .space || first.isSpaced
      return (alone.pieces + (needsSpace ? [Self.space] : []), needsSpace ? .edge : .ink, before == .space)
    }
  }

  // MARK: Looking ahead

  /// How many branches in a row are looked through; beyond, what comes is not known.
  private static let farthest = 8

  private func ahead(_ pieces: ArraySlice<Piece>, _ passed: Int, _ then: () -> Ahead) -> Ahead {
    for index in pieces.indices {
      func rest() -> Ahead { ahead(pieces[(index + 1)...], passed + 1, then) }
      switch pieces[index] {
      case .literal(_, let isInk): if isInk { return Ahead(event: .ink) }
      case .value(_, _, let context), .enumeration(_, _, _, let context):
        if context == .text { return Ahead(event: .ink) }
      case .fullStop: return Ahead(event: .ink)
      case .space: return rest().spaced
      case .edge: return Ahead(event: .edge)
      case .evidence, .frame, .beginText, .endText: break
      case .marked(_, let inner, _): return ahead(inner[...], passed, rest)
      case .branch(_, let then, let otherwise): return common([then.pieces, otherwise.pieces], passed, rest)
      case .selection(_, let arms, _): return common(arms.map(\.pieces), passed, rest)
      case .loop(_, _, _, let isNonEmpty, let body):
        return common(isNonEmpty ? [body.pieces] : [body.pieces, []], passed, rest)
      }
    }
    return then()
  }

  private func common(_ ways: [[Piece]], _ passed: Int, _ rest: () -> Ahead) -> Ahead {
    guard passed < Self.farthest, let first = ways.first else { return Ahead(event: .mixed) }
    let ahead = self.ahead(first[...], passed, rest)
    let isSame = ways.dropFirst().allSatisfy { self.ahead($0[...], passed, rest) == ahead }
    return isSame ? ahead : Ahead(event: .mixed)
  }

  // MARK: Typography

  /// Whether a text begins with the end of a sentence; three dots are not.
  private static func beginsWithFullStop(_ text: [UInt8]) -> Bool {
    text.first == UInt8(ascii: ".") && text.dropFirst().first != UInt8(ascii: ".")
  }

  private func checkPunctuation(_ text: [UInt8], _ space: SourceSpan?) {
    guard let space, let first = text.first, ".,;:!?)".utf8.contains(first) else { return }
    reporter.error(
      "typography", "a space before '\(Character(UnicodeScalar(first)))'", at: space,
      help: "let the mark follow the word directly")
  }
}
