import Foundation
import Testing

/// The glossary names every public type of the domain and the lawbook, and no other.
struct GlossaryTests {
  /// The folder of the package: the nearest one above this file that holds a manifest.
  private static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()
  private static let glossary = "Sources/Casework/Casework.docc/Glossary.md"

  @Test func glossaryNamesEveryPublicTypeAndNoOther() throws {
    var declared: [String: String] = [:]
    for folder in ["Sources/Casework", "Sources/Lawbook"] {
      for file in try Self.swiftFiles(in: folder) {
        let text = try String(contentsOf: Self.root.appendingPathComponent(file), encoding: .utf8)
        for name in DeclarationScanner.publicTypes(in: text) { declared[name] = file }
      }
    }
    let text = try String(contentsOf: Self.root.appendingPathComponent(Self.glossary), encoding: .utf8)
    let listed = Self.typesInTable(of: text)
    try #require(!declared.isEmpty, "no public type was found below \(Self.root.path): has Sources moved?")
    try #require(!listed.isEmpty, "\(Self.glossary) has no table with a column 'Swift name'")

    let missing = declared.filter { !listed.contains($0.key) }.sorted { $0.key < $1.key }
    let unknown = listed.subtracting(declared.keys).sorted()
    let message =
      missing.map { "missing: \($0.key), declared in \($0.value). Add a row, or its name to a row.\n" }
      + unknown.map { "not a public type: \($0). Remove or correct it; nested types have their full name.\n" }
    #expect(missing.isEmpty && unknown.isEmpty, "\(Self.glossary) does not fit the sources:\n\(message.joined())")
  }

  @Test func scannerFindsFullNames() {
    let source = """
      /* public struct Commented {} */
      public struct Outer: Sendable {  // public enum Remark {
        let brace = "}\\(nested ? "{" : "public class Quoted {")"
        public indirect enum Inner { case a(Inner) }
        struct Hidden { public struct Unseen {} }
      }
      extension Outer.Inner { public protocol Deep {} }
      extension Outer {
        public final class Late {}
        public var shape: Int { 1 }
      }
      public actor Last {}
      """
    #expect(
      DeclarationScanner.publicTypes(in: source)
        == ["Outer", "Outer.Inner", "Outer.Inner.Deep", "Outer.Late", "Last"])
  }

  @Test func tableHasOnlyBacktickedNamesOfItsColumn() {
    let table = """
      Prose with `Prose`.

      | Danish term | Swift name | Definition |
      |---|---|---|
      | sag | `CaseFile`, `CaseFile.Citizen` | not `Other` |
      """
    #expect(Self.typesInTable(of: table) == ["CaseFile", "CaseFile.Citizen"])
  }

  private static func swiftFiles(in folder: String) throws -> [String] {
    let url = root.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The backticked names in the column "Swift name" of every table.
  private static func typesInTable(of text: String) -> Set<String> {
    var names: Set<String> = []
    var column: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        column = nil
        continue
      }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if let column {
        guard column < cells.count else { continue }
        // Between backticks are the pieces with odd numbers.
        for (index, piece) in cells[column].components(separatedBy: "`").enumerated() where index % 2 == 1 {
          names.insert(piece)
        }
      } else {
        column = cells.firstIndex(of: "Swift name")
      }
    }
    return names
  }
}

/// Finds the public types of a Swift source by its words and braces; comments and texts are passed over.
private struct DeclarationScanner {
  private static let introducers: Set<String> = ["struct", "enum", "protocol", "class", "actor"]
  private static let modifiers: Set<String> = ["final", "indirect"]

  private let characters: [Character]
  private var index = 0
  /// What each open brace belongs to: the name of a type and whether it is public, or nil.
  private var open: [(name: String, isPublic: Bool)?] = []
  private var found: [String] = []

  /// Full names of public types whose owners are public too, in the order of the text.
  static func publicTypes(in source: String) -> [String] {
    var scanner = DeclarationScanner(source)
    scanner.scan()
    return scanner.found
  }

  private init(_ source: String) { characters = Array(source) }

  private var next: Character? { index < characters.count ? characters[index] : nil }

  private func isAhead(_ text: String) -> Bool { characters[index...].starts(with: text) }

  private mutating func scan() {
    var isPublic = false
    var pending: (name: String, isPublic: Bool)?
    while let character = next {
      if skipQuietText() { continue }
      switch character {
      case "{":
        open.append(pending)
        pending = nil
        index += 1
      case "}":
        _ = open.popLast()
        index += 1
      case _ where character.isLetter || character == "_":
        let word = word()
        if word == "extension" {
          pending = (name(), true)
        } else if Self.introducers.contains(word), !(word == "class" && isMember()) {
          let name = name()
          let owners = open.compactMap(\.self)
          if isPublic, owners.allSatisfy(\.isPublic) {
            found.append((owners.map(\.name) + [name]).joined(separator: "."))
          }
          pending = (name, isPublic)
        }
        if !Self.modifiers.contains(word) { isPublic = word == "public" }
      default:
        if !character.isWhitespace { isPublic = false }
        index += 1
      }
    }
  }

  /// Passes over a comment or a text, when one begins here.
  private mutating func skipQuietText() -> Bool {
    if isAhead("//") {
      while let character = next, !character.isNewline { index += 1 }
    } else if isAhead("/*") {
      while next != nil, !isAhead("*/") { index += 1 }
      index += 2
    } else if next == "\"" {
      skipText()
    } else {
      return false
    }
    return true
  }

  /// Passes over a text with its interpolations, from its first quotation mark to after its last.
  private mutating func skipText() {
    let mark = isAhead("\"\"\"") ? "\"\"\"" : "\""
    index += mark.count
    while next != nil, !isAhead(mark) {
      if isAhead("\\(") {
        skipInterpolation()
      } else {
        index += next == "\\" ? 2 : 1
      }
    }
    index += mark.count
  }

  private mutating func skipInterpolation() {
    index += 1
    var depth = 0
    while let character = next {
      if skipQuietText() { continue }
      index += 1
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// `class` before `func` or `var` declares no type.
  private func isMember() -> Bool {
    var scanner = self
    return ["func", "var", "let", "subscript"].contains(scanner.name())
  }

  private mutating func word() -> String {
    let start = index
    while let character = next, character.isLetter || character.isNumber || character == "_" { index += 1 }
    return String(characters[start..<index])
  }

  /// The name after an introducer, with the dots of an extension of a nested type.
  private mutating func name() -> String {
    while next?.isWhitespace == true { index += 1 }
    var name = word()
    while next == "." {
      index += 1
      name += "." + word()
    }
    return name
  }
}
