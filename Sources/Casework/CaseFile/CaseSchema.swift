public import Fields

/// One field of a case file, as the data dictionary lists it.
public struct FieldEntry: Sendable, Hashable {
  /// Where it stands: `mentorstoette.opgaver.N.tekst`, with `N` for the number of a row from 1.
  public var path: String
  /// What a caseworker calls it.
  public var label: String
  /// The heading of its column in a table, in Danish labels; nil for records and lists, whose fields have columns.
  public var heading: String?
  /// What its value may be, in Danish.
  public var type: String
  /// What a cell of a table may hold, in Danish; nil where there is no column.
  public var cell: String?
  /// Who may read it.
  public var secrecy: Secrecy
  /// Whether a case is normally refused without it.
  public var isRequired: Bool
  /// The statute that asks for it, where there is one.
  public var basis: String?
  /// One line about it.
  public var summary: String
}

/// The input contract, from the one declaration of the fields that the reader uses.
public enum CaseSchema {
  /// The data dictionary: every field that a case file may hold, in the order of the declaration.
  public static func dictionary() -> [FieldEntry] {
    var entries: [FieldEntry] = []
    list(CaseFile.input.shape, under: "", headed: "", .open, into: &entries)
    return entries
  }

  /// The data dictionary as tab-separated text with a line of headings.
  public static func dictionaryText() -> String {
    var lines = ["sti\tbetegnelse\toverskrift i CSV\ttype\tskrives i CSV\tfortrolighed\tpåkrævet\thjemmel\tforklaring"]
    for entry in dictionary() {
      lines.append(
        [
          entry.path, entry.label, entry.heading ?? "", entry.type, entry.cell ?? "", entry.secrecy.word,
          entry.isRequired ? "ja" : "", entry.basis ?? "", entry.summary,
        ].joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The paths of fields whose key this is, for a message about a key in the wrong place.
  static func paths(endingIn key: String) -> [String] {
    dictionary().map(\.path).filter { $0 == key || $0.hasSuffix("." + key) }
  }

  private static func list(
    _ shape: InputShape, under path: String, headed heading: String, _ secrecy: Secrecy,
    into entries: inout [FieldEntry]
  ) {
    for entry in shape.entries {
      let place = path.isEmpty ? entry.name : "\(path).\(entry.name)"
      let headed = heading.isEmpty ? entry.label : "\(heading): \(entry.label)"
      let cell = entry.type.inCell
      // What stands in a personal record is personal, whatever the shared shape says of itself.
      let reached = max(secrecy, entry.secrecy)
      entries.append(
        FieldEntry(
          path: place, label: entry.label, heading: cell == nil ? nil : headed, type: entry.type.danish, cell: cell,
          secrecy: reached, isRequired: entry.isRequired, basis: entry.basis, summary: entry.summary))
      switch entry.type {
      case .record(let inner): list(inner, under: place, headed: headed, reached, into: &entries)
      case .list(let inner): list(inner, under: place + ".N", headed: headed + " N", reached, into: &entries)
      default: break
      }
    }
  }
}

extension Secrecy {
  /// The class in Danish.
  var word: String {
    switch self {
    case .open: "åben"
    case .personal: "personlig"
    case .identifying: "identificerende"
    }
  }
}

extension InputType {
  /// What a value may be, in Danish.
  var danish: String {
    switch self {
    case .text(let form): form.danish
    case .integer(let range): "helt tal fra \(range.lowerBound) til \(range.upperBound)"
    case .amount(let range): "beløb i kroner fra \(range.lowerBound) til \(range.upperBound)"
    case .date: "dato (år-måned-dag)"
    case .boolean: "true (ja) eller false (nej)"
    case .choice(let type): "et af ordene \(type.cases.map(\.name).joined(separator: ", "))"
    case .record: "felter"
    case .list: "liste"
    }
  }

  /// What a cell of a table may hold, in Danish; nil where the fields below have columns of their own.
  var inCell: String? {
    switch self {
    case .date: "dato: 23-11-2026, 23.11.2026 eller 2026-11-23"
    case .amount: "beløb: 1234,50"
    case .boolean: "ja eller nej"
    case .record, .list: nil
    default: danish
    }
  }
}

extension TextForm {
  /// The form in Danish.
  var danish: String {
    switch self {
    case .line: "tekst på én linje"
    case .lines: "tekst"
    case .phone: "telefonnummer"
    case .email: "mailadresse"
    case .postcode: "fire cifre"
    case .caseNumber: "sagsnummer"
    case .civilRegistrationNumber: "CPR-nummer"
    case .digits(let count): "\(count) cifre"
    case .link: "https-adresse"
    case .rule: "en regels id"
    case .clock: "klokkeslæt"
    }
  }
}
