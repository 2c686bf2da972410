import Casework
import Foundation
import Testing

@testable import Mentorbrev

@Suite struct ReissueFieldsTests {
  /// A field that the guidance begins to print begins to matter, too.
  @Test func knowsWhatGuidanceOnHowToComplainPrints() throws {
    let law = try String(contentsOfFile: "\(Repository.templates)/law/klagevejledning.xml", encoding: .utf8)
    let start = try #require(law.firstRange(of: #"<tekst id="kontaktveje""#))
    let text = try #require(law[start.lowerBound...].split(separator: "</tekst>").first)
    let printed = Set(text.matches(of: #/(myndighed|borger)\.[A-Za-z]+/#).map { String($0.output.0) })
    #expect(printed == Set(ReissueFields.guidance))
  }

  @Test func namesFieldsOfACase() {
    for path in ReissueFields.guidance + ReissueFields.unsaid { #expect(CaseLabels.label(of: path) != nil, "\(path)") }
  }
}
