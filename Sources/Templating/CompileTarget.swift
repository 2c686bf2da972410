import Diagnostics
public import Fields

/// What a template is compiled for: a kind of document, an output, the fields of its model, the law of an era, and
/// the content that law demands.
public struct CompileTarget: Sendable {
  /// The kind of document, such as `bevilling`.
  public var kind: String
  /// What is made.
  public var output: Output
  /// The fields that the template can read.
  public var model: RecordType
  /// The law that it can print.
  public var era: Era
  /// What it must print.
  public var requirements: [Requirement]
  /// The ids of all requirements of the lawbook: parts are shared between kinds and may carry other kinds' marks.
  public var knownRequirements: Set<String>
  /// Who may read the document: fields of a higher class cannot be printed.
  public var clearance: Secrecy
  /// The models of all kinds of document, which share their parts: asked only when a part names a type that does not fit.
  let models: @Sendable () -> [RecordType]
  let assumptions: Assumptions
  /// What is wrong with the target itself: found when it is made, reported when it is compiled.
  let problems: [Diagnostic]

  /// Creates a target.
  ///
  /// - Parameters:
  ///   - fixed: choices whose word is known before compiling, by path, such as `retsgrundlag: lab`. The other branches
  ///     are checked for mistakes but not printed, and may use law that is not settled.
  ///   - otherModels: the models of the documents that share parts with this one.
  public init(
    kind: String, output: Output, model: RecordType, era: Era, requirements: [Requirement],
    knownRequirements: Set<String>, clearance: Secrecy = .identifying, fixed: [String: String] = [:],
    otherModels: @escaping @Sendable () -> [RecordType] = { [] }
  ) {
    models = { otherModels() + [model] }
    self.kind = kind
    self.output = output
    self.model = model
    self.era = era
    self.requirements = requirements
    self.knownRequirements = knownRequirements.union(requirements.map(\.id))
    self.clearance = clearance
    var assumptions = Assumptions()
    var problems: [Diagnostic] = []
    for (field, value) in fixed.sorted(by: { $0.key < $1.key }) {
      let isPossible = assumptions.assume(Requirement.Condition(field: field, value: value), in: model)
      guard !isPossible else { continue }
      problems.append(
        Diagnostic(
          .error, "impossible-condition",
          "'\(kind)' is compiled for '\(field)' being '\(value)', which it never is"))
    }
    self.assumptions = assumptions
    self.problems = problems
  }
}
