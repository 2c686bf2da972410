package import Fields

/// A document of a case, complete, that waits for its template.
package struct UnderstoodDocument: Sendable {
  /// Its type.
  package let model: any DocumentModel.Type
  /// What tells it apart from every other.
  package let identity: DocumentIdentity
  /// How it is sent; nil for what stays with the authority or is handed over.
  package let dispatch: Dispatch?
  /// The act that it rests on.
  package let legalBasis: LegalBasis
  /// Whether the record of the case is made from it.
  package let holdsRecord: Bool
  /// Fills a table with its values.
  package let fill: @Sendable (inout SlotTable) -> Void

  /// Several documents of one kind.
  ///
  /// They are made where their type is known: a model is large, and whoever does not know its type has to copy it.
  static func all<Model: DocumentModel>(_ models: [Model]) -> [UnderstoodDocument] {
    // The citizen's, wherever the citizen stands among the recipients; else the first one's.
    let record = models.firstIndex { $0.identity.addressee == .citizen } ?? 0
    return models.indices.map { index in
      UnderstoodDocument(
        model: Model.self, identity: models[index].identity, dispatch: models[index].dispatch,
        legalBasis: models[index].legalBasis, holdsRecord: index == record,
        // From where it lies: a copy would count all its texts.
        fill: { table in models.withUnsafeBufferPointer { Model.fields.fill(&table, from: $0.baseAddress! + index) } })
    }
  }
}
