import Casework
import Register

/// The names of the persons whom a case is about: the citizen, the mentors, other recipients, and contacts of an employer.
/// Not the caseworker, who may stand by what is done.
struct PersonNames {
  private let search: NameSearch

  init(_ issue: RecordedIssue) {
    let text = UnreadCase(form: issue.data.form, bytes: issue.data.bytes)?.tree()
    let recipients = text?["modtagere"]?.rows ?? []
    search = NameSearch(Self.paths.compactMap { text?.text($0) } + recipients.compactMap { $0.text("navn") })
  }

  private static let paths = [
    "borger.navn", "mentor.navn", "mentor.arbejdsgiver.kontakt.navn", "mentorskifte.tidligereMentor",
    "kontrakt.afloeser.navn", "kontrakt.tillaeg.tidligere.mentor",
  ]

  /// Whether a text names one of them.
  func areFound(in text: String) -> Bool { search.finds(in: text, mayBegin: false) }
}
