import Diagnostics
public import Fields
import XMLTree

/// A change of a template that its author declares to matter to those who have an earlier letter: in the head of the file,
/// `vaesentlig="2026-11-20" hvad="…" stod="…" skulleStaa="…"`.
///
/// Any other change of a template, such as a comma, concerns no letter that has been sent.
public struct SubstantiveChange: Sendable, Hashable {
  /// The file below the folder of templates.
  public var file: String
  /// The day of the change.
  public var day: CalendarDate
  /// What it is about, as a letter says it.
  public var subject: String
  /// What stood there.
  public var was: String
  /// What should have.
  public var now: String

  /// The attributes of the declaration; all of them or none.
  static let attributes = ["vaesentlig", "hvad", "stod", "skulleStaa"]

  /// Reads the declaration of a file, without complaint; nil when there is none that is whole.
  init?(_ template: Template) {
    let root = template.element
    guard let day = root.attribute("vaesentlig").flatMap({ CalendarDate(iso: $0.value) }),
      let subject = root.attribute("hvad")?.value, let was = root.attribute("stod")?.value,
      let now = root.attribute("skulleStaa")?.value, ![subject, was, now].contains(where: \.isBlank)
    else { return nil }
    self.day = day
    self.subject = subject
    self.was = was
    self.now = now
    file = "\(root.name == "part" ? "parts" : "documents")/\(template.document.file.split(separator: "/").last ?? "")"
  }

  /// Reports a declaration that is not whole.
  static func check(_ template: Template, _ reporter: Reporter) {
    let root = template.element
    guard attributes.contains(where: { root.attribute($0) != nil }) else { return }
    for name in attributes {
      guard let attribute = root.attribute(name) else {
        reporter.error(
          "substantive-change",
          "a substantive change is declared with \(attributes.joined(separator: ", ")); "
            + "'\(name)' is missing", in: template.document, element: root,
          help: "write what changed, what stood there and what should have, or remove the others")
        continue
      }
      if attribute.value.isBlank {
        reporter.error("empty-attribute", "'\(name)' is empty", in: template.document, attribute: attribute)
      } else if name == "vaesentlig", CalendarDate(iso: attribute.value) == nil {
        reporter.error(
          "substantive-change", "'vaesentlig' takes the day of the change", in: template.document, attribute: attribute,
          help: "write it as 2026-11-20")
      }
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
