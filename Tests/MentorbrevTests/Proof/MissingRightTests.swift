import Casework
import Diagnostics
import Fields
import Foundation
import Lawbook
import Templating
import Testing

@testable import Mentorbrev

/// No missing right: take one out of the templates, on any path, and they no longer compile.
@Suite struct MissingRightTests {
  struct Requirement: Sendable, CustomTestStringConvertible {
    var kind: DocumentKind
    var output: Output
    var id: String
    var basis: String
    var title: String
    var testDescription: String { "\(kind.rawValue).\(output.rawValue) \(id)" }
  }

  private static let day = CalendarDate(iso: "2026-08-24")!

  static let requirements = (try? found()) ?? []

  private static func found() throws -> [Requirement] {
    let lawbook = try Repository.letterbook().lawbook
    return try DocumentKind.allCases.flatMap { kind in
      try Output.allCases.flatMap { output in
        try lawbook.requirements(kind: kind.rawValue, on: day).filter { $0.output == nil || $0.output == output }
          .filter { try !isInTheContract($0.id, kind, lawbook) }.map {
            Requirement(kind: kind, output: output, id: $0.id, basis: $0.basis, title: $0.title)
          }
      }
    }
  }

  /// A supplement and a framework agreement print a contract's clauses by the same parts, and what is taken out of them is
  /// found in the contract.
  private static func isInTheContract(_ id: String, _ kind: DocumentKind, _ lawbook: Lawbook) throws -> Bool {
    guard kind == .contractSupplement || kind == .framework else { return false }
    return try lawbook.requirements(kind: DocumentKind.contract.rawValue, on: day).contains { $0.id == id }
  }

  @Test func knowsTheRequirements() { #expect(Self.requirements.count > 40) }

  @Test(arguments: requirements) func isReportedWhenItsMarksAreGone(_ requirement: Requirement) throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let document = "\(requirement.kind.rawValue).\(requirement.output.rawValue)"
    try Mutation.removeMarks(of: requirement.id, document: document, in: templates)
    let found = try Self.problems(templates, requirement.kind, requirement.output)
    let missing = found.filter { $0.message.hasPrefix("'\(requirement.id)' (\(requirement.title)) is not met") }
    #expect(missing.count == 1, "\(found.map(\.message))")
    #expect(missing.first?.id == "missing-requirement")
    #expect(missing.first?.basis == requirement.basis)
    #expect(missing.first?.location?.file == "\(templates)/documents/\(document)")
    #expect((missing.first?.location?.line ?? 0) > 1)
  }

  struct Loss: Sendable, CustomTestStringConvertible {
    var requirement: String
    var kind: DocumentKind = .grant
    var output: Output = .html
    var file: String
    var old: String
    var new: String
    var testDescription: String { "\(requirement) in \(file): \(old)" }
  }

  /// One value of the evidence on one path, still inside its mark.
  static let losses = [
    Loss(
      requirement: "bab-52.1", file: "parts/maal.html", old: "<strong>Uddannelse.</strong> {maal.tekst | linjer}",
      new: "<strong>Uddannelse.</strong>"),
    Loss(
      requirement: "bab-52.1", kind: .minPlan, file: "parts/maal.html",
      old: "<strong>Job.</strong> {maal.tekst | linjer}", new: "<strong>Job.</strong>"),
    Loss(requirement: "bab-52.2", file: "parts/mentor.html", old: "{mentor.navn}", new: "Din mentor"),
    Loss(
      requirement: "bab-52.2", file: "parts/kontakt.html",
      old: "<a href=\"mailto:{kontakt.vaerdi}\">{kontakt.vaerdi}</a>", new: "findes på Jobnet"),
    Loss(
      requirement: "mentor-oplyses", file: "documents/bevilling.html", old: "<p>{mentorOplyses | linjer}</p>",
      new: "<p>Det får du at vide.</p>"),
    Loss(requirement: "bab-52.3", file: "parts/opgave.html", old: "{opgave.tekst | linjer}", new: "støtte"),
    Loss(requirement: "bab-52.4", file: "parts/periode.html", old: "den {periode.til | dato}", new: "i 6 måneder"),
    Loss(
      requirement: "bab-52.5", file: "parts/timetal.html", old: "<p>{timetal.ugentligt | timer} om ugen</p>",
      new: "<p>Efter aftale</p>"),
    Loss(
      requirement: "bab-52.5-14-dage", file: "parts/timetal.html",
      old: "{timetal.prFjortenDage | timer} hver anden uge", new: "Efter aftale"),
    Loss(
      requirement: "udsteder", file: "parts/underskrift.html", old: "<p t:else=\"\">{myndighed.navn}</p>", new: ""),
    Loss(
      requirement: "bab-135", kind: .minPlan, file: "parts/underskrift.html", old: "{sagsbehandler.navn}", new: "Vi"),
    Loss(
      requirement: "fvl-25.instans", file: "law/klagevejledning.xml",
      old: "afgørelsen, kan du klage til <t:law text=\"klageinstans\"/>", new: "afgørelsen, kan du klage til os"),
    Loss(
      requirement: "klage-over-rettelse", kind: .correction, file: "law/klagevejledning.xml",
      old: "om din støtte til <t:law text=\"klageinstans\"/>", new: "om din støtte til os"),
    Loss(
      requirement: "klage-efter-fristen", kind: .correction, file: "law/klagevejledning.xml",
      old: "fået det rigtige at vide. <t:law text=\"for-sen-klage\"/>", new: "fået det rigtige at vide."),
    Loss(
      requirement: "resultat.mindre", kind: .change, file: "documents/aendring.html", old: "Du får {aendring.mindre}.",
      new: "Du får mindre støtte."),
    Loss(
      requirement: "uddannelse", kind: .change, file: "parts/uddannelse.html",
      old: "{uddannelse.navn}, {uddannelse.institution}", new: "{uddannelse.navn}"),
    Loss(
      requirement: "uddannelse.ret", kind: .reconsideration, file: "parts/uddannelse.html",
      old: "<t:law text=\"uddannelsesstart-ret\"/>", new: "Du har en ret."),
    Loss(
      requirement: "fvl-24.timetal", kind: .change, output: .xml, file: "parts/regel-timetal.xml",
      old: "<regel t:fulfils=\"fvl-24.timetal\"><t:cite provision=\"lab-169-3\"/></regel>",
      new: "<regel t:fulfils=\"fvl-24.timetal\">loven</regel>"),
    Loss(
      requirement: "fvl-24.mentor", kind: .partialGrant, file: "parts/regel-mentor.html",
      old: "<t:cite provision=\"lab-168\" form=\"short\"/>", new: "loven"),
    Loss(
      requirement: "fvl-24.mentor", kind: .refusal, output: .xml, file: "parts/regel.xml",
      old: "<t:cite provision=\"lab-168\"/>", new: "loven"),
    Loss(
      requirement: "periodens-laengde", kind: .partialGrant, file: "parts/regel-almindelig.html",
      old: "<t:law text=\"periodens-laengde\"/>", new: "En periode er kort."),
    Loss(
      requirement: "resultat", file: "documents/bevilling.html",
      old: "til og med den {mentorstoette.periode.til | dato}.", new: "i en periode."),
    Loss(
      requirement: "tidligere-periode", kind: .prolongation, file: "documents/forlaengelse.html",
      old: "slutter den {tidligerePeriode.til | dato}", new: "slutter snart"),
    Loss(
      requirement: "vurdering.resterer", kind: .prolongation, file: "documents/forlaengelse.html",
      old: "<p t:fulfils=\"vurdering.resterer\">{vurdering.resterer | linjer}</p>",
      new: "<p t:fulfils=\"vurdering.resterer\">Det ved du selv.</p>"),
    Loss(
      requirement: "rsl-67", output: .xml, file: "parts/klage.xml", old: "{klage.sidsteDag | iso}",
      new: "2026-12-31"),
    Loss(
      requirement: "bab-52.3", output: .xml, file: "parts/stoette.xml", old: ">{opgave.tekst}<", new: ">x<"),
    Loss(
      requirement: "bab-52.4", kind: .minPlan, output: .xml, file: "parts/stoette.xml",
      old: "{mentorstoette.periode.til | iso}", new: "2026-12-31"),
  ]

  @Test(arguments: losses) func isReportedWhenOnePathDoesNotShowIt(_ loss: Loss) throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try Mutation.replace(loss.old, with: loss.new, in: "\(templates)/\(loss.file)")
    let found = try Self.problems(templates, loss.kind, loss.output)
    let missing = found.filter { $0.id == "missing-evidence" && $0.message.contains("'\(loss.requirement)'") }
    #expect(missing.count >= 1, "\(found.map(\.message))")
    let expected = try #require(
      Self.requirements.first {
        $0.id == loss.requirement && $0.kind == loss.kind && $0.output == loss.output
      })
    for diagnostic in missing {
      #expect(diagnostic.basis == expected.basis)
      #expect(diagnostic.location?.file.hasPrefix(templates) == true)
      #expect((diagnostic.location?.line ?? 0) > 1)
    }
  }

  /// A law text is evidence where it says something, not where it is named.
  @Test func isReportedWhenALawTextSaysNothingOnOnePath() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let law = "\(templates)/law/klagevejledning.xml"
    let words = "Afgørelsen gælder, selv om du klager."
    try Mutation.replace(
      ">\(words)<",
      with: "><t:param name=\"borger\" type=\"borger\"/><t:if test=\"borger.fritagetForDigitalPost\">\(words)</t:if><",
      in: law)
    try Mutation.replace(
      "<t:law text=\"klage-virkning\"/>", with: "<t:law text=\"klage-virkning\" borger=\"borger\"/>", in: law)
    let found = try Self.problems(templates, .grant, .html)
    #expect(
      found.map(\.message) == [
        "this element is marked with 'rsl-72' (At afgørelsen gælder, selv om der klages), but does not print the law "
          + "text 'klage-virkning' on every path"
      ])
    #expect(found.first?.basis == "§ 72, stk. 1, i lov om retssikkerhed og administration på det sociale område")
    #expect(found.first?.notes.first?.message == "not when this condition does not hold: it has no 't:else'")
    #expect(found.first?.notes.first?.location?.file == law)
  }

  /// What is wrong with one template of a folder.
  private static func problems(
    _ templates: String, _ kind: DocumentKind, _ output: Output
  ) throws -> [Diagnostic] {
    // Most losses are in templates: the lawbook is loaded again only when the law is another.
    let folder = "\(templates)/law"
    let isSameLaw = FileManager.default.contentsEqual(atPath: folder, andPath: "\(Repository.templates)/law")
    let lawbook = try isSameLaw ? Repository.letterbook().lawbook : Letterbook(contentsOf: templates).lawbook
    let store = TemplateStore(files: TemplateFolder(path: templates), lawbook: lawbook)
    do throws(DiagnosticsError) {
      _ = try store.template(kind.model, output: output, date: day, legalBasis: .employment)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
