import Diagnostics
public import Printing

extension CaseResult {
  /// Adds a PDF behind the HTML of each document; those of one case are printed at the same time.
  ///
  /// A letter that cannot be printed is an error of its case: then there are no documents.
  ///
  /// - Throws: ``PrintingError/unavailable(_:)`` when nothing can be printed on this machine.
  public func printed(by printer: Printer) async throws(PrintingError) -> CaseResult {
    let pages = await pages(from: printer)
    var result = self
    result.documents = []
    for (index, document) in documents.enumerated() {
      result.documents.append(document)
      guard document.format == .html else { continue }
      switch pages[index] ?? .failure(.workerFailed) {
      case .success(let bytes):
        result.documents.append(RenderedDocument(identity: document.identity, format: .pdf, bytes: bytes))
      case .failure(.unavailable(let reason)): throw .unavailable(reason)
      case .failure(let error):
        var diagnostic = error.diagnostic
        diagnostic.caseNumber = caseNumber
        // The decision and its copies fail alike.
        if !result.diagnostics.contains(diagnostic) { result.diagnostics.append(diagnostic) }
      }
    }
    if result.isRefused {
      result.documents = []
      result.identities = []
    }
    return result
  }

  /// What came of each document that is HTML, by its index.
  private func pages(from printer: Printer) async -> [Int: Result<[UInt8], PrintingError>] {
    await withTaskGroup(of: (Int, Result<[UInt8], PrintingError>).self) { group in
      for (index, document) in documents.enumerated() where document.format == .html {
        group.addTask {
          // By itself: optimised, Swift 6.3 loses an index that stands beside what is awaited within a typed do.
          let page = await Self.page(of: document, from: printer)
          return (index, page)
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  private static func page(
    of document: RenderedDocument, from printer: Printer
  ) async -> Result<[UInt8], PrintingError> {
    do throws(PrintingError) {
      let bytes = try await printer.pdf(of: document.bytes)
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }
}
