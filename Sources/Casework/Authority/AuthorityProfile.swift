public import Diagnostics
import Fields
public import Lawbook

/// What one authority wants in all its documents (*myndighedsprofil*): contact, service levels, standard wording, and
/// which of its own rules it enforces.
///
/// A profile belongs to the cases of its CVR number. The case's own contact values win; service levels and standard
/// wording are the profile's alone. Without a profile there are no municipal rules.
///
/// An object, because every case of the authority names it: sharing it costs nothing.
public final class AuthorityProfile: Sendable {
  /// The text it was read from.
  public let source: CaseSource
  /// Name, address, telephone and links, as in a case file.
  public let authority: CaseFile.Authority
  /// The service levels, from the lowest.
  public let serviceLevels: [ServiceLevel]
  /// The postal codes of the municipality; empty when it does not check them.
  public let postcodes: Set<String>
  /// How many weeks there are between two follow-ups of long support; nil when the municipality has not decided it.
  public let followUpWeeks: Int?
  /// The groups whose members meet their mentor at least each week; empty when the municipality has not decided it.
  public let weeklyContactGroups: Set<TargetGroup>
  /// Ids of the municipality's own rules whose warning stops a document.
  public let enforcedRules: [Said<String>]
  /// How its letters are sent.
  public let dispatch: DispatchProfile
  /// Whether the letters of a case that was issued alone may be sent without a person's approval.
  public let waivesApprovalOfSingleLetters: Bool
  /// Paragraphs that stand in each letter, before the caseworker's own.
  public let wording: OwnWords
  /// The same, each with its place.
  let standardTexts: Sentences

  init(_ said: ProfileFile, source: CaseSource) {
    self.source = source
    authority = said.authority ?? CaseFile.Authority()
    serviceLevels = said.levels.map(\.level)
    postcodes = Set(said.postcodes.compactMap(\.postcode?.value))
    followUpWeeks = said.followUpWeeks?.value
    weeklyContactGroups = Set(said.weeklyContact.compactMap { $0.group.flatMap { TargetGroup($0.value) } })
    enforcedRules = said.enforced.compactMap(\.rule)
    wording = OwnWords(
      introduction: said.wording?.introduction?.value, reasons: said.wording?.reasons?.value,
      closing: said.wording?.closing?.value)
    dispatch = said.dispatch?.profile ?? DispatchProfile()
    waivesApprovalOfSingleLetters = said.approval?.waivesSingleLetters?.value ?? false
    standardTexts = Sentences(said.standardTexts.map { CaseText(.named($0.path), $0.said, in: source) })
  }

  /// Whether the profile belongs to the authority with a case's CVR number. A case that names none takes it.
  func isProfile(of companyNumber: CompanyNumber?) -> Bool {
    companyNumber == nil || companyNumber == authority.companyNumber?.value
  }

  /// Whether a warning of this rule stops a document.
  func enforces(_ rule: String) -> Bool { enforcedRules.contains { $0.value == rule } }

  /// What is wrong with the profile in the light of a lawbook: only rules that bind the municipality alone can be
  /// enforced by it.
  public func problems(in lawbook: Lawbook) -> [Diagnostic] {
    enforcedRules.compactMap { said in
      let place = source.location(at: said.position)
      guard let rule = lawbook.rule(said.value) else {
        return Diagnostic(
          .error, "unknown-rule", "Reglen \(said.value) findes ikke i lovbogen.", at: place, path: "skaerpelser",
          help: suggestion(for: said.value, among: lawbook.rules.map(\.id)).map { "Mente du \($0)?" })
      }
      guard rule.severity != .municipality else { return nil }
      return Diagnostic(
        .error, "rule-not-municipal", "Reglen \(said.value) er ikke kommunens egen og kan ikke skærpes af en profil.",
        at: place, path: "skaerpelser", help: "Slet reglen fra listen.")
    }
  }
}
