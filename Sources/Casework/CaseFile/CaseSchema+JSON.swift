import Fields

extension CaseSchema {
  /// The input contract as JSON Schema 2020-12, for editors and for systems that write case files.
  ///
  /// It is as strict as a schema can be; some checks are the reader's alone (days that do not exist, duplicate keys), and
  /// some fields are needed only by what others say, which is left to the rules. What a profile may give of the authority
  /// is not required.
  public static func jsonSchema() -> String {
    var shapes: [InputShape] = []
    collect(CaseFile.input.shape, into: &shapes)
    var writer = SchemaWriter()
    writer.object {
      $0.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      $0.member("$id", "urn:mentorbrev:sag")
      $0.member("title", "Sag til Mentorbrev")
      $0.shape(CaseFile.input.shape)
      $0.member("required", ["sagsnummer", "sagsbehandler"])
      $0.requireAny([["afgoerelse"], ["kontrakt"]])
      $0.requirePlan(DecisionKind.ofPlans.map(\.rawValue))
      $0.member("$defs") { definitions in
        for shape in shapes.sorted(by: { $0.name < $1.name }) { definitions.member(shape.name) { $0.shape(shape) } }
      }
    }
    return writer.text + "\n"
  }

  /// The shapes below one, each once; a name stands for one shape.
  private static func collect(_ shape: InputShape, into shapes: inout [InputShape]) {
    for entry in shape.entries {
      switch entry.type {
      case .record(let inner), .list(let inner):
        if shapes.contains(where: { $0 === inner }) { continue }
        shapes.append(inner)
        collect(inner, into: &shapes)
      default: break
      }
    }
  }
}

/// Writes indented JSON, members in the order in which they are given.
private struct SchemaWriter {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  mutating func object(_ members: (inout SchemaWriter) -> Void) {
    text += "{"
    depth += 1
    isFirst = true
    members(&self)
    depth -= 1
    text += isFirst ? "}" : "\n" + indent + "}"
    isFirst = false
  }

  mutating func member(_ key: String, _ members: (inout SchemaWriter) -> Void) {
    begin(key)
    object(members)
  }

  mutating func member(_ key: String, _ value: String) {
    begin(key)
    text += quoted(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    begin(key)
    text += String(value)
  }

  mutating func member(_ key: String, literal: String) {
    begin(key)
    text += literal
  }

  mutating func member(_ key: String, _ values: [String]) {
    begin(key)
    text += "[" + values.map(quoted).joined(separator: ", ") + "]"
  }

  private mutating func begin(_ key: String) {
    text += isFirst ? "\n" : ",\n"
    text += "\(indent)\(quoted(key)): "
    isFirst = false
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private func quoted(_ value: String) -> String {
    var result = "\""
    for character in value.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  // MARK: The fields

  mutating func shape(_ shape: InputShape) {
    member("type", "object")
    member("additionalProperties", literal: "false")
    member("properties") { properties in
      for entry in shape.entries { properties.member(entry.name) { $0.entry(entry) } }
    }
    let required = shape.entries.filter(\.isRequired).map(\.name)
    if !required.isEmpty, !Self.dependent.contains(where: { $0 === shape }) { member("required", required) }
    for (other, keys) in Self.alternatives where other === shape { requireAny(keys.map { [$0] }) }
  }

  /// Records whose fields are not always needed: what is missing of the authority may come from a profile, and what is
  /// needed of the case and its support depends on the kind of document.
  private static var dependent: [InputShape] {
    [CaseFile.input.shape, CaseFile.Authority.input.shape, CaseFile.MentorSupport.input.shape]
  }

  /// Records of which at least one of some fields is needed.
  private static var alternatives: [(InputShape, [String])] {
    [
      (CaseFile.Mentor.input.shape, ["telefon", "email"]),
      (CaseFile.Hours.input.shape, ["timer", "minutter", "faser"]),
      (CaseFile.Phase.input.shape, ["timer", "minutter"]),
    ]
  }

  /// At least one of some sets of keys.
  mutating func requireAny(_ sets: [[String]]) {
    begin("anyOf")
    text += "["
    for (index, keys) in sets.enumerated() {
      text += (index > 0 ? ", " : "") + "{ \"required\": [" + keys.map(quoted).joined(separator: ", ") + "] }"
    }
    text += "]"
  }

  /// What a decision needs that puts support into a plan: the citizen, the five fields of BAB § 52, and the mentor or how
  /// the citizen is told who it will be.
  mutating func requirePlan(_ decisions: [String]) {
    let support = CaseFile.MentorSupport.input.shape.entries.filter(\.isRequired).map(\.name)
    member("if") {
      $0.member("required", ["afgoerelse"])
      $0.member("properties") {
        $0.member("afgoerelse") {
          $0.member("required", ["type"])
          $0.member("properties") { $0.member("type") { $0.member("enum", decisions) } }
        }
      }
    }
    member("then") {
      $0.member("required", ["borger", "mentorstoette"])
      $0.member("properties") { $0.member("mentorstoette") { $0.member("required", support) } }
      $0.member("if") { $0.member("not") { $0.member("required", ["mentor"]) } }
      $0.member("then") {
        $0.member("properties") { $0.member("mentorstoette") { $0.member("required", ["mentorOplyses"]) } }
      }
    }
  }

  private mutating func entry(_ entry: InputEntry) {
    member("title", entry.label)
    member("description", description(entry))
    switch entry.type {
    case .text(let form):
      member("type", "string")
      member("minLength", 1)
      member("maxLength", form.limit)
      member("pattern", form.pattern)
    case .integer(let range):
      member("type", "integer")
      member("minimum", range.lowerBound)
      member("maximum", range.upperBound)
    case .amount(let range):
      member("type", "number")
      member("minimum", range.lowerBound)
      member("maximum", range.upperBound)
    case .date:
      member("type", "string")
      member("format", "date")
      member("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
    case .boolean: member("type", "boolean")
    case .choice(let type): member("enum", type.cases.map(\.name))
    case .record(let shape): member("$ref", "#/$defs/\(shape.name)")
    case .list(let shape):
      member("type", "array")
      member("maxItems", CaseScanner.rowLimit)
      member("items") { $0.member("$ref", "#/$defs/\(shape.name)") }
    }
  }

  private func description(_ entry: InputEntry) -> String {
    var text = entry.summary + "."
    if case .choice(let type) = entry.type {
      text += " " + type.cases.map { "\($0.name): \($0.label)" }.joined(separator: "; ") + "."
    }
    if let basis = entry.basis { text += " Hjemmel: \(basis)." }
    return text
  }
}

extension TextForm {
  /// A regular expression that the texts of this form match.
  fileprivate var pattern: String {
    switch self {
    case .line: "^[^\\n\\r\\t]*\\S[^\\n\\r\\t]*$"
    case .lines: "\\S"
    case .phone: "^[+ ]*([0-9][+ ]*){8,}$"
    case .email: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"
    case .postcode: "^[0-9]{4}$"
    case .caseNumber: "^(?!.*[./][./])[A-Za-zÀ-ÖØ-öø-ÿ0-9-]([A-Za-zÀ-ÖØ-öø-ÿ0-9./ -]*[A-Za-zÀ-ÖØ-öø-ÿ0-9-])?$"
    case .civilRegistrationNumber: "^[0-9]{6}[- ]?[0-9]{4}$"
    case .digits(let count): "^[0-9]{\(count)}$"
    case .link: "^https://[A-Za-z0-9][^\\s\"<>]*$"
    case .rule: "^[A-Za-z0-9_.-]+$"
    case .clock: "^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$"
    }
  }
}
