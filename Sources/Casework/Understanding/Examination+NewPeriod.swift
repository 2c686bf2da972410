import Fields

extension Examination {
  /// The period that a new one follows: of those that the case names, the one that ends last.
  mutating func earlierPeriod() -> Period? {
    let support = caseFile.support
    let rows = support?.earlierPeriods ?? []
    if rows.isEmpty {
      reportMissing(
        "mentorstoette.tidligerePerioder", in: support?.position, ["lab-167-1"],
        help: "Skriv første og sidste dag i den periode, som borgeren har fået støtte i.")
    }
    // A row that is incomplete or turned round is reported with the other dates of the case.
    return rows.compactMap(\.period).max { $0.to < $1.to }
  }

  /// The concrete assessment that a new period rests on, in its two parts.
  mutating func assessment() -> Assessment? {
    let decision = caseFile.decision
    let said = decision?.assessment
    let place = said?.position ?? decision?.position
    let reached = require(
      said?.reached, "afgoerelse.vurdering.opnaaet", in: place, ["lab-167-1"],
      help: "Skriv, hvad borgeren har opnået i den tidligere periode. Er der ikke opnået noget, så skriv det.")
    let remaining = require(
      said?.remaining, "afgoerelse.vurdering.resterer", in: place, ["lab-167-1"],
      help: "Skriv, hvad borgeren fortsat har brug for støtte til, og hvorfor.")
    guard let reached, let remaining else { return nil }
    return Assessment(reached: reached, remaining: remaining)
  }
}
