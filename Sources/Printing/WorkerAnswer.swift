/// Bytes with their number in front: four bytes, the highest first.
enum Frame {
  /// More than any letter; a number that is larger is no number.
  static let limit = 256 << 20

  static func head(of frame: [UInt8]) -> [UInt8] {
    let size = UInt32(frame.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
  }

  static func size(_ head: [UInt8]) -> Int { head.reduce(0) { $0 << 8 | Int($1) } }
}

/// What a worker says; `worker.py` tells what each letter means.
enum WorkerAnswer {
  case ready
  case missing(String)
  case pdf([UInt8])
  case unprintable([String])
  case outsideWindow
  case failed(String)

  /// Reads a frame; nil when it is none of these.
  init?(_ frame: [UInt8]) {
    let payload = frame.dropFirst()
    let text = String(decoding: payload.prefix(500), as: UTF8.self)
    switch frame.first {
    case UInt8(ascii: "R"): self = .ready
    case UInt8(ascii: "M"): self = .missing(text)
    case UInt8(ascii: "P"):
      guard payload.starts(with: "%PDF-".utf8), payload.suffix(8).contains(UInt8(ascii: "%")) else { return nil }
      self = .pdf(Array(payload))
    case UInt8(ascii: "U"): self = .unprintable(text.split(separator: " ").map(String.init))
    case UInt8(ascii: "W"): self = .outsideWindow
    case UInt8(ascii: "F"): self = .failed(text)
    default: return nil
    }
  }

  func pdf(_ setup: WorkerSetup) throws(AttemptError) -> [UInt8] {
    switch self {
    case .pdf(let bytes): return bytes
    case .unprintable(let characters): throw .refused(.unprintable(characters))
    case .outsideWindow: throw .refused(.outsideWindow(setup.window))
    case .failed(let reason): throw .refused(.refused(reason))
    // Not now.
    case .ready, .missing: throw .ended
    }
  }
}
