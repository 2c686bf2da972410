import Diagnostics

/// The closed subset of HTML that templates may use: enough for letters, contracts and forms, and nothing that
/// loads, runs or hides.
enum HTMLSubset {
  /// What an element may hold.
  enum Content {
    /// Only elements of the next level: `ul`, `table`, `body`.
    case blocks
    /// Text and inline elements: `p`, `h1`, `strong`.
    case phrasing
    /// Either of the two: `div`, `li`, `td`.
    case either
    /// Nothing: `br`, `meta`.
    case void
    /// A stylesheet, named by `t:style`.
    case stylesheet
  }

  struct Element {
    let content: Content
    /// Whether the element stands in running text.
    let isInline: Bool
    let attributes: Set<String>
  }

  /// Elements that stand in certain others only.
  static let parents: [String: Set<String>] = [
    "html": [""], "head": ["html"], "body": ["html"], "title": ["head"], "meta": ["head"], "style": ["head"],
    "li": ["ul", "ol"],
    "caption": ["table"], "thead": ["table"], "tbody": ["table"], "tr": ["table", "thead", "tbody"], "td": ["tr"],
    "th": ["tr"], "dt": ["dl", "div"], "dd": ["dl", "div"],
  ]

  /// Elements that hold certain others only.
  static let children: [String: Set<String>] = [
    "title": [], "html": ["head", "body"], "head": ["title", "meta", "style"], "style": [], "ul": ["li"], "ol": ["li"],
    "table": ["caption", "thead", "tbody", "tr"], "thead": ["tr"], "tbody": ["tr"], "tr": ["td", "th"],
    "dl": ["dt", "dd", "div"],
  ]

  static subscript(name: String) -> Element? { elements[name] }
  static var names: [String] { Array(elements.keys) }

  /// Attributes that every element may have.
  ///
  /// There is no `role` and no `aria-label` among them: what such an attribute says is read aloud in place of what the
  /// element holds, or lets a screen reader pass it by. The elements themselves have the roles that letters need.
  static let commonAttributes: Set<String> = ["id", "class", "lang", "title"]

  /// Attributes whose value may come from data; the others are the template's own words.
  static let dynamicAttributes: Set<String> = ["href", "title", "datetime", "content", "lang"]

  private static let elements: [String: Element] = {
    var table: [String: Element] = [:]
    func add(_ names: String, _ content: Content, isInline: Bool = false, _ attributes: Set<String> = []) {
      for name in names.words {
        table[name] = Element(content: content, isInline: isInline, attributes: attributes)
      }
    }
    add("html head body header main footer section article aside nav ul tr thead tbody dl", .blocks)
    // Names a table by its heading, and leaves the cells to be read.
    add("table", .blocks, ["aria-labelledby"])
    add("ol", .blocks, ["start", "type"])
    add("div li dd td address", .either)
    table["td"] = Element(content: .either, isInline: false, attributes: ["colspan", "rowspan", "headers"])
    table["th"] = Element(content: .either, isInline: false, attributes: ["colspan", "rowspan", "scope", "headers"])
    add("p h1 h2 h3 dt caption title", .phrasing)
    add("strong em b span small abbr", .phrasing, isInline: true)
    add("a", .phrasing, isInline: true, ["href"])
    add("time", .phrasing, isInline: true, ["datetime"])
    add("br", .void, isInline: true)
    add("hr", .void)
    add("meta", .void, ["charset", "name", "content"])
    add("style", .stylesheet)
    return table
  }()
}
