import Casework
import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Mentorbrev
@testable import Templating

/// Each requirement of each template: taken away on one way alone, it is missed.
///
/// The template is read once, and the marks are taken out of what was made of it, so that all of them can be tried.
@Suite struct MissingWayTests {
  struct Document: Sendable, CustomTestStringConvertible {
    var kind: DocumentKind
    var output: Output
    var testDescription: String { "\(kind.rawValue).\(output.rawValue)" }
  }

  static let documents = DocumentKind.allCases.flatMap { kind in
    Output.allCases.map { Document(kind: kind, output: $0) }
  }

  private static let day = CalendarDate(iso: "2026-08-24")!

  @Test(arguments: documents) func isReportedOnOneWay(_ document: Document) throws {
    let lawbook = try Repository.letterbook().lawbook
    let model = document.kind.model
    let target = CompileTarget(
      kind: document.kind.rawValue, output: document.output, model: model.recordType,
      era: try #require(lawbook.era(containing: Self.day)),
      requirements: try lawbook.requirements(kind: document.kind.rawValue, on: Self.day),
      knownRequirements: lawbook.requirementIDs, clearance: model.clearance,
      fixed: ["retsgrundlag": LegalBasis.employment.rawValue],
      otherModels: { DocumentKind.allCases.map { $0.model.recordType } })
    let reporter = Reporter()
    let templates = TemplateCache(TemplateFolder(path: Repository.templates))
    let template = try #require(
      templates.document(kind: document.kind.rawValue, output: document.output, reporter: reporter))
    let pieces = ContentChecker(target: target, templates: templates, reporter: reporter).document(template)
    #expect(!reporter.hasErrors)
    #expect(Self.missing(target, pieces, template).isEmpty)
    for id in Set(target.requirements.filter { $0.output == nil || $0.output == document.output }.map(\.id)) {
      var ways = Way.count(of: id, in: pieces)
      var missed = 0
      while ways > 0 {
        ways -= 1
        var way = Way(id: id, number: ways)
        let lost = Self.missing(target, way.taken(from: pieces), template)
        #expect(lost.subtracting([id]).isEmpty, "\(id): \(lost)")
        if lost.contains(id) { missed += 1 }
      }
      #expect(missed > 0, "'\(id)' is proven by no way of \(document.testDescription)")
    }
  }

  /// The requirements that the proof misses.
  private static func missing(_ target: CompileTarget, _ pieces: [Piece], _ template: Template) -> Set<String> {
    let reporter = Reporter()
    Proof(
      target: target, pieces: pieces, document: template.document, element: template.element, reporter: reporter
    ).check()
    return Set(
      reporter.diagnostics.filter { $0.id == "missing-requirement" }
        .compactMap { $0.message.split(separator: "'").first.map(String.init) })
  }
}

/// One of the ways on which a requirement is marked: the marks that stand there are taken away, and those of other ways stay.
private struct Way {
  let id: String
  let number: Int
  private var seen = -1

  init(id: String, number: Int) {
    self.id = id
    self.number = number
  }

  static func count(of id: String, in pieces: [Piece]) -> Int {
    var none = Way(id: id, number: .max)
    _ = none.taken(from: pieces)
    return none.seen + 1
  }

  /// The pieces of a way, and of all that branch off from it.
  mutating func taken(from pieces: [Piece]) -> [Piece] {
    var isThis = false
    if holdsMark(pieces) {
      seen += 1
      isThis = seen == number
    }
    return taken(from: pieces, isThis)
  }

  private mutating func taken(from pieces: [Piece], _ isThis: Bool) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      switch piece {
      case .marked(let ids, let inner, let origin):
        result.append(.marked(isThis ? ids.filter { $0 != id } : ids, taken(from: inner, isThis), at: origin))
      case .branch(let condition, var then, var otherwise):
        then.pieces = taken(from: then.pieces)
        otherwise.pieces = taken(from: otherwise.pieces)
        result.append(.branch(condition, then: then, otherwise: otherwise))
      case .selection(let place, var arms, let armOfCase):
        for index in arms.indices { arms[index].pieces = taken(from: arms[index].pieces) }
        result.append(.selection(place, arms: arms, armOfCase: armOfCase))
      case .loop(let list, let frame, let stride, let isNonEmpty, var body):
        body.pieces = taken(from: body.pieces)
        result.append(.loop(list: list, frame: frame, stride: stride, isNonEmpty: isNonEmpty, body))
      default: result.append(piece)
      }
    }
    return result
  }

  /// Whether a mark stands on the way itself.
  private func holdsMark(_ pieces: [Piece]) -> Bool {
    pieces.contains { piece in
      if case .marked(let ids, let inner, _) = piece { ids.contains(id) || holdsMark(inner) } else { false }
    }
  }
}
