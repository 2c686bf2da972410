import Foundation
import Testing

/// `schema csv --kind`: a list with just those columns writes what the case file writes.
@Suite struct ColumnsOfKindTests {
  /// The cells of a case under a header, as a spreadsheet saves them.
  private static func row(_ json: Any, _ header: [Substring]) -> String {
    header.map { name in
      var value: Any? = json
      for key in name.split(separator: ".") {
        if let number = Int(key) {
          let rows = value as? [Any] ?? []
          value = rows.indices.contains(number - 1) ? rows[number - 1] : nil
        } else {
          value = (value as? [String: Any])?[String(key)]
        }
      }
      return value.map(cell) ?? ""
    }.joined(separator: ";")
  }

  private static func cell(_ value: Any) -> String {
    if let number = value as? NSNumber, !(value is String) {
      if String(cString: number.objCType) == "c" { return number.boolValue ? "ja" : "nej" }
      return number.stringValue.replacing(".", with: ",")
    }
    return "\"" + ((value as? String) ?? "").replacing("\"", with: "\"\"") + "\""
  }

  @Test(arguments: ["mentorkontrakt", "bevilling", "rammeaftale", "kontrakttillaeg", "afslag"])
  func writesTheExample(_ kind: String) throws {
    let program = try Program()
    let outcome = try program.run("schema", "csv", "--kind", kind, "--rows", "9")
    #expect(outcome.code == 0)
    let header = outcome.output.dropLast().split(separator: ";")
    let example = Data(try program.run("example", kind).output.utf8)
    try program.write(example, as: "sag.json")
    let row = Self.row(try JSONSerialization.jsonObject(with: example), header)
    try program.write(Data("\(outcome.output)\(row)\n".utf8), as: "liste.csv")
    let listed = try program.run("render", "liste.csv", "--kind", kind, "--output", "a")
    #expect(listed.errors == "")
    #expect(listed.code == 0)
    #expect(try program.run("render", "sag.json", "--kind", kind, "--output", "b").code == 0)
    let names = try program.files(in: "b")
    #expect(names.count == 2)
    #expect(try program.files(in: "a") == names)
    for name in names {
      let bytes = try program.bytes(of: "b/\(name)")
      #expect(try program.bytes(of: "a/\(name)") == bytes, "\(name)")
    }
  }

  @Test func refusesAKindThatThereIsNot() throws {
    let outcome = try Program().run("schema", "csv", "--kind", "kontrakt")
    #expect(outcome.code == 64)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        "Error: The value 'kontrakt' is invalid for '--kind <kind>'. Please provide one of the following:"),
      "\(outcome.errors)")
  }

  /// A list for contracts has no place for the citizen, and says what a column of one is.
  @Test func aContractHasNoColumnOfTheCitizen() throws {
    let header = try Program().run("schema", "csv", "--kind", "mentorkontrakt", "--kind", "timeregnskab").output
    #expect(!header.contains("borger."))
    #expect(header.contains(";kontrakt.opgaver.1.tekst;"))
    #expect(header.contains(";kontrakt.tillaeg.dato;"))
  }
}
