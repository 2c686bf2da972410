public import Fields

/// Information that the citizen gets another mentor (*mentorskifte*): nothing is decided, the grant stays as it was.
public struct MentorChange: LetterModel {
  /// `mentorskifte`.
  public static let kind = DocumentKind.mentorChange
  /// The fields of a case that it is made of.
  public static let inputs = Letter.inputs + GrantedSupport.inputs + ["mentorskifte", "afgoerelse.begrundelse.hensyn"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The support as it was granted, with the new mentor.
  public var granted: GrantedSupport
  /// When, after which decision, and why.
  public var handover: MentorHandover

  /// The fields that templates read.
  public static let fields = Fields<MentorChange>("mentorskiftebrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("mentorskifte", "Skift af mentor", MentorHandover.fields, \.handover)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<MentorChange> {
    Examination.letters(request, of: [.mentorChange], rules: CaseRule.ofMentorChanges) { examination, parts in
      let granted = examination.grantedSupport(&parts)
      let handover = examination.handover(in: parts.period)
      guard let granted, let handover else { return nil }
      return { MentorChange(letter: $0, granted: granted, handover: handover) }
    }
  }
}

/// One mentor after another (*mentorskifte*).
public struct MentorHandover: Sendable, Hashable {
  /// The new mentor's first day, or the day after the former mentor's last.
  public var from: CalendarDate
  /// The date of the decision that still applies.
  public var grantDate: CalendarDate
  /// The name of the mentor who stops.
  public var formerMentor: String?
  /// Why there is another mentor.
  public var reason: String?
  /// Whether it is the first mentor, whom the decision could not name: nobody hands over to anybody.
  public var isFirst: Bool

  /// Creates a handover.
  public init(
    from: CalendarDate, grantDate: CalendarDate, formerMentor: String? = nil, reason: String? = nil,
    isFirst: Bool = false
  ) {
    self.from = from
    self.grantDate = grantDate
    self.formerMentor = formerMentor
    self.reason = reason
    self.isFirst = isFirst
  }

  /// The fields that templates read.
  public static let fields = Fields<MentorHandover>("mentorskifte") {
    Field.value("fra", "Den nye mentors første dag", \.from)
    Field.value("bevillingsdato", "Datoen på den afgørelse, som stadig gælder", \.grantDate)
    Field.optionalText("tidligereMentor", "Den tidligere mentors navn", \.formerMentor, .personal)
    Field.optionalText("aarsag", "Hvorfor der er en ny mentor", \.reason, .personal)
    Field.value("foerste", "Om det er den første mentor", \.isFirst, .personal)
  }
}

extension Examination {
  /// The handover: within the support's period, after a decision that is not younger than the letter.
  fileprivate mutating func handover(in period: Period?) -> MentorHandover? {
    let said = caseFile.mentorChange
    let from = require(said?.from, "mentorskifte.fra", in: said?.position ?? caseFile.position)
    let granted = require(said?.grantDate, "mentorskifte.bevillingsdato", in: said?.position ?? caseFile.position)
    guard let from, let granted else { return nil }
    let earlier = (caseFile.support?.earlierPeriods ?? []).compactMap(\.period)
    if let period, !([period] + earlier).contains(where: { $0.contains(from) }) {
      let path = "mentorskifte.fra"
      report(
        "outside-period",
        "\(CaseLabels.name(of: path)) er den \(from.danish), men støtten gives fra den \(period.from.danish) til den "
          + "\(period.to.danish).",
        path: path, at: said?.from?.position,
        help: "Ret datoen. Skal støtten vare længere, er det en forlængelse og ikke et mentorskifte.")
    }
    if let date, granted > date {
      let path = "mentorskifte.bevillingsdato"
      report(
        "grant-after-letter",
        "\(CaseLabels.name(of: path)) er den \(granted.danish), efter brevets dato den \(date.danish).", path: path,
        at: said?.grantDate?.position, help: "Skriv datoen på den afgørelse, som borgeren har fået.")
    }
    checkRuns(period)
    checkFirst(said)
    checkFormer(said)
    return MentorHandover(
      from: from, grantDate: granted, formerMentor: said?.formerMentor?.value, reason: said?.reason?.value,
      isFirst: said?.isFirst?.value ?? false)
  }

  /// Nobody becomes the mentor of support that has ended.
  private mutating func checkRuns(_ period: Period?) {
    // Where the mentor is still to be found, the promise of one is refused.
    guard let period, let date, period.to < date, caseFile.mentor != nil else { return }
    report(
      "mentor-too-late",
      "Perioden sluttede den \(period.to.danish), før brevets dato den \(date.danish). Brevet ville give borgeren en mentor i "
        + "en periode, der er gået.",
      path: "mentorstoette.periode.til", at: caseFile.support?.period?.to?.position, basis: cite(["bab-52-2"]),
      help:
        "Skal borgeren have støtte igen, så skriv en ny bevilling. Skal kun registret kende mentoren, så brug 'mentorbrev "
        + "reissue' med --as registrering.")
  }

  /// Nobody takes over from themselves.
  private mutating func checkFormer(_ said: CaseFile.MentorChange?) {
    func words(_ name: String) -> [Substring] { name.lowercased().split { !($0.isLetter || $0.isNumber) } }
    guard let former = said?.formerMentor, let name = caseFile.mentor?.name, words(former.value) == words(name.value)
    else { return }
    let path = "mentorskifte.tidligereMentor"
    report(
      "same-mentor",
      "\(CaseLabels.name(of: path)) er den samme som \(CaseLabels.name(of: "mentor.navn")).", path: path,
      at: former.position,
      help: "Skriv den nye mentor i mentor, og den, der stopper, i \(path). Hedder de det samme, så slet \(path).")
  }

  /// The first mentor takes over from nobody, and is there.
  private mutating func checkFirst(_ said: CaseFile.MentorChange?) {
    guard let first = said?.isFirst, first.value else { return }
    let path = "mentorskifte.foerste"
    func contradict(_ other: String, _ help: String, _ examination: inout Examination) {
      examination.report(
        "first-mentor",
        "\(CaseLabels.name(of: path)) er ja, men \(other).", path: path, at: first.position,
        help: help)
    }
    let other = "Slet det ene. Den første mentor har et navn i mentor og afløser ingen."
    if said?.formerMentor != nil { contradict("sagen siger også mentorskifte.tidligereMentor", other, &self) }
    if said?.reason != nil { contradict("sagen siger også mentorskifte.aarsag", other, &self) }
    if caseFile.mentor == nil {
      contradict("sagen har ingen mentor", "Skriv mentor, eller slet mentorskifte.foerste.", &self)
    }
  }
}
