import Diagnostics
import Fields
import XMLTree

/// Where entries come from, as the elements around them say.
struct Origin: Sendable {
  var sources: [String]?
  var confidence: Confidence?
  var verifiedOn: CalendarDate?
  /// The jurist of a supplement; nil in the lawbook itself.
  var verifiedBy: String?
  /// What is said, and cannot be read: that has been reported, and is not missing.
  private var unreadable: Set<String> = []

  /// What holds inside an element, which may say some of it anew.
  func inside(_ element: XMLElement, _ file: inout LawFile) -> Origin {
    var origin = self
    if let sources = element.attribute("kilde") {
      origin.sources = sources.value.words
      for source in origin.sources ?? [] where !source.hasPrefix("https://") {
        file.report(
          "bad-value", "'kilde' is '\(source)'; a source is an address that begins with https://",
          at: sources.valuePosition, width: sources.value.unicodeScalars.count)
      }
    }
    if let confidence = file.choice("sikkerhed", of: element, as: Confidence.self) {
      origin.confidence = confidence
    } else if element.attribute("sikkerhed") != nil {
      origin.unreadable.insert("sikkerhed")
    }
    if let date = file.date("verificeret", of: element) {
      origin.verifiedOn = date
    } else if element.attribute("verificeret") != nil {
      origin.unreadable.insert("verificeret")
    }
    return origin
  }

  /// The provenance of an edition; nil when something is missing, which is then reported.
  func provenance(
    of element: XMLElement, from: CalendarDate, _ file: inout LawFile
  ) -> Provenance? {
    for (name, isMissing) in [
      ("kilde", sources?.isEmpty ?? true), ("sikkerhed", confidence == nil), ("verificeret", verifiedOn == nil),
    ] where isMissing && !unreadable.contains(name) && element.attribute(name) == nil {
      file.report(
        "missing-attribute", "'\(element.name)' needs the attribute '\(name)', here or on an element around it",
        at: element.position, width: element.name.count + 1)
    }
    let inForce = file.date("i-kraft", of: element) ?? from
    let basis = file.date("hjemmel-fra", of: element) ?? inForce
    for (name, date) in [("i-kraft", inForce), ("hjemmel-fra", basis)] where date > from {
      guard let attribute = element.attribute(name) else { continue }
      file.report(
        "not-in-force", "'\(name)' is \(date), after 'fra' (\(from)): nothing is printed before it is in force",
        at: attribute.valuePosition, width: 10)
    }
    guard let sources, let confidence, let verifiedOn else { return nil }
    return Provenance(
      inForceFrom: inForce, legalBasisFrom: basis, verifiedOn: verifiedOn, verifiedBy: verifiedBy, sources: sources,
      confidence: confidence)
  }
}
