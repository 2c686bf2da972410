import Casework
import Register
public import Diagnostics

/// A case whose documents or messages are written, but do not have their names yet.
public struct StagedCase: Sendable {
  /// What came of the case. The bytes of its documents are in their files, and not here.
  public var outcome: CaseOutcome
  private let staged: Result<StagedDocuments, any Error>?

  /// Writes what was made of a case, and lets go of its bytes: the next documents of the thread take their place in memory.
  init(_ outcome: inout CaseOutcome, in writer: DocumentWriter) {
    staged = outcome.isGood ? Result { try writer.stage(outcome.result) } : nil
    for index in outcome.result.documents.indices { outcome.result.documents[index].bytes = [] }
    self.outcome = outcome
  }

  /// Gives the documents their names, over what stood there; all of them, or none.
  ///
  /// - Parameter identities: the documents of the run; a case that makes one of them again is refused.
  /// - Returns: the paths in the order of the documents or messages, none when the case is refused.
  /// - Throws: a ``FileError``, or an `AttachmentError` when an attachment is no longer what it was.
  public mutating func place(_ identities: inout IdentityRun) throws -> [String] {
    guard let files = try staged?.get() else { return [] }
    identities.claim(&outcome.result, at: outcome.reading.location)
    return outcome.result.isRefused ? [] : try files.place()
  }
}

extension Letterbook {
  /// Makes the documents of any number of cases, or messages of their letters, and writes them into a folder, on all cores.
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
  /// - Parameter post: makes messages of the letters, as HTML alone, in the place of the documents; nil for documents.
  /// - Throws: when documents have been issued into the folder, or the system has no more threads.
  public func stage(
    _ inputs: CaseInputs, _ options: RenderOptions = RenderOptions(), post: Post? = nil, in writer: DocumentWriter,
    workers: Int? = nil
  ) throws(DiagnosticsError) -> CaseRun<StagedCase> {
    try writer.requireNothingIssued()
    return try run(inputs, options, post, workers: workers) { { StagedCase(&$0, in: writer) } }
  }
}

extension DocumentWriter {
  /// Makes sure that no documents have been issued into the folder: they are never written over.
  ///
  /// - Parameter isPacking: whether messages are packed of the documents.
  /// - Throws: when there is a register.
  public func requireNothingIssued(isPacking: Bool = false) throws(DiagnosticsError) {
    guard RegisterPaths(folder: folder).isThere else { return }
    throw DiagnosticsError(
      [
        Diagnostic(
          .error, "issued-documents",
          "I mappen \(folder.visible) ligger udstedte dokumenter, og de bliver ikke overskrevet.",
          help: isPacking
            ? "Pak de udstedte breve med 'mentorbrev pack', når kørslen er godkendt."
            : "Skriv til en anden mappe (--output), eller udsted sagen med 'mentorbrev issue'.")
      ], in: .danish)
  }
}
