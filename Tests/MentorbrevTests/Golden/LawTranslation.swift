import Fields
import Lawbook
import Mentorbrev
import Templating
import XMLTree

/// The words of one day put in place of those of another: citations, the law's terms and texts,
/// and the day itself.
struct LawTranslation {
  /// The longest first.
  private let words: [(old: [UInt8], new: [UInt8])]

  init(from before: CalendarDate, to after: CalendarDate) throws {
    let lawbook = try Repository.letterbook().lawbook
    var words: [String: String] = [:]
    if let old = lawbook.era(containing: before), let new = lawbook.era(containing: after) {
      for (id, citation) in old.provisions.merging(old.acts, uniquingKeysWith: { first, _ in first }) {
        guard let other = new.provisions[id] ?? new.acts[id] else { continue }
        words[citation.full] = other.full
        words[citation.withTitle] = other.withTitle
        words[citation.short] = other.short
      }
      for (id, word) in old.terms {
        guard let other = new.terms[id] else { continue }
        words[word] = other
        words[word.prefix(1).uppercased() + word.dropFirst()] = other.prefix(1).uppercased() + other.dropFirst()
      }
      for (id, text) in old.texts {
        guard let other = new.texts[id] else { continue }
        let (before, after) = (Self.sentences(text.body, old), Self.sentences(other.body, new))
        guard before.count == after.count else { continue }
        for (sentence, next) in zip(before, after) where sentence.hasSuffix(".") { words[sentence] = next }
      }
    }
    for (old, new) in zip(Self.forms(before), Self.forms(after)) { words[old] = new }
    self.words = words.filter { $0.key != $0.value }.map { (Array($0.key.utf8), Array($0.value.utf8)) }
      .sorted { $0.old.count > $1.old.count }
  }

  /// Whether a space may end a line is no matter of law.
  static func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  /// The text as it should be on the other day: at each place the longest words that stand there.
  func translated(_ text: String) -> String {
    var rest = Array(Self.plain(text).utf8)[...]
    var result: [UInt8] = []
    while let first = rest.first {
      if let (old, new) = words.first(where: { $0.old[0] == first && rest.starts(with: $0.old) }) {
        result += new
        rest = rest.dropFirst(old.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func forms(_ day: CalendarDate) -> [String] {
    let months = [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
      "december",
    ]
    let (year, month, number) = day.parts
    return ["\(number). \(months[month - 1]) \(year)", day.description]
  }

  /// What an edition of a text prints, a piece for each of its ways; only whole sentences stand for themselves.
  private static func sentences(_ element: XMLElement, _ era: Era) -> [String] {
    var sentence = ""
    var inner: [String] = []
    for node in element.children {
      switch node {
      case .text(let text): sentence += text.value
      case .element(let child) where child.name == "cite":
        sentence += citation(child, era)
      case .element(let child) where child.name == "term":
        sentence += child.attribute("name").flatMap { era.terms[$0.value] } ?? "{}"
      case .element(let child): inner += sentences(child, era)
      default: break
      }
    }
    let words = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? inner : [words] + inner
  }

  private static func citation(_ element: XMLElement, _ era: Era) -> String {
    let citation =
      element.attribute("provision").flatMap { era.provisions[$0.value] }
      ?? element.attribute("act").flatMap { era.acts[$0.value] }
    return switch element.attribute("form")?.value {
    case "short": citation?.short ?? "{}"
    case "title": citation?.withTitle ?? "{}"
    default: citation?.full ?? "{}"
    }
  }
}
