import Diagnostics
import Fields

extension CaseScanner {
  /// Beyond this many errors the rest is not read: the file is something else than a case.
  static let problemLimit = 100

  /// Whether reading stopped for the number of errors alone, and not because the text is uncertain.
  var hasTooManyProblems: Bool { diagnostics.count > Self.problemLimit }

  /// Notes an error at a byte offset.
  ///
  /// - Parameters:
  ///   - help: how to mend it; nothing is refused without.
  ///   - entry: the field that is being read, when it is not on the path yet.
  ///   - step: the key of a field that is not declared.
  mutating func report(
    _ id: String, _ message: String, at place: Int, help: String, entry: InputEntry? = nil,
    step: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    guard diagnostics.count < Self.problemLimit else {
      if diagnostics.count == Self.problemLimit {
        diagnostics.append(
          Diagnostic(
            .error, "too-many-errors", "Der er flere end \(Self.problemLimit) fejl. Læsningen er stoppet her.",
            at: location(place), help: "Ret dem, der er nævnt, og læs filen igen. Se efter, om det er den rigtige fil.")
        )
        stop()
      }
      return
    }
    diagnostics.append(
      Diagnostic(
        .error, id, message, at: location(place), path: pathText(entry?.name ?? step), help: help, notes: notes))
  }

  mutating func report(_ problem: TextProblem, at place: Int, _ entry: InputEntry) {
    // A list has cells and no keys.
    let isEmptyCell = problem.id == "blank-text" && source.isTable
    report(
      problem.id, label(entry) + problem.message, at: place,
      help: isEmptyCell ? "Skriv en tekst, eller lad cellen være tom." : problem.help, entry: entry)
  }

  private func location(_ place: Int) -> SourceLocation {
    source.location(at: UInt32(truncatingIfNeeded: place))
  }

  /// The path of the record or list that is being read, and one step more; nil at the top.
  private func pathText(_ last: String?) -> String? {
    var words = path.map { step in
      switch step {
      case .field(let entry): entry.takeUnretainedValue().name
      case .row(let number): "\(number)"
      }
    }
    if let last { words.append(last) }
    return words.isEmpty ? nil : words.joined(separator: ".")
  }

  /// The field's Danish label with a colon, to begin a message with; nothing without a field.
  func label(_ entry: InputEntry?) -> String { entry.map { "\($0.label): " } ?? "" }

  /// The words of a choice, as a message lists them.
  func choices(_ entry: InputEntry) -> String {
    guard case .choice(let type) = entry.type else { return "" }
    return type.cases.map(\.name).joined(separator: ", ")
  }

  // MARK: Types and values

  /// Passes over a value of another type than the field's, and says what it is.
  ///
  /// - Parameter isRow: whether the value is a row of the list that the entry names.
  mutating func wrongType(_ entry: InputEntry, expected: String, isRow: Bool = false) {
    let start = index
    if !isRow { path.append(.field(.passUnretained(entry))) }
    defer { if !isRow { path.removeLast() } }
    guard let found = skipValue() else { return }
    let words =
      switch found {
      case .text(let length): "en tekst på \(counted(length))"
      case .number: "et tal"
      case .boolean: "true eller false"
      case .null: "null"
      case .list: "en liste"
      case .object: "felter i krøllede parenteser"
      }
    let help =
      switch (found, entry.type) {
      case (.null, _): "Udelad nøglen, når der ikke er en værdi."
      case (.number, .text), (.number, .date): "Skriv værdien i anførselstegn."
      case (.text, .integer):
        // What stands between the quotation marks.
        WholeNumber.help(
          entry, bytes[(start + 1)..<(index - 1)], plain: WholeNumber.plain)
      case (.text, .record(let shape)), (.number, .record(let shape)): WholeNumber.help(shape) ?? form(of: entry)
      case (.object, .list) where !isRow: "Sæt kantede parenteser om: [ … ]."
      default: isRow ? "Skriv rækken i krøllede parenteser: { … }." : form(of: entry)
      }
    report(
      "wrong-type", "\(label(entry))forventede \(expected), fandt \(words).", at: start, help: help)
  }

  /// How a value of the field's type is written.
  private func form(of entry: InputEntry) -> String {
    switch entry.type {
    case .text: "Skriv en tekst i anførselstegn."
    case .date: "Skriv datoen i anførselstegn, fx \"2026-11-23\"."
    case .choice: "Skriv et af ordene i anførselstegn: \(choices(entry))."
    case .integer: WholeNumber.plain
    case .amount: "Skriv tallet uden anførselstegn, og decimaler efter et punktum."
    case .boolean: "Skriv true eller false uden anførselstegn."
    case .record: "Skriv felterne i krøllede parenteser: { … }."
    case .list: "Skriv rækkerne i kantede parenteser: [ … ]."
    }
  }

  mutating func reportLineBreak(at place: Int, _ entry: InputEntry) {
    report(
      "line-break", "\(label(entry))feltet fylder én linje, men her er et linjeskift eller en tabulator.", at: place,
      help: "Skriv et mellemrum i stedet.", entry: entry)
  }

  mutating func reportOutOfRange(_ entry: InputEntry, _ range: ClosedRange<Int>, isBelow: Bool, at place: Int) {
    let found = isBelow ? "et mindre" : "et større"
    report(
      "out-of-range",
      "\(label(entry))forventede et tal fra \(range.lowerBound) til \(grouped(range.upperBound)), fandt \(found).",
      at: place, help: WholeNumber.help(entry, isBelow: isBelow), entry: entry)
  }

  mutating func reportUnknownWord(_ span: StringSpan, _ words: [String], at place: Int, _ entry: InputEntry) {
    reportUnknownWord(withText(span) { String(decoding: $0, as: UTF8.self) }, words, at: place, entry)
  }

  mutating func reportUnknownWord(_ written: String, _ words: [String], at place: Int, _ entry: InputEntry) {
    let near = written.utf8.count <= 60 ? suggestion(for: inASCII(written), among: words) : nil
    report(
      "unknown-word", "\(label(entry))ukendt ord; forventede et af ordene \(choices(entry)).", at: place,
      help: near.map { "Mente du '\($0)'?" } ?? "Skriv det af ordene, der passer.", entry: entry)
  }

  // MARK: Keys

  mutating func reportDuplicate(_ key: StringSpan, _ entry: InputEntry, since start: Int) {
    let first = firstPlace(of: entry, in: start)
    report(
      "duplicate-key", "\(label(entry))nøglen '\(entry.name)' står mere end én gang.", at: key.start - 1,
      help: "Behold den ene.", entry: entry,
      notes: first.map { [Diagnostic.Note("Her står den første gang.", at: location($0))] } ?? [])
  }

  mutating func reportUnknown(_ key: StringSpan, _ shape: InputShape) {
    guard key.start < key.end else { return }
    let written = withText(key) { $0.count <= 60 ? String(decoding: $0, as: UTF8.self) : "" }
    let names = shape.entries.map(\.name)
    let near = suggestion(for: inASCII(written), among: names)
    // Someone may have used a name or a number as a key: such a key is not repeated.
    let isWord = Self.looksLikeKey(inASCII(written), isNear: near != nil)
    let length = withText(key) { text in text.count { $0 & 0xC0 != 0x80 } }
    let named = isWord ? "ukendt nøgle '\(written)'" : "ukendt nøgle på \(counted(length))"
    let message = near.map { "\(named); mente du '\($0)'?" } ?? "\(named)."
    let elsewhere = near == nil ? CaseSchema.paths(endingIn: inASCII(written)).prefix(2) : []
    let help =
      if let near {
        "Ret nøglen til '\(near)'."
      } else if elsewhere.isEmpty {
        "Her kan stå: \(names.joined(separator: ", "))."
      } else {
        "Nøglen hører til her: \(elsewhere.joined(separator: ", "))."
      }
    report("unknown-key", message, at: key.start - 1, help: help, step: isWord ? written : nil)
    if let near, let path = pathText(near) { meantPaths.append(path) }
  }

  /// Whether a word can be meant as a key: letters and digits from a small letter on, and no number of a person.
  ///
  /// - Parameter isNear: whether it is nearly a declared key; then it may also begin with a capital or hold a hyphen.
  static func looksLikeKey(_ word: String, isNear: Bool) -> Bool {
    guard (1...40).contains(word.utf8.count), word.utf8.count(where: isDigit) < 6 else { return false }
    guard isNear || word.utf8.first.map({ isLetter($0) && $0 >= 0x61 }) == true else { return false }
    return word.utf8.allSatisfy { byte in
      isLetter(byte) || isDigit(byte) || isNear && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
    }
  }

  // MARK: Syntax

  /// Reports what stands here instead of what was expected, and stops.
  mutating func unexpected(_ expected: String) {
    let byte = bytes[index]
    let help: String
    let found: String
    switch byte {
    case 0x21..<0x7F where !isLetter(byte) && !isDigit(byte):
      found = "tegnet \(String(Unicode.Scalar(byte)))"
      help = byte == UInt8(ascii: "=") ? "Skriv : mellem nøgle og værdi." : lookBefore
    case 0x30...0x39:
      found = "et ciffer"
      let isDecimal = index > 1 && bytes[index - 1] == UInt8(ascii: ",") && isDigit(bytes[index - 2])
      help = isDecimal ? "Decimaltal skrives med punktum, fx 2.5." : innerQuoteHelp
    case 0x41...0x7A:
      found = "et bogstav"
      help = innerQuoteHelp
    case 0x80...:
      let start = index
      guard multibyte(nil) else { return stop() }  // Already reported.
      let scalar = String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.first?.value ?? 0
      index = start
      found = Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? "et bogstav" : "tegnet \(signName(scalar))"
      help = (0x2018...0x201F).contains(scalar) ? "Skriv lige anførselstegn (\")." : innerQuoteHelp
    default:
      found = "tegnet \(TextCharacter.name(UInt32(byte)))"
      help = "Slet tegnet; det er usynligt."
    }
    report("json-syntax", "Forventede \(expected), fandt \(found). Læsningen er stoppet her.", at: index, help: help)
    stop()
  }

  /// What to do when a text seems to go on behind the quotation mark that ends it: `"Gården "Ro" 5"`. On the next line, or
  /// before a colon, it is another field that follows.
  private var innerQuoteHelp: String {
    var before = index
    while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
    guard before > 0, bytes[before - 1] == UInt8(ascii: "\"") else { return lookBefore }
    var after = index
    while after < bytes.count, isWordByte(bytes[after]) || bytes[after] >= 0x80 { after += 1 }
    while after < bytes.count, bytes[after] == 0x20 { after += 1 }
    let isKey = after < bytes.count && bytes[after] == UInt8(ascii: ":")
    return isKey ? lookBefore : "Et anførselstegn i en tekst skrives \\\"."
  }

  /// What to do when no reason can be seen.
  private var lookBefore: String {
    "Se efter lige før: et komma, et anførselstegn eller en parentes mangler, eller står der forkert."
  }

  /// Reports that the text ends too early, and stops.
  ///
  /// - Parameter start: where that begins which is not ended.
  mutating func reportTruncated(since start: Int?) {
    guard !stopped else { return }
    report(
      "json-truncated", "\(textNoun) slutter, før sagen er færdig.", at: bytes.count, help: truncationHelp,
      notes: start.map { [Diagnostic.Note("Det, der ikke er afsluttet, begynder her.", at: location(max(0, $0)))] }
        ?? [])
    stop()
  }

  /// Reports that the text ends within a string, and stops.
  mutating func reportTruncatedText(at start: Int, _ entry: InputEntry?) {
    report(
      "json-truncated", "\(textNoun) slutter midt i en tekst.", at: start, help: truncationHelp, entry: entry)
    stop()
  }

  private var textNoun: String { container == .line ? "Linjen" : "Filen" }

  private var truncationHelp: String {
    container == .line
      ? "I JSON Lines fylder hver sag én linje, og linjeskift i en tekst skrives som \\n. Fylder den flere linjer, så er det JSON "
        + "(.json, eller --input-format json)."
      : "Filen er ikke hel. Hent eller gem den igen."
  }

  // MARK: Characters

  mutating func reportCharacter(_ scalar: UInt32, at place: Int, _ entry: InputEntry?) {
    let code = TextCharacter.name(scalar)
    switch scalar {
    case _ where TextCharacter.turnsWriting(scalar):
      report(
        "bidi-character",
        "\(label(entry))tegnet \(code) vender skriveretningen og kan få teksten til at se ud som en anden.",
        at: place, help: "Slet tegnet; det er usynligt og følger ofte med, når tekst kopieres.", entry: entry)
    case _ where TextCharacter.isHidden(scalar):
      report(
        "invisible-character",
        "\(label(entry))tegnet \(code) er usynligt og kan skjule, hvad der står i teksten.", at: place,
        help: "Slet tegnet; det følger ofte med, når tekst kopieres.", entry: entry)
    case 0xE000...0xF8FF, 0xF0000...0x10FFFD:
      report(
        "private-character",
        "\(label(entry))tegnet \(code) er et tegn, som kun det program kender, det er kopieret fra, fx et punkttegn fra Word.",
        at: place, help: "Skriv et almindeligt tegn i stedet, fx en bindestreg.", entry: entry)
    case 0xFFFD:
      report(
        "lost-character", "\(label(entry))tegnet \(code) står, hvor et bogstav er gået tabt.", at: place,
        help: "Skriv bogstavet. Det går tabt, når en fil gemmes eller åbnes med et andet tegnsæt.", entry: entry)
    case 0x2028, 0x2029:
      report(
        "control-character", "\(label(entry))tegnet \(code) er et linjeskift, som få programmer kender.", at: place,
        help: "Skriv \\n, hvor feltet må have linjeskift.", entry: entry)
    case 0x09:
      report(
        "control-character", "\(label(entry))en tabulator må ikke stå direkte i en tekst.", at: place,
        help: "Skriv et mellemrum.", entry: entry)
    default:
      report(
        "control-character", "\(label(entry))tegnet \(code) kan ikke stå i et dokument.", at: place,
        help: "Slet tegnet; det er usynligt.", entry: entry)
    }
  }

  /// Reports more marks in a row than a letter can have.
  mutating func reportMarks(_ entry: InputEntry?) {
    report(
      "too-many-marks",
      "\(label(entry))her står flere end \(MarkRun.limit) accenter eller andre mærker i træk, og intet bogstav har så mange.",
      at: marks.start,
      help: "Behold de mærker, der hører til bogstavet, og slet resten; de følger ofte med, når tekst kopieres.",
      entry: entry)
  }

  /// Reports, once for a file, that it is not UTF-8.
  mutating func reportEncoding(at place: Int, _ entry: InputEntry?) {
    if hasReportedEncoding { return }
    hasReportedEncoding = true
    let byte = bytes[place]
    // Æ, Ø, Å, æ, ø, å and é as one byte, and what Windows has for quotation marks and dashes.
    let isLatin = [0xC6, 0xD8, 0xC5, 0xE6, 0xF8, 0xE5, 0xE9].contains(byte) || (0x91...0x97).contains(byte)
    let reason = isLatin ? " Filen ser ud til at være gemt som Latin-1 (Windows-1252)." : ""
    report(
      "encoding", "Teksten er ikke gyldig UTF-8: her står byten 0x\(hex(UInt32(byte)).suffix(2)).\(reason)", at: place,
      help: "Gem filen som UTF-8.", entry: entry)
  }
}

/// Danish letters as the keys write them.
func inASCII(_ text: String) -> String {
  var result = ""
  for character in text {
    switch character {
    case "æ": result += "ae"
    case "ø": result += "oe"
    case "å": result += "aa"
    default: result.append(character)
    }
  }
  return result
}
