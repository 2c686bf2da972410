public import Fields

/// What tells a document apart from every other: authority, case, kind, date, serial number, and which recipient's
/// letter it is.
public struct DocumentIdentity: Sendable, Hashable {
  /// Which recipient's letter it is.
  public struct Addressee: Sendable, Hashable {
    /// The recipient's role.
    public var role: RecipientRole
    /// The place among recipients of the same role, from 1.
    public var number: Int

    /// Creates an addressee.
    public init(role: RecipientRole, number: Int = 1) {
      self.role = role
      self.number = number
    }

    /// The citizen.
    public static let citizen = Addressee(role: .citizen)
  }

  /// CVR number of the authority.
  public var companyNumber: String
  /// The authority's number of the case.
  public var caseNumber: String
  /// The kind of document.
  public var kind: DocumentKind
  /// The document's date.
  public var date: CalendarDate
  /// The serial number among documents of one kind and day in one case (*løbenummer*).
  public var serialNumber: Int?
  /// Which recipient's letter it is.
  public var addressee: Addressee

  /// Creates an identity.
  public init(
    companyNumber: String, caseNumber: String, kind: DocumentKind, date: CalendarDate, serialNumber: Int? = nil,
    addressee: Addressee = .citizen
  ) {
    self.companyNumber = companyNumber
    self.caseNumber = caseNumber
    self.kind = kind
    self.date = date
    self.serialNumber = serialNumber
    self.addressee = addressee
  }

  /// The file within the output folder: `<case>/<kind>-<date>[-n].<extension>` for the citizen, with
  /// `-<role>[-k]` before the extension for anyone else.
  ///
  /// The name never holds a person's name or number. A number without a role is a serial number, so names of two
  /// letters of one case cannot meet.
  public func path(extension suffix: String) -> String {
    "\(name).\(suffix)"
  }

  /// The same without extension: what no other document of the folder has.
  package var name: String {
    var name = "\(folder)/\(kind.rawValue)-\(date)"
    if let serialNumber { name += "-\(serialNumber)" }
    if addressee != .citizen {
      name += "-\(addressee.role.rawValue)"
      if addressee.number > 1 { name += "-\(addressee.number)" }
    }
    return name
  }

  /// Why somebody gets it; nil for what is not to the citizen nor to anybody in the citizen's place.
  public var recipient: RecipientRole? { kind.isForCitizen ? addressee.role : nil }

  /// The folder of the case within the output folder.
  package var folder: String { Self.folder(caseNumber) }

  /// A case number as the name of a folder: every byte that is unsafe in a file name is percent-encoded.
  ///
  /// Letters, digits, `-`, `_` and `.` stay; a dot is encoded when it begins the name, so that no name is hidden or
  /// leads out of the folder. The first letter of a name that the register uses itself is encoded too.
  package static func folder(_ caseNumber: String) -> String {
    let isTaken = caseNumber == "runs" || caseNumber.hasPrefix("register.")
    let isSafe = !isTaken && !caseNumber.hasPrefix(".") && caseNumber.utf8.allSatisfy { Self.isSafe($0, first: false) }
    if isSafe { return caseNumber }
    var name = ""
    for (index, byte) in caseNumber.utf8.enumerated() {
      if Self.isSafe(byte, first: index == 0), !(isTaken && index == 0) {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        name += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return name
  }

  private static func isSafe(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    case UInt8(ascii: "."): !first
    default: false
    }
  }
}
