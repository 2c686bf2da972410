import Diagnostics
import Fields

extension MinPlan {
  /// Makes the fields of *Min Plan* from a case, or says everything that stands in their way.
  ///
  /// While the mentor is not found, nothing is wrong, but the plan waits: see ``Understanding/isWaiting``.
  public static func understand(_ request: CaseRequest) -> Understanding<MinPlan> {
    let caseFile = request.caseFile
    let said = caseFile.plan?.date ?? caseFile.decision?.date
    var examination = Examination(request, kind: kind, date: said?.value)
    examination.checkCaseNumber()
    let number = examination.require(caseFile.caseNumber, "sagsnummer", in: caseFile.position)
    // New facts and corrections write the plan only when that is asked for.
    let isCorrection = caseFile.decision?.kind?.value == .correction
    guard isCorrection || examination.isAbout(DecisionKind.ofPlans + [.information]) else {
      return Understanding(models: [], findings: [], diagnostics: examination.diagnostics)
    }
    if isCorrection || caseFile.decision?.kind?.value == .information, let end = examination.endBeforePlan {
      examination.noteEnded(end)
      return Understanding(models: [], findings: [], diagnostics: examination.diagnostics)
    }
    let date = examination.require(
      said, "afgoerelse.dato", in: caseFile.decision?.position,
      help: "Tilføj afgørelsens dato, eller skriv planens dato i minPlan.dato.")
    var parts = examination.parties(issuer: ["bab-135"])
    let granted = examination.grantedSupport(&parts)
    let changes = examination.planChanges()
    let followUp = examination.followUp(parts.tasks)
    examination.checkConsistency(parts)
    examination.checkDelivery(parts)
    if caseFile.plan?.date != nil, let end = examination.endBeforePlan { examination.warnEnded(end) }
    let postalAddress = parts.citizen.flatMap { examination.planAddress($0) }
    let (findings, _) = examination.check(CaseRule.ofPlans, parts)
    var models: [MinPlan] = []
    if let number, let date, let authority = parts.authority, let caseworker = parts.caseworker,
      let citizen = parts.citizen, let granted, let mentor = granted.mentor.mentor
    {
      models = [
        MinPlan(
          identity: DocumentIdentity(
            companyNumber: authority.companyNumber, caseNumber: number, kind: kind, date: date,
            serialNumber: caseFile.serialNumber?.value),
          isDraft: request.isDraft, legalBasis: caseFile.legalBasis?.value ?? .employment, authority: authority,
          caseworker: caseworker, citizen: citizen, support: granted.support, mentor: mentor,
          validFrom: examination.validFrom(granted.support.period),
          plan: PlanDelivery(date: date, isOnPaper: citizen.getsPlanOnPaper), postalAddress: postalAddress,
          hasHolisticPlan: granted.hasHolisticPlan, changes: changes, followUp: followUp)
      ]
    }
    return Understanding(models: models, findings: findings, diagnostics: examination.diagnostics)
  }
}

extension Examination {
  /// The first day of what a change or another mentor made new; nil when it is that of the whole period.
  fileprivate func validFrom(_ period: Period) -> CalendarDate? {
    let day =
      switch decisionKind ?? caseFile.decision?.kind?.value {
      case .change: caseFile.change?.from?.value
      case .mentorChange: caseFile.mentorChange?.from?.value
      default: nil as CalendarDate?
      }
    guard let day, day > period.from else { return nil }
    return day
  }

  /// Where a plan on paper is sent, when the citizen's address is known; a plan can also be handed over.
  fileprivate mutating func planAddress(_ citizen: Citizen) -> Address? {
    guard citizen.getsPlanOnPaper, let said = caseFile.citizen?.address else { return nil }
    return address(said, "borger.adresse", in: said.position)
  }

  /// That a plan of support that has ended is not written again: it would stand as the one of now.
  fileprivate mutating func noteEnded(_ end: CalendarDate) {
    report(
      .note, "min-plan-ended",
      "Min Plan bliver ikke skrevet igen: støtten sluttede den \(end.danish), før planens dato.",
      path: "minPlan.dato", at: caseFile.plan?.date?.position, basis: cite(["bab-52"]), help: nil)
  }

  /// That a plan would tell of support that has ended as of what the citizen has.
  fileprivate mutating func warnEnded(_ end: CalendarDate) {
    report(
      .warning, "plan-after-support",
      "\(CaseLabels.name(of: "minPlan.dato")) er efter støttens sidste dag den \(end.danish), men planen skriver om "
        + "støtten, som borgeren har.",
      path: "minPlan.dato", at: caseFile.plan?.date?.position, basis: cite(["bab-52"]),
      help: "Se efter, om datoen er rigtig, og om planen skal skrives.")
  }

  /// What a caseworker should know about where the plan's fields go.
  fileprivate mutating func checkDelivery(_ parts: CaseParts) {
    if case .later? = parts.assignment {
      report(
        .note, "min-plan-waits",
        "Min Plan venter, til mentoren er fundet: planen skal indeholde mentorens navn og kontaktdata.", path: "mentor",
        at: caseFile.support?.mentorToFollow?.position, basis: cite(["bab-52-2"]),
        help: "Tilføj mentor, når mentoren er fundet, og skriv Min Plan igen.")
    }
    if let holistic = caseFile.plan?.isHolistic, holistic.value {
      report(
        .note, "holistic-plan",
        "Borgeren har en helhedsorienteret plan i stedet for Min Plan. De fem oplysninger skrives, så "
          + "de kan føres ind i den.",
        path: "minPlan.helhedsorienteretPlan", at: holistic.position, basis: cite(["bab-52", "bab-53"]), help: nil)
    }
  }
}
