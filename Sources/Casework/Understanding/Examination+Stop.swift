import Diagnostics
import Fields

extension Examination {
  /// The stop: within the period that was granted and before its end, or before the support begins.
  ///
  /// - Parameter received: the day on which the citizen has the letter.
  mutating func stop(received: CalendarDate?) -> Stop? {
    let said = caseFile.stop
    let place = said?.position ?? caseFile.position
    let granted = period()
    let neverBegins = said?.neverBegins?.value ?? false
    let lastDay =
      neverBegins
      ? nil
      : require(
        said?.lastDay, "ophoer.sidsteDag", in: place,
        help: "Skriv den sidste dag, hvor borgeren får støtte. Stopper støtten, før den begynder, så skriv true i "
          + "ophoer.begynderIkke.")
    let ground = require(
      said?.ground, "ophoer.grundlag", in: place,
      help: "En bevilget støtte kan kun stoppe, når noget er ændret. Skriv "
        + StopGround.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + ".")
    let next = require(
      said?.next, "ophoer.videre", in: place, ["rsl-7-a"],
      help: "Skriv, hvad der sker nu, og hvilken anden hjælp der er taget stilling til.")
    guard let granted, lastDay != nil || neverBegins, let ground, let next else { return nil }
    if let lastDay { checkDays(lastDay, granted, received) } else { checkStart(granted) }
    checkGround(ground, lastDay, granted)
    return Stop(granted: granted, lastDay: lastDay, ground: ground, next: next)
  }

  /// That support which never begins has not begun, and has no last day.
  private mutating func checkStart(_ granted: Period) {
    let path = "ophoer.begynderIkke"
    let position = caseFile.stop?.neverBegins?.position
    if let date, date >= granted.from {
      report(
        "stop-after-start",
        "\(CaseLabels.name(of: path)) er true, men støtten begyndte den \(granted.from.danish), og afgørelsen er af "
          + "\(date.danish).",
        path: path, at: position,
        help: "Skriv den sidste dag med støtte i ophoer.sidsteDag, og slet ophoer.begynderIkke.")
    }
    if let lastDay = caseFile.stop?.lastDay {
      report(
        "stop-without-start",
        "\(CaseLabels.name(of: "ophoer.sidsteDag")) er den \(lastDay.value.danish), men støtten begynder ikke "
          + "(\(path)).",
        path: "ophoer.sidsteDag", at: lastDay.position, help: "Slet den ene af de to.")
    }
  }

  private mutating func checkDays(_ lastDay: CalendarDate, _ granted: Period, _ received: CalendarDate?) {
    let path = "ophoer.sidsteDag"
    let position = caseFile.stop?.lastDay?.position
    if lastDay >= granted.to {
      report(
        "stop-not-early",
        "\(CaseLabels.name(of: path)) er den \(lastDay.danish), og støtten er kun bevilget til den "
          + "\(granted.to.danish). Den stopper ikke før tid.",
        path: path, at: position, help: "Ret datoen. En periode, der løber ud, er ikke et ophør: brug \"udloeb\".")
    }
    if lastDay < granted.from {
      report(
        "stop-before-start",
        "\(CaseLabels.name(of: path)) er den \(lastDay.danish), før støttens første dag den \(granted.from.danish).",
        path: path, at: position,
        help: "Ret den ene af de to datoer. Stopper støtten, før den begynder, så slet datoen, og skriv true i "
          + "ophoer.begynderIkke.")
    }
    if let date, lastDay < date {
      report(
        .warning, "stop-before-decision",
        "\(CaseLabels.name(of: path)) er den \(lastDay.danish), før afgørelsens dato den \(date.danish).", path: path,
        at: position, help: "Se efter, om støtten kan stoppe med tilbagevirkende kraft.")
    } else if let received, lastDay < received, caseFile.stop?.ground?.value != .ownWish {
      report(
        .warning, "stop-before-receipt",
        "\(CaseLabels.name(of: path)) er den \(lastDay.danish), men borgeren har først brevet den \(received.danish).",
        path: path, at: position, help: "Skriv en dag, hvor borgeren har fået brevet.")
    }
  }

  private mutating func checkGround(_ ground: StopGround, _ lastDay: CalendarDate?, _ granted: Period) {
    let position = caseFile.stop?.ground?.position
    if ground == .revocation {
      report(
        .warning, "revocation",
        "\(CaseLabels.name(of: "ophoer.grundlag")) er tilbagekaldelse. Det kræver særskilt hjemmel eller en alvorlig fejl i "
          + "bevillingen.",
        path: "ophoer.grundlag", at: position,
        help: "Skriv i begrundelsen, hvad der gør, at bevillingen kan trækkes tilbage.")
    }
    // The shortest period there is stands for none at all.
    guard ground != .ownWish, let given = Period(from: granted.from, to: lastDay ?? granted.from) else { return }
    let right: String
    switch unusedRight(after: given) {
    case .none: return
    case .discharge: right = "støtte ved udskrivning i mindst 6 måneder i alt"
    case .educationStart: right = "støtte ved start på en uddannelse i op til 6 måneder"
    }
    let said = caseFile.stop
    let path = lastDay == nil ? "ophoer.begynderIkke" : "ophoer.sidsteDag"
    report(
      .warning, "stops-a-right",
      "\(CaseLabels.name(of: path)) er \(lastDay.map { "den \($0.danish)" } ?? "true"). Borgeren har ret til \(right).",
      path: path, at: said?.lastDay?.position ?? said?.neverBegins?.position,
      basis: caseFile.support?.kind.flatMap { cite([$0.value.provision]) },
      help: "Se efter, om betingelserne for retten ikke længere er opfyldt, eller om borgeren selv ønsker at stoppe.")
  }
}
