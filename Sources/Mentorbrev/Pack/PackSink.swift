import Casework
import Diagnostics
import DigitalPost
import Register

/// Where messages go, and how they are recorded: whole on the disk first, then in the register.
protocol PackSink: AnyObject {
  /// Takes the messages of a case: all of them, or none with a ``RefusedMessage``.
  ///
  /// - Returns: the path of each, where it has a file of its own.
  func add(_ messages: [OutgoingMessage]) throws -> [String?]
  /// Whether what was added may be told of: it is recorded, or will be told of with its container.
  var isSettled: Bool { get }
  /// Makes it so.
  func settle() throws
  /// Ends what is open, and records the rest.
  func finish() throws -> [ContainerPacker.Container]
  /// What a person should look at in the folder, after the end.
  func warnings() throws(DiagnosticsError) -> [Diagnostic]
}

extension OutgoingMessage {
  /// What is recorded when it is packed.
  var packed: Event { Event(.packed, ([identity] + enclosed).map(\.name), message: sealed.id) }
}

/// Packs messages into containers, and records those of a container when it is whole.
final class ContainerSink: PackSink {
  private final class Pending {
    var events: [Event] = []
  }

  private let packer: ContainerPacker
  private let pending = Pending()
  private let record: ([Event]) throws -> Void
  /// Messages that lie in whole containers of the folder, from a run that ended before it could record them.
  private let found: Set<String>

  /// - Parameters:
  ///   - found: the messages that need not be packed, because they lie in the folder.
  ///   - record: records events; what they tell of is on the disk.
  init(
    _ folder: String, _ limits: ContainerLimits, found: Set<String>, record: @escaping ([Event]) throws -> Void
  ) {
    self.found = found
    self.record = record
    let pending = pending
    packer = ContainerPacker(limits: limits) { name in
      try RecordedFile(name, in: folder) {
        try FileSystem.sync(folder)
        try record(pending.events)
        pending.events = []
      }
    }
  }

  func add(_ messages: [OutgoingMessage]) throws -> [String?] {
    let new = messages.filter { !found.contains($0.sealed.id) }
    for message in new {
      do throws(ContainerError) {
        try packer.check(message.entry, size: message.sealed.size)
      } catch {
        throw RefusedMessage(error)
      }
    }
    for message in messages {
      if !found.contains(message.sealed.id) {
        // A container that is full is ended here, and what is pending lies in it.
        try packer.add(message.entry, size: message.sealed.size, from: message.sealed.write)
      }
      pending.events.append(message.packed)
    }
    return messages.map { _ in nil }
  }

  let isSettled = true

  func settle() {}

  func warnings() -> [Diagnostic] { [] }

  func finish() throws -> [ContainerPacker.Container] {
    let containers = try packer.finish()
    // What was found, when nothing new came after it.
    if !pending.events.isEmpty { try record(pending.events) }
    pending.events = []
    return containers
  }
}

/// A file of a container: the index over what a run left that was stopped before its container was whole, the container
/// never over another.
private final class RecordedFile: ContainerFile {
  private enum Kind {
    case index(NewFile)
    case container(PackedFile)
  }

  private let kind: Kind
  private let whole: () throws -> Void

  /// - Parameter whole: called when the container has its name.
  init(_ name: String, in folder: String, whole: @escaping () throws -> Void) throws {
    self.whole = whole
    if name.hasSuffix(PackedIndex.ending) {
      try FileSystem.makeFolder(folder)
      kind = .index(try NewFile("\(folder)/\(name)"))
    } else {
      kind = .container(try PackedFile(name, in: folder))
    }
  }

  func write(_ bytes: [UInt8]) throws {
    switch kind {
    case .index(let file): try file.write(bytes)
    case .container(let file): try file.write(bytes)
    }
  }

  func finish() throws {
    switch kind {
    case .index(let file): try file.finish()
    case .container(let file):
      try file.finish()
      try whole()
    }
  }
}

/// Writes each message as a file of its own, `<uuid>.<form>.xml`, and records them some at a time: a sync costs little beside
/// a PDF, and what is not recorded yet is lost when the run is killed.
final class FileSink: PackSink {
  private static let groupSize = 16
  private let folder: String
  /// What was there before.
  private let left: UnrecordedRequests?
  private let record: ([Event]) throws -> Void
  private var pending: [Event] = []

  init(_ folder: String, _ left: UnrecordedRequests? = nil, record: @escaping ([Event]) throws -> Void) {
    self.folder = folder
    self.left = left
    self.record = record
  }

  func add(_ messages: [OutgoingMessage]) throws -> [String?] {
    try FileSystem.makeFolder(folder)
    let staged: StagedDocuments
    do {
      staged = try StagedDocuments(
        messages.map { ($0, "\(folder)/\($0.sealed.id).\($0.form.rawValue).xml") })
    } catch let error as AttachmentError {
      throw RefusedMessage(error)
    }
    // The same message again has the same bytes.
    let paths = try staged.place()
    pending += messages.map(\.packed)
    if pending.count >= Self.groupSize { try settle() }
    return paths
  }

  var isSettled: Bool { pending.isEmpty }

  func finish() throws -> [ContainerPacker.Container] {
    try settle()
    return []
  }

  func warnings() throws(DiagnosticsError) -> [Diagnostic] { try left?.warnings() ?? [] }

  func settle() throws {
    if pending.isEmpty { return }
    try FileSystem.sync(folder)
    try record(pending)
    pending = []
  }
}
