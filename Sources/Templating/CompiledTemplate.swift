public import Diagnostics
public import Fields

/// A template that has been checked and proven, ready to be rendered any number of times.
public struct CompiledTemplate: Sendable {
  /// The kind of document.
  public let kind: String
  /// What it makes.
  public let output: Output
  let program: Program
  /// The paths of the fields that it reads, in order.
  public let fieldsRead: [String]
  /// The ids of the lawbook entries that it prints, in order.
  public let entriesPrinted: [String]
  /// The parts that it uses, in order.
  public let partsUsed: [String]
  /// The changes that it and its parts declare to be substantive.
  public let substantiveChanges: [SubstantiveChange]
  /// Where each requirement is met: the places of its marks, by its id.
  public let marks: [String: [SourceLocation]]

  /// Appends the document to a buffer. Cannot fail: all that could be wrong was found when compiling.
  ///
  /// - Parameters:
  ///   - table: the values, filled by the `Fields` whose type the template was compiled for.
  ///   - buffer: where the bytes go, UTF-8.
  public func render(_ table: SlotTable, into buffer: inout OutputBuffer) {
    Renderer(program: program).run(table, into: &buffer)
  }
}
