import Fields
import Foundation
import Testing

@testable import Casework

/// The schema and the dictionary say what the reader does.
@Suite struct CaseSchemaTests {
  @Test func listsEveryFieldOnceWithItsPlace() {
    let entries = CaseSchema.dictionary()
    #expect(Set(entries.map(\.path)).count == entries.count)
    #expect(entries.allSatisfy { !$0.label.isEmpty && !$0.summary.isEmpty && !$0.type.isEmpty })
    let citizen = entries.filter { $0.path.hasPrefix("borger.") }
    #expect(citizen.allSatisfy { $0.secrecy >= .personal })
    #expect(entries.first { $0.path == "borger.cpr" }?.secrecy == .identifying)
    #expect(entries.first { $0.path == "myndighed.adresse.vej" }?.secrecy == .open)
    #expect(entries.first { $0.path == "borger.adresse.vej" }?.secrecy == .personal)
    #expect(entries.first { $0.path == "mentorstoette.opgaver.N.tekst" }?.basis == "BAB § 52, nr. 3")
  }

  @Test func writesDictionaryAsTable() {
    let lines = CaseSchema.dictionaryText().split(separator: "\n")
    #expect(
      lines.first
        == "sti\tbetegnelse\toverskrift i CSV\ttype\tskrives i CSV\tfortrolighed\tpåkrævet\thjemmel\tforklaring")
    #expect(lines.count == CaseSchema.dictionary().count + 1)
    #expect(
      lines.contains(
        "borger.cpr\tCPR-nummer\tBorger: CPR-nummer\tCPR-nummer\tCPR-nummer\tidentificerende\tja\t\tTi cifre, med eller uden bindestreg"
      ))
    #expect(
      lines.contains {
        $0.hasPrefix("mentorstoette.opgaver.N.tekst\tOpgavetekst\tMentorstøtte: Opgaver N: Opgavetekst\ttekst\ttekst\t")
      })
    #expect(lines.contains { $0.contains("\tdato: 23-11-2026, 23.11.2026 eller 2026-11-23\t") })
    #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 9 })
  }

  @Test func schemaIsJSONThatRefusesUnknownKeys() throws {
    let text = CaseSchema.jsonSchema()
    let schema = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] as? Bool == false)
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    #expect(definitions.values.allSatisfy { $0["additionalProperties"] as? Bool == false })
    let top = try #require(schema["properties"] as? [String: Any])
    #expect(Set(top.keys) == Set(CaseSchema.dictionary().map(\.path).filter { !$0.contains(".") }))
    #expect(text == CaseSchema.jsonSchema())
  }

  @Test func everyShapeHasItsOwnName() throws {
    var shapes: [String: InputShape] = [:]
    func visit(_ shape: InputShape) {
      if let known = shapes[shape.name] { #expect(known === shape, "\(shape.name)") }
      shapes[shape.name] = shape
      for entry in shape.entries {
        switch entry.type {
        case .record(let inner), .list(let inner): visit(inner)
        default: break
        }
      }
    }
    visit(CaseFile.input.shape)
    #expect(shapes.count > 20)
  }

  @Test func completeCaseHoldsEveryField() throws {
    let file = try JSONSerialization.jsonObject(with: Data(ReadingTexts.complete.utf8))
    var paths: Set<String> = []
    func visit(_ value: Any, _ path: String) {
      if let record = value as? [String: Any] {
        for (key, inner) in record {
          let place = path.isEmpty ? key : "\(path).\(key)"
          paths.insert(place)
          visit(inner, place)
        }
      } else if let list = value as? [Any] {
        for row in list { visit(row, path + ".N") }
      }
    }
    visit(file, "")
    #expect(paths == Set(CaseSchema.dictionary().map(\.path)))
  }
}
