import Diagnostics
import Lawbook

/// A lawbook in a few lines: the elements of `lov.xml`, and of a supplement when there is one.
func load(
  _ elements: String, supplement: String? = nil, extent: Lawbook.Extent = .whole
) throws(DiagnosticsError) -> Lawbook {
  var files = [(file: "lov.xml", bytes: Array(file("lovbog", common, elements).utf8))]
  if let supplement {
    let head = #"af="Jurist" verificeret="2026-11-01" kilde="https://kommune.example/lov" sikkerhed="C""#
    files.insert(("tillaeg.xml", Array(file("tillaeg", head, supplement).utf8)), at: 0)
  }
  return try Lawbook.load(files, extent)
}

private let common = #"verificeret="2026-11-21" kilde="https://lov.example/1" sikkerhed="C""#

private func file(_ root: String, _ attributes: String, _ elements: String) -> String {
  """
  <\(root) xmlns="urn:mentorbrev:lov" xmlns:t="urn:mentorbrev:template" \(attributes)>
  \(elements)
  </\(root)>
  """
}

/// Everything that is wrong, as `file:line:column: id: message` with help and notes below.
func errors(_ elements: String, supplement: String? = nil) -> [String] {
  do throws(DiagnosticsError) {
    _ = try load(elements, supplement: supplement)
    return []
  } catch {
    return error.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0)" } ?? "-"
      let help = diagnostic.help.map { " | help: \($0)" } ?? ""
      let notes = diagnostic.notes.map { note in
        " | note: " + (note.location.map { "\($0): " } ?? "") + note.message
      }
      return "\(place): \(diagnostic.id): \(diagnostic.message)\(help)\(notes.joined())"
    }
  }
}

/// An act and one provision of it, known from 2020 to 2026.
let act = """
  <retsakt id="lab" titel="lov om en indsats"><udgave fra="2020-01-01" til="2026-12-31" navn="lov nr. 1"/></retsakt>
  """
