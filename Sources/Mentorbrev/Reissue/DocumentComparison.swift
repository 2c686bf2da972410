import Casework
import Diagnostics
import Fields
import Templating

/// What became of one document when its case changed.
struct DocumentComparison {
  /// Its path below the folder without extension.
  var name: String
  var kind: DocumentKind
  /// Whether any value differs that its templates read; without rendering.
  var isNominated: Bool
  /// Whether it comes out differently.
  var differs: Bool
}

extension Letterbook {
  /// Compares the documents of a case with those that it would have now.
  ///
  /// The templates know what they read: documents in which nothing of it differs are the same without being rendered. Of the
  /// others the bytes decide. A document that could not be made any longer counts as different.
  func compare(
    _ old: CaseRecord, _ new: CaseRecord, kinds: [DocumentKind]
  ) throws(DiagnosticsError) -> [DocumentComparison] {
    let (_, before) = examine(old.reading, kinds: kinds)
    let (result, now) = examine(new.reading, kinds: kinds)
    var comparisons: [DocumentComparison] = []
    for document in before {
      let same = now.first { $0.identity == document.identity }
      var comparison = DocumentComparison(
        name: document.identity.name, kind: document.identity.kind, isNominated: true, differs: true)
      if let same, !result.isRefused {
        comparison.isNominated = try reads(document, same) { !$0.reads(sameIn: $1, and: $2) }
        if comparison.isNominated {
          comparison.differs = try reads(document, same) { template, old, new in
            template.bytes(of: old) != template.bytes(of: new)
          }
        } else {
          comparison.differs = false
        }
      }
      comparisons.append(comparison)
    }
    // A letter to somebody new concerns the other letters of its kind: they name each other.
    let added = Set(now.map(\.identity)).subtracting(before.map(\.identity)).map(\.kind)
    for index in comparisons.indices where added.contains(comparisons[index].kind) {
      comparisons[index].isNominated = true
      comparisons[index].differs = true
    }
    return comparisons
  }

  private func reads(
    _ old: UnderstoodDocument, _ new: UnderstoodDocument,
    _ differ: (CompiledTemplate, SlotTable, SlotTable) -> Bool
  ) throws(DiagnosticsError) -> Bool {
    if old.legalBasis != new.legalBasis || old.holdsRecord != new.holdsRecord { return true }
    var (before, now) = (SlotTable(), SlotTable())
    old.fill(&before)
    new.fill(&now)
    return try templates(of: old).contains { differ($0, before, now) }
  }
}

extension CaseRecord {
  /// The case that documents are made from, with what is wrong in its values.
  var reading: Reading { CaseReader().read(json, file: "") }

  /// The case, without what cannot be read of it.
  var caseFile: CaseFile { reading.caseFile ?? CaseFile() }
}
