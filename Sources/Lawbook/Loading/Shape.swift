/// What an element of a lawbook may hold; an object, because each element of each file is held against one.
final class Shape: Sendable {
  enum Content: Sendable {
    /// Elements of these shapes, and no text.
    case elements([Shape])
    /// Whatever a template may hold; the template compiler checks it.
    case template
  }

  let name: String
  let required: [String]
  /// All attributes, the required ones first.
  let attributes: [String]
  let content: Content

  init(name: String, required: [String] = [], optional: [String] = [], content: Content = .elements([])) {
    self.name = name
    self.required = required
    attributes = required + optional
    self.content = content
  }
}

extension Shape {
  /// Where an entry comes from; may be said once on an element around it.
  static let origin = ["kilde", "sikkerhed", "verificeret"]

  private static let edition = ["i-kraft", "hjemmel-fra", "uafklaret"] + origin

  private static func dated(_ name: String, _ optional: [String], _ content: Content = .elements([])) -> Shape {
    Shape(name: name, required: ["fra", "til"], optional: optional + edition, content: content)
  }

  static let act = Shape(
    name: "retsakt", required: ["id", "titel"], optional: ["uafklaret"] + origin,
    content: .elements([dated("udgave", ["navn"])]))

  static let provision = Shape(
    name: "bestemmelse", required: ["id", "retsakt", "emne"], optional: ["uafklaret"] + origin,
    content: .elements([dated("nummer", ["paragraf"])]))

  static let term = Shape(
    name: "begreb", required: ["id", "emne"], optional: ["uafklaret"] + origin,
    content: .elements([dated("ord", ["tekst"])]))

  static let text = Shape(
    name: "tekst", required: ["id", "emne"], optional: ["uafklaret"] + origin,
    content: .elements([dated("udgave", [], .template)]))

  private static let requirement = Shape(
    name: "krav", required: ["id", "hjemmel", "emne"], optional: ["fra", "til", "naar", "er", "format"],
    content: .elements([
      Shape(name: "felt", required: ["sti"]),
      Shape(name: "lovtekst", required: ["id"]),
      Shape(name: "bestemmelse", required: ["id"]),
      Shape(name: "ord"),
    ]))

  static let kind = Shape(
    name: "dokument", required: ["kind"], optional: origin,
    content: .elements([
      Shape(name: "verificeret", required: ["retsgrundlag"], optional: ["fra", "til", "uafklaret"] + origin),
      requirement,
      Shape(name: "brug", required: ["kravsaet"], optional: ["naar", "er"]),
    ]))

  static let requirementSet = Shape(name: "kravsaet", required: ["id"], content: .elements([requirement]))

  static let rule = Shape(
    name: "regel", required: ["id", "emne", "fra", "alvor", "kan-fraviges"],
    optional: ["til", "kilde-i-ord"] + origin,
    content: .elements([Shape(name: "hjemmel", optional: ["bestemmelse", "retsakt", "tekst"])]))

  /// What a kind of document must hold stands in these, and may be read later than the rest.
  static let readAsNeeded = [kind, requirementSet]

  private static let entries: Content = .elements([
    act, provision, term, text, requirementSet, kind, rule,
  ])

  static let lawbook = Shape(name: "lovbog", optional: origin, content: entries)

  static let supplement = Shape(
    name: "tillaeg", required: ["af", "verificeret", "kilde"], optional: ["sikkerhed"], content: entries)
}
