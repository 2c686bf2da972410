import Casework
import Diagnostics
import Fields

extension MessageRule {
  /// The UUID has the shape of version 4; others are refused.
  static let identity = MessageRule("memo-uuid") { message in
    var problems: [MessageProblem] = []
    if !message.id.isVersion4 {
      problems.append(.init(.id, "er ikke et UUID af version 4.", help: "Lad programmet danne det."))
    }
    for (document, value) in message.documents.enumerated() {
      for (index, action) in value.actions.enumerated() where action.reservation.map({ !$0.id.isVersion4 }) == true {
        problems.append(
          .init(.action(document, index), "har et UUID, der ikke er af version 4.", help: "Lad programmet danne det."))
      }
    }
    return problems
  }

  /// Times are UTC and end in Z.
  static let created = MessageRule("memo-time") { message in
    var problems: [MessageProblem] = []
    func check(_ part: MessagePart, _ time: String?) {
      guard let time, !time.isUTC else { return }
      problems.append(.init(part, "er ikke et tidspunkt i UTC.", help: "Skriv det som 2026-11-23T11:00:00Z."))
    }
    check(.created, message.created)
    check(.replyBy, message.replyBy)
    for (document, value) in message.documents.enumerated() {
      for (index, action) in value.actions.enumerated() {
        for time in [action.from, action.to, action.reservation?.from, action.reservation?.to] {
          check(.action(document, index), time)
        }
      }
    }
    return problems
  }

  /// Numbers are digits only, of the right length: with a dash, production takes the message and nobody gets it.
  static let parties: [MessageRule] = [
    MessageRule("memo-sender") { $0.sender.problem(.sender).map { [$0] } ?? [] },
    MessageRule("memo-recipient") { $0.recipient.problem(.recipient).map { [$0] } ?? [] },
  ]

  /// What a mailbox lists is short, visible and says nothing about a person.
  static let labels = MessageRule("memo-label") { message in
    var problems: [MessageProblem] = []
    func check(_ part: MessagePart, _ text: String, limit: Int, isListed: Bool = false) {
      if var problem = labelProblem(part, text, limit: limit) {
        // The letter needs the whole name of an authority, however long.
        if part == .senderLabel {
          problem.help += " Afsenderen kan have et kortere navn i profilen (forsendelse.afsender)."
        }
        problems.append(problem)
      }
      if isListed, text.holdsCivilRegistrationNumber {
        problems.append(
          .init(
            part, "indeholder cifre, der ligner et CPR-nummer. Teksten vises i lister.",
            help: "Slet nummeret."))
      }
    }
    check(.label, message.label, limit: DispatchLimit.title, isListed: true)
    check(.senderLabel, message.sender.label, limit: 64, isListed: true)
    check(.recipientLabel, message.recipient.label, limit: DispatchLimit.title)
    for (index, document) in message.documents.enumerated() {
      check(.document(index), document.label, limit: DispatchLimit.title)
    }
    return problems
  }

  /// A notification is read on a locked telephone.
  static let notification = MessageRule("memo-notification") { message in
    let text = message.notification
    if let problem = labelProblem(.notification, text, limit: 150) { return [problem] }
    return text.holdsCivilRegistrationNumber
      ? [
        MessageProblem(
          .notification, "indeholder cifre, der ligner et CPR-nummer. Teksten vises på en låst telefon.",
          help: "Slet nummeret.")
      ] : []
  }

  /// An answer can be asked for only where it can go somewhere, and until a moment after the message was made.
  static let reply = MessageRule("memo-reply") { message in
    guard let until = message.replyBy else { return [] }
    var problems: [MessageProblem] = []
    if message.contactPoint == nil {
      problems.append(
        .init(
          .contactPoint, "mangler, og så er der intet sted at svare.",
          help: "Tilføj forsendelse.kontaktpunkt i myndighedens profil."))
    }
    if until <= message.created {
      problems.append(
        .init(.replyBy, "ligger ikke efter den dag, beskeden er skrevet.", help: "Ret fristen eller brevets dato."))
    } else if let from = message.deliverFrom, until.prefix(10) <= from.description {
      problems.append(
        .init(
          .replyBy, "ligger ikke efter den dag, beskeden leveres.", help: "Ret fristen eller forsendelse.leveresFra."))
    }
    return problems
  }

  /// A message waits 12 days at most.
  static let delivery = MessageRule("memo-delivery") { message in
    guard let from = message.deliverFrom, let made = CalendarDate(iso: String(message.created.prefix(10))) else {
      return []
    }
    if from < made {
      return [
        .init(
          .deliverFrom, "ligger før brevets dato.",
          help: "Skriv en dag fra brevets dato og \(DispatchLimit.waiting) dage frem.")
      ]
    }
    guard made.days(to: from) > DispatchLimit.waiting else { return [] }
    return [
      .init(
        .deliverFrom,
        "ligger \(made.days(to: from)) dage efter brevets dato, og Digital Post venter højst "
          + "\(DispatchLimit.waiting).",
        help: "Skriv en dag inden for \(DispatchLimit.waiting) dage.")
    ]
  }

  /// The references to the case are visible, and of the right form; that the number of the case is nobody's own was seen
  /// when it was read.
  static let caseReference = MessageRule("memo-case") { message in
    var problems: [MessageProblem] = []
    if let reference = message.caseID {
      for text in [reference.number, reference.system] {
        if let problem = labelProblem(.caseID, text, limit: DispatchLimit.title) { problems.append(problem) }
      }
    }
    if let subject = message.subject, !subject.key.isSubject {
      problems.append(.init(.subject, "er ikke et emnenummer som 00.00.00.", help: "Ret emnet i profilen."))
    }
    if let point = message.contactPoint, !point.id.isUUID {
      problems.append(
        .init(.contactPoint, "er ikke et UUID.", help: "Kopiér det fra myndighedens kontaktstruktur."))
    }
    return problems
  }

  /// What is wrong with a text that is shown.
  static func labelProblem(_ part: MessagePart, _ text: String, limit: Int) -> MessageProblem? {
    if !text.isVisible { return .init(part, "er tom.", help: "Skriv en tekst.") }
    if let scalar = text.unicodeScalars.first(where: \.isControl) {
      return .init(
        part, "indeholder et usynligt tegn (\(TextCharacter.name(scalar.value))).",
        help: "Skriv teksten forfra uden linjeskift.")
    }
    if text != text.trimmed { return .init(part, "begynder eller slutter med mellemrum.", help: "Slet mellemrummet.") }
    let length = text.unicodeScalars.count
    if length > limit {
      return .init(part, "er på \(length) tegn, og der er plads til \(limit).", help: "Forkort teksten.")
    }
    return nil
  }
}

extension Message.Party {
  fileprivate func problem(_ part: MessagePart) -> MessageProblem? {
    let length =
      switch kind {
      case "CPR": 10
      case "CVR": 8
      default: 0
      }
    guard length > 0 else {
      return MessageProblem(
        part, "er hverken et CPR-nummer eller et CVR-nummer.", help: "Skriv arten som CPR eller CVR.")
    }
    guard number.utf8.count != length || !number.utf8.allSatisfy(isDigit) else { return nil }
    return MessageProblem(
      part, "er ikke \(length) cifre uden bindestreg og mellemrum.", help: "Skriv kun cifrene.")
  }
}
