import Diagnostics
import Foundation

@testable import Casework

/// A list of contracts as a spreadsheet saves it, changed cell by cell. Fictitious.
struct TableText {
  var rows: [[String]]

  static let contracts = TableText(
    """
    sagsnummer;myndighed.navn;myndighed.cvr;sagsbehandler.navn;mentorstoette.maal.type;mentorstoette.maal.tekst;mentorstoette.opgaver.1.omraade;mentorstoette.opgaver.1.tekst;mentorstoette.periode.fra;mentorstoette.timetal.timer;mentor.navn;mentor.arbejdsgiver.navn;kontrakt.dato;kontrakt.timeloen
    A-1;Gribskov Kommune;29188440;Lise Østergaard;beskaeftigelse;Klar til et deltidsjob;faglig;Støtte i køkkenet;1-12-2026;2;Ib Øst;"Café ""Æblet"" & Søn ApS";23-11-2026;198,75
    A-2;Gribskov Kommune;29188440;Lise Østergaard;uddannelse;Gennemfører grundforløbet;personlig;Struktur i hverdagen;04.01.2027;1;Åse Lund;Nordsjællands Erhvervsskole;2026-11-23;312,00
    """)

  init(_ text: String) {
    rows = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }

  var text: String { rows.map { $0.joined(separator: ";") }.joined(separator: "\r\n") + "\r\n" }

  /// The table with another cell in a row (from 2) and the column of a path.
  func with(_ row: Int, _ path: String, _ cell: String) -> TableText {
    var copy = self
    if let column = rows[0].firstIndex(of: path) { copy.rows[row - 1][column] = cell }
    return copy
  }
}

/// What is read from a table that comes in pieces of a size.
func table(_ bytes: [UInt8], _ size: Int = 1 << 16) -> [Reading] {
  Array(CaseStream(file: "liste.csv", format: .csv, read: pieces(bytes, size)))
}

func table(_ text: String, _ size: Int = 1 << 16) -> [Reading] { table(Array(text.utf8), size) }

/// A table of one column under `sagsnummer`.
func cells(_ heading: String, _ cells: String...) -> [Reading] {
  table("sagsnummer;\(heading)\n" + cells.enumerated().map { "A-\($0 + 1);\($1)\n" }.joined())
}

extension [Reading] {
  /// The readings of rows.
  var cases: [Reading] { filter(\.isCase) }
  var numbers: [String?] { cases.map { $0.caseFile?.caseNumber?.value } }
}
