/// The fields of a Swift type, declared once: name, type, Danish label, secrecy, and where the value comes from.
///
/// From this one declaration come the checking of templates, the slots that a document fills, and the data dictionary.
///
/// ```swift
/// static let fields = Fields<Mentor>("mentor") {
///   Field.text("navn", "Mentorens navn", \.name)                                 // a stored property: its key path
///   Field.optionalText("telefon", "Telefon", \.phone, .personal)                 // … and who may read it
///   Field.value("art", "Kontaktens art") { $0.phone == nil ? Art.mail : .phone } // a computed value: a function
///   Field.record("adresse", "Adresse", Address.fields, \.address)                // several fields under one name
///   Field.list("opgaver", "Opgaver", Task.fields, nonEmpty: true, \.tasks.elements)
///   Field.all(of: LetterHead.fields, \.head)                                     // several fields, each by its own name
/// }
/// ```
///
/// A key path names stored properties only, also nested ones (`\.identity.caseNumber`): the value is then read where it
/// lies, which costs next to nothing. A function is for what is computed. It is handed the whole root, so let it belong
/// to the smallest type that can answer, and take that type's fields in with `record` or `all`.
public struct Fields<Root: Sendable>: Sendable {
  /// The shape that templates are checked against.
  public let type: RecordType
  /// What fills the slots, without the names and labels.
  @usableFromInline let program: FillProgram

  /// Declares the fields of a type under the name by which parts of templates know its shape.
  ///
  /// Two fields of one name are a programmer's error, and stop the program.
  public init(_ name: String, @FieldsBuilder<Root> _ fields: () -> [Field<Root>]) {
    var declarations: [RecordType.Field] = []
    var program = FillProgram()
    for field in fields() {
      for declaration in field.declarations {
        precondition(
          !declarations.contains { $0.name == declaration.name },
          "the fields '\(name)' of \(Root.self) declare '\(declaration.name)' twice; "
            + "fields that are taken in with 'all' keep their names")
        declarations.append(declaration)
      }
      program.append(field.program)
    }
    type = RecordType(name: name, fields: declarations)
    self.program = program
  }

  /// Fills a table with the values of one document.
  public func fill(_ table: inout SlotTable, from root: Root) {
    withUnsafePointer(to: root) { fill(&table, from: $0) }
  }

  /// The same of a document where it lies.
  package func fill(_ table: inout SlotTable, from root: UnsafePointer<Root>) {
    table.fill(program, from: UnsafeRawPointer(root))
  }
}

/// Collects the fields of a declaration, any number of them.
@resultBuilder public enum FieldsBuilder<Root: Sendable> {
  /// Tells the type checker whose fields these are.
  public static func buildExpression(_ field: Field<Root>) -> Field<Root> { field }
  /// Collects the fields in order.
  public static func buildBlock(_ fields: Field<Root>...) -> [Field<Root>] { fields }
}
