import Diagnostics
import Fields
import XMLTree

/// Turns templates into pieces: resolves names, types, parts and law, and lays out the output.
///
/// Everything is checked, also what the assumptions say is never printed; only what can be printed is kept.
final class ContentChecker {
  /// What surrounds a piece of content.
  struct Flow {
    /// Children stand on lines of their own.
    var isBlock: Bool
    /// How deep the output is nested, for its indentation.
    var depth: Int
    /// The element that holds the content; nil directly in the document.
    var owner: String?
    /// The element that may not hold blocks, such as `p`.
    var phrasing: String?
    /// The element that may not hold text, such as `ul`.
    var textless: String?
    /// Whether it is not known what holds the content, because of an error.
    var isAnywhere = false
    /// Whether this is inside a link, which may not hold another.
    var isInLink = false
    /// Who may read what is printed here.
    var clearance: Secrecy
    /// Whether the reader sees what is printed here: not the head of a page, nor an attribute.
    var isSeen = true
    /// Whether the assumptions let this be printed at all.
    var isReachable = true
    /// Namespace declarations in force in XML output: prefix ("" for none) to URI.
    var namespaces: [String: String] = [:]
  }

  /// What a template may grow to when its parts are put in place: far more than any document, and few enough that
  /// parts that call parts cannot exhaust the machine.
  enum Limit {
    static let nodes = 100_000
    static let literalBytes = 8 << 20
    static let nesting = 200
  }

  let target: CompileTarget
  let reporter: Reporter
  let templates: TemplateCache
  /// Paths of the fields that the template reads.
  private(set) var fieldsRead: Set<String> = []
  /// Ids of the lawbook entries that it prints.
  private(set) var entriesPrinted: Set<String> = []
  /// Files that were put in place.
  private(set) var partsUsed: Set<String> = []

  let requirementIDs: Set<String>
  /// Loops so far, to tell their rows apart.
  var loops = 0
  /// Loops around the piece that is being checked; also counts those of a layout around its content.
  var loopDepth = 0
  /// Arguments that are always there, given to parameters that may be missing.
  var declaredOnly = 0
  /// The templates that are being put in place, the document first.
  var stack: [Running] = []
  private var nodes = 0
  private var literalBytes = 0
  private var nesting = 0
  private var isTooLarge = false

  /// A template that is being put in place.
  struct Running {
    let template: Template
    /// The parameters and rows that were used so far.
    var used: Set<String> = []
    /// What a layout's caller put inside it.
    var held: Held?
  }

  /// Content of a caller that a layout prints: with the caller's names, and its place in the chain of templates.
  struct Held {
    let nodes: [Node]
    let scope: Scope
    let callers: Int
  }

  init(target: CompileTarget, templates: TemplateCache, reporter: Reporter) {
    self.target = target
    self.templates = templates
    self.reporter = reporter
    requirementIDs = Set(target.requirements.map(\.id))
  }

  private(set) lazy var expressions = ExpressionChecker(reporter: reporter) { [unowned self] name in
    if !stack.isEmpty { stack[stack.count - 1].used.insert(name) }
  }

  // MARK: Documents

  func document(_ template: Template) -> [Piece] {
    stack = [Running(template: template)]
    var scope = Scope()
    scope.root = target.model
    let flow = Flow(isBlock: true, depth: 0, textless: template.title, clearance: target.clearance)
    var pieces: [Piece] = []
    switch target.output {
    case .html: tag("<!DOCTYPE html>", to: &pieces)
    case .xml: tag("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", to: &pieces)
    }
    content(template.body, template, scope, flow, into: &pieces)
    pieces.append(.edge)
    tag("\n", to: &pieces)
    FrameCheck.check(pieces, of: template, output: target.output, reporter: reporter)
    return pieces
  }

  // MARK: Content

  func content(
    _ nodes: [Node], _ template: Template, _ scope: Scope, _ flow: Flow, into pieces: inout [Piece]
  ) {
    nesting += 1
    defer { nesting -= 1 }
    for (index, node) in nodes.enumerated() {
      guard isWithinLimits(template) else { return }
      if index > 0 { checkApart(node, after: nodes[index - 1], template) }
      switch node {
      case .text(let run):
        let neighbours = Neighbours(
          before: index > 0 ? inserted(nodes[index - 1], atEnd: true) : nil,
          after: index + 1 < nodes.count ? inserted(nodes[index + 1], atEnd: false) : nil)
        text(run, scope, flow, neighbours, into: &pieces)
      case .element(let element): self.element(element, template, scope, flow, into: &pieces)
      case .conditional(let conditional): self.conditional(conditional, template, scope, flow, into: &pieces)
      case .loop(let loop): self.loop(loop, template, scope, flow, into: &pieces)
      case .choice(let choice): self.choice(choice, template, scope, flow, into: &pieces)
      case .call(let call): self.call(call, template, scope, flow, into: &pieces)
      case .content(let element): callersContent(element, template, flow, into: &pieces)
      case .citation(let citing): citation(citing, template, flow, into: &pieces)
      case .term(let term): self.term(term, template, flow, into: &pieces)
      case .style(let name, let element): style(name, element, template, flow, into: &pieces)
      case .marked(let mark, let children):
        markedContent(mark, children, template, scope, flow, into: &pieces)
      }
    }
  }

  /// Counts a node, and reports once when parts that call parts grow without measure.
  private func isWithinLimits(_ template: Template) -> Bool {
    nodes += 1
    if isTooLarge { return false }
    guard nodes > Limit.nodes || literalBytes > Limit.literalBytes || nesting > Limit.nesting else { return true }
    isTooLarge = true
    if nesting > Limit.nesting {
      reporter.error(
        "too-large", "elements and directives are nested more than \(Limit.nesting) deep, those of parts included",
        in: template.document, element: template.element)
    } else {
      reporter.error(
        "too-large", "with its parts in place, the template has more than \(Limit.nodes) nodes or 8 MiB of text",
        in: template.document, element: template.element,
        help: "parts that call parts twice double with each step")
    }
    return false
  }

  func noteRead(_ paths: some Sequence<String>, _ flow: Flow) {
    if flow.isReachable { fieldsRead.formUnion(paths.filter { !$0.isEmpty }) }
  }

  func notePrinted(entry: String, _ flow: Flow) {
    if flow.isReachable { entriesPrinted.insert(entry) }
  }

  func noteUsed(part: String, _ flow: Flow) {
    if flow.isReachable { partsUsed.insert(part) }
  }

  // MARK: Bytes

  func tag(_ text: String, to pieces: inout [Piece]) { append(Array(text.utf8), isInk: false, to: &pieces) }

  func append(_ bytes: [UInt8], isInk: Bool, to pieces: inout [Piece]) {
    literalBytes += bytes.count
    pieces.append(.literal(bytes, isInk: isInk))
  }

  func newLine(_ depth: Int, into pieces: inout [Piece]) {
    pieces.append(.edge)
    append([0x0A] + [UInt8](repeating: 0x20, count: depth * 2), isInk: false, to: &pieces)
  }
}
