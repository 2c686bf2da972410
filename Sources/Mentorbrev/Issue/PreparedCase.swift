import Casework
import Fields
import Hashing
import Register
import Templating

/// A case whose documents have been made and, where they are not recorded yet, written; it waits for its turn.
struct PreparedCase: Sendable {
  var outcome: CaseOutcome
  /// What it was made from.
  var data: CaseData?
  /// The documents as the register would know them.
  var documents: [Issued.Document] = []
  /// What is recorded with them, when they are a re-issue.
  var reissued: Reissued?
  /// What a re-issue would do, for whoever is told.
  var proposal: ReissueProposal?
  /// The files of documents that were not recorded when they were made; an error when they could not be written.
  var staged: Result<StagedDocuments, FileError>?

  /// What a re-issue records besides its documents.
  struct Reissued: Sendable {
    var record: Reissue
    /// The CVR number of the authority, as the case was issued with it.
    var authority: String
    /// What becomes of earlier documents.
    var events: [Event]
  }

  /// Renders a case.
  init(_ outcome: CaseOutcome, data: CaseData?) {
    self.outcome = outcome
    self.data = data
    guard outcome.isGood else { return }
    for document in outcome.result.documents {
      let name = document.identity.name
      let hash = SHA256Hash(of: document.bytes)
      if let index = documents.firstIndex(where: { $0.name == name }) {
        documents[index].files[document.format.rawValue] = hash
      } else {
        documents.append(
          Issued.Document(
            name: name, kind: document.identity.kind.rawValue, date: document.identity.date.description,
            recipient: document.identity.addressee.role.rawValue, files: [document.format.rawValue: hash]))
      }
    }
  }

  /// Writes what is not recorded, and lets go of the bytes.
  mutating func stage(in writer: DocumentWriter, _ staging: String, recorded: [String: RecordedDocument]) {
    let new = outcome.result.documents.filter { recorded[$0.identity.name] == nil }
    if !new.isEmpty {
      staged = Result { () throws(FileError) in try writer.stage(new, in: staging) }
    }
    outcome.result.documents = []
  }
}
