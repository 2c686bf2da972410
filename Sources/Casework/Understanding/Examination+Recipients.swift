import Diagnostics
import Fields

/// One recipient with its place among recipients of the same role.
struct Addressed {
  var recipient: Recipient
  var addressee: DocumentIdentity.Addressee
  /// Where the case file says it; nil when it follows from the citizen.
  var position: UInt32?
  /// The path of the recipient in the case file.
  var path: String

  /// As another's letter and the record name this recipient.
  var asOther: CopyRecipient {
    CopyRecipient(name: recipient.name, role: recipient.role, channel: recipient.channel, isCopy: recipient.isCopy)
  }
}

extension Examination {
  /// Everyone who receives the letter; the citizen when the case names nobody.
  mutating func recipients(_ citizen: Citizen?) -> [Addressed] {
    if caseFile.recipients.isEmpty { return citizenAlone(citizen).map { [$0] } ?? [] }
    var found: [Addressed] = []
    var numbers: [RecipientRole: Int] = [:]
    for (index, said) in caseFile.recipients.enumerated() {
      let path = "modtagere.\(index + 1)"
      guard let role = require(said.role, "\(path).rolle", in: said.position) else { continue }
      let number = (numbers[role] ?? 0) + 1
      numbers[role] = number
      if role == .citizen, number > 1 {
        report(
          "repeated-recipient", "Borgeren står flere gange i listen over modtagere (modtagere).", path: path,
          at: said.position, help: "Slet den ene.")
        continue
      }
      if role == .custodyHolder { checkCustody(of: citizen, path, said) }
      guard var recipient = recipient(said, role, path, citizen) else { continue }
      recipient.isCopy = said.isCopy?.value ?? false
      found.append(
        Addressed(
          recipient: recipient, addressee: .init(role: role, number: number), position: said.position, path: path))
    }
    checkMainRecipient()
    let mains = found.indices.filter { !found[$0].recipient.isCopy }
    if let main = mains.first, mains.count == 1, !found.contains(where: { $0.recipient.role == .citizen }) {
      found[main].recipient.isForCitizen = true
    }
    return found
  }

  private mutating func citizenAlone(_ citizen: Citizen?) -> Addressed? {
    guard let citizen else { return nil }
    let said = caseFile.citizen
    let channel: Channel = citizen.isExemptFromDigitalPost ? .paper : .digital
    var address: Address?
    if said?.address != nil || channel == .paper {
      address = self.address(said?.address, "borger.adresse", in: said?.position)
      if address == nil { return nil }
    }
    return Addressed(
      recipient: Recipient(
        name: citizen.name, address: address, role: .citizen, channel: channel,
        number: .person(citizen.civilRegistrationNumber)),
      addressee: .citizen, position: said?.position, path: "borger")
  }

  /// The citizen's name, address and channel follow from `borger` where the list does not say them.
  private mutating func recipient(
    _ said: CaseFile.Recipient, _ role: RecipientRole, _ path: String, _ citizen: Citizen?
  ) -> Recipient? {
    let isCitizen = role == .citizen
    let name: String?
    if isCitizen, said.name == nil {
      name = citizen?.name
    } else {
      name = require(said.name, "\(path).navn", in: said.position)
    }
    let exempt = isCitizen && citizen?.isExemptFromDigitalPost == true
    let channel = said.channel?.value ?? (exempt ? .paper : .digital)
    var address: Address?
    if let own = said.address {
      address = self.address(own, "\(path).adresse", in: said.position)
      if address == nil { return nil }
    } else if isCitizen, let known = caseFile.citizen?.address {
      address = self.address(known, "borger.adresse", in: known.position)
      if address == nil { return nil }
    } else if channel == .paper {
      reportMissing(
        "\(path).adresse", in: said.position,
        help: "Et brev på papir skal have modtagerens adresse. Tilføj \(path).adresse, eller vælg kanalen \"digital\".")
      return nil
    }
    guard let name else { return nil }
    return Recipient(
      name: name, address: address, role: role, channel: channel,
      number: number(said, citizen: isCitizen ? citizen : nil))
  }

  private func number(_ said: CaseFile.Recipient, citizen: Citizen?) -> RecipientNumber? {
    if let citizen { return .person(citizen.civilRegistrationNumber) }
    if let number = said.civilRegistrationNumber { return .person(number.value) }
    return said.companyNumber.map { .company($0.value) }
  }

  /// Custody ends with the eighteenth year; after it the letter would tell somebody without a right to know.
  private mutating func checkCustody(of citizen: Citizen?, _ path: String, _ said: CaseFile.Recipient) {
    guard let date, citizen?.civilRegistrationNumber.isAged(18, on: date) == true else { return }
    report(
      "custody-of-adult",
      "\(CaseLabels.name(of: "\(path).rolle")) er indehaver af forældremyndigheden, men borgeren er fyldt 18 år efter "
        + "CPR-nummeret.",
      path: "\(path).rolle", at: said.role?.position ?? said.position,
      help: "Slet modtageren, eller ret rollen: \"vaerge\" for en værge, \"repraesentant\" for en med fuldmagt.")
  }

  private mutating func checkMainRecipient() {
    let list = caseFile.recipients
    if list.allSatisfy({ $0.isCopy?.value == true }) {
      report(
        "no-main-recipient", "Alle modtagere (modtagere) får brevet som kopi.", path: "modtagere",
        at: list.first?.position, help: "Slet kopi hos den, som brevet er til.")
    }
    if !list.contains(where: { $0.role?.value == .citizen }), list.allSatisfy({ $0.role != nil }) {
      report(
        .warning, "citizen-not-recipient", "Borgeren er ikke blandt modtagerne (modtagere).", path: "modtagere",
        at: list.first?.position, basis: cite(["fvl-8"]),
        help:
          "Det er kun rigtigt, når en anden modtager post på borgerens vegne. Tilføj ellers borgeren med rollen \"borger\"."
      )
    }
  }
}
