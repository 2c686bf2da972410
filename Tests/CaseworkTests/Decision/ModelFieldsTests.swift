import Fields
import Testing

@testable import Casework

@Suite struct ModelFieldsTests {
  /// Every path that a template can read, with its type.
  static func paths(_ type: RecordType, _ prefix: String = "") -> [String] {
    type.fields.flatMap { field -> [String] in
      let path = prefix + field.name
      let mark = field.type.isOptional ? "?" : ""
      switch field.type.unwrapped {
      case .record(let inner): return ["\(path) \(inner.name)\(mark)"] + paths(inner, path + ".")
      case .list(let row, let nonEmpty):
        return ["\(path) \(nonEmpty ? "non-empty " : "")list \(row.name)"] + paths(row, path + ".")
      case .choice(let choice):
        return ["\(path) \(choice.name)(\(choice.cases.map(\.name).joined(separator: ",")))\(mark)"]
      case let leaf: return ["\(path) \(leaf)\(mark)"]
      }
    }
  }

  @Test func offersTheFieldsOfAGrant() {
    #expect(
      Self.paths(GrantDecision.fields.type) == [
        "sagsnummer text", "udkast boolean", "retsgrundlag retsgrundlag(lab,integration)", "myndighed myndighed",
        "myndighed.navn text", "myndighed.enhed text?", "myndighed.cvr text", "myndighed.ean text?",
        "myndighed.adresse adresse", "myndighed.adresse.vej text", "myndighed.adresse.postnummer text",
        "myndighed.adresse.by text", "myndighed.telefon text", "myndighed.telefontid text?", "myndighed.email text?",
        "myndighed.digitalPost link?", "myndighed.persondata link?", "sagsbehandler sagsbehandler",
        "sagsbehandler.navn text", "sagsbehandler.titel text?", "sagsbehandler.telefon text?",
        "sagsbehandler.email text?", "borger borger", "borger.navn text", "borger.cpr text",
        "borger.maalgruppe text?",
        "borger.personkreds personkreds(job,seniorjob,voksenlaerling,uddannelse,foer-uddannelse,afsoning,foertidspension,folkepension)?",
        "borger.fritagetForDigitalPost boolean", "borger.planPaaPapir boolean", "modtager modtager",
        "modtager.navn text", "modtager.adresse adresse?", "modtager.adresse.vej text",
        "modtager.adresse.postnummer text", "modtager.adresse.by text",
        "modtager.rolle modtagerrolle(borger,repraesentant,vaerge,foraeldremyndighed)",
        "modtager.kanal kanal(digital,papir)", "modtager.iBorgerensSted boolean", "modtager.erKopi boolean",
        "andreModtagere list kopimodtager", "andreModtagere.navn text",
        "andreModtagere.rolle modtagerrolle(borger,repraesentant,vaerge,foraeldremyndighed)",
        "andreModtagere.kanal kanal(digital,papir)", "andreModtagere.erKopi boolean",
        "afgoerelse afgoerelse", "afgoerelse.dato date", "afgoerelse.ansoegningsdato date?",
        "afgoerelse.ansoegning text?", "afgoerelse.faktum text?", "afgoerelse.hensyn text?",
        "afgoerelse.andenHjaelp text?", "egenTekst egenTekst", "egenTekst.indledning text?",
        "egenTekst.begrundelse text?", "egenTekst.afslutning text?", "undtagelser list undtagelse",
        "undtagelser.regel text", "undtagelser.grund text", "mentorstoette mentorstoette",
        "mentorstoette.art art(almindelig,udskrivning,uddannelsesstart)", "mentorstoette.udskrivning udskrivning?",
        "mentorstoette.udskrivning.dato date", "mentorstoette.udskrivning.kortereEfterOenske boolean",
        "mentorstoette.udskrivning.medregnet medregnet-stoette?",
        "mentorstoette.udskrivning.medregnet.perioder non-empty list periode",
        "mentorstoette.udskrivning.medregnet.perioder.fra date",
        "mentorstoette.udskrivning.medregnet.perioder.til date",
        "mentorstoette.uddannelsesstart uddannelsesstart?", "mentorstoette.uddannelsesstart.navn text",
        "mentorstoette.uddannelsesstart.institution text",
        "mentorstoette.uddannelsesstart.kompetence kompetence(studie,erhverv)",
        "mentorstoette.uddannelsesstart.optaget date", "mentorstoette.uddannelsesstart.begynder date?",
        "mentorstoette.uddannelsesstart.brugtFra date?",
        "mentorstoette.maal maal", "mentorstoette.maal.type maaltype(beskaeftigelse,uddannelse)",
        "mentorstoette.maal.tekst text", "mentorstoette.opgaver non-empty list opgave",
        "mentorstoette.opgaver.omraade omraade(faglig,personlig,praktisk,afklarende)",
        "mentorstoette.opgaver.tekst text", "mentorstoette.periode periode", "mentorstoette.periode.fra date",
        "mentorstoette.periode.til date", "mentorstoette.timetal timetal", "mentorstoette.timetal.ugentligt time",
        "mentorstoette.timetal.erAfrundet boolean",
        "mentorstoette.timetal.form timeform(ugentlig,hverAndenUge,faser)",
        "mentorstoette.timetal.prFjortenDage time?", "mentorstoette.timetal.faser list fase",
        "mentorstoette.timetal.faser.fra date", "mentorstoette.timetal.faser.til date",
        "mentorstoette.timetal.faser.ugentligt time", "mentorstoette.timetal.faser.erPause boolean",
        "mentorvalg mentorvalg(navngivet,senere)", "mentor mentor?",
        "mentor.navn text", "mentor.titel text?", "mentor.kontakter non-empty list kontakt",
        "mentor.kontakter.art kontaktart(telefon,email)", "mentor.kontakter.vaerdi text",
        "mentor.kompetencer text?",
        "mentor.ansaettelse ansaettelse(virksomhed,uddannelsesinstitution,ekstern,kommune)?",
        "mentor.arbejdsgiver arbejdsgiver?", "mentor.arbejdsgiver.navn text", "mentor.arbejdsgiver.cvr text?",
        "mentor.arbejdsgiver.pnummer text?", "mentorOplyses text?", "helhedsorienteretPlan boolean", "klage klage",
        "klage.modtagelsesdag date",
        "klage.sidsteDag date", "klage.kanal kanal(digital,papir)", "klage.loeberFra loeberFra(afgoerelsen,brevet)",
      ])
  }

  /// The slot of a path without lists, and the text that it names.
  private func slot(_ path: String, _ table: SlotTable) throws -> (slot: Slot, text: String) {
    var type = FieldType.record(GrantDecision.fields.type)
    var index = 0
    for name in path.split(separator: ".") {
      if case .optional(.record) = type { index += 1 }
      guard case .record(let record) = type.unwrapped else { continue }
      let field = try #require(record[String(name)])
      (type, index) = (field.type, index + field.slot)
    }
    let slot = table.slots[index]
    let bytes = table.bytes[Int(slot.offset)..<Int(slot.offset) + Int(slot.length)]
    return (slot, type.unwrapped == .text || type.unwrapped == .link ? String(decoding: bytes, as: UTF8.self) : "")
  }

  @Test func fillsWhatTheModelSays() throws {
    var model = try Fixture.grant.model()
    model.letter.recipient.address = Address(street: "Bymosevej 18, 2. th", postcode: "3200", city: "Helsinge")
    model.granted.support.basis = .discharge(Discharge(date: "2026-06-01", isShorterByWish: true))
    model.granted.support.hours = .fortnightly(WorkingTime(hours: 5))
    var table = SlotTable()
    GrantDecision.fields.fill(&table, from: model)
    let letter = model.letter
    #expect(try slot("sagsnummer", table).text == letter.identity.caseNumber)
    #expect(try slot("myndighed.adresse.by", table).text == letter.authority.address.city)
    #expect(try slot("myndighed.digitalPost", table).text == letter.authority.digitalPost?.address ?? "")
    #expect(try slot("borger.cpr", table).text == letter.citizen.civilRegistrationNumber.digits)
    #expect(try slot("borger.maalgruppe", table).text == letter.citizen.targetGroup?.citation ?? "")
    #expect(try slot("modtager.adresse.vej", table).text == "Bymosevej 18, 2. th")
    #expect(try slot("modtager.kanal", table).slot.number == (letter.recipient.channel == .digital ? 0 : 1))
    #expect(try slot("afgoerelse.dato", table).slot.number == Int64(letter.decision.date.dayNumber))
    #expect(try slot("mentorstoette.art", table).slot.number == 1)
    #expect(try slot("mentorstoette.udskrivning.dato", table).slot.number == 20_605)
    #expect(try slot("mentorstoette.timetal.prFjortenDage", table).slot.number == 300)
    #expect(try slot("mentorstoette.timetal.ugentligt", table).slot.number == 150)
    #expect(try slot("mentorstoette.opgaver", table).slot.length == UInt32(model.granted.support.tasks.elements.count))
    #expect(try slot("mentor.navn", table).text == model.granted.mentor.mentor?.name)
    #expect(try slot("klage.sidsteDag", table).slot.number == Int64(model.complaint.lastDay.dayNumber))

    model.letter.recipient.address = nil
    model.granted.support.basis = .ordinary
    model.granted.mentor = .later("Du hører fra os i juni.")
    GrantDecision.fields.fill(&table, from: model)
    for path in ["modtager.adresse", "modtager.adresse.vej", "mentorstoette.udskrivning.dato", "mentor.navn"] {
      #expect(try !slot(path, table).slot.isPresent)
    }
    #expect(try slot("mentorstoette.art", table).slot.number == 0)
    #expect(try slot("mentorvalg", table).slot.number == 1)
    #expect(try slot("mentorOplyses", table).text == "Du hører fra os i juni.")
  }

  @Test func offersTheFieldsOfMinPlan() {
    let top = MinPlan.fields.type.fields
    #expect(
      top.map(\.name) == [
        "sagsnummer", "udkast", "retsgrundlag", "myndighed", "sagsbehandler", "borger", "mentorstoette", "mentor",
        "gaelderFra", "plan", "modtageradresse", "helhedsorienteretPlan", "aendringer", "opfoelgning", "indberetning",
      ])
    #expect(top.filter(\.type.isOptional).map(\.name) == ["gaelderFra", "modtageradresse", "opfoelgning"])
  }

  @Test func keepsPersonalFieldsApart() throws {
    let type = GrantDecision.fields.type
    func secrecy(_ record: String, _ field: String) -> Secrecy? {
      guard case .record(let inner)? = type[record]?.type.unwrapped else { return nil }
      return inner[field]?.secrecy
    }
    #expect(secrecy("borger", "cpr") == .identifying)
    #expect(secrecy("borger", "navn") == .personal)
    #expect(secrecy("afgoerelse", "faktum") == .personal)
    #expect(secrecy("myndighed", "navn") == .open)
    #expect(type["mentorOplyses"]?.secrecy == .personal)
  }

  @Test func impliesWhatAChoiceNeeds() {
    #expect(MentorChoice.named.implies == ["mentor"])
    #expect(MentorChoice.later.implies == ["mentorOplyses"])
    #expect(HoursForm.fortnightly.implies == ["prFjortenDage"])
    #expect(HoursForm.phased.implies == ["faser"])
    #expect(SupportKind.discharge.implies == ["udskrivning"])
    #expect(SupportKind.educationStart.implies == ["uddannelsesstart"])
  }

  @Test func keepsOneSecrecyForEachShape() throws {
    var shapes: [String: RecordType] = [:]
    func visit(_ type: RecordType) {
      if let known = shapes[type.name] {
        #expect(known.fields.map(\.secrecy) == type.fields.map(\.secrecy), "\(type.name)")
      }
      shapes[type.name] = type
      for field in type.fields {
        switch field.type.unwrapped {
        case .record(let inner), .list(let inner, _): visit(inner)
        default: break
        }
      }
    }
    visit(GrantDecision.fields.type)
    visit(MinPlan.fields.type)
    #expect(shapes["adresse"]?.fields.allSatisfy { $0.secrecy == .personal } == true)
  }
}
