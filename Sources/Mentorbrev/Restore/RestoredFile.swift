public import Diagnostics

/// What became of an issued file that was not as it was issued.
public struct RestoredFile: Sendable, Hashable {
  /// The file, with its folder.
  public var path: String
  /// Where the changed file lies now, when there was one.
  public var kept: String?
  /// Why it was left alone; nil when it is as it was issued again.
  public var problem: Diagnostic?

  init(_ path: String, kept: String? = nil, problem: Diagnostic? = nil) {
    self.path = path
    self.kept = kept
    self.problem = problem
  }
}
