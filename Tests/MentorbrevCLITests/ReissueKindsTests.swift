import Foundation
import Testing

/// What is granted in whatever form: a telephone that changes is told, and one that was wrong is corrected.
@Suite struct ReissueKindsTests {
  private func issued(_ text: String) throws -> Program {
    let program = try Program()
    try program.write(Data(text.utf8), as: "sag.json")
    let outcome = try program.run("issue", "sag.json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    return program
  }

  /// Ten days after what was decided began.
  @Test(arguments: [
    ("aendring", "2026-10-11"), ("afgraensning", "2026-08-27"), ("aftale", "2026-09-11"), ("bevilling", "2026-06-25"),
    ("bevilling-digital-post", "2026-06-25"), ("delvis-bevilling", "2026-10-11"), ("forlaengelse", "2026-10-11"),
    ("genvurdering", "2026-11-12"), ("uddannelsesstart", "2026-08-20"), ("udskrivningskoordinator", "2026-05-14"),
  ])
  func tellsOfATelephoneAndCorrectsIt(_ name: String, _ day: String) throws {
    let text = try Sample.example(name).text
    let officer = try #require(text.range(of: #""sagsbehandler": {"#))
    let telephone = try #require(text[officer.upperBound...].firstMatch(of: #/"telefon": "[0-9 ]+"/#)).range
    let new = text.replacingCharacters(in: telephone, with: #""telefon": "20 11 99 99""#)
    for (form, kind) in [("orientering", "orientering"), ("rettelse", "berigtigelse")] {
      let program = try issued(text)
      try program.write(Data(new.utf8), as: "ny.json")
      let outcome = try program.run("reissue", "ny.json", "--as", form, "--date", day)
      #expect(
        outcome.code == 0 && outcome.errors == "Kørsel 2: Output/runs/2/index.html\n", "\(form): \(outcome.errors)")
      let files = Set(outcome.output.split(separator: "\n").compactMap { $0.split(separator: "/").last })
      let names = [kind, "min-plan"].flatMap { ["\($0)-\(day).html", "\($0)-\(day).xml"] }
      #expect(files == Set(names.map { $0[...] }))
    }
  }

  /// The decision called a meeting and was delivered on a day of its own: neither is for the next letter.
  @Test func callsNoMeetingAnew() throws {
    let text = try Sample.example("bevilling-digital-post").text
    let program = try issued(text)
    let new = text.replacing(#""timer": 2"#, with: #""timer": 3"#).replacing(
      #/"begrundelse": \{[^}]*\}/#,
      with: #""begrundelse": { "faktum": "Du er startet på holdet.", "hensyn": "Du har brug for flere timer." }"#)
    func reissue(_ text: String) throws -> Program.Outcome {
      try program.write(Data(text.utf8), as: "ny.json")
      return try program.run("reissue", "ny.json", "--as", "ny-afgoerelse", "--date", "2026-06-25")
    }
    // A day that somebody writes for this letter is looked at.
    let early = try reissue(new.replacing(#""leveresFra": "2026-06-10""#, with: #""leveresFra": "2026-06-24""#))
    #expect(early.code == 1 && early.errors.contains("[R27]\n  felt: forsendelse.leveresFra\n"), "\(early.errors)")
    let outcome = try reissue(new)
    #expect(outcome.code == 0 && outcome.output.contains("aendring-2026-06-25.html"), "\(outcome.errors)")
    #expect(try program.run("approve", "3", "--by", "Else Holm").code == 0)
    // The leaflet of the decision is not asked for.
    let packed = try program.run("pack", "3", "--into", "post", "--without-pdf")
    #expect(packed.code == 0, "\(packed.errors)")
  }
}
