import Diagnostics

/// The cases of a JSON list. After an error that leaves it uncertain where the next one begins, the rest is not read.
struct ListCases {
  private enum Place {
    /// Before the bracket that begins the list.
    case before
    /// After that bracket, where the list may end.
    case first
    /// After a case, where a comma or the end is expected.
    case after
    /// After a comma, where a case is expected.
    case next(comma: SourceLocation)
    /// After the end of the list.
    case end
    case stopped
  }

  private var place = Place.before

  /// The next case, or nil at the end.
  mutating func next(_ buffer: inout InputBuffer) -> Reading? {
    var problems: [Diagnostic] = []
    while true {
      skipSpace(&buffer)
      let byte = buffer.has(1) ? buffer[0] : 0
      let location = buffer.location
      switch (place, byte) {
      case (.stopped, _): return nil
      case (.before, _):
        place = .first
        buffer.skip(1)
      case (.end, _):
        place = .stopped
        return buffer.count == 0
          ? nil
          : problem(
            "json-trailing-content", "Der står mere efter listen.", at: location,
            help: "Flyt det, der hører med, ind før listens afsluttende ], og slet resten.")
      case (_, 0) where buffer.count == 0:
        place = .stopped
        // What stopped the input says more than that the list is not whole.
        if !buffer.failure.isEmpty { return nil }
        return problem(
          "json-truncated", "Filen slutter, før listen er færdig.", at: location,
          help: "Filen er ikke hel. Hent eller gem den igen.")
      case (.first, UInt8(ascii: "]")):
        place = .end
        buffer.skip(1)
        let remark = Diagnostic(
          .warning, "no-cases", "Listen er tom: der er ingen sager i den.", at: location,
          help: "Se efter, om det er den rigtige fil.")
        return Reading(diagnostics: [remark], location: location, isListed: true, isCase: false)
      case (.next(let comma), UInt8(ascii: "]")):
        place = .end
        buffer.skip(1)
        return problem(
          "json-trailing-comma", "Der står et komma efter den sidste sag, og det tillader JSON ikke.", at: comma,
          help: "Slet kommaet.")
      case (.after, UInt8(ascii: "]")):
        place = .end
        buffer.skip(1)
      case (.after, UInt8(ascii: ",")):
        place = .next(comma: location)
        buffer.skip(1)
      case (.after, UInt8(ascii: "{")):
        problems = [
          Diagnostic(
            .error, "json-missing-comma", "Der mangler et komma før sagen.", at: location, help: "Sæt et komma.")
        ]
        place = .first
      case (.after, _):
        return stopped(
          problem(
            "json-syntax", "Forventede et komma eller en afsluttende ] efter sagen.", at: location,
            help: "Sæt et komma, hvis der følger en sag til, eller ] efter den sidste."), &buffer)
      case (.first, _), (.next, _):
        return element(&buffer, problems)
      }
    }
  }

  private func skipSpace(_ buffer: inout InputBuffer) {
    repeat {
      let length = buffer.withBytes { bytes in
        bytes.firstIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } ?? bytes.count
      }
      buffer.skip(length)
    } while buffer.count == 0 && buffer.more()
  }

  private mutating func element(_ buffer: inout InputBuffer, _ problems: [Diagnostic]) -> Reading? {
    let location = buffer.location
    var reading = Reading(diagnostics: [], location: location, isListed: true)
    guard let length = length(&buffer) else {
      reading.diagnostics = [
        Diagnostic(
          .error, "file-too-large", "Sagen er større end 16 MB, og det er ingen sag.", at: location,
          help: "Se efter, om en parentes eller et anførselstegn mangler.")
      ]
      return stopped(reading, &buffer)
    }
    // A piece of a case that could not be read on says nothing.
    if !buffer.failure.isEmpty, length == buffer.count {
      place = .stopped
      return nil
    }
    let bytes = buffer.take(max(length, 1))
    let source = CaseSource(
      file: location.file, bytes: bytes, firstLine: location.line, firstColumn: location.column)
    let isCertain = CaseReader().read(bytes, of: source, in: .list, into: &reading)
    reading.diagnostics = problems + reading.diagnostics
    place = .after
    return isCertain ? reading : stopped(reading, &buffer)
  }

  /// How many bytes the next value has; nil when it is longer than a case can be.
  private func length(_ buffer: inout InputBuffer) -> Int? {
    var extent = ValueExtent()
    while true {
      if let length = buffer.withBytes({ extent.length(in: $0) }) {
        return length <= CaseReader.byteLimit ? length : nil
      }
      if buffer.count > CaseReader.byteLimit { return nil }
      if !buffer.more() { return buffer.count }
    }
  }

  /// What is wrong between the cases.
  private func problem(_ id: String, _ message: String, at place: SourceLocation, help: String) -> Reading {
    Reading(
      diagnostics: [Diagnostic(.error, id, message, at: place, help: help)], location: place,
      isListed: true, isCase: false)
  }

  /// Says with the last reading that there is more, which nobody has read.
  private mutating func stopped(_ reading: Reading, _ buffer: inout InputBuffer) -> Reading {
    place = .stopped
    guard buffer.has(1) else { return reading }
    var reading = reading
    reading.diagnostics.append(
      Diagnostic(
        .error, "list-stopped", "Resten af listen er ikke læst, for det er ikke sikkert, hvor den næste sag begynder.",
        at: reading.diagnostics.last?.location ?? reading.location,
        help:
          "Ret fejlen, og kør igen. I JSON Lines (.jsonl), med én sag på hver linje, stopper en fejl kun sin egen sag."
      ))
    return reading
  }
}
