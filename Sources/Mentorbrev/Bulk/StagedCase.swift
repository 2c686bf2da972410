import Casework
import Register
public import Diagnostics

/// A case whose documents are written, but do not have their names yet.
public struct StagedCase: Sendable {
  /// What came of the case.
  public var outcome: CaseOutcome
  private let staged: Result<StagedDocuments, FileError>?

  init(_ outcome: CaseOutcome, in writer: DocumentWriter) {
    self.outcome = outcome
    staged = outcome.isGood ? Result { () throws(FileError) in try writer.stage(outcome.result.documents) } : nil
  }

  /// Gives the documents their names, over what stood there; all of them, or none.
  ///
  /// - Parameter identities: the documents of the run; a case that makes one of them again is refused.
  /// - Returns: the paths in the order of the documents, none when the case is refused.
  public mutating func place(_ identities: inout IdentityRun) throws(FileError) -> [String] {
    guard let staged else { return [] }
    identities.claim(&outcome.result, at: outcome.reading.location)
    return outcome.result.isRefused ? [] : try staged.get().place()
  }
}

extension Letterbook {
  /// Makes the documents of any number of cases and writes them into a folder, on all cores.
  ///
  /// ```swift
  /// let run = try letterbook.stage(CaseInputs(["sager.csv"]), in: DocumentWriter(folder: "Output"))
  /// var identities = IdentityRun()
  /// for var staged in run {
  ///   for path in try staged.place(&identities) { print(path) }
  /// }
  /// ```
  ///
  /// The files have passing names until you place them, in the order of the cases; those of cases that you do not place
  /// are gone when the case is let go.
  ///
  /// - Throws: when documents have been issued into the folder, or the system has no more threads.
  public func stage(
    _ inputs: CaseInputs, _ options: RenderOptions = RenderOptions(), in writer: DocumentWriter, workers: Int? = nil
  ) throws(DiagnosticsError) -> CaseRun<StagedCase> {
    try writer.requireNothingIssued()
    return try run(inputs, options, workers: workers) { { StagedCase($0, in: writer) } }
  }
}

extension DocumentWriter {
  /// Makes sure that no documents have been issued into the folder: they are never written over.
  ///
  /// - Throws: when there is a register.
  public func requireNothingIssued() throws(DiagnosticsError) {
    guard FileSystem.isThere(RegisterPaths(folder: folder).journal) else { return }
    throw DiagnosticsError(
      [
        Diagnostic(
          .error, "issued-documents",
          "I mappen \(folder.visible) ligger udstedte dokumenter, og de bliver ikke overskrevet.",
          help: "Skriv til en anden mappe (--output), eller udsted sagen med 'mentorbrev issue'.")
      ], in: .danish)
  }
}
