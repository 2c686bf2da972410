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
  /// Whether its readers see it: the letter, and not its record alone, is another.
  var readsDifferently: Bool
}

extension Letterbook {
  /// Compares the documents of a case with those that it would have now.
  ///
  /// The templates know what they read: documents in which nothing of it differs are the same without being rendered. Of the
  /// others the bytes decide. A document that could not be made any longer counts as different, and so does one that could not
  /// be made before: Min Plan when the mentor is found.
  func compare(
    _ old: CaseRecord, _ new: CaseRecord, kinds: [DocumentKind]
  ) throws(DiagnosticsError) -> [DocumentComparison] {
    let (_, before) = examine(old.reading, kinds: kinds)
    let (result, now) = examine(new.reading, kinds: kinds)
    var comparisons: [DocumentComparison] = []
    for document in before {
      let same = now.first { $0.identity == document.identity }
      var comparison = DocumentComparison(
        name: document.identity.name, kind: document.identity.kind, isNominated: true, differs: true,
        readsDifferently: true)
      if let same, !result.isRefused {
        let nominated = try outputs(document, same) { !$0.reads(sameIn: $1, and: $2) }
        let differing =
          nominated.isEmpty ? [] : try outputs(document, same) { $0.bytes(of: $1) != $0.bytes(of: $2) }
        comparison.isNominated = !nominated.isEmpty
        comparison.differs = !differing.isEmpty
        comparison.readsDifferently = differing.contains(.html)
      }
      comparisons.append(comparison)
    }
    if !result.isRefused {
      for document in now where !before.contains(where: { $0.identity.kind == document.identity.kind }) {
        comparisons.append(
          DocumentComparison(
            name: document.identity.name, kind: document.identity.kind, isNominated: true, differs: true,
            readsDifferently: true))
      }
    }
    // A letter to somebody new concerns the other letters of its kind: they name each other.
    let added = Set(now.map(\.identity)).subtracting(before.map(\.identity)).map(\.kind)
    for index in comparisons.indices where added.contains(comparisons[index].kind) {
      comparisons[index].isNominated = true
      comparisons[index].differs = true
      comparisons[index].readsDifferently = true
    }
    return comparisons
  }

  /// The outputs of a document, which are all of them where it follows another law or has another record, that differ.
  private func outputs(
    _ old: UnderstoodDocument, _ new: UnderstoodDocument,
    _ differ: (CompiledTemplate, SlotTable, SlotTable) -> Bool
  ) throws(DiagnosticsError) -> Set<Output> {
    if old.legalBasis != new.legalBasis || old.holdsRecord != new.holdsRecord { return Set(Output.allCases) }
    var (before, now) = (SlotTable(), SlotTable())
    old.fill(&before)
    new.fill(&now)
    var found: Set<Output> = []
    for output in Output.allCases {
      if let template = try template(output, of: old), differ(template, before, now) { found.insert(output) }
    }
    return found
  }
}

extension CaseRecord {
  /// The case that documents are made from, with what is wrong in its values.
  var reading: Reading { CaseReader().read(json, file: "") }

  /// The case, without what cannot be read of it.
  var caseFile: CaseFile { reading.caseFile ?? CaseFile() }
}
