import Fields

extension ProfileFile {
  /// `forsendelse`: how letters are sent.
  struct Dispatch: InputRecord {
    var position: UInt32
    var sender: Said<String>?
    var caseSystem: Said<String>?
    var contactPoint: ContactPoint?
    var complaintPage: Said<Link>?
    var subjects: [Subject] = []
    var print: Print?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Dispatch>(
      "forsendelsesprofil",
      [
        .text("afsender", "Afsender", .open, "Det, postkassen viser; myndighedens navn, når intet er sagt") {
          $0.sender = $1
        },
        .text("sagssystem", "Sagssystem", .open, "Systemet, som sagsnumrene hører til") { $0.caseSystem = $1 },
        .record("kontaktpunkt", "Kontaktpunkt", .open, "Hvor borgerens svar kommer hen") { $1(&$0.contactPoint) },
        .value("klageside", "Klageside", .open, "Siden, hvor borgeren kan klage") { $0.complaintPage = $1 },
        .list("kle", "KLE-emner", .open, "Emner, som sagsnumre begynder med") { $1(&$0.subjects) },
        .record("print", "Print", .open, "Hvordan breve på papir trykkes og sendes") { $1(&$0.print) },
      ])

    var profile: DispatchProfile {
      var profile = DispatchProfile()
      profile.sender = sender?.value
      profile.caseSystem = caseSystem?.value
      profile.complaintPage = complaintPage?.value
      if let point = contactPoint, let id = point.id?.value {
        profile.contactPoint = .init(id: id, group: point.group?.value, name: point.name?.value)
      }
      profile.subjects = subjects.compactMap { row in
        guard let key = row.key?.value, let version = row.version?.value, let label = row.label?.value else {
          return nil
        }
        return .init(key: key, version: version, label: label)
      }
      profile.print = print?.profile
      return profile
    }
  }

  /// `forsendelse.kontaktpunkt`.
  struct ContactPoint: InputRecord {
    var position: UInt32
    var id: Said<String>?
    var group: Said<String>?
    var name: Said<String>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<ContactPoint>(
      "kontaktpunkt",
      [
        .text("id", "Kontaktpunktets id", .open, "Et UUID fra myndighedens kontaktstruktur", required: true) {
          $0.id = $1
        },
        .text("gruppe", "Kontaktgruppe", .open, "Gruppen, som kontaktpunktet hører til") { $0.group = $1 },
        .text("navn", "Kontaktpunktets navn", .open, "Det, borgeren ser") { $0.name = $1 },
      ])
  }

  /// `forsendelse.kle`: a subject.
  struct Subject: InputRecord {
    var position: UInt32
    var key: Said<String>?
    var version: Said<String>?
    var label: Said<String>?

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Subject>(
      "kle",
      [
        .text("emne", "Emnenummer", .open, "Seks cifre med punktum, 00.00.00", required: true) { $0.key = $1 },
        .text("version", "Udgave", .open, "Udgaven af KLE, som emnet er taget fra", required: true) {
          $0.version = $1
        },
        .text("tekst", "Emnets tekst", .open, "Emnet med ord", required: true) { $0.label = $1 },
      ])
  }

  /// `forsendelse.print`.
  struct Print: InputRecord {
    var position: UInt32
    var profile = PrintProfile()

    init(position: UInt32) { self.position = position }

    static let input = InputFields<Print>(
      "print",
      [
        .integer(
          "forsendelsestype", "Forsendelsestype", .open, "Nummeret fra aftalen med printleverandøren", in: 1...999_999
        ) { $0.profile.type = $1.value },
        .choice("sider", "Sider", .open, "Hvilke sider af papiret der trykkes på") { $0.profile.sides = $1.value },
        .choice("farve", "Farve", .open, "Om der trykkes i farve") { $0.profile.colour = $1.value },
        .choice("kuvert", "Kuvert", .open, "Kuvertens format") { $0.profile.envelope = $1.value },
        .choice("post", "Postkategori", .open, "Hvordan brevet sendes") { $0.profile.postage = $1.value },
      ])
  }

  /// What is missing or wrong in `forsendelse`: field, id, message and help.
  func checkDispatch(_ report: (_ id: String, _ message: String, _ path: String, UInt32, _ help: String) -> Void) {
    guard let dispatch else { return }
    func require<Value>(_ said: Said<Value>?, _ label: String, _ path: String, _ position: UInt32) {
      if said == nil { report("missing-field", "\(label) (\(path)) mangler.", path, position, "Tilføj feltet.") }
    }
    if let point = dispatch.contactPoint {
      let path = "forsendelse.kontaktpunkt.id"
      require(point.id, "Kontaktpunktets id", path, point.position)
      if let id = point.id, !id.value.isUUID {
        report(
          "invalid-uuid", "Kontaktpunktets id (\(path)) er ikke et UUID.", path, id.position,
          "Kopiér det fra myndighedens kontaktstruktur: 32 cifre og bogstaver a-f i fem grupper med bindestreg imellem."
        )
      }
    }
    for (index, row) in dispatch.subjects.enumerated() {
      let path = "forsendelse.kle.\(index + 1)"
      require(row.key, "Emnenummer", "\(path).emne", row.position)
      require(row.version, "Udgave", "\(path).version", row.position)
      require(row.label, "Emnets tekst", "\(path).tekst", row.position)
      if let key = row.key, !key.value.isSubject {
        report(
          "invalid-subject", "Emnenummer (\(path).emne) er ikke seks cifre med punktum mellem hver to.", "\(path).emne",
          key.position, "Skriv nummeret som 00.00.00.")
      }
    }
  }
}
