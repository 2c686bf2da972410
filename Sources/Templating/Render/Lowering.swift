import Fields

/// Flattens checked pieces into a program.
struct Lowering {
  private var program = Program()
  private let output: Output
  /// Literal bytes that wait for the next other operation, so that neighbours become one.
  private var pending: [UInt8] = []
  /// Whether they hold anything but tags.
  private var isPendingInk = false
  /// Whether they begin with a full stop that what is printed before them may make superfluous.
  private var isPendingFullStop = false
  /// Choice words already in the pool, by type name and format.
  private var wordTables: [String: UInt32] = [:]

  private init(output: Output) { self.output = output }

  static func program(for pieces: [Piece], output: Output) -> Program {
    var lowering = Lowering(output: output)
    lowering.lower(pieces)
    lowering.flush()
    return lowering.program
  }

  // MARK: Pieces

  private mutating func lower(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .literal(let bytes, let isInk):
        pending += bytes
        isPendingInk = isPendingInk || isInk
      case .fullStop: fullStop()
      case .value(let place, let format, let context): value(place, format, context)
      case .enumeration(let list, let offset, let stride, let context):
        var operation = Self.operation(.enumeration, list)
        operation.context = context
        operation.a = UInt32(offset)
        operation.b = Int64(stride)
        add(operation)
      case .branch(let condition, let then, let otherwise): branch(condition, then.pieces, otherwise.pieces)
      case .selection(let place, let arms, let armOfCase): selection(place, arms, armOfCase)
      case .loop(let list, let frame, let stride, _, let body): loop(list, frame, stride, body.pieces)
      case .marked(_, let inner, _): lower(inner)
      case .evidence, .frame, .beginText, .endText, .edge, .space: break
      }
    }
  }

  /// A full stop after words that the template writes is one of theirs; after anything else the rendering looks.
  private mutating func fullStop() {
    if !isPendingInk {
      flush()
      isPendingFullStop = true
      isPendingInk = true
    }
    pending.append(UInt8(ascii: "."))
  }

  private mutating func value(_ place: Place, _ format: Format, _ context: EscapeContext) {
    var operation = Self.operation(.value, place)
    operation.detail = format.rawValue
    operation.context = context
    switch (place.type.unwrapped, format) {
    case (.choice(let type), .choiceLabel):
      operation.a = words("choice \(type.name)|ord", type.cases.map(\.label), context)
    case (.choice(let type), .choiceCapitalised):
      let labels = type.cases.map { $0.label.prefix(1).uppercased() + $0.label.dropFirst() }
      operation.a = words("choice \(type.name)|stor", labels, context)
    case (.choice(let type), .choiceCode):
      operation.a = words("choice \(type.name)|kode", type.cases.map(\.name), context)
    case (_, .booleanWord): operation.a = words("boolean|ord", ["nej", "ja"], context)
    case (_, .booleanCode): operation.a = words("boolean|kode", ["false", "true"], context)
    default: break
    }
    add(operation)
  }

  private mutating func branch(_ condition: Condition, _ then: [Piece], _ otherwise: [Piece]) {
    flush()
    let exits = jumps(condition, when: false)
    lower(then)
    flush()
    if otherwise.isEmpty {
      land(exits)
    } else {
      let end = add(Operation(code: .jump))
      land(exits)
      lower(otherwise)
      flush()
      land([end])
    }
  }

  private mutating func selection(_ place: Place, _ arms: [Arm], _ armOfCase: [Int]) {
    var operation = Self.operation(.select, place)
    operation.a = UInt32(program.targets.count)
    add(operation)
    let table = program.targets.count
    program.targets += [UInt32](repeating: 0, count: armOfCase.count)
    var ends: [Int] = []
    for (index, arm) in arms.enumerated() {
      for (word, chosen) in armOfCase.enumerated() where chosen == index {
        program.targets[table + word] = UInt32(program.operations.count)
      }
      lower(arm.pieces)
      flush()
      if index < arms.count - 1 { ends.append(add(Operation(code: .jump))) }
    }
    land(ends)
  }

  private mutating func loop(_ list: Place, _ frame: Int, _ stride: Int, _ body: [Piece]) {
    var begin = Self.operation(.loop, list)
    begin.detail = UInt8(frame)
    begin.b = Int64(stride)
    let start = add(begin)
    let first = program.operations.count
    lower(body)
    flush()
    add(Operation(code: .next, frame: UInt8(frame), a: UInt32(first), b: Int64(stride)))
    land([start])
  }

  // MARK: Conditions

  /// Adds jumps that are taken when a condition has a truth, and falls through otherwise.
  ///
  /// - Returns: the jumps, to be landed where they go.
  private mutating func jumps(_ condition: Condition, when truth: Bool) -> [Int] {
    switch condition {
    case .constant(let value): return value == truth ? [add(Operation(code: .jump))] : []
    case .isPresent(let place): return [add(Self.operation(truth ? .jumpIfPresent : .jumpIfAbsent, place))]
    case .isNonEmpty(let place), .isTrue(let place):
      return [add(Self.operation(truth ? .jumpIfNotZero : .jumpIfZero, place))]
    case .compareConstant(let comparison, let place, let constant):
      var operation = Self.operation(.jumpIfConstant, place)
      operation.detail = (truth ? comparison : comparison.negated).code
      operation.b = constant
      return [add(operation)]
    case .comparePlaces(let comparison, let place, let other):
      var operation = Self.operation(.jumpIfPlace, place)
      operation.detail = (truth ? comparison : comparison.negated).code
      operation.b = Self.packed(UInt32(other.frame), UInt32(other.slot))
      return [add(operation)]
    case .textEquals(let place, let text):
      var operation = Self.operation(truth ? .jumpIfTextEqual : .jumpIfTextNotEqual, place)
      let stretch = pool(Array(text.utf8))
      operation.b = Self.packed(stretch.offset, stretch.length)
      return [add(operation)]
    case .textsEqual(let place, let other):
      var operation = Self.operation(truth ? .jumpIfTextsEqual : .jumpIfTextsNotEqual, place)
      operation.b = Self.packed(UInt32(other.frame), UInt32(other.slot))
      return [add(operation)]
    case .not(let inner): return jumps(inner, when: !truth)
    case .and(let a, let b): return truth ? both(a, b, when: true) : jumps(a, when: false) + jumps(b, when: false)
    case .or(let a, let b): return truth ? jumps(a, when: true) + jumps(b, when: true) : both(a, b, when: false)
    }
  }

  /// Jumps taken when both conditions have the truth.
  private mutating func both(_ a: Condition, _ b: Condition, when truth: Bool) -> [Int] {
    let skips = jumps(a, when: !truth)
    let taken = jumps(b, when: truth)
    land(skips)
    return taken
  }

  // MARK: Operations

  private static func operation(_ code: Operation.Code, _ place: Place) -> Operation {
    Operation(code: code, frame: UInt8(place.frame), slot: UInt32(place.slot))
  }

  private static func packed(_ high: UInt32, _ low: UInt32) -> Int64 { Int64(high) << 32 | Int64(low) }

  @discardableResult
  private mutating func add(_ operation: Operation) -> Int {
    flush()
    program.operations.append(operation)
    return program.operations.count - 1
  }

  private mutating func land(_ jumps: [Int]) {
    for jump in jumps { program.operations[jump].a = UInt32(program.operations.count) }
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let offset = program.literals.count
    program.literals += pending
    program.operations.append(
      Operation(code: isPendingFullStop ? .fullStop : .literal, a: UInt32(offset), b: Int64(pending.count)))
    pending.removeAll()
    isPendingInk = false
    isPendingFullStop = false
  }

  private mutating func pool(_ bytes: [UInt8]) -> Stretch {
    let stretch = Stretch(offset: UInt32(program.literals.count), length: UInt32(bytes.count))
    program.literals += bytes
    return stretch
  }

  private mutating func words(_ key: String, _ words: [String], _ context: EscapeContext) -> UInt32 {
    let key = "\(key)|\(context.rawValue)"
    if let known = wordTables[key] { return known }
    let first = UInt32(program.words.count)
    for word in words { program.words.append(pool(Escaping.escaped(Array(word.utf8), in: context))) }
    wordTables[key] = first
    return first
  }
}
