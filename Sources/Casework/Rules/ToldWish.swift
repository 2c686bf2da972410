extension Sentence {
  /// Whether the sentence tells what the citizen wishes or has written, or says no to it, and says nothing more: »du har
  /// bedt om, at din klage får opsættende virkning«.
  ///
  /// Its first part does that. Each part that follows is what is wished, hangs on it without the words in question, or is a
  /// refusal. »…, og det gør den« is none of these: it is the authority's own word.
  ///
  /// - Parameter isPromise: finds the words that would be a promise, if they were the authority's.
  func tellsOfWish(_ isPromise: (Clause) -> Bool) -> Bool {
    let parts = parts
    guard let first = parts.first, first.tellsOfCitizen || first.refusesWish else { return false }
    return parts.dropFirst().allSatisfy { part in
      part.isWhatIsSaid || part.isSubordinate && !isPromise(part) || part.isRefusal
    }
  }

  /// Whether the sentence says yes to what the one before it told of.
  var grants: Bool {
    clauses.contains { !$0.isDenied && ($0.words.first == "ja" || $0.holds(Self.consent)) }
  }

  private static let consent = [
    "det gør", "det får", "det har den", "det har klagen", "det har din klage", "det kan du", "det må du", "det sker",
    "sådan bliver", "i orden", "imødekomme", "efterkomme", "opfylder", "følger vi", "siger ja", "siger vi ja",
    "giver dig ret", "giver vi dig ret", "er vi enige", "er enige",
  ]

  /// What stands between commas, and from where a new main clause begins without one.
  private var parts: [Clause] {
    var parts = text.split(separator: ",").map(String.init)
    for word in [" men ", " og det ", " og den ", " og du ", " og vi ", " og så ", " og derfor ", " og støtten "] {
      parts = parts.flatMap { part in
        part.split(separator: word).enumerated().map { $0.offset == 0 ? String($0.element) : word + $0.element }
      }
    }
    return parts.map(Clause.init)
  }
}

extension Clause {
  fileprivate var words: [Substring] { text.split { !$0.isLetter } }

  /// Whether the clause begins by saying that the citizen asks, wishes or writes something.
  ///
  /// »Ønsker du«, as the first words, is a condition and tells of nothing.
  fileprivate var tellsOfCitizen: Bool {
    let words = words
    if words.starts(with: ["dit", "ønske", "om"]) || words.starts(with: ["dit", "ønske", "er"]) { return true }
    guard let you = words.firstIndex(of: "du") else { return false }
    let before = words[..<you]
    let after = words[(you + 1)...]
    guard before.isEmpty || Self.leads.contains(before[0]) else { return false }
    // »Du skriver«, »du vil gerne«; »i din klage skriver du«.
    let verb = before.isEmpty ? after.first : before.last
    if let verb, Self.telling.contains(verb) { return true }
    if before.isEmpty, after.starts(with: ["vil", "gerne"]) || after.starts(with: ["ville", "gerne"]) { return true }
    // »Du har bedt om«, »du har i din klage bedt om«; »i din klage har du bedt om«.
    guard verb == "har" else { return false }
    return after.prefix(5).contains(where: Self.told.contains)
  }

  /// Whether the clause says no to a wish: »vi kan ikke imødekomme dit ønske om«.
  fileprivate var refusesWish: Bool {
    isDenied
      ? holds(["imødekomme", "efterkomme", "opfylde", "sige ja til", "betyder"])
      : holds(["siger nej til", "afslår", "afviser"])
  }

  /// Whether the clause is what somebody says or wishes: »at støtten fortsætter«, »om du beholder din mentor«. »Om lidt« is
  /// no such beginning.
  fileprivate var isWhatIsSaid: Bool {
    let words = wordsAfterAnd
    guard words.first == "om" else { return words.first == "at" }
    return words.dropFirst().first.map(Self.subjects.contains) == true
  }

  /// Whether the clause hangs on another.
  fileprivate var isSubordinate: Bool {
    let words = wordsAfterAnd
    return words.first.map(Self.subordinating.contains) == true || words.starts(with: ["så", "længe"])
      || words.starts(with: ["selv", "om"])
  }

  private var wordsAfterAnd: ArraySlice<Substring> {
    let words = words
    return words.first.map { ["og", "eller", "men"].contains($0) } == true ? words.dropFirst() : words[...]
  }

  /// Whether the clause denies, and not that the support ends.
  fileprivate var isRefusal: Bool {
    isDenied && !holds(["stop", "ophør", "bortfald", "slut", "mist", "gælder", "træder"])
  }

  /// Before the verb and »du«: »i din klage skriver du«, »nu beder du om«.
  private static let leads: Set<Substring> = ["i", "ved", "under", "på", "til", "den", "nu", "også", "samtidig"]

  private static let telling: Set<Substring> = [
    "skriver", "skrev", "ønsker", "ønskede", "mener", "mente", "spørger", "spurgte", "beder", "bad", "siger", "sagde",
    "oplyser", "oplyste", "svarer", "svarede", "håber", "fortæller", "fortalte",
  ]

  private static let told: Set<Substring> = [
    "bedt", "ønsket", "skrevet", "spurgt", "svaret", "sagt", "oplyst", "fortalt",
  ]

  private static let subjects: Set<Substring> = [
    "at", "du", "din", "dit", "det", "den", "en", "støtten", "mentorstøtten", "mentoren", "klagen", "kommunen", "vi",
  ]

  private static let subordinating: Set<Substring> = [
    "mens", "imens", "indtil", "til", "når", "hvis", "før", "efter", "selvom", "som", "fordi", "da",
  ]
}
