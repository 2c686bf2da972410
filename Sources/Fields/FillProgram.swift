/// What fills the slots of a record from the memory of a Swift value: one flat list of steps.
///
/// The records that lie inside the value are merged into the list when it is declared, so that filling a document is
/// one loop over its memory, without copying a record and without counting a text's owners.
@usableFromInline struct FillProgram: Sendable {
  /// Writes what a Swift function finds at an address.
  @usableFromInline typealias Call = @Sendable (UnsafeRawPointer, inout SlotWriter, Int) -> Void

  /// One value: where it lies, what it is, and its slot.
  struct Step: Sendable {
    enum Kind: UInt8, Sendable {
      /// A `String`, and one that may be nil.
      case text, optionalText
      /// An `Int` alone in its type, and one that may be nil.
      case number, optionalNumber
      /// A byte whose value is the number; `detail` is the byte that means nil.
      case index, optionalIndex
      /// A type of a single value, which takes no memory.
      case only
      /// Anything else: the call number `detail`.
      case call
    }

    var kind: Kind
    /// Bytes from the beginning of the value.
    var offset: Int
    /// Counted from the record's first slot.
    var slot: Int
    var detail = 0
  }

  private var steps: [Step] = []
  private var calls: [Call] = []
  /// How many slots the record takes.
  @usableFromInline private(set) var slotCount = 0

  init() {}

  /// A value of one slot.
  @usableFromInline init(_ form: SlotForm, optional: Bool = false, at offset: Int = 0) {
    var step = Step(kind: .only, offset: offset, slot: 0)
    switch form {
    case .text: step.kind = optional ? .optionalText : .text
    case .number: step.kind = optional ? .optionalNumber : .number
    case .index(let count):
      step.kind = optional ? .optionalIndex : count == 1 ? .only : .index
      step.detail = count
    }
    steps = [step]
    slotCount = 1
  }

  /// A function for a value of so many slots.
  @usableFromInline init(slotCount: Int, at offset: Int = 0, _ call: @escaping Call) {
    steps = [Step(kind: .call, offset: offset, slot: 0)]
    calls = [call]
    self.slotCount = slotCount
  }

  /// Adds the steps of a value that lies so many bytes from the beginning, in the next slots.
  mutating func append(_ other: FillProgram, at offset: Int = 0) {
    for var step in other.steps {
      step.offset += offset
      step.slot += slotCount
      if step.kind == .call { step.detail += calls.count }
      steps.append(step)
    }
    calls += other.calls
    slotCount += other.slotCount
  }

  /// The same for a value that lies further on.
  @usableFromInline func moved(by offset: Int) -> FillProgram {
    var moved = FillProgram()
    moved.append(self, at: offset)
    return moved
  }

  /// Fills the slots from `base` on with the values at an address.
  @usableFromInline func run(over root: UnsafeRawPointer, into writer: inout SlotWriter, at base: Int) {
    for step in steps {
      let address = root + step.offset
      let slot = base + step.slot
      switch step.kind {
      case .optionalText where Self.isNil(address.assumingMemoryBound(to: String?.self)): break
      case .text, .optionalText: writer.setText(address.assumingMemoryBound(to: String.self), at: slot)
      case .number: writer.setNumber(address.load(as: Int.self), at: slot)
      case .optionalNumber: if let number = address.load(as: Int?.self) { writer.setNumber(number, at: slot) }
      case .index: writer.setNumber(Int(address.load(as: UInt8.self)), at: slot)
      case .optionalIndex:
        let index = Int(address.load(as: UInt8.self))
        if index != step.detail { writer.setNumber(index, at: slot) }
      case .only: writer.setNumber(0, at: slot)
      case .call: calls[step.detail](address, &writer, slot)
      }
    }
  }

  /// An optional begins with its value, and marks nil in or after it: the layout of all enumerations with one payload.
  /// So the address of one that is not nil is the address of its value.
  @inlinable @inline(__always) static func isNil<Value>(_ optional: UnsafePointer<Value?>) -> Bool {
    if case .none = optional.pointee { true } else { false }
  }
}
