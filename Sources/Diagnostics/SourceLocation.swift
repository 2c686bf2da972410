/// A place in a text file that a person wrote: file, line and column.
///
/// Lines and columns count from 1; a column counts characters (Unicode scalars), not bytes, so that it is
/// what an editor shows for Danish text.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file as the user named it; never made absolute.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int
  /// What a spreadsheet calls the cell, when the text is a table: `Z3`.
  public var cell: String?

  /// Creates a location.
  public init(file: String, line: Int, column: Int, cell: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
  }

  /// Orders by file, then by line, then by column.
  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column`, as tools and editors expect it.
  public var description: String { "\(file.visible):\(line):\(column)" }
}

extension String {
  /// With characters that a terminal would obey, and those that turn the writing, as `\u{1B}`: the name of a file can
  /// hold any.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    return unicodeScalars.map { scalar in
      scalar.isObeyed ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var isObeyed: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
