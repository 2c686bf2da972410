/// A template as flat operations over slots and one pool of literal bytes.
struct Program: Sendable {
  var operations: [Operation] = []
  /// All literal text, also the words of choices and texts to compare with.
  var literals: [UInt8] = []
  /// Stretches of `literals` that are chosen by a number: the words of choices.
  var words: [Stretch] = []
  /// Targets of jumps that are chosen by a number.
  var targets: [UInt32] = []
}

/// A stretch of the literal bytes.
struct Stretch: BitwiseCopyable, Sendable {
  var offset: UInt32
  var length: UInt32
}

/// One step of a program, 24 bytes.
///
/// `frame` and `slot` name the value; what `a` and `b` hold is said with each code.
struct Operation: BitwiseCopyable, Sendable {
  enum Code: UInt8 {
    /// Print `b` literal bytes from `a`.
    case literal
    /// The same, where the first is a full stop: without it when what is printed already ends a sentence.
    case fullStop
    /// Print the value as `detail` says, escaped for `context`; for choices and booleans `a` is the first word.
    case value
    /// Print the texts at offset `a` of all rows, `b` slots apart, as a list with "og".
    case enumeration
    /// Go to `a`.
    case jump
    /// Go to `a` when the value is missing, or there.
    case jumpIfAbsent, jumpIfPresent
    /// Go to `a` when the number is 0 or missing (false, no rows), or is not.
    case jumpIfZero, jumpIfNotZero
    /// Go to `a` when the comparison with the number `b` holds.
    case jumpIfConstant
    /// Go to `a` when the comparison with the place packed in `b` holds.
    case jumpIfPlace
    /// Go to `a` when the text equals the literal packed in `b`, or does not.
    case jumpIfTextEqual, jumpIfTextNotEqual
    /// The same with the text at the place packed in `b`.
    case jumpIfTextsEqual, jumpIfTextsNotEqual
    /// Go to the target number `a` plus the choice's index.
    case select
    /// Begin a loop whose rows are `b` slots apart and fill frame `detail`; go to `a` when there are none.
    case loop
    /// Go to the next row of frame `frame`, `b` slots on, and to `a`; fall through after the last.
    case next
  }

  var code: Code
  var frame: UInt8 = 0
  /// The raw value of a `Format`, or of a comparison, or the frame of a loop.
  var detail: UInt8 = 0
  var context: EscapeContext = .text
  var slot: UInt32 = 0
  var a: UInt32 = 0
  var b: Int64 = 0
}

extension Comparison {
  /// The number by which an operation names the comparison.
  var code: UInt8 {
    switch self {
    case .equal: 0
    case .notEqual: 1
    case .less: 2
    case .lessOrEqual: 3
    case .greater: 4
    case .greaterOrEqual: 5
    }
  }
}
