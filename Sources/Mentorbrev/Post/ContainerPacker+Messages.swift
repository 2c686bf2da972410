import Casework
public import Diagnostics
public import DigitalPost

extension ContainerPacker {
  /// Packs the messages of a case: all of them, or none when one cannot be packed at all. Those that an earlier run packed
  /// stay where they are.
  ///
  /// - Returns: the names of the entries, in the order of the messages.
  /// - Throws: ``RefusedMessage`` before anything is packed; what ``add(_:size:from:)`` throws after that.
  public func add(_ messages: [OutgoingMessage]) throws -> [String] {
    let packed = messages.filter { !holds($0.sealed.id) }.map { (message: $0.entry, sealed: $0.sealed) }
    for (message, sealed) in packed {
      do throws(ContainerError) {
        try check(message, size: sealed.size)
      } catch {
        throw RefusedMessage(error)
      }
    }
    for (message, sealed) in packed { try add(message, size: sealed.size, from: sealed.write) }
    return messages.map { "\($0.sealed.id).xml" }
  }
}

extension OutgoingMessage {
  /// What a container tells of it.
  var entry: ContainerPacker.Message {
    ContainerPacker.Message(uuid: sealed.id, caseNumber: identity.caseNumber, kind: identity.kind.rawValue)
  }
}

/// A message that cannot be packed; those of other cases are as they were.
public struct RefusedMessage: Error, Sendable {
  private let problem: Diagnostic

  init(_ error: ContainerError) { problem = error.diagnostic }

  init(_ error: AttachmentError) { problem = error.diagnostic() }

  /// What is said about it.
  public func diagnostic(in caseNumber: String?) -> Diagnostic {
    var diagnostic = problem
    diagnostic.caseNumber = caseNumber
    return diagnostic
  }
}

extension AttachmentError {
  /// What is said when it shows while a message is written: it was there when the case was found good.
  package func diagnostic(in caseNumber: String? = nil) -> Diagnostic {
    Diagnostic(
      .error, "memo-attachment", "Et bilag (forsendelse.bilag) \(danish).", path: "forsendelse.bilag",
      caseNumber: caseNumber, help: "Kør igen, når ingen ændrer filerne.")
  }
}
