import Diagnostics

@testable import Casework

/// Gives bytes in pieces of a size.
func pieces(_ bytes: [UInt8], _ size: Int) -> () throws(DiagnosticsError) -> [UInt8] {
  var rest = bytes[...]
  return { () throws(DiagnosticsError) in
    let piece = Array(rest.prefix(size))
    rest = rest.dropFirst(size)
    return piece
  }
}

/// What is read from a text that comes in pieces of a size.
func stream(_ text: String, _ format: InputFormat, _ size: Int = 64) -> [Reading] {
  Array(CaseStream(file: "sager.\(format.rawValue)", format: format, read: pieces(Array(text.utf8), size)))
}

/// All that is said of some readings, as the command line prints it.
func messages(_ readings: [Reading]) -> String {
  DiagnosticFormatter(.danish).text(for: readings.flatMap(\.diagnostics))
}
