import Diagnostics
import Fields
public import Lawbook

extension GrantDecision {
  /// Makes letters of a case, one for each recipient, or says everything that stands in their way.
  ///
  /// - Parameters:
  ///   - caseFile: the case as it was said.
  ///   - authority: the profile of an authority; used when its CVR number is the case's.
  ///   - lawbook: the law by date.
  ///   - draft: whether the letters are marked UDKAST.
  public static func understand(
    _ caseFile: CaseFile, authority: AuthorityProfile? = nil, lawbook: Lawbook, draft: Bool = false
  ) -> Understanding<GrantDecision> {
    let decision = caseFile.decision
    var examination = Examination(
      caseFile, kind: kind, date: decision?.date?.value, profile: authority, lawbook: lawbook)
    examination.checkCaseNumber()
    let number = examination.require(caseFile.caseNumber, "sagsnummer", in: caseFile.position)
    guard examination.isGrant() else {
      return Understanding(models: [], findings: [], diagnostics: examination.diagnostics)
    }
    _ = examination.require(
      decision?.date, "afgoerelse.dato", in: decision?.position,
      help: "Tilføj afgørelsens dato. Den bestemmer, hvilken lov der gælder.")
    var parts = examination.parts(issuer: ["bab-133-2"])
    parts.recipients = examination.recipients(parts.citizen)
    examination.checkConsistency(parts)
    examination.checkProtectedAddress(parts.recipients)
    let (findings, waivers) = examination.check(CaseRule.ofGrants, parts)
    var models: [GrantDecision] = []
    if let number, let text = examination.decisionText(), let authority = parts.authority,
      let caseworker = parts.caseworker, let citizen = parts.citizen, let support = parts.support,
      let mentor = parts.assignment
    {
      let complaint = citizen.complaintDeadline(sent: text.date, named: decision?.receiptDate, parts.recipients)
      models = parts.recipients.map { addressed in
        GrantDecision(
          identity: DocumentIdentity(
            companyNumber: authority.companyNumber, caseNumber: number, kind: kind, date: text.date,
            serialNumber: caseFile.serialNumber?.value, addressee: addressed.addressee),
          isDraft: draft, legalBasis: caseFile.legalBasis?.value ?? .employment, authority: authority,
          caseworker: caseworker, citizen: citizen, recipient: addressed.recipient,
          otherRecipients: parts.recipients.filter { $0.addressee != addressed.addressee }
            .map { CopyRecipient(name: $0.recipient.name, role: $0.recipient.role) },
          decision: text, support: support, mentor: mentor,
          complaint: complaint, hasHolisticPlan: caseFile.plan?.isHolistic?.value ?? false,
          ownWords: examination.ownWords(), waivers: waivers)
      }
    }
    return Understanding(models: models, findings: findings, diagnostics: examination.diagnostics)
  }
}

extension Examination {
  /// Everything that decision and plan share.
  mutating func parts(issuer provisions: [String]) -> CaseParts {
    var parts = CaseParts()
    parts.authority = authority()
    parts.caseworker = caseworker(provisions)
    parts.citizen = citizen()
    parts.basis = supportBasis()
    parts.goal = goal()
    parts.tasks = tasks()
    parts.period = period()
    checkWish(&parts)
    parts.hours = hours(in: parts.period)
    parts.assignment = assignment()
    return parts
  }

  /// A case says which decision it is; only a grant becomes a grant.
  ///
  /// For another decision, false after reporting it: what a grant would need says nothing about that case.
  mutating func isGrant() -> Bool {
    let path = "afgoerelse.type"
    guard let said = caseFile.decision?.kind else {
      reportMissing(path, in: caseFile.decision?.position, help: "Skriv \"type\": \"bevilling\".")
      return true
    }
    if said.value == .grant { return true }
    report(
      "other-decision",
      "\(CaseLabels.name(of: path)) er \(said.value.label), og sagen kan derfor ikke skrives som \(kind.label).",
      path: path, at: said.position, help: "Skriv \"bevilling\", hvis sagen er en bevilling.")
    return false
  }
}
