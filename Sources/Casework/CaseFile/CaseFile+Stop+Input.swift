import Fields

extension CaseFile.Stop: InputRecord {
  static let input = InputFields<CaseFile.Stop>(
    "ophoer",
    [
      .date("sidsteDag", "Sidste dag", .open, "Sidste dag med støtte; ikke når støtten aldrig begynder") {
        $0.lastDay = $1
      },
      .boolean("begynderIkke", "Begynder ikke", .open, "Om støtten stopper, før den begynder") { $0.neverBegins = $1 },
      .choice("grundlag", "Grundlag", .personal, "Hvad der gør, at en bevilget støtte kan stoppe", required: true) {
        $0.ground = $1
      },
      .text(
        "videre", "Det videre forløb", .personal, "Hvad der sker nu, og hvilken anden hjælp der er taget stilling til",
        form: .lines, basis: "retssikkerhedsloven § 7 a", required: true
      ) { $0.next = $1 },
    ])
}
