public import Hashing

/// One thing that the register remembers, and one line of its journal.
public enum Entry: Sendable, Hashable {
  /// The bytes of a file of a bundle, stored once.
  case material(Material)
  /// Templates, lawbook and profiles together.
  case bundle(BundleRecord)
  /// A run that recorded something.
  case run(RunRecord)
  /// A case whose documents were issued.
  case issued(Issued)
  /// A case that was refused.
  case refused(Refused)
  /// Something that happened to documents later.
  case event(Event)
  /// A run may be sent.
  case approved(Approval)
  /// Cases were forgotten.
  case forgotten(Forgotten)
}

/// A file of a bundle.
public struct Material: Sendable, Hashable {
  /// The hash of the bytes.
  public var hash: SHA256Hash
  /// The file, UTF-8.
  public var bytes: [UInt8]

  /// Takes the bytes of a file.
  public init(_ bytes: [UInt8]) {
    hash = SHA256Hash(of: bytes)
    self.bytes = bytes
  }
}

/// Templates, lawbook and profiles that documents were made with: the files by their paths.
public struct BundleRecord: Sendable, Hashable {
  /// The hashes of the files by their paths below the folder of templates.
  public var files: [String: SHA256Hash]
  /// The hash of the whole: of the lines `<hash> <path>` in the order of the paths.
  public var hash: SHA256Hash

  /// Creates a bundle of files.
  public init(_ files: [String: SHA256Hash]) {
    self.files = files
    var hasher = StreamHasher()
    for (path, hash) in files.sorted(by: { $0.key < $1.key }) { hasher.update("\(hash.hex) \(path)\n".utf8) }
    hash = hasher.finish()
  }
}

/// A run of the program.
public struct RunRecord: Sendable, Hashable {
  /// Its number in the folder, from 1.
  public var number: Int
  /// What was run, for people: `issue`, `reissue ny-afgoerelse`.
  public var command: String
  /// The version of the program.
  public var engine: String
  /// The hash of the bundle.
  public var bundle: SHA256Hash

  /// Creates a run.
  public init(number: Int, command: String, engine: String, bundle: SHA256Hash) {
    self.number = number
    self.command = command
    self.engine = engine
    self.bundle = bundle
  }
}

/// The data that a case was made from, as they were read.
public struct CaseData: Sendable, Hashable {
  /// `json`, or `csv` for the header of a table and one row.
  public var form: String
  /// The text, UTF-8.
  public var bytes: [UInt8]

  /// Creates case data.
  public init(form: String, bytes: [UInt8]) {
    self.form = form
    self.bytes = bytes
  }
}

/// The documents of a case that were issued together.
public struct Issued: Sendable, Hashable {
  /// A document: an identity and its files.
  public struct Document: Sendable, Hashable {
    /// The path below the folder without its extension, which no other document has.
    public var name: String
    /// The kind of document, such as `bevilling`.
    public var kind: String
    /// The date of the document, ISO 8601.
    public var date: String
    /// The role of the recipient.
    public var recipient: String
    /// The hashes of the files by their extensions (`html`, `xml`).
    public var files: [String: SHA256Hash]

    /// Creates a document.
    public init(name: String, kind: String, date: String, recipient: String, files: [String: SHA256Hash]) {
      self.name = name
      self.kind = kind
      self.date = date
      self.recipient = recipient
      self.files = files
    }
  }

  /// The run.
  public var run: Int
  /// The CVR number of the authority.
  public var authority: String
  /// The number of the case.
  public var caseNumber: String
  /// What the documents were made from.
  public var data: CaseData
  /// The documents, in the order of their kinds; none when a record was only brought up to date.
  public var documents: [Document]
  /// What they follow, when they were made because something differed from what had been issued.
  public var reissue: Reissue?

  /// Creates an entry.
  public init(
    run: Int, authority: String, caseNumber: String, data: CaseData, documents: [Document], reissue: Reissue? = nil
  ) {
    self.run = run
    self.authority = authority
    self.caseNumber = caseNumber
    self.data = data
    self.documents = documents
    self.reissue = reissue
  }
}

/// A case that was refused; it is recorded once, however often it comes again unchanged.
public struct Refused: Sendable, Hashable {
  /// The run.
  public var run: Int
  /// The number of the case, when it could be read and does not tell who the citizen is.
  public var caseNumber: String?
  /// The hash of the case's text, which is not kept; that of its place when the number is not known.
  public var data: SHA256Hash
  /// The messages, each with its id, without names and CPR numbers.
  public var reasons: [String]
  /// Where the case stood in the input, without the name of its file; nil in journals from before it was kept.
  public var place: String?

  /// Creates an entry.
  public init(run: Int, caseNumber: String?, data: SHA256Hash, reasons: [String], place: String? = nil) {
    self.run = run
    self.caseNumber = caseNumber
    self.data = data
    self.reasons = reasons
    self.place = place
  }

  /// What tells it apart from other refusals: the text of the case and the reasons.
  public var key: SHA256Hash { SHA256Hash(of: ([data.hex] + reasons).joined(separator: "\n")) }
}
