import Fields

extension CaseFile {
  /// What a caseworker wrote in sentences and a letter or a plan prints.
  var freeTexts: [CaseText] {
    var texts: [CaseText] = []
    texts.reserveCapacity(16)
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { texts.append(CaseText(field, said)) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    add("afgoerelse.ansoegning.tekst", decision?.application?.text)
    add("afgoerelse.begrundelse.faktum", decision?.reasons?.facts)
    add("afgoerelse.begrundelse.hensyn", decision?.reasons?.considerations)
    add("afgoerelse.begrundelse.andenHjaelp", decision?.reasons?.otherHelp)
    add("afgoerelse.ikkeBevilget", decision?.refused)
    add("afgoerelse.vurdering.opnaaet", decision?.assessment?.reached)
    add("afgoerelse.vurdering.resterer", decision?.assessment?.remaining)
    add("afgoerelse.partshoering.overvejelse", decision?.hearing?.consideration)
    add("afgoerelse.partshoering.oplysninger", decision?.hearing?.information)
    add("afgoerelse.partshoering.betydning", decision?.hearing?.significance)
    add("afgoerelse.partshoering.svar", decision?.hearing?.answer)
    add("afgoerelse.partshoering.undladtGrund", decision?.hearing?.exemptionGround)
    add("ophoer.videre", stop?.next)
    add("genvurdering.klage", reconsideration?.complaint)
    add("aendring.foer.maal.tekst", change?.before?.goal?.text)
    for (index, task) in (change?.before?.tasks ?? []).enumerated() {
      add(.ofRow("aendring.foer.opgaver", index + 1, "tekst"), task.text)
    }
    add("mentorstoette.maal.tekst", support?.goal?.text)
    for (index, task) in (support?.tasks ?? []).enumerated() {
      add(.ofRow("mentorstoette.opgaver", index + 1, "tekst"), task.text)
    }
    add("mentorstoette.mentorOplyses", support?.mentorToFollow)
    add("mentorskifte.aarsag", mentorChange?.reason)
    add("mentor.kompetencer", mentor?.competence)
    addInformation(to: &texts)
    add("egenTekst.indledning", ownWords?.introduction)
    add("egenTekst.begrundelse", ownWords?.reasons)
    add("egenTekst.afslutning", ownWords?.closing)
    for (index, waiver) in waivers.enumerated() { add(.ofRow("undtagelser", index + 1, "grund"), waiver.reason) }
    return texts
  }

  /// What a caseworker wrote in sentences and a paper about a contract prints.
  ///
  /// Goal and tasks of the support are among them only where the contract falls back to them.
  var contractTexts: [CaseText] {
    var texts: [CaseText] = []
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { texts.append(CaseText(field, said)) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    if let goal = contract?.goal {
      add("kontrakt.maal.tekst", goal.text)
    } else if citizen == nil {
      add("mentorstoette.maal.tekst", support?.goal?.text)
    }
    for (index, subgoal) in (contract?.subgoals ?? []).enumerated() {
      add(.ofRow("kontrakt.delmaal", index + 1, "tekst"), subgoal.text)
    }
    if let tasks = contract?.tasks, !tasks.isEmpty {
      for (index, task) in tasks.enumerated() { add(.ofRow("kontrakt.opgaver", index + 1, "tekst"), task.text) }
    } else if citizen == nil {
      for (index, task) in (support?.tasks ?? []).enumerated() {
        add(.ofRow("mentorstoette.opgaver", index + 1, "tekst"), task.text)
      }
    }
    add("kontrakt.udoverSaedvanligOplaering", contract?.beyondUsualTraining)
    add("kontrakt.afgoerendeFor", contract?.decisiveFor)
    add("kontrakt.saerligeVilkaar", contract?.special)
    add("kontrakt.tillaeg.aarsag", contract?.supplement?.reason)
    for (index, row) in (contract?.supplement?.changes ?? []).enumerated() {
      add(.ofRow("kontrakt.tillaeg.aendringer", index + 1, "vilkaar"), row.term)
      add(.ofRow("kontrakt.tillaeg.aendringer", index + 1, "foer"), row.before)
      add(.ofRow("kontrakt.tillaeg.aendringer", index + 1, "nu"), row.now)
    }
    add("kontrakt.ramme.visitation", contract?.framework?.admission)
    return texts
  }

  /// All other texts, with what a rule about a single field calls them.
  private func forEachLabel(_ visit: (CaseText.Field, Said<String>) -> Void) {
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { visit(field, said) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    forEachContractPerson { visit(.named($0), $1) }
    forEachContractLine { visit(.named($0), $1) }
    add("borger.navn", citizen?.name)
    add("borger.maalgruppe", citizen?.targetGroup)
    for (index, recipient) in recipients.enumerated() {
      add(.ofRow("modtagere", index + 1, "navn"), recipient.name)
    }
    add("forsendelse.titel", dispatch?.title)
    for (index, attachment) in (dispatch?.attachments ?? []).enumerated() {
      add(.ofRow("forsendelse.bilag", index + 1, "fil"), attachment.file)
      add(.ofRow("forsendelse.bilag", index + 1, "titel"), attachment.title)
    }
    add("forsendelse.moede.emne", dispatch?.meeting?.subject)
    add("forsendelse.moede.tekst", dispatch?.meeting?.text)
    add("forsendelse.moede.sted", dispatch?.meeting?.place)
    add("mentorstoette.udskrivning.kortereEfterOenske", support?.discharge?.shorterByWish)
    for (index, period) in (support?.earlierPeriods ?? []).enumerated() {
      add(.ofRow("mentorstoette.tidligerePerioder", index + 1, "begrundelse"), period.reasons)
    }
    add("mentorstoette.uddannelse.navn", support?.education?.name)
    add("mentorstoette.uddannelse.institution", support?.education?.institution)
    add("mentorskifte.tidligereMentor", mentorChange?.formerMentor)
    for (index, change) in (plan?.changes ?? []).enumerated() {
      add(.ofRow("minPlan.aendringer", index + 1, "af"), change.author)
    }
    for (index, waiver) in waivers.enumerated() { add(.ofRow("undtagelser", index + 1, "regel"), waiver.rule) }
  }

  /// Visits the names of persons and firms in a paper about a contract.
  func forEachContractPerson(_ visit: (StaticString, Said<String>) -> Void) {
    func add(_ path: StaticString, _ said: Said<String>?) {
      if let said { visit(path, said) }
    }
    add("sagsbehandler.navn", caseworker?.name)
    add("mentor.navn", mentor?.name)
    add("mentor.arbejdsgiver.navn", mentor?.employer?.name)
    add("mentor.arbejdsgiver.kontakt.navn", mentor?.employer?.contact?.name)
    add("kontrakt.tillaeg.tidligere.mentor", contract?.supplement?.former?.mentor)
    add("kontrakt.afloeser.navn", contract?.substitute?.name)
  }

  /// Visits what else a paper about a contract prints in one line, in words of the case.
  func forEachContractLine(_ visit: (StaticString, Said<String>) -> Void) {
    func add(_ path: StaticString, _ said: Said<String>?) {
      if let said { visit(path, said) }
    }
    add("sagsbehandler.titel", caseworker?.title)
    add("mentor.titel", mentor?.title)
    add("kontrakt.uddannelsestilskud.kursus", contract?.trainingGrant?.course)
    add("kontrakt.loen.andreBidragTekst", contract?.pay?.contributionsText)
    add("kontrakt.fakturering.reference", contract?.invoicing?.reference)
  }

  /// Where persons and authorities are found: addresses, telephones, mail and links.
  private func forEachContact(_ visit: (CaseText.Field, Said<String>) -> Void) {
    func add(_ field: CaseText.Field, _ said: Said<String>?) {
      if let said { visit(field, said) }
    }
    func add(_ path: StaticString, _ said: Said<String>?) { add(.named(path), said) }
    authority?.forEachText(add)
    add("sagsbehandler.telefon", caseworker?.phone)
    add("sagsbehandler.email", caseworker?.email)
    add("borger.adresse.vej", citizen?.address?.street)
    add("borger.adresse.by", citizen?.address?.city)
    for (index, recipient) in recipients.enumerated() {
      add(.ofRow("modtagere", index + 1, "adresse.vej"), recipient.address?.street)
      add(.ofRow("modtagere", index + 1, "adresse.by"), recipient.address?.city)
    }
    add("mentor.telefon", mentor?.phone)
    add("mentor.email", mentor?.email)
    let employer = mentor?.employer
    add("mentor.arbejdsgiver.adresse.vej", employer?.address?.street)
    add("mentor.arbejdsgiver.adresse.by", employer?.address?.city)
    add("kontrakt.afloeser.telefon", contract?.substitute?.phone)
    add("kontrakt.afloeser.email", contract?.substitute?.email)
    add("mentor.arbejdsgiver.kontakt.telefon", employer?.contact?.phone)
    add("mentor.arbejdsgiver.kontakt.email", employer?.contact?.email)
  }

  /// Names, titles and what else is neither a sentence for the citizen nor a place to find somebody.
  var labels: [CaseText] {
    var texts: [CaseText] = []
    forEachLabel { texts.append(CaseText($0, $1)) }
    return texts
  }

  /// Visits the texts that no document prints as sentences.
  func forEachTextBesideSentences(_ visit: (CaseText.Field, Said<String>) -> Void) {
    forEachLabel(visit)
    forEachContact(visit)
  }
}

extension CaseFile.Authority {
  /// What the authority tells of itself, in a case file or a profile.
  func forEachText(_ visit: (StaticString, Said<String>?) -> Void) {
    visit("myndighed.navn", name)
    visit("myndighed.enhed", unit)
    visit("myndighed.telefon", phone)
    visit("myndighed.telefontid", phoneHours)
    visit("myndighed.email", email)
    visit("myndighed.digitalPost", digitalPost.map { Said($0.value.readable, at: $0.position) })
    visit("myndighed.persondata", dataProtection.map { Said($0.value.readable, at: $0.position) })
    visit("myndighed.adresse.vej", address?.street)
    visit("myndighed.adresse.by", address?.city)
  }
}

extension Link {
  /// The address with its escapes undone, as a search must see it.
  fileprivate var readable: String {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
