internal import CLibXML2

/// What libxml2 reported, copied out of its own memory at once.
struct LibXMLError {
  /// How far the document can still be trusted.
  enum Severity {
    case warning, error, fatal

    init(_ level: xmlErrorLevel) {
      switch level {
      case XML_ERR_FATAL: self = .fatal
      case XML_ERR_ERROR: self = .error
      default: self = .warning
      }
    }
  }

  var code: Int
  var severity: Severity
  var message: String
  var line: Int
  /// How many bytes the parser had read; nil outside parsing.
  var offset: Int?
  /// The node that a schema found wrong.
  var node: NodePath?

  /// A message of libxml2 in one line.
  static func oneLine(_ message: UnsafeMutablePointer<CChar>?) -> String {
    guard let message else { return "not well-formed" }
    let words = String(cString: message).split { $0 == "\n" || $0 == "\r" }
    return words.joined(separator: " ")
  }
}

/// Collects what one parse or one validation reports. It never leaves the call that made it.
final class ErrorCollector {
  var errors: [LibXMLError] = []
  var sawDocumentType = false
  /// Whom a parse tells what it reads, when it makes no tree of libxml2's.
  var builder: UnsafeMutablePointer<TreeBuilder>?

  /// A file with an error on each line need not fill the memory.
  private static let maximumCount = 200

  func add(_ error: LibXMLError) {
    // libxml2 warns of namespaces that are not absolute URIs, and the like: lawful, and no one's mistake.
    if error.severity != .warning, errors.count < Self.maximumCount { errors.append(error) }
  }

  static func from(_ pointer: UnsafeMutableRawPointer) -> ErrorCollector {
    Unmanaged<ErrorCollector>.fromOpaque(pointer).takeUnretainedValue()
  }
}
