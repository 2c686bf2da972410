/// Thrown by whoever is given what a register holds, one after the other, and wants no more of it: the reading ends there, and
/// nothing is wrong. It is the only error that can be thrown there, for any other would pass for one of the register's.
public struct EnoughRows: Error {
  /// Creates it.
  public init() {}
}

extension RegisterReader {
  /// Gives rows to somebody who may fail, by the disk that they are written to. That ends the reading, and is passed on as
  /// it is: it is no failure of the register's.
  ///
  /// ```swift
  /// try RegisterReader.give { (take) throws(RegisterError) in try reader.eachDocument(take) } to: { try lines.add($0.name) }
  /// ```
  public static func give<Row>(
    _ rows: ((Row) throws(EnoughRows) -> Void) throws(RegisterError) -> Void, to body: (Row) throws -> Void
  ) throws {
    var failure: (any Error)?
    try withoutActuallyEscaping(body) { body in
      try rows { (row) throws(EnoughRows) in
        do {
          try body(row)
        } catch {
          failure = error
          throw EnoughRows()
        }
      }
    }
    if let failure { throw failure }
  }
}
