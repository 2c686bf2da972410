import Diagnostics
import Fields

extension Examination {
  /// The mentor, or how and when the citizen is told who it will be.
  ///
  /// - Parameter period: the period of the support, when it is known.
  mutating func assignment(in period: Period?) -> MentorAssignment? {
    let announcement = caseFile.support?.mentorToFollow
    guard caseFile.mentor != nil else {
      if let announcement {
        checkAnnouncement(announcement)
        checkPromise(at: announcement.position, period)
        return .later(announcement.value)
      }
      reportMissing(
        "mentor", in: nil, ["bab-52-2"],
        help: "Skriv mentorens navn og telefon eller e-mail. Er mentoren ikke fundet, så skriv i "
          + "mentorstoette.mentorOplyses, hvordan og hvornår borgeren får det at vide.")
      return nil
    }
    if let announcement {
      report(
        .warning, "announcement-not-used",
        "\(CaseLabels.name(of: "mentorstoette.mentorOplyses")) kommer ikke med i brevet, fordi mentoren er navngivet.",
        path: "mentorstoette.mentorOplyses", at: announcement.position, help: "Slet teksten: mentoren er fundet.")
    }
    return namedMentor().map { .named($0) }
  }

  /// Where the mentor's name would stand, the letter prints how and when the citizen gets it: a filler is neither.
  private mutating func checkAnnouncement(_ said: Said<String>) {
    let words = said.value.split { !$0.isLetter && !$0.isNumber }
    guard words.count < 3 else { return }
    let path = "mentorstoette.mentorOplyses"
    report(
      "announcement-says-nothing",
      "\(CaseLabels.name(of: path)) siger ikke, hvordan og hvornår borgeren får at vide, hvem mentoren er.", path: path,
      at: said.position, basis: cite(["bab-52-2"]),
      help: "Skriv fx \"Du får et brev med mentorens navn senest den 1. september 2026.\"")
  }

  /// Nobody can be found for days that are gone: such support was given by somebody, or it was not given at all.
  private mutating func checkPromise(at position: UInt32, _ period: Period?) {
    guard let period, let date, period.to < date else { return }
    report(
      "mentor-too-late",
      "Perioden sluttede den \(period.to.danish), før brevets dato den \(date.danish), og sagen har ingen mentor. Brevet "
        + "ville love borgeren en mentor i en periode, der er gået.",
      path: "mentorstoette.mentorOplyses", at: position, basis: cite(["bab-52-2"]),
      help:
        "Havde borgeren en mentor i perioden, så skriv mentor, og slet mentorstoette.mentorOplyses. Ellers ret perioden "
        + "(mentorstoette.periode), så borgeren kan få støtten.")
  }

  /// The mentor whom the case names, or nil after reporting what is missing.
  mutating func namedMentor() -> Mentor? {
    guard let said = caseFile.mentor else { return nil }
    let name = require(said.name, "mentor.navn", in: said.position, ["bab-52-2"])
    var contacts: [MentorContact] = []
    if let phone = said.phone { contacts.append(MentorContact(kind: .phone, value: phone.value)) }
    if let email = said.email { contacts.append(MentorContact(kind: .email, value: email.value)) }
    if contacts.isEmpty {
      reportMissing(
        "mentor.telefon", in: said.position, ["bab-52-2"], help: "Skriv mentorens telefon, e-mail eller begge dele.")
    }
    var employer: Employer?
    if let place = said.employer {
      guard let name = require(place.name, "mentor.arbejdsgiver.navn", in: place.position) else { return nil }
      employer = Employer(
        name: name, companyNumber: place.companyNumber?.value.digits,
        productionUnitNumber: place.productionUnitNumber?.value.digits)
    }
    guard let name, let contacts = NonEmpty(contacts) else { return nil }
    return Mentor(
      name: name, title: said.title?.value, contacts: contacts, competence: said.competence?.value,
      employment: said.employment?.value, employer: employer)
  }
}
