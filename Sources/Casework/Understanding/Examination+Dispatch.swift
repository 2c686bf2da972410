import Diagnostics
import Fields

/// What Digital Post takes of what a case says about its message.
package enum DispatchLimit {
  /// Characters of a title in the mailbox.
  package static let title = 128
  /// Days that a message waits at most before it can be read.
  package static let waiting = 12
}

extension Examination {
  /// What would stop the message when it is packed, after the letter has been recorded: seen while the case can be mended.
  mutating func checkDispatch(_ parts: CaseParts) {
    guard let said = caseFile.dispatch, parts.recipients.contains(where: { $0.recipient.channel == .digital }) else {
      return
    }
    checkTitles(said, parts.citizen)
    if let meeting = said.meeting { check(meeting) }
    if let date, let from = said.deliverFrom, date.days(to: from.value) > DispatchLimit.waiting {
      let path = "forsendelse.leveresFra"
      report(
        "delivery-too-late",
        "\(CaseLabels.name(of: path)) er den \(from.value.danish), \(date.days(to: from.value)) dage efter brevets dato. "
          + "Digital Post venter højst \(DispatchLimit.waiting).",
        path: path, at: from.position, help: "Skriv en tidligere dag, eller giv brevet en senere dato.")
    }
  }

  /// A title stands in the list of the mailbox, and in notices that others see.
  private mutating func checkTitles(_ said: CaseFile.Dispatch, _ citizen: Citizen?) {
    let path = "forsendelse.titel"
    checkLength(said.title, path)
    for (index, attachment) in said.attachments.enumerated() {
      checkLength(attachment.title, "forsendelse.bilag.\(index + 1).titel")
    }
    guard let title = said.title, let citizen,
      NameSearch([citizen.name]).finds(in: title.value, mayBegin: false)
    else { return }
    report(
      "title-tells", "\(CaseLabels.name(of: path)) nævner borgeren. Titlen står i lister og på en låst telefon.",
      path: path,
      at: title.position, help: "Skriv, hvad brevet er, og intet om hvem det er til.")
  }

  private mutating func check(_ meeting: CaseFile.Meeting) {
    let path = "forsendelse.moede"
    checkLength(meeting.subject, "\(path).emne")
    if let from = meeting.from, let to = meeting.to, to.value <= from.value {
      report(
        "meeting-order",
        "\(CaseLabels.name(of: "\(path).til")) er \(to.value) og ligger ikke efter \(from.value), hvor mødet "
          + "begynder.",
        path: "\(path).til", at: to.position, help: "Ret det ene af de to klokkeslæt.")
    }
    guard let date, let day = meeting.date else { return }
    let read = max(date, caseFile.dispatch?.deliverFrom?.value ?? date)
    if day.value < read {
      report(
        "meeting-before-letter",
        "\(CaseLabels.name(of: "\(path).dato")) er den \(day.value.danish), før den dag, borgeren kan læse brevet, den "
          + "\(read.danish).",
        path: "\(path).dato", at: day.position, help: "Ret datoen, eller slet mødet.")
    }
  }

  private mutating func checkLength(_ text: Said<String>?, _ path: String) {
    guard let text, case let length = text.value.unicodeScalars.count, length > DispatchLimit.title else { return }
    report(
      "too-long-for-post",
      "\(CaseLabels.name(of: path)) er på \(length) tegn. Digital Post har plads til "
        + "\(DispatchLimit.title).",
      path: path, at: text.position, help: "Forkort teksten.")
  }
}
