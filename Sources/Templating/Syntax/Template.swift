import XMLTree

/// The namespace of the template language's own elements and attributes.
let templateNamespace = "urn:mentorbrev:template"
/// The namespace of the elements of an HTML template.
let htmlNamespace = "http://www.w3.org/1999/xhtml"

/// A template, part or law text as written: read once, before any types are known.
struct Template: Sendable {
  /// `document 'bevilling'`, `part 'brev'`, `law text 'klagevejledning'`: for messages.
  let title: String
  let document: XMLDocument
  let element: XMLElement
  let parameters: [Parameter]
  let body: [Node]
}

/// A declared parameter of a part.
struct Parameter: Sendable {
  let name: String
  let type: XMLAttribute
  let element: XMLElement
}

/// A piece of a template.
indirect enum Node: Sendable {
  case text(TextRun)
  case element(ElementNode)
  case conditional(Conditional)
  case loop(Loop)
  case choice(Choice)
  case call(Call)
  case content(XMLElement)
  case citation(Citing)
  case term(Term)
  case style(name: XMLAttribute, element: XMLElement)
  case marked(Mark, [Node])
}

/// Text with values in it.
struct TextRun: Sendable {
  enum Segment: Sendable {
    /// Decoded text; the offset is where it begins in the run's source.
    case literal(String, offset: Int)
    case value(Expression)
  }

  let segments: [Segment]
  let source: TextSource

  /// Whether there is nothing but white space.
  var isBlank: Bool {
    segments.allSatisfy {
      if case .literal(let text, _) = $0 { text.utf8.allSatisfy(isSpace) } else { false }
    }
  }
}

/// Space, tab, line feed or carriage return.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

/// An element that is printed.
struct ElementNode: Sendable {
  let element: XMLElement
  let attributes: [(attribute: XMLAttribute, value: TextRun)]
  let children: [Node]
  /// The requirements that the element is marked with.
  let mark: Mark?
}

/// `t:if` with its `t:else`.
struct Conditional: Sendable {
  /// Nil when it cannot be read, which was reported; what it guards is checked all the same.
  let test: Expression?
  let then: [Node]
  let otherwise: [Node]
  let element: XMLElement
  let elseElement: XMLElement?
}

/// `t:for`.
struct Loop: Sendable {
  /// Nil when it cannot be read, which was reported, as is the list.
  let variable: Expression.Name?
  let list: Expression?
  let body: [Node]
  let element: XMLElement
}

/// `t:choose`.
struct Choice: Sendable {
  struct Arm: Sendable {
    /// Empty when there are none, which was reported.
    let words: [Expression.Name]
    let body: [Node]
    let element: XMLElement
  }

  /// Nil when it cannot be read, which was reported.
  let subject: Expression?
  let arms: [Arm]
  let element: XMLElement
}

/// `t:part`, `t:layout` or `t:law`.
struct Call: Sendable {
  enum Kind { case part, layout, law }

  let kind: Kind
  let name: XMLAttribute
  /// An argument that cannot be read has no value, and its error was reported.
  let arguments: [(attribute: XMLAttribute, value: Expression?)]
  let content: [Node]
  let element: XMLElement
}

/// `t:cite`.
struct Citing: Sendable {
  enum Form: String, CaseIterable { case full, title, short }

  /// The attribute that names the provision or the act.
  let target: XMLAttribute
  let isAct: Bool
  let form: Form
  let element: XMLElement
}

/// `t:term`.
struct Term: Sendable {
  let name: XMLAttribute
  let capitalised: Bool
  let element: XMLElement
}

/// `t:fulfils`: the ids of requirements and where they stand.
struct Mark: Sendable {
  let ids: [Expression.Name]
  let element: XMLElement
}
