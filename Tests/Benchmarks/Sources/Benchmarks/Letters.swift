import Casework
import Diagnostics
import Fields
import Lawbook

/// Many different grant letters: the example cases, each varied in words, lists and optional parts.
enum Letters {
  static func make(_ count: Int, _ lawbook: Lawbook) throws -> [GrantDecision] {
    let examples = try Repository.examples().flatMap { example in try understood(example, lawbook) }
    var chance = Chance(seed: 20_260_608)
    return (0..<count).map { varied(examples[$0 % examples.count], number: $0, &chance) }
  }

  private static func understood(
    _ example: (file: String, bytes: [UInt8]), _ lawbook: Lawbook
  ) throws -> [GrantDecision] {
    let reading = CaseReader().read(example.bytes, file: example.file)
    let caseFile = try reading.complete()
    guard caseFile.decisionKind == .grant else { return [] }
    let understanding = GrantDecision.understand(caseFile, lawbook: lawbook)
    guard !understanding.models.isEmpty else {
      throw Stop("\(example.file): \(understanding.diagnostics.map(\.message).joined(separator: " "))")
    }
    return understanding.models
  }

  private static func varied(_ example: GrantDecision, number: Int, _ chance: inout Chance) -> GrantDecision {
    var grant = example
    grant.letter.identity.caseNumber = "27.36.00-G01-\(1000 + number)-26"
    grant.letter.isDraft = chance.one(in: 20)
    grant.letter.citizen.name = "\(chance.pick(givenNames)) \(chance.pick(middleNames)) \(chance.pick(surnames))"
    if grant.letter.recipient.role == .citizen { grant.letter.recipient.name = grant.letter.citizen.name }
    grant.letter.citizen.isExemptFromDigitalPost = chance.one(in: 5)
    grant.granted.hasHolisticPlan = chance.one(in: 8)
    grant.letter.decision.date = grant.letter.decision.date.adding(days: chance.below(60))
    grant.letter.decision.facts = chance.text(of: sentences, 2...6)
    grant.letter.decision.considerations = chance.text(of: sentences, 1...3)
    grant.letter.decision.otherHelp = chance.one(in: 3) ? chance.text(of: sentences, 1...2) : nil
    grant.letter.decision.application = chance.one(in: 2) ? chance.pick(sentences) : nil
    grant.letter.decision.applicationDate = chance.one(in: 2) ? grant.letter.decision.date.adding(days: -14) : nil
    grant.letter.ownWords.introduction = chance.one(in: 4) ? chance.text(of: sentences, 1...2) : nil
    grant.letter.ownWords.reasons = chance.one(in: 4) ? chance.text(of: sentences, 1...2) : nil
    grant.letter.authority.phoneHours = chance.one(in: 2) ? "mandag-torsdag kl. 9-14 og fredag kl. 9-12" : nil
    grant.letter.authority.unit = chance.one(in: 6) ? nil : grant.letter.authority.unit
    grant.letter.caseworker.phone = chance.one(in: 6) ? nil : grant.letter.caseworker.phone
    grant.granted.support.goal.text = chance.pick(sentences)
    grant.granted.support.tasks = tasks(&chance)
    grant.granted.support.hours = hours(grant.granted.support.period, grant.granted.support.hours, &chance)
    if case .named(var mentor) = grant.granted.mentor {
      mentor.name = "\(chance.pick(givenNames)) \(chance.pick(surnames))"
      mentor.title = chance.one(in: 3) ? nil : "gartneriformand"
      grant.granted.mentor = .named(mentor)
    }
    return grant
  }

  private static func tasks(_ chance: inout Chance) -> NonEmpty<MentorTask> {
    let tasks = (0...chance.below(5)).map { _ in
      MentorTask(area: chance.pick(TaskArea.allCases), text: chance.pick(sentences))
    }
    return NonEmpty(tasks)!
  }

  private static func hours(
    _ period: Period, _ given: WorkingHours, _ chance: inout Chance
  ) -> WorkingHours {
    let time = WorkingTime(hours: 1 + chance.below(4), minutes: chance.pick([0, 15, 30, 45]))
    switch chance.below(4) {
    case 0: return .fortnightly(time)
    case 1:
      let middle = period.from.adding(days: period.days / 2)
      let phases = NonEmpty([
        HoursPhase(period: Period(from: period.from, to: middle)!, weekly: time),
        HoursPhase(
          period: Period(from: middle.adding(days: 1), to: period.to)!,
          weekly: WorkingTime(minutes: chance.one(in: 3) ? 0 : 90)),
      ])
      return .phased(phases!)
    case 2: return given
    default: return .weekly(time)
    }
  }

  private static let givenNames = ["Mikkel", "Åse", "Søren", "Laura", "Amina", "Jørgen", "Æskild", "Bo"]
  private static let middleNames = ["Ørsted", "\"Ø\"", "Winther", "Yusuf", "Præstegaard"]
  private static let surnames = ["Bang", "O'Hara & Søn", "Dam", "Kjærgaard", "<Rask>", "Holm"]
  private static let sentences = [
    "Du har været sygemeldt siden november 2025.",
    "Du begynder den 15. juni 2026 i virksomhedspraktik på en planteskole.",
    "Du har fortalt, at du har svært ved at holde overblik over dagen og sige fra, når opgaverne bliver for mange.",
    "Vi vurderer, at støtte fra en mentor er afgørende for, at du kan gennemføre praktikken.",
    "Vi har lagt vægt på, at du har klaret dig godt i forløb, hvor du havde en fast person at tale med.",
    "Tallene 1 < 2 & 3 > 2 driller dig.",
    "Hjælpe dig med at planlægge din arbejdsuge og holde pauser",
    "Tale med dig om, hvordan du siger fra i tide",
  ]
}

/// Numbers that look like chance and are the same in every run.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func one(in number: Int) -> Bool { below(number) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Sentences, some of them on lines of their own.
  mutating func text(of sentences: [String], _ count: ClosedRange<Int>) -> String {
    var text = pick(sentences)
    for _ in 1..<max(2, count.lowerBound + below(count.count)) {
      text += one(in: 3) ? "\n" : " "
      text += pick(sentences)
    }
    return text
  }
}
