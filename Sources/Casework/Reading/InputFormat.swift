/// The forms in which cases come.
public enum InputFormat: String, Sendable, CaseIterable {
  /// One case in braces, or several in brackets.
  case json
  /// JSON Lines: one case on each line.
  case jsonl
  /// A table: a header, and one case in each row.
  case csv

  /// The form that the name of a file tells; nil when it tells none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }

  /// The form of an input: what its name tells, or another one where it tells none; `-` is standard input.
  public init(of input: String, otherwise format: InputFormat) {
    self = input == "-" ? format : InputFormat(fileName: input) ?? format
  }
}
