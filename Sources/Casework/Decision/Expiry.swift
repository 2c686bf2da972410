public import Fields

/// A period of support that runs out, and what happens then (*udløb*).
public struct Expiry: Sendable, Hashable {
  /// The period.
  public var period: Period
  /// The mentor, when the case names one.
  public var mentorName: String?
  /// Whether a new period is considered.
  public var nextPeriod: NextPeriod
  /// The day by which the authority makes up its mind; present when a new period is assessed.
  public var assessedBy: CalendarDate?
  /// When and where the authority talks with the citizen about it.
  public var talk: String?
  /// Whether the letter is written less than two weeks before the last day, RSL § 7 a.
  public var isLate: Bool
  /// What the citizen still has of a right to the support.
  public var unusedRight: UnusedRight

  /// The last day on which the authority must have made up its mind, RSL § 7 a.
  public static func dueDay(of period: Period) -> CalendarDate { period.to.adding(days: -14) }

  /// The fields that templates read.
  public static let fields = Fields<Expiry>("udloeb") {
    Field.record("periode", "Perioden, der slutter", Period.fields, \.period)
    Field.optionalText("mentor", "Mentorens navn", \.mentorName)
    Field.value("nyPeriode", "Ny periode", \.nextPeriod)
    Field.optionalValue("vurderesSenest", "Vurderes senest", \.assessedBy)
    Field.optionalText("samtale", "Samtale", \.talk, .personal)
    Field.value("erSen", "Brevet er sent", \.isLate)
    Field.value("restRet", "Rest af retten til støtte", \.unusedRight)
  }
}

extension Examination {
  /// What happens when the period runs out; the period is put among the parts for the rules.
  mutating func expiry(_ parts: inout CaseParts) -> Expiry? {
    parts.ending = period(
      caseFile.support?.period, "mentorstoette.periode", in: caseFile.support?.position, ["lab-167-1"])
    if let period = parts.ending, let date, date < period.from {
      report(
        "expiry-before-start",
        "Brevets dato er den \(date.danish), før periodens første dag den \(period.from.danish). Den slutter ikke snart.",
        path: "mentorstoette.periode.fra", at: caseFile.support?.period?.from?.position,
        help: "Vent med brevet, til støtten er i gang, eller ret datoerne.")
    }
    let path = "afgoerelse.udloeb"
    let said = caseFile.decision?.expiry
    let next = require(
      said?.nextPeriod, "\(path).nyPeriode", in: said?.position ?? caseFile.decision?.position,
      help: "Skriv \"vurderes\", \"afgjort\" eller \"efter-oenske\".")
    let assessedBy = next == .assessed ? assessmentDay(said, path) : nil
    guard let period = parts.ending, let next, let date, next != .assessed || assessedBy != nil else { return nil }
    return Expiry(
      period: period, mentorName: caseFile.mentor?.name?.value, nextPeriod: next, assessedBy: assessedBy,
      talk: said?.talk?.value, isLate: date > Expiry.dueDay(of: period),
      unusedRight: usableRight(after: period, on: date))
  }

  /// What the citizen can still use on a day: six months from the first use may be over when the letter is late.
  private func usableRight(after period: Period, on day: CalendarDate) -> UnusedRight {
    let right = unusedRight(after: period)
    if right == .educationStart, EducationSpan(period, in: caseFile.support).last < day { return .none }
    return right
  }

  private mutating func assessmentDay(_ said: CaseFile.Expiry?, _ path: String) -> CalendarDate? {
    let day = require(
      said?.assessedBy, "\(path).vurderesSenest", in: said?.position, ["rsl-7-a"],
      help: "Skriv, hvilken dag kommunen senest tager stilling til en ny periode.")
    guard let day, let date else { return day }
    if day < date {
      report(
        "assessed-before-letter",
        "\(CaseLabels.name(of: "\(path).vurderesSenest")) er den \(day.danish), før brevets dato den \(date.danish).",
        path: "\(path).vurderesSenest", at: said?.assessedBy?.position,
        help: "Ret datoen. Er der taget stilling, så skriv \"afgjort\" i \(path).nyPeriode.")
      return nil
    }
    return day
  }
}
