import Diagnostics

@testable import Casework

/// Reads a case file and writes its problems as the command line does.
func problems(in text: String) -> String { problems(in: Array(text.utf8)) }

/// The same, for bytes that are no text.
func problems(in bytes: [UInt8]) -> String {
  DiagnosticFormatter(.danish).text(for: CaseReader().read(bytes, file: "sag.json").diagnostics)
}

/// The case in a text that has no problems.
func caseFile(_ text: String) -> CaseFile? {
  let reading = CaseReader().read(Array(text.utf8), file: "sag.json")
  return reading.diagnostics.isEmpty ? reading.caseFile : nil
}
