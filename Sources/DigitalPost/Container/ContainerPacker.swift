import Casework

/// A new file: written piece by piece, and there under its name only when it is whole.
public protocol ContainerFile {
  /// Writes bytes behind those before.
  func write(_ bytes: [UInt8]) throws
  /// Gives the file its name, never over another file. A file that is let go before leaves nothing.
  func finish() throws
}

/// Packs messages into containers for Digital Post: `<uuid>.tar.lzma`, each with an index `<uuid>.index.jsonl` beside it.
///
/// Messages are streamed: memory does not grow with their size, and by about 100 bytes for each. The same messages in the
/// same order make the same files. A container is called after its first message, so two runs over different messages do
/// not meet. What an earlier run packed into the folder is not packed again: a run that was stopped goes on from there.
///
/// ```swift
/// let packer = ContainerPacker(limits: limits) { name in try PackedFile(folder, name) }
/// for message in messages { try packer.add(message.entry, message.bytes) }
/// let containers = try packer.finish()
/// ```
public final class ContainerPacker {
  /// A finished container.
  public struct Container: Sendable, Hashable {
    /// The name of its file.
    public let name: String
    /// The name of its index.
    public let index: String
    /// The number of messages.
    public let entries: Int
    /// Its size before it was compressed.
    public let bytes: Int
  }

  /// What is packed, and what is told of it.
  public struct Message: Sendable, Hashable {
    /// The message's UUID (version 4), in lower case.
    public var uuid: String
    /// The case number (sagsnummer).
    public var caseNumber: String
    /// The kind of its main document: `bevilling`.
    public var kind: String

    /// Names a message.
    public init(uuid: String, caseNumber: String, kind: String) {
      self.uuid = uuid
      self.caseNumber = caseNumber
      self.kind = kind
    }
  }

  private let limits: ContainerLimits
  private let open: (String) throws -> any ContainerFile
  private var seen: Set<String> = []
  /// What earlier runs have packed.
  private let packed: Set<String>
  private var current: OpenContainer?
  /// The containers that are whole, in the order of the messages.
  public private(set) var finished: [Container] = []

  /// Creates a packer.
  ///
  /// - Parameters:
  ///   - packed: the indexes of the containers that are there.
  ///   - open: makes a new file of a name in the folder of the containers.
  public init(
    limits: ContainerLimits = ContainerLimits(), packed: [IndexEntry] = [],
    open: @escaping (String) throws -> any ContainerFile
  ) {
    self.limits = limits
    self.packed = Set(packed.map(\.messageUUID))
    self.open = open
  }

  /// Whether an earlier run has packed a message.
  public func holds(_ uuid: String) -> Bool { packed.contains(uuid) }

  /// Packs a message that is in memory.
  public func add(_ message: Message, _ bytes: [UInt8]) throws {
    try add(message, size: bytes.count) { sink in try sink(bytes[...]) }
  }

  /// Tells whether a message can be packed, before anything of its case is.
  public func check(_ message: Message, size: Int) throws(ContainerError) {
    // Also in small letters: it names files, and not every system tells them from capitals.
    guard message.uuid.isVersion4, message.uuid == message.uuid.lowercased() else { throw .notUUID }
    guard !seen.contains(message.uuid) else { throw .duplicate(message.uuid) }
    guard TarFormat.room(for: size) + TarFormat.end.count <= limit else {
      throw .tooLarge(message.uuid, bytes: size, limit: limits.bytes)
    }
  }

  /// The most bytes of a container before it is compressed.
  private var limit: Int { min(limits.bytes, TarFormat.largest) }

  /// Packs a message that comes piece by piece.
  ///
  /// - Parameters:
  ///   - size: the number of its bytes.
  ///   - content: gives its bytes to what it is handed, piece by piece.
  /// - Throws: ``ContainerError``, and what the files throw. The containers before this one are whole and remain; this one
  ///   is not there, and the packer is of no more use.
  public func add(
    _ message: Message, size: Int, from content: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    try check(message, size: size)
    seen.insert(message.uuid)
    let room = TarFormat.room(for: size)
    if let current, current.entries == limits.entries || current.bytes + room + TarFormat.end.count > limit {
      try closeCurrent()
    }
    let container = try current ?? OpenContainer(firstUUID: message.uuid, open)
    // While it is incomplete nobody may close it.
    current = nil
    try container.add(message, size: size, from: content)
    current = container
  }

  /// Ends the last container.
  ///
  /// - Returns: all containers, in the order of the messages; none when there were no messages, since an empty one is
  ///   refused.
  public func finish() throws -> [Container] {
    try closeCurrent()
    return finished
  }

  private func closeCurrent() throws {
    guard let container = current else { return }
    current = nil
    finished.append(try container.close())
  }
}

/// A container that is being written.
private final class OpenContainer {
  private(set) var entries = 0
  private(set) var bytes = 0
  private let name: String
  private let indexName: String
  private let file: any ContainerFile
  private let index: any ContainerFile
  private let compressor: LZMACompressor

  init(firstUUID: String, _ open: (String) throws -> any ContainerFile) throws {
    name = "\(firstUUID).tar.lzma"
    indexName = "\(firstUUID).index.jsonl"
    compressor = try LZMACompressor()
    file = try open(name)
    index = try open(indexName)
  }

  func add(
    _ message: ContainerPacker.Message, size: Int, from content: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let entry = IndexEntry(
      messageUUID: message.uuid, caseNumber: message.caseNumber, kind: message.kind, container: name)
    try put(TarFormat.header(name: entry.entry, size: size))
    var written = 0
    try content { piece in
      written += piece.count
      guard written <= size else { throw ContainerError.changed(message.uuid, announced: size) }
      try put(piece)
    }
    guard written == size else { throw ContainerError.changed(message.uuid, announced: size) }
    try put(TarFormat.padding(after: size))
    try index.write(try entry.line)
    entries += 1
    bytes += TarFormat.room(for: size)
  }

  /// The index first: a container whose messages nobody can find again must not be sent.
  func close() throws -> ContainerPacker.Container {
    try put(TarFormat.end)
    try file.write(try compressor.finish())
    try index.finish()
    try file.finish()
    return ContainerPacker.Container(
      name: name, index: indexName, entries: entries, bytes: bytes + TarFormat.end.count)
  }

  private func put(_ bytes: [UInt8]) throws { try put(bytes[...]) }

  private func put(_ bytes: ArraySlice<UInt8>) throws {
    let output = try compressor.compress(bytes)
    if !output.isEmpty { try file.write(output) }
  }
}
