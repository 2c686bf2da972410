import Casework
import Diagnostics
import Fields
import Hashing

extension Composition {
  /// The message; nil after reporting what is missing.
  mutating func message(_ attached: [Attached]?) -> Message? {
    let dispatch = sending.letter.dispatch
    let identity = sending.letter.identity
    let recipient = recipientParty()
    let meeting = meetingAction()
    let replyBy = replyBy()
    let isWhole = !diagnostics.hasErrors
    guard let recipient, let attached, isWhole else { return nil }
    let pages = [page(sending.letter)] + sending.enclosed.map { page($0) }
    let files = attached.map { file in
      Message.Document(
        label: file.label,
        files: [
          Message.File(
            format: FileFormat.known[FileFormat.suffix(of: file.name)] ?? "application/octet-stream", name: file.name,
            language: "da", place: "", content: file.content)
        ])
    }
    var main = pages[0]
    main.actions = [meeting, complaintAction()].compactMap { $0 }
    main.label = caseFile.dispatch?.title?.value ?? main.label
    var message = Message(
      version: version, id: "", code: identity.kind.rawValue, label: main.label,
      notification: "Du har fået et brev fra \(dispatch.authority.name).", replyBy: replyBy,
      deliverFrom: caseFile.dispatch?.deliverFrom?.value,
      sender: Message.Party(
        number: dispatch.authority.companyNumber, kind: "CVR", label: profile.sender ?? dispatch.authority.name),
      contactPoint: profile.contactPoint.map { .init(group: $0.group, id: $0.id, label: $0.name) },
      recipient: recipient,
      caseID: profile.caseSystem.map { .init(number: identity.caseNumber, system: $0) }, subject: subject(),
      created: MessageTime.noon(identity.date).description, main: main, additional: Array(pages[1...]) + files)
    message.placeFiles()
    message.id = MessageID.uuid(of: identityWords(message))
    return message
  }

  private mutating func recipientParty() -> Message.Party? {
    let recipient = sending.letter.dispatch.recipient
    let path = sending.letter.dispatch.recipientPath
    switch recipient.number {
    case .person(let number)?: return .init(number: number.digits, kind: "CPR", label: recipient.name)
    case .company(let number)?: return .init(number: number.digits, kind: "CVR", label: recipient.name)
    case nil where sending.isOnPaper: return .init(number: "0000000000", kind: "CPR", label: recipient.name)
    case nil:
      report(
        "missing-field", "\(CaseLabels.name(of: "\(path).cpr")) mangler, og Digital Post finder modtageren ved det.",
        path: "\(path).cpr", at: recipientPosition,
        help: "Tilføj modtagerens cpr eller cvr, eller vælg kanalen \"papir\".")
      return nil
    }
  }

  /// The letter as its formats, the PDF first: it is what all mailboxes show.
  private func page(_ document: PostDocument) -> Message.Document {
    let name = "\(document.identity.kind.rawValue)-\(document.identity.date)"
    var files: [Message.File] = []
    if let pdf = document.pdf {
      files.append(
        .init(format: "application/pdf", name: "\(name).pdf", language: "da", place: "", content: FileContent(pdf)))
    }
    files.append(
      .init(format: "text/html", name: "\(name).html", language: "da", place: "", content: FileContent(document.html)))
    return Message.Document(label: document.identity.kind.messageTitle, files: files)
  }

  /// The last second of the last day for an answer; without a point of contact there is nowhere to answer.
  private mutating func replyBy() -> String? {
    guard let day = sending.letter.dispatch.answerBy else { return nil }
    guard profile.contactPoint != nil else {
      report(
        .warning, "memo-no-contact-point",
        "\(CaseLabels.name(of: Self.deadlinePath)) står i brevet, men ikke i beskeden: myndighedens profil har intet "
          + "kontaktpunkt, som svaret kan sendes til.",
        path: Self.deadlinePath, at: caseFile.decision?.hearing?.deadline?.position,
        help: "Tilføj forsendelse.kontaktpunkt i profilen.")
      return nil
    }
    return MessageTime.endOfDay(day).description
  }

  static let deadlinePath = "afgoerelse.partshoering.frist"

  private func complaintAction() -> Message.Action? {
    guard sending.letter.dispatch.isDecision, let page = profile.complaintPage else { return nil }
    return Message.Action(label: "Læs om at klage", code: "INFORMATION", url: page.address)
  }

  private mutating func meetingAction() -> Message.Action? {
    guard let said = caseFile.dispatch?.meeting else { return nil }
    let path = "forsendelse.moede"
    func require<Value>(_ value: Said<Value>?, _ key: String) -> Value? {
      if let value { return value.value }
      report(
        "missing-field", "\(CaseLabels.name(of: "\(path).\(key)")) mangler.", path: "\(path).\(key)",
        at: said.position, help: "Tilføj feltet \(path).\(key).")
      return nil
    }
    let date = require(said.date, "dato")
    if let date { checkDay(date, said.date?.position) }
    let from = require(said.from, "fra").flatMap { clock in date.flatMap { moment($0, clock, "\(path).fra", said.from) }
    }
    let to = require(said.to, "til").flatMap { clock in date.flatMap { moment($0, clock, "\(path).til", said.to) } }
    let subject = require(said.subject, "emne")
    let text = require(said.text, "tekst")
    let place = require(said.place, "sted")
    guard let from, let to, let subject, let text, let place else { return nil }
    let identity = sending.letter.identity
    return Message.Action(
      label: subject, code: "AFTALE", from: from.description, to: to.description,
      reservation: Message.Reservation(
        description: text,
        // Without the number of the sending: a new one of the same meeting is the same entry in a calendar.
        id: MessageID.uuid(of: ["moede", from.description, to.description, place] + words(of: identity)),
        abstract: subject, location: place, from: from.description, to: to.description,
        organizer: sending.letter.dispatch.authority.name))
  }

  /// A meeting that is over when the citizen reads of it is a slip of the pen.
  private mutating func checkDay(_ date: CalendarDate, _ position: UInt32?) {
    let path = "forsendelse.moede.dato"
    let delivery = caseFile.dispatch?.deliverFrom?.value
    let words: String
    if date < sending.letter.identity.date {
      words = "ligger før brevets dato"
    } else if let delivery, date < delivery {
      words = "ligger før den dag, brevet leveres"
    } else {
      return
    }
    report(
      "memo-meeting-over", "\(CaseLabels.name(of: path)) \(words).", path: path, at: position,
      help: delivery == nil ? "Ret mødets dato." : "Ret mødets dato eller forsendelse.leveresFra.")
  }

  private mutating func moment(
    _ date: CalendarDate, _ clock: ClockTime, _ path: String, _ said: Said<ClockTime>?
  ) -> MessageTime? {
    do throws(MessageTime.Gap) {
      return try MessageTime(date, clock)
    } catch {
      let words =
        switch error {
        case .skipped: "findes ikke den dag: uret stilles fra kl. 2 til kl. 3"
        case .twice: "findes to gange den dag: uret stilles fra kl. 3 til kl. 2"
        }
      report(
        "memo-clock-change", "\(CaseLabels.name(of: path)) \(words).", path: path, at: said?.position,
        help: "Vælg et andet klokkeslæt.")
      return nil
    }
  }

  /// The subject of the profile that the case number begins with, and the facet that follows it there.
  private func subject() -> Message.Subject? {
    let number = sending.letter.identity.caseNumber
    guard let known = profile.subjects.first(where: { number == $0.key || number.hasPrefix("\($0.key)-") }) else {
      return nil
    }
    let facet = number.dropFirst(known.key.count + 1).prefix { $0 != "-" && $0 != " " }
    let isFacet =
      ("A"..."Z").contains(facet.unicodeScalars.first ?? " ") && Array(facet.utf8.dropFirst())[...].has(form: "00")
    return Message.Subject(
      key: known.key, version: known.version,
      facet: isFacet ? String(facet) : nil, label: known.label)
  }

  // MARK: Identity

  private func words(of identity: DocumentIdentity) -> [String] {
    [
      identity.companyNumber, identity.caseNumber, identity.kind.rawValue, identity.date.description,
      identity.serialNumber.map(String.init) ?? "", identity.addressee.role.rawValue,
      String(identity.addressee.number),
    ]
  }

  /// What makes a message this one. The PDF is not among it: another version of its renderer makes no other letter.
  private func identityWords(_ message: Message) -> [String] {
    var words = ["memo", version.rawValue] + words(of: sending.letter.identity)
    words += [message.recipient.kind, message.recipient.number, String(caseFile.dispatch?.number?.value ?? 1)]
    words += [message.label, message.deliverFrom?.description ?? ""]
    words += message.main.actions.compactMap(\.reservation).flatMap { [$0.id, $0.abstract, $0.description] }
    for document in message.documents {
      for file in document.files where file.format != "application/pdf" || document.files.count == 1 {
        words += [document.label, file.name, file.content.hash.hex]
      }
    }
    return words
  }

  /// Notes the field that each part comes from.
  mutating func noteOrigins() {
    let path = sending.letter.dispatch.recipientPath
    let said = caseFile.dispatch
    if let title = said?.title {
      origins[.label] = origin("forsendelse.titel", title.position)
      origins[.document(0)] = origins[.label]
    }
    let authority = origin("myndighed.navn", caseFile.authority?.name?.position)
    origins[.notification] = authority
    origins[.notification]?.name = "Notifikationen med myndighedens navn (myndighed.navn)"
    origins[.sender] = origin("myndighed.cvr", caseFile.authority?.companyNumber?.position)
    origins[.senderLabel] =
      profile.sender == nil ? authority : profileOrigin("Afsender", "forsendelse.afsender")
    origins[.recipient] = origin("\(path).cpr", recipientPosition)
    origins[.recipientLabel] = origin("\(path).navn", recipientPosition)
    origins[.replyBy] = origin(Self.deadlinePath, caseFile.decision?.hearing?.deadline?.position)
    origins[.deliverFrom] = origin("forsendelse.leveresFra", said?.deliverFrom?.position)
    origins[.created] = origin("afgoerelse.dato", caseFile.decision?.date?.position)
    origins[.contactPoint] = profileOrigin("Kontaktpunkt", "forsendelse.kontaktpunkt")
    origins[.caseID] = origin("sagsnummer", caseFile.caseNumber?.position)
    origins[.subject] = profileOrigin("KLE-emne", "forsendelse.kle")
    origins[.all] = origin("forsendelse.bilag", said?.attachments.first?.position)
    let meetings = said?.meeting == nil ? 0 : 1
    if let meeting = said?.meeting {
      origins[.action(0, 0)] = origin("forsendelse.moede", meeting.position)
      origins[.actionLabel(0, 0)] = origin("forsendelse.moede.emne", meeting.subject?.position)
    }
    origins[.action(0, meetings)] = profileOrigin("Klageside", "forsendelse.klageside")
  }
}
