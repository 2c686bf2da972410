public import Casework
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The inputs of a run: files with cases, and standard input, in their order.
public struct CaseInputs: Sendable {
  /// The paths of the files, `-` for standard input.
  public var paths: [String]
  /// The form of standard input, and of files whose names do not tell it.
  public var format: InputFormat

  /// Creates inputs.
  public init(_ paths: [String], format: InputFormat = .json) {
    self.paths = paths
    self.format = format
  }

  /// What messages call an input.
  static func name(of path: String) -> String { path == "-" ? "<stdin>" : path }

  /// How many bytes there are to read; nil when that is not known before, as with standard input.
  var byteCount: Int? {
    var total = 0
    for path in paths {
      var status = stat()
      guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      total += Int(status.st_size)
    }
    return total
  }

  /// Whether there is so little to read, a case or a few, that handing it to other threads takes longer than it saves.
  package var isSmall: Bool { byteCount.map { $0 <= 8 << 10 } ?? false }
}

/// Finds the cases of inputs, and puts together those that came with one piece of an input.
struct CaseFinder {
  /// Cases in a batch: enough that handing it over costs nothing, few enough that memory stays small.
  static let batchLimit = 16

  let inputs: CaseInputs
  /// Counts the bytes that have been read.
  let progress: ByteCounter

  /// Gives all cases in batches, until there are no more or nobody wants more.
  ///
  /// On standard input a batch ends before more bytes are read, so that a case is worked on as soon as it has come, also
  /// when the next one takes its time.
  func run(_ add: @escaping ([UnreadCase]) -> Bool) {
    var batch: [UnreadCase] = []
    var isWanted = true
    func pass() {
      if isWanted, !batch.isEmpty { isWanted = add(batch) }
      batch.removeAll(keepingCapacity: true)
    }
    for path in inputs.paths where isWanted {
      var stream = CaseStream(contentsOf: path, format: inputs.format) { last in
        progress.add(last)
        if path == "-" { pass() }
      }
      while isWanted, let found = stream.nextUnread() {
        batch.append(found)
        if batch.count == Self.batchLimit { pass() }
      }
    }
    pass()
  }
}

/// A number of bytes that one thread counts and others read.
final class ByteCounter: Sendable {
  private let bytes = Atomic<Int>(0)

  var count: Int { bytes.load(ordering: .relaxed) }

  func add(_ more: Int) { bytes.add(more, ordering: .relaxed) }
}
