import Diagnostics
import Fields

/// The field that holds the day of a paper about a contract.
struct ContractDay {
  var said: Said<CalendarDate>?
  var path: String
  /// From when what the paper says holds, where that is not the whole period.
  var validFrom: CalendarDate?

  /// The day of a paper that the mentor works with: a supplement brings new ones, of its own day.
  static func ofPaper(in caseFile: CaseFile) -> ContractDay? {
    caseFile.contract?.supplement.map {
      ContractDay(said: $0.date, path: "kontrakt.tillaeg.dato", validFrom: $0.from?.value)
    }
  }
}

extension Examination {
  /// Makes a paper about a contract: checks what all such papers share, lets a kind take what is its own, checks the rules,
  /// and puts both together.
  ///
  /// The case need not have a decision or a citizen. Where it has a citizen, nothing of the citizen gets in.
  ///
  /// - Parameters:
  ///   - rules: the rules that the paper must meet, in the order of their ids.
  ///   - day: where the paper's day is said, which decides the law; by default the contract's own.
  ///   - content: takes what the kind needs from the case, and gives what makes a whole paper of it; nil after reporting
  ///     what is wrong.
  static func contracts<Model: ContractModel>(
    _ request: CaseRequest, rules: [CaseRule], day: ContractDay? = nil,
    _ content: (inout Examination, inout CaseParts) -> ((ContractHead) -> Model)?
  ) -> Understanding<Model> {
    let caseFile = request.caseFile
    let said = caseFile.contract
    let source = day ?? ContractDay(said: said?.date, path: "kontrakt.dato")
    var examination = Examination(request, kind: Model.kind, date: source.said?.value, isContract: true)
    examination.checkCaseNumber()
    if day == nil { examination.checkNotAmended() }
    let number = examination.require(caseFile.caseNumber, "sagsnummer", in: caseFile.position)
    let date = examination.require(
      source.said, source.path, in: said?.position, help: "Tilføj datoen. Den bestemmer, hvilken lov der gælder.")
    var parts = CaseParts()
    parts.authority = examination.authority(for: [])
    parts.caseworker = examination.caseworker([])
    let mentor = examination.contractMentor()
    parts.assignment = mentor.map { .named($0) }
    let employment = examination.require(
      caseFile.mentor?.employment, "mentor.ansaettelse", in: caseFile.mentor?.position, ["lab-168"])
    let party = employment.flatMap { examination.party($0, parts.authority, mentor) }
    examination.takeEffort(&parts)
    examination.checkContractDay(source, parts.period)
    let make = content(&examination, &parts)
    examination.checkEarlierPeriods()
    examination.checkCitizenInContract()
    examination.checkAgainstLetter(parts)
    examination.checkProtectedAddress(in: caseFile.labels)
    let (findings, _) = examination.check(rules, parts)
    var models: [Model] = []
    if let make, let number, let date, let authority = parts.authority, let caseworker = parts.caseworker,
      let employment, let party, let mentor, let effort = parts.effort
    {
      models = [
        make(
          ContractHead(
            identity: DocumentIdentity(
              companyNumber: authority.companyNumber, caseNumber: number, kind: Model.kind, date: date,
              serialNumber: caseFile.serialNumber?.value),
            isDraft: request.isDraft, legalBasis: caseFile.legalBasis?.value ?? .employment, authority: authority,
            caseworker: caseworker, employment: employment, party: party, mentor: mentor, effort: effort,
            validFrom: day?.validFrom.flatMap { $0 > effort.period.from ? $0 : nil }))
      ]
    }
    return Understanding(models: models, findings: findings, diagnostics: examination.diagnostics)
  }

  /// A contract is about a mentor who is found.
  private mutating func contractMentor() -> Mentor? {
    if caseFile.mentor == nil {
      reportMissing("mentor", in: nil, ["lab-168"], help: "Skriv mentorens navn, telefon eller e-mail og ansættelse.")
      return nil
    }
    return namedMentor()
  }

  /// The counterpart: the mentor's employer; the mentor, when a consultant works alone; the municipality itself, when it
  /// employs the mentor and the case names no other place.
  private mutating func party(
    _ employment: MentorEmployment, _ authority: Authority?, _ mentor: Mentor?
  ) -> ContractParty? {
    let said = caseFile.mentor?.employer
    let name: String?
    switch employment {
    case .company, .educationInstitution:
      if said == nil { reportMissing("mentor.arbejdsgiver", in: caseFile.mentor?.position, ["lab-168"]) }
      name = said?.name?.value
    case .external: name = said == nil ? mentor?.name : said?.name?.value
    case .municipality: name = said == nil ? authority?.name : said?.name?.value
    }
    guard let name else { return nil }
    var party = ContractParty(noun: employment.counterpart, name: name)
    party.companyNumber = said?.companyNumber?.value.digits
    party.productionUnitNumber = said?.productionUnitNumber?.value.digits
    if let address = said?.address {
      party.address = self.address(address, "mentor.arbejdsgiver.adresse", in: address.position)
    }
    if let contact = said?.contact,
      let name = require(contact.name, "mentor.arbejdsgiver.kontakt.navn", in: contact.position)
    {
      party.contact = ContractContact(name: name, phone: contact.phone?.value, email: contact.email?.value)
    }
    return party
  }

  /// Goal, tasks, period and hours; what stands in the contract's own fields goes before the support's.
  private mutating func takeEffort(_ parts: inout CaseParts) {
    parts.basis = supportBasis()
    parts.goal = contractGoal()
    parts.tasks = contractTasks()
    parts.period = period()
    parts.hours = hours(in: parts.period)
    guard let goal = parts.goal, let tasks = parts.tasks, let period = parts.period, let hours = parts.hours else {
      return
    }
    parts.effort = ContractEffort(
      goal: goal, tasks: tasks, period: period, hours: hours, places: caseFile.contract?.places?.value)
  }

  private mutating func contractGoal() -> Goal? {
    guard let said = caseFile.contract?.goal else {
      if caseFile.citizen == nil { return goal() }
      reportMissing("kontrakt.maal", in: caseFile.contract?.position, help: Self.openWords)
      return nil
    }
    return goal(said, "kontrakt.maal", in: said.position)
  }

  private mutating func contractTasks() -> NonEmpty<MentorTask>? {
    let said = caseFile.contract?.tasks ?? []
    if said.isEmpty {
      if caseFile.citizen == nil { return tasks() }
      reportMissing("kontrakt.opgaver", in: caseFile.contract?.position, help: Self.openWords)
      return nil
    }
    return tasks(said, "kontrakt.opgaver")
  }

  private static let openWords =
    "Skriv det med ord, som mentorens arbejdsgiver må læse. Borgerens egne tekster i mentorstoette kommer aldrig med i "
    + "papirer til andre end borgeren."
}
