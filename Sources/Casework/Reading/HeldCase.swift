import Fields

/// A case that has been read.
///
/// An object: a case takes two thousand bytes and holds some forty texts. What is handed from the reader to the rules and
/// the documents is this one, and neither are its bytes moved nor its texts counted.
package final class HeldCase: Sendable {
  /// The case. To ask for it in another module is to copy it; what is asked of every case stands below.
  package let caseFile: CaseFile

  /// Takes a case in.
  package init(_ caseFile: CaseFile) { self.caseFile = caseFile }

  /// Reads a case; nil when there is none, or reading stopped in it.
  ///
  /// It is read beside the object, which never changes, and moved into it once.
  init?(from scanner: inout CaseScanner) {
    guard scanner.isAtCase() else { return nil }
    var read = CaseFile(source: scanner.source, position: scanner.position)
    scanner.readCase(into: &read)
    if scanner.stopped { return nil }
    caseFile = read
  }

  /// The CVR number of the case's authority.
  package var companyNumber: CompanyNumber? { caseFile.authority?.companyNumber?.value }

  /// The number of the case, with its place.
  package var caseNumber: Said<String>? { caseFile.caseNumber }

  /// The documents that the case leads to.
  package var documentKinds: [DocumentKind] { caseFile.documentKinds }

  /// Whether the case leads to a letter and does not say which.
  package var isUndecided: Bool { caseFile.isUndecided }

  var decisionKind: DecisionKind? { caseFile.decisionKind }

  /// The texts of the case, looked through.
  ///
  /// Not inlined: within the initializer of an object, the case would be copied for it.
  @inline(never) func texts() -> CaseTexts { caseFile.texts }
}
