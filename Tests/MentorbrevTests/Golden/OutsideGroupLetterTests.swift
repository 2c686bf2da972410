import Casework
import Diagnostics
import Mentorbrev
import Templating
import Testing

/// Persons outside LAB § 6 in every letter: support is for them too, but whether they have a *Min Plan* is not known.
@Suite struct OutsideGroupLetterTests {
  /// What a letter that gives support says of each group.
  private static let words: [OutsideGroup: String] = [
    .employed: "Du har et ordinært job. Du kan få mentorstøtte, når den kan hjælpe dig med at beholde det.",
    .seniorJob: "Du er i seniorjob. Et seniorjob regnes som et ordinært job, når det gælder mentorstøtte.",
    .adultApprentice: "Du er voksenlærling. Din læreplads regnes som et ordinært job, når det gælder mentorstøtte.",
    .student: "Du er i gang med en ordinær uddannelse. Du kan få mentorstøtte, når den kan hjælpe dig",
    .futureStudent: "Du skal begynde på en ordinær uddannelse. Du kan få mentorstøtte, så du får en god start.",
    .prisoner: "Du kan få mentorstøtte, også mens du afsoner, når målet er et job eller en uddannelse.",
    .disabilityPensioner: "Du får førtidspension. Du kan få mentorstøtte, fordi målet er et job eller en uddannelse.",
    .oldAgePensioner: "Du får folkepension. Du kan få mentorstøtte, fordi målet er et job eller en uddannelse.",
  ]

  /// The letter of a kind to somebody of a group, without typography.
  private func page(_ kind: DocumentKind, _ group: OutsideGroup, isExempt: Bool = false) throws -> String {
    var sample = try Sample(kind: kind).with("borger.maalgruppe", group.rawValue)
    if isExempt { sample = sample.with("borger.fritagetForDigitalPost", true) }
    let documents = try Repository.letterbook().documents(sample, kinds: [kind], as: [.html])
    return try #require(documents.first).text.replacing("\u{A0}", with: " ").split { $0.isWhitespace }
      .joined(separator: " ")
  }

  @Test(arguments: OutsideGroup.allCases) func areToldWhyTheyCanHaveSupport(_ group: OutsideGroup) throws {
    let words = try #require(Self.words[group])
    for kind in [DocumentKind.grant, .partialGrant, .prolongation] {
      #expect(try page(kind, group).contains(words), "\(kind.rawValue)")
    }
  }

  @Test(arguments: OutsideGroup.allCases) func arePromisedNoPlanOnJobnet(_ group: OutsideGroup) throws {
    let note = "Har du en Min Plan, skal målet, mentoren, opgaverne, perioden og timetallet også stå i den."
    for kind in [DocumentKind.grant, .partialGrant, .prolongation, .change, .mentorChange, .reconsideration] {
      let page = try page(kind, group)
      #expect(page.contains(note), "\(kind.rawValue)")
      #expect(!page.contains("Jobnet"), "\(kind.rawValue)")
    }
    for kind in [
      DocumentKind.refusal, .stop, .expiry, .hearing, .correction, .information, .minPlan, .agreement,
    ] {
      #expect(try !page(kind, group).contains("Jobnet"), "\(kind.rawValue)")
    }
    #expect(try page(.stop, group).contains("Har du en Min Plan, skriver vi i den, at støtten stopper."))
    let plan = try page(.minPlan, group)
    #expect(plan.contains("der skal stå i Min Plan, hvis du har en. Det er ikke en hel plan."))
    #expect(plan.contains("Har du en Min Plan, skriver vi dem også ind i den."))
  }

  /// BAB § 134 is about the groups of § 6 alone.
  @Test func arePromisedNoPlanOnPaper() throws {
    #expect(try !page(.grant, .employed, isExempt: true).contains("planen på papir"))
  }

  /// Who is in § 6 has a plan, and is told where.
  @Test func areTheOnlyOnesInDoubt() throws {
    let documents = try Repository.letterbook().documents(Sample.ordinary(), as: [.html])
    #expect(documents[0].text.contains("Du kan se planen på Jobnet."))
    #expect(!documents[0].text.contains("Har du en Min Plan"))
  }
}
