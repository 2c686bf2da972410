import Casework
import Fields
import Lawbook
import Mustache
import Templating

/// Writing the grant letter: the compiled template beside straight code that makes the same bytes, and beside a
/// general engine that makes an equal letter.
enum RenderingBenchmark {
  static func run(_ lawbook: Lawbook) throws {
    let letters = try Letters.make(500, lawbook)
    let template = try GrantDecision.template(lawbook, on: CalendarDate(iso: "2026-06-08")!)
    let straight = StraightLetter(styles: styles(of: letters[0], template))
    try compare(letters, template, straight)
    let mustache = try MustacheLetter(styles: styles(of: letters[0], template))
    let data = letters.map(MustacheLetter.data)
    try compare(letters, template, mustache, data)
    let tables = letters.map { letter in
      var table = SlotTable()
      GrantDecision.fields.fill(&table, from: letter)
      return table
    }

    var page = Page()
    var table = SlotTable()
    var buffer = OutputBuffer()
    let rounds = 41
    /// So often in a round that the quick ones take long enough to be measured.
    let repeats = 2
    Contest(
      title: "Writing the grant letter, \(letters.count) different letters", unit: "letters",
      entries: [
        Contest.Entry(name: "straight code") {
          for _ in 0..<repeats {
            letters.eachInPlace { letter in
              page.removeAll()
              straight.write(letter, into: &page)
              keep(page.count)
            }
          }
          return repeats * letters.count
        },
        Contest.Entry(name: "template, slots filled") {
          for _ in 0..<repeats {
            letters.eachInPlace { letter in
              GrantDecision.fields.fill(&table, from: letter)
              buffer.removeAll()
              template.render(table, into: &buffer)
              keep(buffer.count)
            }
          }
          return repeats * letters.count
        },
        Contest.Entry(name: "template, slots already full") {
          for _ in 0..<repeats {
            tables.eachInPlace { table in
              buffer.removeAll()
              template.render(table, into: &buffer)
              keep(buffer.count)
            }
          }
          return repeats * letters.count
        },
        Contest.Entry(name: "swift-mustache") {
          for item in data[..<20] { keep(mustache.render(item)) }
          return 20
        },
      ], rounds: rounds,
      goals: [Goal(of: 1, over: 0, atLeast: 0.5), Goal(of: 1, over: 3, atLeast: 60)]
    ).run()
  }

  /// Straight code must make the same bytes, or its speed says nothing.
  private static func compare(
    _ letters: [GrantDecision], _ template: CompiledTemplate, _ straight: StraightLetter
  ) throws {
    var page = Page()
    for letter in letters {
      page.removeAll()
      straight.write(letter, into: &page)
      let expected = rendered(letter, template)
      let found = page.bytes
      guard found != expected else { continue }
      let place = zip(found, expected).prefix { $0 == $1 }.count
      func excerpt(_ bytes: [UInt8]) -> String {
        String(decoding: bytes[max(0, place - 60)..<min(bytes.count, place + 60)], as: UTF8.self)
      }
      throw Stop(
        """
        StraightLetter no longer writes what the template makes; bring StraightLetter.swift up to date.
        The letter of case \(letter.identity.caseNumber) differs at byte \(place):
        template: …\(excerpt(expected))…
        straight: …\(excerpt(found))…
        """)
    }
  }

  /// The other engine's letter must be the same to a reader: all but white space and the spelling of signs.
  private static func compare(
    _ letters: [GrantDecision], _ template: CompiledTemplate, _ mustache: MustacheLetter, _ data: [[String: Any]]
  ) throws {
    for (grant, data) in zip(letters, data).prefix(50) {
      let expected = normalised(String(decoding: rendered(grant, template), as: UTF8.self))
      let found = normalised(mustache.render(data))
      guard found != expected else { continue }
      let place = zip(found, expected).prefix { $0 == $1 }.count
      throw Stop(
        """
        letter.mustache no longer makes an equal letter; bring it and MustacheLetter.swift up to date.
        The letter of case \(grant.identity.caseNumber) differs, white space left out:
        template: …\(String(expected[max(0, place - 60)..<min(expected.count, place + 60)]))…
        mustache: …\(String(found[max(0, place - 60)..<min(found.count, place + 60)]))…
        """)
    }
  }

  private static func normalised(_ html: String) -> [Character] {
    Array(
      html.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        .filter { !$0.isWhitespace })
  }

  private static func rendered(_ grant: GrantDecision, _ template: CompiledTemplate) -> [UInt8] {
    var table = SlotTable()
    var buffer = OutputBuffer()
    GrantDecision.fields.fill(&table, from: grant)
    template.render(table, into: &buffer)
    return buffer.bytes
  }

  /// The style sheets as a draft holds them: the letter's and the draft's. They are taken from a letter, so that a
  /// change of style needs no change here.
  private static func styles(of letter: GrantDecision, _ template: CompiledTemplate) -> [[UInt8]] {
    var draft = letter
    draft.letter.isDraft = true
    let html = String(decoding: rendered(draft, template), as: UTF8.self)
    return html.split(separator: "<style>").dropFirst().map { part in
      Array(part[..<part.firstRange(of: "</style>")!.lowerBound].utf8)
    }
  }
}

extension Array {
  /// Hands on each element where it lies: a copy would count every text in it up and down, in every entry alike.
  @inline(__always)
  fileprivate func eachInPlace(_ body: (borrowing Element) -> Void) {
    withUnsafeBufferPointer { elements in
      for index in elements.indices { body(elements[index]) }
    }
  }
}
