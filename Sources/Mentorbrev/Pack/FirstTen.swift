import Diagnostics

extension [Diagnostic.Note] {
  /// As many as a person reads, and how many more there are.
  var firstTen: [Diagnostic.Note] {
    count > 10 ? prefix(10) + [Diagnostic.Note("… og \(count - 10) til.")] : self
  }
}
