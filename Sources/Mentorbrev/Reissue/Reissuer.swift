import Casework
import Diagnostics
import Fields
import Register

/// Says of each case what a re-issue does with it. Any number of threads may use one.
final class Reissuer: Sendable {
  let letterbook: Letterbook
  let order: ReissueOrder
  let limits: ReissueLimits
  let register: RegisterReader
  let paths: RegisterPaths
  private let bundle: TemplateBundle
  let bundles: StoredBundles

  init(
    _ bundle: TemplateBundle, _ order: ReissueOrder, _ register: RegisterReader, in paths: RegisterPaths
  ) throws(DiagnosticsError) {
    letterbook = try Letterbook(bundle)
    self.order = order
    self.register = register
    self.paths = paths
    limits = ReissueLimits(order)
    self.bundle = bundle
    bundles = try StoredBundles(register, in: paths)
    try requireKnown(limits)
  }

  /// Makes sure that each word that the re-issue is limited to names something: a slip would leave everybody out.
  private func requireKnown(_ limits: ReissueLimits) throws(DiagnosticsError) {
    let unknown = try DiagnosticsError.catching {
      try limits.unknown { number throws(RegisterError) in
        var isIssued = false
        try register.eachIssue(.ofCase(number)) { _ in isIssued = true }
        return isIssued
      }
    }
    guard !unknown.isEmpty else { return }
    throw DiagnosticsError(
      unknown.map { word in
        Diagnostic(
          .error, "reissue-only",
          "Valget '\(word.visible)' er hverken en slags dokument, et felt eller en sag, der er udstedt i mappen.",
          help: "Skriv efter --only fx min-plan, mentor.telefon eller et sagsnummer fra "
            + "'mentorbrev register list\(paths.folderOption)'.")
      }, in: .danish)
  }

  /// What a case becomes, with its documents made.
  struct Outcome {
    var proposal: ReissueProposal
    /// The documents, and the messages about the case.
    var rendered: CaseOutcome
    /// What is recorded as the case's data.
    var data: CaseData?
    var authority = ""
    var events: [Event] = []

    init(_ unread: UnreadCase) {
      var reading = unread.read()
      let caseNumber = reading.caseFile?.caseNumber?.value
      reading.caseFile = nil
      proposal = ReissueProposal(reading)
      if reading.isCase { proposal.caseNumber = caseNumber }
      rendered = CaseOutcome(reading: reading, result: CaseResult())
      data = unread.data.map { CaseData(form: $0.form.rawValue, bytes: $0.bytes) }
    }

    /// Nothing is done with the case, because something is wrong with it.
    mutating func refuse(_ error: DiagnosticsError) {
      proposal.refuse(error.diagnostics)
      rendered.result.diagnostics = error.diagnostics
      rendered.result.caseNumber = proposal.caseNumber
    }

    /// Tells of something that stops nothing: with what is proposed, and with the case.
    mutating func tell(_ remark: Diagnostic) {
      proposal.diagnostics.append(remark)
      rendered.result.diagnostics.append(remark)
    }

    /// Gives what has no place yet that of its field: a derived text has none that a person could look at.
    ///
    /// - Parameter source: the text that a person wrote; nil for what is recorded.
    mutating func place(in source: @autoclosure () -> CaseSource?) {
      guard (proposal.diagnostics + rendered.result.diagnostics).contains(where: { $0.location == nil }) else { return }
      let source = source()
      let location = proposal.reading.location
      func placed(_ problems: [Diagnostic]) -> [Diagnostic] {
        problems.map { problem in
          var problem = problem
          problem.location = problem.location ?? problem.path.flatMap { source?.location(ofField: $0) } ?? location
          return problem
        }.sortedByPlace
      }
      proposal.diagnostics = placed(proposal.diagnostics)
      rendered.result.diagnostics = placed(rendered.result.diagnostics)
    }

    /// Nothing can be said of the case, nor of others.
    mutating func fail(_ error: DiagnosticsError) {
      proposal.failure = error
      rendered.failure = error
    }
  }

  /// Looks at a case.
  ///
  /// - Parameter found: the case as it is now; in an order about law or templates its number, and it is taken as it was issued
  ///   last.
  func outcome(of found: UnreadCase, in space: RenderSpace) -> Outcome {
    if order.cause == .data { return look(at: found, in: space) }
    var outcome = Outcome(found)
    guard let number = outcome.proposal.caseNumber, limits.allow(case: number),
      let last = recorded(number, &outcome)?.last
    else { return outcome }
    let data = last.data
    guard let unread = UnreadCase(form: data.form, bytes: data.bytes), unread.tree() != nil else {
      outcome.data = data
      outcome.refuse(CaseHistory.unreadable(number))
      outcome.place(in: nil)
      return outcome
    }
    return look(at: unread, in: space)
  }

  private func look(at unread: UnreadCase, in space: RenderSpace) -> Outcome {
    var outcome = Outcome(unread)
    let reading = outcome.proposal.reading
    guard reading.isCase else { return outcome }
    do throws(DiagnosticsError) {
      if reading.diagnostics.hasErrors {
        // What is wrong with its text is told as any run tells it.
        outcome.rendered.result = letterbook.check(unread.read())
        throw DiagnosticsError(outcome.rendered.result.diagnostics, in: .danish)
      }
      try work(unread, space, &outcome)
    } catch {
      outcome.refuse(error)
    }
    outcome.place(in: order.cause == .data ? unread.read().caseFile?.source : nil)
    outcome.rendered.result.caseNumber = outcome.proposal.caseNumber
    return outcome
  }

  private func work(
    _ unread: UnreadCase, _ space: RenderSpace, _ outcome: inout Outcome
  ) throws(DiagnosticsError) {
    guard let said = unread.tree(), let number = said.text("sagsnummer") else { throw notIssued(outcome.proposal) }
    guard limits.allow(case: number) else { return }
    guard let issues = recorded(number, &outcome) else { return }
    guard !issues.isEmpty else { throw notIssued(outcome.proposal) }
    guard let history = CaseHistory(issues) else { throw CaseHistory.unreadable(number) }
    if order.cause == .data, history.standing.isEmpty { throw nothingStands(outcome.proposal) }
    outcome.authority = issues[issues.count - 1].authority
    let (source, waiting) = try affected(history, said, &outcome.proposal)
    if let source {
      try make(source, space, &outcome)
    } else {
      outcome.proposal.status = .unaffected
      tellOfLeftOut(history, said, &outcome)
    }
    tellOfWaiting(waiting, &outcome)
  }

  /// The documents that are affected, and what the re-issue is made of, nil when there are none; and what differs and waits.
  private func affected(
    _ history: CaseHistory, _ said: CaseRecord, _ proposal: inout ReissueProposal
  ) throws(DiagnosticsError) -> (source: DerivationSource?, waiting: [Nomination.Waiting]) {
    var found = Nomination.Result()
    var corrected: [String: CorrectedWords] = [:]
    var letterDiffers: Diagnostic?
    if order.cause == .data {
      let nomination = Nomination(history: history, bundles: bundles, today: letterbook)
      found = try nomination.run(said.state, limits)
      letterDiffers = try takeLetter(nomination, history, said, &found)
      if order.form != .record { found.leaveMentorless(said) }
      found.leaveOtherParties(said)
    } else {
      let corrections = try Corrections(
        cause: order.cause, history: history, bundles: bundles, today: letterbook, bundleOfToday: bundle
      ).run(limits)
      found.affected = corrections.affected
      corrected = corrections.words
      found.differences = corrected.values.sorted { $0.reason < $1.reason }.map(\.difference)
    }
    proposal.differences = found.differences
    proposal.affected = found.affected.map { standing, reasons in
      ReissueProposal.Affected(
        name: standing.document.name, kind: standing.kind, date: standing.document.date, reasons: reasons)
    }
    guard let old = found.affected.first?.standing.state else {
      if let letterDiffers { throw DiagnosticsError([letterDiffers], in: .danish) }
      return (nil, found.waiting)
    }
    var new = order.cause == .data ? said.state : old
    if !limits.reasons.isEmpty {
      let people = limits.people.filter { person in proposal.reasons.contains(where: person.holds) }
      new = old.with(proposal.reasons + people.flatMap(\.paths), of: new)
    }
    let source = DerivationSource(
      order: order, history: history, affected: found.affected, said: said, new: new, read: found.read,
      corrected: corrected, letterbook: letterbook)
    guard let letterDiffers else { return (source, found.waiting) }
    var problems = [letterDiffers]
    if case .failure(let error) = source.derive() { problems += error.diagnostics }
    throw DiagnosticsError(problems, in: .danish)
  }

  /// Renders what is derived.
  private func make(
    _ source: DerivationSource, _ space: RenderSpace, _ outcome: inout Outcome
  ) throws(DiagnosticsError) {
    let derivation = try source.derive().get()
    outcome.data = CaseData(form: InputFormat.json.rawValue, bytes: derivation.text.json)
    if derivation.kinds.isEmpty {
      guard order.form == .record else {
        throw DiagnosticsError(derivation.problems + [nothingToMake(source)], in: .danish)
      }
      outcome.proposal.status = .recorded
      return
    }
    guard let unread = outcome.data.flatMap({ UnreadCase(form: $0.form, bytes: $0.bytes) }) else {
      throw CaseHistory.unreadable(outcome.proposal.caseNumber)
    }
    var rendered = letterbook.outcomes(of: [unread], RenderOptions(kinds: derivation.kinds), in: space)[0]
    if let failure = rendered.failure {
      return outcome.fail(failure)
    }
    for index in rendered.result.diagnostics.indices { rendered.result.diagnostics[index].location = nil }
    if rendered.result.isRefused || !derivation.problems.isEmpty {
      throw DiagnosticsError(derivation.problems(with: rendered.result.diagnostics), in: .danish)
    }
    rendered.reading = outcome.proposal.reading
    try requireFree(rendered)
    outcome.rendered = rendered
    outcome.proposal.diagnostics += rendered.result.diagnostics
    outcome.proposal.status = .made
    for identity in rendered.result.identities {
      outcome.proposal.makes.append((identity.kind, identity.name))
    }
    supersede(derivation, source, &outcome)
    tellOfPapers(source, &outcome)
  }

  /// Makes sure that no other document has been issued under the names that these would have.
  private func requireFree(_ rendered: CaseOutcome) throws(DiagnosticsError) {
    let taken = try DiagnosticsError.catching { try register.recorded(rendered.result.identities.map(\.name)) }
    guard !taken.isEmpty,
      case .refuse(var problem) = IssueDecision(PreparedCase(rendered, data: nil), recorded: { taken[$0] })
    else { return }
    problem.help = "Vælg en anden dag (--date), eller skriv et løbenummer (loebenummer) i sagen."
    problem.location = nil
    throw DiagnosticsError([problem], in: .danish)
  }

  private func supersede(_ derivation: Derivation, _ source: DerivationSource, _ outcome: inout Outcome) {
    let why = "\(order.form.label): \(source.named(source.reasons))"
    for (name, kind, day) in derivation.superseded {
      guard let successor = outcome.proposal.makes.first(where: { $0.kind == kind })?.name else { continue }
      outcome.proposal.superseded.append((name, successor))
      outcome.events.append(
        Event(.superseded, [name], day: day.description, why: why, successor: successor))
    }
  }

  /// What is recorded of a case; nil when the register cannot be read, which is so for the other cases as well.
  private func recorded(_ number: String, _ outcome: inout Outcome) -> [RecordedIssue]? {
    var issues: [RecordedIssue] = []
    do throws(RegisterError) {
      try register.eachIssue(.ofCase(number)) { issues.append($0) }
    } catch {
      outcome.fail(DiagnosticsError(error))
      return nil
    }
    return issues
  }

  private func nothingToMake(_ source: DerivationSource) -> Diagnostic {
    source.problem(
      "reissue-nothing-to-make",
      "Der er intet dokument, som kan bære forskellen: \(source.named(source.reasons)).",
      path: source.reasons.first,
      help: source.main.flatMap { $0.kind.isContractPaper ? paperHelp($0.kind) : nil }
        ?? "Brug --as registrering, eller udsted papiret igen med 'mentorbrev issue' under sin egen dato.")
  }

  private func nothingStands(_ proposal: ReissueProposal) -> DiagnosticsError {
    DiagnosticsError(
      [
        Diagnostic(
          .error, "reissue-withdrawn", "Alt, hvad der er udstedt i sagen, er trukket tilbage.",
          path: "sagsnummer", caseNumber: proposal.caseNumber,
          help: "Udsted sagen med 'mentorbrev issue', med en anden dato eller et løbenummer (loebenummer).")
      ], in: .danish)
  }

  private func notIssued(_ proposal: ReissueProposal) -> DiagnosticsError {
    DiagnosticsError(
      [
        Diagnostic(
          .error, "reissue-not-issued", "Sagen er ikke udstedt i mappen, så der er intet at udstede igen.",
          path: "sagsnummer", caseNumber: proposal.caseNumber,
          help: "Udsted den med 'mentorbrev issue', eller se efter, om det er den rigtige mappe (--output).")
      ], in: .danish)
  }
}

extension Reissuer.Outcome {
  /// What the run records of it besides its documents; nil when that is nothing.
  func reissue(_ order: ReissueOrder) -> PreparedCase.Reissued? {
    guard proposal.status == .made || proposal.status == .recorded else { return nil }
    return PreparedCase.Reissued(
      record: Reissue(
        form: order.form.rawValue, reasons: proposal.reasons, covers: proposal.affected.map(\.name)),
      authority: authority, events: events)
  }
}
