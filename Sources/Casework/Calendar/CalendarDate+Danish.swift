import Fields

extension CalendarDate {
  /// As a Danish sentence says it: `21. november 2026`.
  package var danish: String {
    let (year, month, day) = parts
    return "\(day). \(Self.danishName(ofMonth: month)) \(year)"
  }
}

extension WorkingTime {
  /// As a Danish sentence says it: `2 timer og 30 minutter`, `ingen timer`.
  var danish: String {
    if minutes == 0 { return "ingen timer" }
    let (hours, rest) = (minutes / 60, minutes % 60)
    let hourText = hours == 1 ? "1 time" : "\(hours) timer"
    let minuteText = rest == 1 ? "1 minut" : "\(rest) minutter"
    if rest == 0 { return hourText }
    return hours == 0 ? minuteText : "\(hourText) og \(minuteText)"
  }
}
