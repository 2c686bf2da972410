import Diagnostics

/// JSON Lines: a case on each line. Whatever is wrong in a line, the next one begins after it.
struct LineCases {
  private var hasBegun = false

  /// The case of the next line that is not blank, or nil at the end.
  mutating func next(_ buffer: inout InputBuffer) -> UnreadCase? {
    while buffer.has(1) {
      let location = buffer.location
      guard let length = lineLength(&buffer) else {
        hasBegun = true
        buffer.skipLine()
        return tooLong(at: location)
      }
      // A piece of a line that could not be read on says nothing.
      if !buffer.failure.isEmpty, length == buffer.count { return nil }
      let line = buffer.takeLine(length)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      hasBegun = true
      return UnreadCase(line: line, at: location)
    }
    if hasBegun || !buffer.failure.isEmpty { return nil }
    hasBegun = true
    let location = SourceLocation(file: buffer.file, line: 1, column: 1)
    return UnreadCase(
      Reading(
        diagnostics: [
          Diagnostic(
            .warning, "no-cases", "Der er ingen sager i filen.", at: location,
            help: "Se efter, om det er den rigtige fil.")
        ],
        location: location, isCase: false))
  }

  /// How many bytes the line has before its line feed; nil when it is longer than a case can be.
  private func lineLength(_ buffer: inout InputBuffer) -> Int? {
    var known = 0
    while true {
      if let end = buffer.firstIndex(of: 0x0A, from: known) { return end <= CaseReader.byteLimit ? end : nil }
      known = buffer.count
      if known > CaseReader.byteLimit { return nil }
      if !buffer.more() { return buffer.count }
    }
  }

  private func tooLong(at location: SourceLocation) -> UnreadCase {
    let problem = Diagnostic(
      .error, "file-too-large", "Linjen er større end 16 MB, og det er ingen sag.", at: location,
      help: "I JSON Lines fylder hver sag én linje.")
    return UnreadCase(Reading(diagnostics: [problem], location: location, isListed: true))
  }
}
