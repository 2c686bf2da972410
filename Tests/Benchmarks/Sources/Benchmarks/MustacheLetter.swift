import Casework
import Fields
import Mustache

/// The grant letter as a general engine writes it.
///
/// The template holds the same static text. Everything that a template of ours formats, the data hold as finished
/// text: dates, times, lines with breaks, the target of a telephone link.
struct MustacheLetter {
  private let library: MustacheLibrary

  /// - Parameter styles: the style sheets of the letter and of a draft, which are static text of the template.
  init(styles: [[UInt8]]) throws {
    let file = String(decoding: try Repository.bytes("Tests/Benchmarks/letter.mustache"), as: UTF8.self)
    let text = file.replacing("[[brev.css]]", with: String(decoding: styles[0], as: UTF8.self))
      .replacing("[[udkast.css]]", with: String(decoding: styles[1], as: UTF8.self))
    library = MustacheLibrary(templates: ["letter": try MustacheTemplate(string: text)])
  }

  func render(_ data: [String: Any]) -> String { library.render(data, withTemplate: "letter")! }

  // MARK: Data

  static func data(_ letter: GrantDecision) -> [String: Any] {
    let hours = letter.support.hours
    var support: [String: Any] = [
      "maal": ["tekst": lines(letter.support.goal.text)],
      "opgaver": letter.support.tasks.elements.map(data),
      "periode": ["fra": date(letter.support.period.from), "til": date(letter.support.period.to)],
    ]
    var time: [String: Any] = ["ugentligt": words(hours.weeklyAverage), "faser": hours.phases.map(data)]
    time["prFjortenDage"] = hours.perFortnight.map(words)
    support["timetal"] = time
    if let discharge = letter.support.discharge { support["udskrivning"] = ["dato": date(discharge.date)] }
    var data: [String: Any] = [
      "sagsnummer": letter.identity.caseNumber,
      "myndighed": data(letter.authority),
      "sagsbehandler": data(letter.caseworker),
      "borger": ["navn": letter.citizen.name],
      "modtager": data(letter.recipient),
      "andreModtagere": letter.otherRecipients.map { flags(["navn": $0.name], "rolle", $0.role) },
      "afgoerelse": data(letter.decision),
      "mentorstoette": support,
      "klage": [
        "modtagelsesdag": date(letter.complaint.received), "sidsteDag": date(letter.complaint.lastDay),
      ],
      "egenTekst": [
        "indledning": letter.ownWords.introduction, "begrundelse": letter.ownWords.reasons,
        "afslutning": letter.ownWords.closing,
      ].compactMapValues { $0.map(lines) },
      "hvis": conditions(letter),
    ]
    switch letter.mentor {
    case .named(let mentor): data["mentor"] = Self.data(mentor)
    case .later(let words): data["mentorOplyses"] = lines(words)
    }
    return data
  }

  /// Every condition of the template, decided beforehand.
  private static func conditions(_ letter: GrantDecision) -> [String: Any] {
    let decision = letter.decision
    var conditions: [String: Any] = [
      "udkast": letter.isDraft,
      "myndighed_enhed": letter.authority.unit != nil,
      "myndighed_telefontid": letter.authority.phoneHours != nil,
      "myndighed_digitalPost": letter.authority.digitalPost != nil,
      "myndighed_persondata": letter.authority.dataProtection != nil,
      "sagsbehandler_titel": letter.caseworker.title != nil,
      "sagsbehandler_telefon": letter.caseworker.phone != nil,
      "sagsbehandler_email": letter.caseworker.email != nil,
      "borger_fritagetForDigitalPost": letter.citizen.isExemptFromDigitalPost,
      "klage_digitalt": letter.authority.digitalPost != nil && !letter.citizen.isExemptFromDigitalPost,
      "modtager_adresse": letter.recipient.address != nil,
      "andreModtagere": !letter.otherRecipients.isEmpty,
      "ansoegt": decision.applicationDate != nil || decision.application != nil,
      "afgoerelse_ansoegningsdato": decision.applicationDate != nil,
      "afgoerelse_ansoegning": decision.application != nil,
      "afgoerelse_faktum": decision.facts != nil,
      "afgoerelse_hensyn": decision.considerations != nil,
      "afgoerelse_andenHjaelp": decision.otherHelp != nil,
      "egenTekst_indledning": letter.ownWords.introduction != nil,
      "egenTekst_begrundelse": letter.ownWords.reasons != nil,
      "egenTekst_afslutning": letter.ownWords.closing != nil,
      "helhedsorienteretPlan": letter.hasHolisticPlan,
      "mentor_titel": letter.mentor.mentor?.title != nil,
      "mentor_arbejdsgiver": letter.mentor.mentor?.employer != nil,
      "mentorstoette_timetal_erAfrundet": !letter.support.hours.isAverageExact,
      "mentorstoette_udskrivning_dato_foer": letter.support.discharge.map { $0.date < decision.date } ?? false,
      "mentorstoette_udskrivning_kortereEfterOenske": letter.support.discharge?.isShorterByWish ?? false,
    ]
    conditions = flags(conditions, "modtager_rolle", letter.recipient.role)
    conditions = flags(conditions, "klage_kanal", letter.complaint.channel)
    conditions = flags(conditions, "mentorvalg", letter.mentor.choice)
    conditions = flags(conditions, "mentorstoette_art", letter.support.kind)
    conditions = flags(conditions, "mentorstoette_maal_type", letter.support.goal.kind)
    return flags(conditions, "mentorstoette_timetal_form", letter.support.hours.form)
  }

  /// Data with a flag for each word of a choice.
  private static func flags<Choice: ChoiceValue>(
    _ data: [String: Any], _ name: String, _ choice: Choice
  ) -> [String: Any] {
    var data = data
    for word in Choice.allCases { data["\(name)_\(word.rawValue)"] = word == choice }
    return data
  }

  private static func data(_ authority: Authority) -> [String: Any] {
    var data: [String: Any] = [
      "navn": authority.name, "cvr": authority.companyNumber, "adresse": data(authority.address),
      "telefon": authority.phone, "telefonUrl": target(authority.phone),
    ]
    data["enhed"] = authority.unit
    data["telefontid"] = authority.phoneHours
    data["digitalPost"] = authority.digitalPost?.address
    data["persondata"] = authority.dataProtection?.address
    return data
  }

  private static func data(_ address: Address) -> [String: Any] {
    ["vej": address.street, "postnummer": address.postcode, "by": address.city]
  }

  private static func data(_ caseworker: Caseworker) -> [String: Any] {
    var data: [String: Any] = ["navn": caseworker.name]
    data["titelStor"] = caseworker.title.map(capitalised)
    data["telefon"] = caseworker.phone
    data["telefonUrl"] = caseworker.phone.map(target)
    data["email"] = caseworker.email
    data["emailUrl"] = caseworker.email.map(target)
    return data
  }

  private static func data(_ recipient: Recipient) -> [String: Any] {
    var data: [String: Any] = ["navn": recipient.name]
    data["adresse"] = recipient.address.map(Self.data)
    return data
  }

  private static func data(_ decision: DecisionText) -> [String: Any] {
    var data: [String: Any] = ["dato": date(decision.date)]
    data["ansoegningsdato"] = decision.applicationDate.map(date)
    data["ansoegning"] = decision.application.map(lines)
    data["faktum"] = decision.facts.map(lines)
    data["hensyn"] = decision.considerations.map(lines)
    data["andenHjaelp"] = decision.otherHelp.map(lines)
    return data
  }

  private static func data(_ task: MentorTask) -> [String: Any] {
    flags(["tekst": lines(task.text)], "omraade", task.area)
  }

  private static func data(_ phase: HoursPhase) -> [String: Any] {
    [
      "fra": date(phase.period.from), "til": date(phase.period.to), "ugentligt": words(phase.weekly),
      "erPause": phase.weekly.minutes == 0,
    ]
  }

  private static func data(_ mentor: Mentor) -> [String: Any] {
    var data: [String: Any] = [
      "navn": mentor.name,
      "kontakter": mentor.contacts.elements.map { contact in
        flags(["vaerdi": contact.value, "vaerdiUrl": target(contact.value)], "art", contact.kind)
      },
    ]
    data["titelStor"] = mentor.title.map(capitalised)
    data["arbejdsgiver"] = mentor.employer.map { ["navn": $0.name] }
    return data
  }

  // MARK: Formats

  private static func date(_ date: CalendarDate) -> String { formatted { $0.date(date) } }
  private static func words(_ time: WorkingTime) -> String { formatted { $0.time(time) } }
  private static func lines(_ text: String) -> String { formatted { $0.lines(text) } }
  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
  private static func target(_ text: String) -> String { formatted { $0.url(text) } }

  private static func formatted(_ write: (inout Page) -> Void) -> String {
    var page = Page(capacity: 256)
    write(&page)
    return String(decoding: page.bytes, as: UTF8.self)
  }
}
