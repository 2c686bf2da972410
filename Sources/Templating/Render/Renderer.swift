import Fields

/// Runs a program over a slot table: appends bytes, allocates nothing, cannot fail.
///
/// The arrays are read through pointers without bounds checks: the compiler made every index from the same
/// declaration that fills the table.
struct Renderer {
  /// How deep loops may be nested.
  static let maximumLoopDepth = 7

  let program: Program

  func run(_ table: SlotTable, into buffer: inout OutputBuffer) {
    program.operations.withUnsafeBufferPointer { operations in
      program.literals.withUnsafeBufferPointer { literals in
        table.withUnsafeContents { slots, texts in
          withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * (Self.maximumLoopDepth + 1)) { frames in
            frames.initialize(repeating: 0)
            guard let first = operations.baseAddress else { return }
            // An array without elements has no address; nothing is then read from it.
            let nowhere = UnsafePointer<UInt8>(bitPattern: 8)!
            let firstSlot = slots.baseAddress ?? UnsafeRawPointer(nowhere).assumingMemoryBound(to: Slot.self)
            var machine = Machine(
              operations: first, count: operations.count, literals: literals.baseAddress ?? nowhere, slots: firstSlot,
              texts: texts.baseAddress ?? nowhere, bases: frames.baseAddress!,
              remaining: frames.baseAddress! + Self.maximumLoopDepth + 1)
            machine.run(words: program.words, targets: program.targets, into: &buffer)
          }
        }
      }
    }
  }
}

private struct Machine {
  let operations: UnsafePointer<Operation>
  let count: Int
  let literals: UnsafePointer<UInt8>
  let slots: UnsafePointer<Slot>
  let texts: UnsafePointer<UInt8>
  /// The first slot of each frame's present row.
  let bases: UnsafeMutablePointer<Int>
  /// Rows left in each frame's loop.
  let remaining: UnsafeMutablePointer<Int>

  @inline(__always)
  private func slot(_ frame: UInt8, _ slot: UInt32) -> Slot { slots[bases[Int(frame)] + Int(slot)] }

  @inline(__always)
  private func packed(_ b: Int64) -> Slot { slots[bases[Int(b >> 32)] + Int(b & 0xFFFF_FFFF)] }

  mutating func run(words: [Stretch], targets: [UInt32], into buffer: inout OutputBuffer) {
    var i = 0
    while i < count {
      let operation = operations[i]
      i += 1
      switch operation.code {
      case .literal: buffer.append(literals + Int(operation.a), Int(operation.b))
      case .fullStop:
        let known = buffer.endsSentence ? 1 : 0
        buffer.append(literals + Int(operation.a) + known, Int(operation.b) - known)
      case .value: value(operation, words, &buffer)
      case .enumeration: enumeration(operation, &buffer)
      case .jump: i = Int(operation.a)
      case .jumpIfAbsent: if !slot(operation.frame, operation.slot).isPresent { i = Int(operation.a) }
      case .jumpIfPresent: if slot(operation.frame, operation.slot).isPresent { i = Int(operation.a) }
      case .jumpIfZero: if isZero(operation) { i = Int(operation.a) }
      case .jumpIfNotZero: if !isZero(operation) { i = Int(operation.a) }
      case .jumpIfConstant:
        if holds(operation.detail, slot(operation.frame, operation.slot).number, operation.b) { i = Int(operation.a) }
      case .jumpIfPlace:
        if holds(operation.detail, slot(operation.frame, operation.slot).number, packed(operation.b).number) {
          i = Int(operation.a)
        }
      case .jumpIfTextEqual: if equalsLiteral(operation) { i = Int(operation.a) }
      case .jumpIfTextNotEqual: if !equalsLiteral(operation) { i = Int(operation.a) }
      case .jumpIfTextsEqual: if equalsText(operation) { i = Int(operation.a) }
      case .jumpIfTextsNotEqual: if !equalsText(operation) { i = Int(operation.a) }
      case .select: i = Int(targets[Int(operation.a) + Int(slot(operation.frame, operation.slot).number)])
      case .loop:
        let list = slot(operation.frame, operation.slot)
        if list.length == 0 {
          i = Int(operation.a)
        } else {
          bases[Int(operation.detail)] = Int(list.offset)
          remaining[Int(operation.detail)] = Int(list.length)
        }
      case .next:
        let frame = Int(operation.frame)
        remaining[frame] -= 1
        if remaining[frame] > 0 {
          bases[frame] += Int(operation.b)
          i = Int(operation.a)
        }
      }
    }
  }

  @inline(__always)
  private func isZero(_ operation: Operation) -> Bool {
    let number = slot(operation.frame, operation.slot).number
    return number == 0 || number == Slot.absentNumber
  }

  @inline(__always)
  private func holds(_ comparison: UInt8, _ a: Int64, _ b: Int64) -> Bool {
    switch comparison {
    case 0: a == b
    case 1: a != b
    case 2: a < b
    case 3: a <= b
    case 4: a > b
    default: a >= b
    }
  }

  private func equalsLiteral(_ operation: Operation) -> Bool {
    let value = slot(operation.frame, operation.slot)
    return equals(value, literals + Int(operation.b >> 32), Int(operation.b & 0xFFFF_FFFF))
  }

  private func equalsText(_ operation: Operation) -> Bool {
    let other = packed(operation.b)
    return equals(slot(operation.frame, operation.slot), texts + Int(other.offset), Int(other.length))
  }

  private func equals(_ value: Slot, _ other: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let start = texts + Int(value.offset)
    return Int(value.length) == length
      && UnsafeBufferPointer(start: start, count: length).elementsEqual(
        UnsafeBufferPointer(start: other, count: length))
  }

  @inline(__always)
  private func value(_ operation: Operation, _ words: [Stretch], _ buffer: inout OutputBuffer) {
    let value = slot(operation.frame, operation.slot)
    guard operation.detail != Format.text.rawValue else {
      buffer.appendEscaped(texts + Int(value.offset), Int(value.length), operation.context)
      return
    }
    formatted(operation, value, words, &buffer)
  }

  private func formatted(
    _ operation: Operation, _ value: Slot, _ words: [Stretch], _ buffer: inout OutputBuffer
  ) {
    let number = Int(value.number)
    let text = texts + Int(value.offset)
    switch Format(rawValue: operation.detail)! {
    case .text, .lines, .capitalised, .cpr:
      buffer.appendText(text, Int(value.length), Format(rawValue: operation.detail)!, operation.context)
    case .dateLong: buffer.appendLongDate(CalendarDate(dayNumber: number))
    case .dateWeekday: buffer.appendWeekdayDate(CalendarDate(dayNumber: number))
    case .dateShort: buffer.appendShortDate(CalendarDate(dayNumber: number))
    case .dateISO: buffer.appendISODate(CalendarDate(dayNumber: number))
    case .timeWords: buffer.appendTime(minutes: number)
    case .timeMinutes, .integerCode: buffer.appendInteger(number)
    case .timeDecimal: buffer.appendHours(minutes: number)
    case .amountWords: buffer.appendAmount(oere: number)
    case .amountCode, .decimalCode: buffer.appendHundredths(number)
    case .integerWords: buffer.appendGrouped(number)
    case .days: buffer.appendDays(number)
    case .decimalWords: buffer.appendDecimal(hundredths: number)
    case .weeks: buffer.appendWeeks(hundredths: number)
    case .choiceLabel, .choiceCapitalised, .choiceCode, .booleanWord, .booleanCode:
      let word = words[Int(operation.a) + number]
      buffer.append(literals + Int(word.offset), Int(word.length))
    }
  }

  /// `a`, `a og b`, `a, b og c`.
  private func enumeration(_ operation: Operation, _ buffer: inout OutputBuffer) {
    let list = slot(operation.frame, operation.slot)
    let rows = Int(list.length)
    for row in 0..<rows {
      if row > 0 { buffer.append(row == rows - 1 ? " og " : ", ") }
      let text = slots[Int(list.offset) + row * Int(operation.b) + Int(operation.a)]
      buffer.appendEscaped(texts + Int(text.offset), Int(text.length), operation.context)
    }
  }
}
