import Diagnostics
import Fields

extension Examination {
  /// Makes the letters of a case: checks what all letters share, lets a kind of letter take what is its own, checks the
  /// rules, and puts both together for each recipient.
  ///
  /// - Parameters:
  ///   - decisions: the decisions that the letter is written for; another in the case file is refused.
  ///   - rules: the rules that the letter must meet, in the order of their ids.
  ///   - content: takes what the kind of letter needs from the case, adds to the parts that the rules look at, and
  ///     gives what makes a whole letter of it; nil after reporting what is wrong.
  static func letters<Model: LetterModel>(
    _ request: CaseRequest, of decisions: [DecisionKind], rules: [CaseRule],
    _ content: (inout Examination, inout CaseParts) -> ((Letter) -> Model)?
  ) -> Understanding<Model> {
    let date = request.caseFile.decision?.date
    var examination = Examination(request, kind: Model.kind, date: date?.value)
    examination.checkCaseNumber()
    let number = examination.require(
      request.caseFile.caseNumber, "sagsnummer", in: request.caseFile.position)
    guard examination.isAbout(decisions) else {
      return Understanding(models: [], findings: [], diagnostics: examination.diagnostics)
    }
    _ = examination.require(
      date, "afgoerelse.dato", in: request.caseFile.decision?.position,
      help: "Tilføj afgørelsens dato. Den bestemmer, hvilken lov der gælder.")
    var parts = examination.parties(issuer: ["bab-133-2"])
    parts.recipients = examination.recipients(parts.citizen)
    if let sent = examination.date, parts.citizen != nil {
      parts.complaint = request.caseFile.complaintDeadline(sent: sent)
    }
    let make = content(&examination, &parts)
    examination.checkUnsaid(by: Model.self)
    examination.checkConsistency(parts)
    examination.checkProtectedAddress(parts.recipients)
    examination.checkDispatch(parts)
    let (findings, waivers) = examination.check(rules, parts)
    var models: [Model] = []
    if let make, let number, let text = examination.decisionText(), let authority = parts.authority,
      let caseworker = parts.caseworker, let citizen = parts.citizen
    {
      let ownWords = examination.ownWords()
      models = parts.recipients.map { addressed in
        make(
          Letter(
            identity: DocumentIdentity(
              companyNumber: authority.companyNumber, caseNumber: number, kind: Model.kind, date: text.date,
              serialNumber: request.caseFile.serialNumber?.value, addressee: addressed.addressee),
            isDraft: request.isDraft, legalBasis: request.caseFile.legalBasis?.value ?? .employment,
            authority: authority, caseworker: caseworker, citizen: citizen, recipient: addressed.recipient,
            recipientPath: addressed.path,
            otherRecipients: parts.recipients.filter { $0.addressee != addressed.addressee }
              .map(\.asOther),
            decision: text, ownWords: ownWords, waivers: waivers))
      }
    }
    return Understanding(models: models, findings: findings, diagnostics: examination.diagnostics)
  }

  /// Authority, issuer and citizen.
  mutating func parties(issuer provisions: [String]) -> CaseParts {
    CaseParts(authority: authority(), caseworker: caseworker(provisions), citizen: citizen())
  }

  /// A case says which decision it is; only that becomes a document.
  ///
  /// For another decision, false after reporting it: what this kind of document would need says nothing about that case.
  mutating func isAbout(_ decisions: [DecisionKind]) -> Bool {
    let path = "afgoerelse.type"
    var words: String { decisions.map { "\"\($0.rawValue)\"" }.joined(separator: " eller ") }
    guard let said = caseFile.decision?.kind else {
      // Nobody has said yet that it is one of these.
      reportMissing(
        path, in: caseFile.decision?.position,
        help: "Skriv et af ordene \(DecisionKind.allCases.map(\.rawValue).joined(separator: ", ")) i \(path).")
      return true
    }
    let decision = decisionKind ?? said.value
    if decisions.contains(decision) { return true }
    let art = "mentorstoette.art"
    if decision != said.value, let support = caseFile.support?.kind {
      report(
        "other-decision",
        "\(CaseLabels.name(of: art)) er \"\(support.value.rawValue)\", og sagen kan derfor ikke skrives som "
          + "\(kind.label).",
        path: art, at: support.position,
        help: "Støtten har sit eget brev: \(decision.rawValue). Ret arten, hvis den er forkert.")
      return false
    }
    report(
      "other-decision",
      "\(CaseLabels.name(of: path)) er \(said.value.label), og sagen kan derfor ikke skrives som \(kind.label).",
      path: path, at: said.position, help: "Skriv \(words), hvis sagen er det.")
    return false
  }
}
