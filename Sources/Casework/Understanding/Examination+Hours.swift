import Diagnostics
import Fields

extension Examination {
  /// The hours in one of their three forms.
  mutating func hours(in period: Period?) -> WorkingHours? {
    let support = caseFile.support
    guard let said = support?.hours else {
      reportMissing(
        "mentorstoette.timetal", in: support?.position, ["bab-52-5"],
        help: "Skriv timer og minutter om ugen, for eksempel 2 i timer og 30 i minutter.")
      return nil
    }
    return hours(said, "mentorstoette.timetal", in: period, named: "mentorstoette.periode")
  }

  /// Hours in one of their three forms.
  ///
  /// - Parameters:
  ///   - period: the days that phases must fill.
  ///   - periodPath: where a case says that period.
  mutating func hours(
    _ said: CaseFile.Hours, _ path: String, in period: Period?, named periodPath: String
  ) -> WorkingHours? {
    // What could not be read would make another time of the rest.
    if request.isUnread(path) { return nil }
    if !said.phases.isEmpty { return phased(said, path, period, periodPath) }
    let isFortnightly = said.isFortnightly?.value ?? false
    guard let time = time(said.hours, said.minutes, path, at: said.position, weeks: isFortnightly ? 2 : 1) else {
      return nil
    }
    return isFortnightly ? .fortnightly(time) : .weekly(time)
  }

  /// A time from hours and minutes, one of which may be left out.
  mutating func time(
    _ hours: Said<Int>?, _ minutes: Said<Int>?, _ path: String, at place: UInt32, weeks: Int = 1
  ) -> WorkingTime? {
    if request.isUnread(path) { return nil }
    guard hours != nil || minutes != nil else {
      reportMissing("\(path).timer", in: place, ["bab-52-5"])
      return nil
    }
    // Whole weeks have so many hours.
    let mostHours = 168 * weeks
    let (h, m) = (hours?.value ?? 0, minutes?.value ?? 0)
    guard (0...mostHours).contains(h), (0...mostHours * 60).contains(m), h * 60 + m <= mostHours * 60 else {
      report(
        "impossible-hours",
        "\(CaseLabels.name(of: path)) er ikke muligt: der er \(mostHours) timer på "
          + "\(weeks == 1 ? "en uge" : "to uger"), og tallet kan ikke være negativt.",
        path: path, at: hours?.position ?? minutes?.position, basis: cite(["bab-52-5"]),
        help: "Ret timer og minutter.")
      return nil
    }
    return WorkingTime(hours: h, minutes: m)
  }

  private mutating func phased(
    _ said: CaseFile.Hours, _ path: String, _ period: Period?, _ periodPath: String
  ) -> WorkingHours? {
    if said.hours != nil || said.minutes != nil || said.isFortnightly?.value == true {
      report(
        "hours-twice", "\(CaseLabels.name(of: path)) står både som ét tal og som faser.", path: path,
        at: said.position, basis: cite(["bab-52-5"]),
        help: "Slet timer, minutter og hverAndenUge, eller slet faser.")
      return nil
    }
    var phases: [(phase: HoursPhase, path: String, position: UInt32)] = []
    for (index, row) in said.phases.enumerated() {
      let rowPath = "\(path).faser.\(index + 1)"
      let from = require(row.from, "\(rowPath).fra", in: row.position, ["bab-52-5"])
      let to = require(row.to, "\(rowPath).til", in: row.position, ["bab-52-5"])
      let time = time(row.hours, row.minutes, rowPath, at: row.position)
      guard let from, let to, let time, let span = ordered(from, to, rowPath, at: row.to?.position) else { continue }
      phases.append((HoursPhase(period: span, weekly: time), rowPath, row.position))
    }
    guard phases.count == said.phases.count else { return nil }
    phases.sort { $0.phase.period.from < $1.phase.period.from }
    guard let period else { return nil }
    let before = diagnostics.count
    checkCover(phases, period, path, periodPath)
    guard diagnostics.count == before else { return nil }
    let hours = WorkingHours.inPhases(phases.map(\.phase))
    if case .weekly(let weekly) = hours { reportAlike(weekly, path, at: said.position) }
    return hours
  }

  /// Phases that never change the hours may be right, or a number may have been mistyped: a person is asked to look.
  private mutating func reportAlike(_ weekly: WorkingTime, _ path: String, at position: UInt32) {
    report(
      .warning, "phases-alike",
      "\(CaseLabels.name(of: path)) står som faser, men er \(weekly.danish) om ugen i hele perioden. "
        + "Dokumenterne skriver det som ét ugentligt timetal.",
      path: "\(path).faser", at: position, basis: cite(["bab-52-5"]),
      help: "Skal timetallet skifte, så ret fasernes timer. Ellers slet faser, og skriv timer og minutter.")
  }

  /// Phases must fill the period exactly: on each of its days the citizen has one number of hours.
  private mutating func checkCover(
    _ phases: [(phase: HoursPhase, path: String, position: UInt32)], _ period: Period, _ hoursPath: String,
    _ periodPath: String
  ) {
    var expected = period.from
    for (phase, path, position) in phases {
      if phase.period.from < period.from || phase.period.to > period.to {
        report(
          "phase-outside-period",
          "Fasen (\(path)) går fra den \(phase.period.from.danish) til den \(phase.period.to.danish) "
            + "og ligger ikke inden for perioden (\(periodPath)).",
          path: path, at: position, basis: cite(["bab-52-4", "bab-52-5"]), help: "Ret fasens eller periodens datoer.")
      } else if phase.period.from < expected {
        report(
          "phase-overlap",
          "Fasen (\(path)) begynder den \(phase.period.from.danish), før den foregående fase er slut, "
            + "så der er to timetal for de samme dage.",
          path: path, at: position, basis: cite(["bab-52-5"]), help: "Lad hver fase begynde dagen efter den foregående."
        )
      } else if phase.period.from > expected {
        reportGap(
          from: expected, to: phase.period.from.adding(days: -1), in: hoursPath, path: path, at: position)
      }
      expected = max(expected, phase.period.to.adding(days: 1))
    }
    if expected <= period.to, let last = phases.last {
      reportGap(from: expected, to: period.to, in: hoursPath, path: last.path, at: last.position)
    }
  }

  private mutating func reportGap(
    from: CalendarDate, to: CalendarDate, in hoursPath: String, path: String, at position: UInt32
  ) {
    let days = from == to ? "den \(from.danish)" : "fra den \(from.danish) til den \(to.danish)"
    report(
      "phase-gap", "Faserne (\(hoursPath).faser) siger ikke, hvor mange timer der er \(days).", path: path,
      at: position, basis: cite(["bab-52-5"]),
      help: "Lad faserne følge hinanden uden huller. En pause skrives som en fase med 0 timer.")
  }
}
