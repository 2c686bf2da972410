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

  static func data(_ grant: GrantDecision) -> [String: Any] {
    let hours = grant.granted.support.hours
    var support: [String: Any] = [
      "maal": ["tekst": lines(grant.granted.support.goal.text)],
      "opgaver": grant.granted.support.tasks.elements.map(data),
      "periode": ["fra": date(grant.granted.support.period.from), "til": date(grant.granted.support.period.to)],
    ]
    var time: [String: Any] = ["ugentligt": words(hours.weeklyAverage), "faser": hours.phases.map(data)]
    time["prFjortenDage"] = hours.perFortnight.map(words)
    support["timetal"] = time
    var data: [String: Any] = [
      "sagsnummer": grant.identity.caseNumber,
      "myndighed": data(grant.letter.authority),
      "sagsbehandler": data(grant.letter.caseworker),
      "borger": ["navn": grant.letter.citizen.name],
      "modtager": data(grant.letter.recipient),
      "andreModtagere": grant.letter.otherRecipients.map { flags(["navn": $0.name], "rolle", $0.role) },
      "afgoerelse": data(grant.letter.decision),
      "mentorstoette": support,
      "klage": [
        "modtagelsesdag": date(grant.complaint.received), "sidsteDag": date(grant.complaint.lastDay),
      ],
      "egenTekst": [
        "indledning": grant.letter.ownWords.introduction, "begrundelse": grant.letter.ownWords.reasons,
        "afslutning": grant.letter.ownWords.closing,
      ].compactMapValues { $0.map(lines) },
      "hvis": conditions(grant),
    ]
    switch grant.granted.mentor {
    case .named(let mentor): data["mentor"] = Self.data(mentor)
    case .later(let words): data["mentorOplyses"] = lines(words)
    }
    return data
  }

  /// Every condition of the template, decided beforehand.
  private static func conditions(_ grant: GrantDecision) -> [String: Any] {
    let decision = grant.letter.decision
    var conditions: [String: Any] = [
      "udkast": grant.letter.isDraft,
      "myndighed_enhed": grant.letter.authority.unit != nil,
      "myndighed_telefontid": grant.letter.authority.phoneHours != nil,
      "myndighed_digitalPost": grant.letter.authority.digitalPost != nil,
      "myndighed_persondata": grant.letter.authority.dataProtection != nil,
      "sagsbehandler_titel": grant.letter.caseworker.title != nil,
      "sagsbehandler_telefon": grant.letter.caseworker.phone != nil,
      "sagsbehandler_email": grant.letter.caseworker.email != nil,
      "borger_planPaaPapir": grant.letter.citizen.getsPlanOnPaper,
      "borger_fritagetForDigitalPost": grant.letter.citizen.isExemptFromDigitalPost,
      "klage_digitalt": grant.letter.authority.digitalPost != nil && !grant.letter.citizen.isExemptFromDigitalPost,
      "modtager_i_borgerens_sted": grant.letter.recipient.isForCitizen,
      "modtager_adresse": grant.letter.recipient.address != nil,
      "andreModtagere": !grant.letter.otherRecipients.isEmpty,
      "ansoegt": decision.applicationDate != nil || decision.application != nil,
      "afgoerelse_ansoegningsdato": decision.applicationDate != nil,
      "afgoerelse_ansoegning": decision.application != nil,
      "afgoerelse_faktum": decision.facts != nil,
      "afgoerelse_hensyn": decision.considerations != nil,
      "afgoerelse_andenHjaelp": decision.otherHelp != nil,
      "egenTekst_indledning": grant.letter.ownWords.introduction != nil,
      "egenTekst_begrundelse": grant.letter.ownWords.reasons != nil,
      "egenTekst_afslutning": grant.letter.ownWords.closing != nil,
      "helhedsorienteretPlan": grant.granted.hasHolisticPlan,
      "mentor_titel": grant.granted.mentor.mentor?.title != nil,
      "mentor_arbejdsgiver": grant.granted.mentor.mentor?.employer != nil,
      "mentorstoette_timetal_erAfrundet": !grant.granted.support.hours.isAverageExact,
    ]
    conditions = flags(conditions, "modtager_rolle", grant.letter.recipient.role)
    conditions = flags(conditions, "klage_kanal", grant.complaint.channel)
    conditions = flags(conditions, "mentorvalg", grant.granted.mentor.choice)
    conditions = flags(conditions, "mentorstoette_maal_type", grant.granted.support.goal.kind)
    return flags(conditions, "mentorstoette_timetal_form", grant.granted.support.hours.form)
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
