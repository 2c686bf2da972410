import Fields

/// As much of a letter as the standard texts read, in the shapes that they name.
struct LetterModel: Sendable {
  var authority = Unit()
  var channel = Channel.digital

  static let fields = Fields<LetterModel>("brev") {
    Field<LetterModel>.record("myndighed", "Myndighed", Unit.fields, \.authority)
    Field<LetterModel>.record("klage", "Klage", Deadline.fields) { Deadline(channel: $0.channel) }
    Field<LetterModel>.record("borger", "Borger", Citizen.fields) { Citizen(isExempt: $0.channel == .paper) }
    Field<LetterModel>.value("kanal", "Kanal", \.channel)
  }

  struct Unit: Sendable {
    var office: String? = "Jobcenter Gribskov"
    var hours: String? = "mandag til torsdag 9-15"
    var post: Link? = Link("https://post.borger.dk/")
    var data: Link? = Link("https://www.gribskov.dk/persondata")

    static let fields = Fields<Unit>("myndighed") {
      Field<Unit>.text("navn", "Navn") { _ in "Gribskov Kommune" }
      Field<Unit>.optionalText("enhed", "Enhed", \.office)
      Field<Unit>.record("adresse", "Adresse", Address.fields) { _ in Address() }
      Field<Unit>.text("telefon", "Telefon") { _ in "72 49 60 00" }
      Field<Unit>.optionalText("telefontid", "Telefontid", \.hours)
      Field<Unit>.optionalValue("digitalPost", "Digital Post", \.post)
      Field<Unit>.optionalValue("persondata", "Persondata", \.data)
    }
  }

  struct Address: Sendable {
    static let fields = Fields<Address>("adresse") {
      Field<Address>.text("vej", "Vej") { _ in "Rådhusvej 3" }
      Field<Address>.text("postnummer", "Postnummer") { _ in "3200" }
      Field<Address>.text("by", "By") { _ in "Helsinge" }
    }
  }

  struct Citizen: Sendable {
    var isExempt: Bool

    static let fields = Fields<Citizen>("borger") {
      Field<Citizen>.value("fritagetForDigitalPost", "Fritaget for Digital Post", \.isExempt)
      Field<Citizen>.optionalText("personkreds", "Personkreds") { _ in nil }
    }
  }

  struct Deadline: Sendable {
    var channel: Channel

    static let fields = Fields<Deadline>("klage") {
      Field<Deadline>.value("modtagelsesdag", "Modtagelsesdag") { _ in day("2026-11-23") }
      Field<Deadline>.value("sidsteDag", "Sidste dag") { _ in day("2026-12-21") }
      Field<Deadline>.value("kanal", "Kanal", \.channel)
      Field<Deadline>.value("loeberFra", "Løber fra") { _ in Start.decision }
    }
  }

  enum Start: String, ChoiceValue {
    case decision = "afgoerelsen"
    case letter = "brevet"

    static let choiceName = "loeberFra"
    var label: String { self == .decision ? "afgørelsen" : "dette brev" }
  }

  enum Channel: String, ChoiceValue {
    case digital
    case paper = "papir"

    static let choiceName = "kanal"
    var label: String { self == .digital ? "Digital Post" : "brev" }
  }
}
