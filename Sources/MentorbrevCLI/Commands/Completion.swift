import Casework
import Diagnostics
import Mentorbrev
import Printing

/// What a run does with documents that are printed: it keeps the formats that were asked for, or makes messages of them.
struct Completion: Sendable {
  let printer: Printer
  let post: Post?
  /// What is kept when no messages are made.
  let formats: [DocumentFormat]

  /// Begins with the documents of a case.
  ///
  /// - Returns: what is to be written, or everything that is wrong with the case; a failure that would meet all cases.
  func begin(_ rendered: CaseResult, of reading: Reading) -> Task<Result<CaseResult, DiagnosticsError>, Never> {
    Task {
      var result: CaseResult
      do throws(PrintingError) {
        result = try await rendered.printed(by: printer)
      } catch {
        return .failure(DiagnosticsError([error.diagnostic]))
      }
      guard let post else {
        result.documents.removeAll { !formats.contains($0.format) }
        return .success(result)
      }
      do throws(DiagnosticsError) {
        return .success(try post.messages(of: result, from: reading))
      } catch {
        return .failure(error)
      }
    }
  }
}
