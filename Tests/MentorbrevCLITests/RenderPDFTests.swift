import Foundation
import Testing

/// `render --format pdf`: with WeasyPrint, and without.
@Suite struct RenderPDFTests {
  private static let python = ProcessInfo.processInfo.environment["MENTORBREV_PYTHON"]

  @Test func tellsWhatIsMissingAndWritesNothing() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    let outcome = try program.run(
      "render", "sag.json", "--format", "html,pdf", environment: ["MENTORBREV_PYTHON": "/intet/python"])
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        """
        error: PDF cannot be made here: there is no program '/intet/python' [no-pdf]
          help: sudo apt-get install -y python3-venv
        """), "\(outcome.errors)")
    #expect(try program.files().isEmpty)
    let json = try program.run(
      "render", "sag.json", "--format", "pdf", "--json", environment: ["MENTORBREV_PYTHON": "/intet/python"])
    #expect(json.code == 2)
    #expect(json.errors == "")
    #expect(
      json.output.hasPrefix(#"{"status":"failed","diagnostics":[{"severity":"error","id":"no-pdf","message":"PDF "#))
    // Who asks for no PDF needs no Python.
    let plain = try program.run("render", "sag.json", environment: ["MENTORBREV_PYTHON": "/intet/python"])
    #expect(plain.code == 0)
  }

  @Test(.enabled(if: python != nil, "MENTORBREV_PYTHON is not set")) func writesManyCasesInTheirOrder() throws {
    let program = try Program()
    let environment = ["MENTORBREV_PYTHON": Self.python!, "PATH": "/usr/bin:/bin"]
    for number in 1...5 {
      try program.write(Sample.grant.numbered("27.36.00-G01-300\(number)-26"), as: "\(number).json")
    }
    try program.write(
      Sample.grant.numbered("27.36.00-G01-3006-26").replacing("Asta Vind", with: "\u{645}\u{646} Vind"), as: "6.json")
    try program.write(Data("{".utf8), as: "7.json")
    let outcome = try program.run(
      ["render"] + (1...7).map { "\($0).json" } + ["--format", "pdf"], environment: environment)
    #expect(outcome.code == 1)
    let names = (1...5).flatMap { number in
      ["bevilling", "min-plan"].map { "27.36.00-G01-300\(number)-26/\($0)-2026-08-24.pdf" }
    }
    // Each holds its own document: an optimised program has mixed them up.
    for (name, title) in [("bevilling", "Afgørelse om mentorstøtte"), ("min-plan", "Plan for mentorstøtte")] {
      let told = try program.shell("pdfinfo Output/27.36.00-G01-3003-26/\(name)-2026-08-24.pdf")
      #expect(told.output.contains("\(title)\n"), "\(name): \(told.output)")
    }
    #expect(outcome.output == names.map { "Output/\($0)\n" }.joined())
    #expect(try program.files() == names)
    #expect(
      outcome.errors.hasPrefix(
        """
        fejl: sag 27.36.00-G01-3006-26: Brevet har tegn, som skrifttyperne til PDF ikke kan vise: U+0645, U+0646. [pdf-characters]
          hjælp: Find tegnene i sagen, og skriv dem med bogstaver fra det latinske, græske eller kyrilliske alfabet.
        6.json: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.
        7.json:1:2: fejl:
        """), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("7 sager: 5 skrevet, 2 afvist.\n"))
    let again = try program.run("render", "1.json", "--format", "xml,pdf", "--output", "igen", environment: environment)
    #expect(again.code == 0)
    #expect(try program.bytes(of: "Output/\(names[0])") == program.bytes(of: "igen/\(names[0])"))
    #expect(try program.files(in: "igen").map { $0.suffix(4) } == [".pdf", ".xml", ".pdf", ".xml"])
  }
}
