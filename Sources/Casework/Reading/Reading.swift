public import Diagnostics

/// What came of reading one case, or what is to be said of the text around the cases.
public struct Reading: Sendable {
  /// The case, when its text could be read to the end; fields with errors are missing in it.
  package var caseFile: CaseFile? {
    get { held?.caseFile }
    set { held = newValue.map(HeldCase.init) }
  }
  /// The same, without a copy of it.
  package var held: HeldCase?
  /// Everything that is wrong with the text, in its order.
  public var diagnostics: [Diagnostic]
  /// Where the case begins; the first place of a file that holds one case.
  public var location: SourceLocation
  /// Whether the case is one of those in a list, a table or a file of lines.
  public var isListed: Bool
  /// False for what is said of the text around the cases: an error there, or something to know.
  public var isCase: Bool
  /// Whether it stands for an input that could not be read to its end: which cases that holds nobody knows.
  package var isUnreadInput = false
  /// The row that the case was read from, when it stands in a table.
  public var row: TableRow?
  /// The fields that unknown keys seem to mean: what stands under a misspelt key is not missing.
  var meantPaths: [String] = []

  /// Creates a result, such as that of a file that could not be read at all.
  public init(diagnostics: [Diagnostic], location: SourceLocation, isListed: Bool = false, isCase: Bool = true) {
    self.diagnostics = diagnostics
    self.location = location
    self.isListed = isListed
    self.isCase = isCase
  }

  /// The case, when nothing is wrong with its text.
  ///
  /// - Throws: everything that is wrong; a case with an error has gaps that no document may be made from.
  public func complete() throws(DiagnosticsError) -> CaseFile {
    guard let caseFile, !diagnostics.hasErrors else { throw DiagnosticsError(diagnostics, in: .danish) }
    return caseFile
  }

  /// What the case is called in a report: its file, and where it begins there when the file can hold several.
  public var name: String {
    if !isListed { return location.file.visible }
    return location.column == 1 ? "\(location.file.visible):\(location.line)" : "\(location)"
  }

  /// The fields with errors.
  package var errorPaths: [String] {
    diagnostics.compactMap { $0.severity == .error ? $0.path : nil }
  }

  /// Whether an error concerns this field, something in it, or the record around it as a whole; the key of either may be
  /// misspelt.
  ///
  /// A model that misses such a field need not say so: the caseworker has been told what is wrong with it.
  public func concerns(_ path: String) -> Bool {
    if meantPaths.contains(where: { path == $0 || path.hasPrefix($0 + ".") || $0.hasPrefix(path + ".") }) {
      return true
    }
    return diagnostics.contains { diagnostic in
      guard let other = diagnostic.path else { return false }
      let isAround = diagnostic.id == "wrong-type" && path.hasPrefix(other + ".")
      return other == path || other.hasPrefix(path + ".") || isAround
    }
  }
}
