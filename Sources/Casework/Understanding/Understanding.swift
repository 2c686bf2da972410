public import Diagnostics

/// What a case means as one kind of document: the documents themselves, or everything that stands in their way.
public struct Understanding<Model: DocumentModel>: Sendable {
  /// One document for each recipient, the first recipient first; empty when anything stops them.
  public let models: [Model]
  /// The same without their type, ready for their templates.
  package let documents: [UnderstoodDocument]
  /// What each rule in force on the decision's date says about the case, in the order of the rules.
  public let findings: [Finding]
  /// Everything that is wrong or worth knowing, in the order of the text.
  public let diagnostics: [Diagnostic]

  init(models: [Model], findings: [Finding], diagnostics: [Diagnostic]) {
    let models = diagnostics.hasErrors ? [] : models
    self.models = models
    documents = UnderstoodDocument.all(models)
    self.findings = findings
    self.diagnostics = diagnostics.count > 1 ? diagnostics.sortedByPlace : diagnostics
  }

  /// The document to the first recipient, or nil when something stops it.
  public var model: Model? { models.first }

  /// Whether the document cannot be made yet although nothing is wrong: *Min Plan* before the mentor is found.
  public var isWaiting: Bool { models.isEmpty && !diagnostics.hasErrors }
}
