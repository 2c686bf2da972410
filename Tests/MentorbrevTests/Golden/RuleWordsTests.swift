import Casework
import Mentorbrev
import Templating
import Testing

/// What a decision says of the rules it rests on, neither less nor more than it is about (FVL § 24).
@Suite struct RuleWordsTests {
  private static let length = "En periode kan højst vare 6 måneder. Når den slutter, kan du efter en konkret vurdering"
  private static let mentor = "En mentor kan være ansat i en virksomhed"
  private static let mentorProvision = "Hvem der kan være mentor, står i § 168 i samme lov."

  private func page(_ sample: Sample, _ kind: DocumentKind) throws -> String {
    let documents = try Repository.letterbook().documents(sample, kinds: [kind], as: [.html])
    return try #require(documents.first).text.replacing("\u{A0}", with: " ").split { $0.isWhitespace }
      .joined(separator: " ").replacing(/<span[^>]*>|<\/span>/, with: "")
  }

  @Test func tellHowLongAPeriodIsAndWhoCanBeMentorWhereLessIsGiven() throws {
    let letter = try page(Sample(kind: .partialGrant), .partialGrant)
    for words in [Self.length, Self.mentor, Self.mentorProvision] { #expect(letter.contains(words), "\(words)") }
  }

  @Test func tellWhoCanBeMentorWhereSupportIsRefused() throws {
    let refusal = try Sample(kind: .refusal).with("mentorstoette.tidligerePerioder", nil)
    let letter = try page(refusal, .refusal)
    for words in [Self.mentor, Self.mentorProvision] { #expect(letter.contains(words), "\(words)") }
    // Who has had no support is not told how it goes on.
    #expect(!letter.contains("6 måneder."))
    let again = try page(
      refusal.with("mentorstoette.tidligerePerioder", [["fra": "2025-06-01", "til": "2025-11-30"]]), .refusal)
    #expect(again.contains(Self.length))
  }

  @Test func tellAStopOnlyTheRuleItRestsOn() throws {
    let letter = try page(Sample(kind: .stop), .stop)
    #expect(letter.contains("Reglerne står i § 167, stk. 1"))
    for words in [Self.length, Self.mentor, "§ 168"] { #expect(!letter.contains(words), "\(words)") }
  }

  @Test func tellAChangeHowLongAPeriodIsOnlyWhereItChangesThePeriod() throws {
    let shorter = try page(Sample(golden: "aendring-kortere-periode"), .change)
    #expect(shorter.contains(Self.length) && !shorter.contains(Self.mentor) && !shorter.contains("§ 168"))
    let fewer = try page(Sample(kind: .change), .change)
    #expect(!fewer.contains(Self.length) && !fewer.contains("§ 168"))
  }

  @Test func nameTheActBesideWhoCanBeMentorAroundADischarge() throws {
    let letter = try page(Sample(kind: .dischargeCoordinator), .dischargeCoordinator)
    #expect(
      letter.contains(
        "(lovbekendtgørelse nr. 280 af 1. marts 2024). \(Self.mentorProvision) Mere om retten står i § 128 i "
          + "bekendtgørelse"))
  }

  @Test func nameWhatMinPlanHoldsOnlyWhereTheChangeIsWrittenIntoIt() throws {
    for isWhole in [false, true] {
      let sample = try Sample(kind: .change).with("minPlan.helhedsorienteretPlan", isWhole)
      for document in try Repository.letterbook().documents(sample, kinds: [.change]) {
        let text = document.text.replacing("\u{A0}", with: " ")
        #expect(text.contains("§ 52 i bekendtgørelse") == !isWhole, "\(document.path)")
      }
    }
  }
}
