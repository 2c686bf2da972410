import Fields

extension CaseFile.Dispatch: InputRecord {
  static let input = InputFields<CaseFile.Dispatch>(
    "forsendelse",
    [
      .integer(
        "nummer", "Forsendelsesnummer", .open, "1 første gang; 2 og op, når det samme brev med vilje sendes igen",
        in: 1...99
      ) { $0.number = $1 },
      .text("titel", "Forsendelsens titel", .open, "Det, der står i borgerens postkasse; intet følsomt") {
        $0.title = $1
      },
      .date("leveresFra", "Leveres fra", .open, "Første dag, borgeren kan se beskeden; højst 12 dage frem") {
        $0.deliverFrom = $1
      },
      .list("bilag", "Bilag", .personal, "Filer, der sendes med brevet; de hentes i mappen --attachments") {
        $1(&$0.attachments)
      },
      .record("moede", "Møde", .personal, "Et møde, som borgeren kan lægge i sin kalender") { $1(&$0.meeting) },
    ])
}

extension CaseFile.Attachment: InputRecord {
  static let input = InputFields<CaseFile.Attachment>(
    "bilag",
    [
      .text("fil", "Bilagets fil", .personal, "Stien under mappen, fx 1042/kort.pdf", required: true) { $0.file = $1 },
      .text("titel", "Bilagets titel", .personal, "Det, borgeren ser; filens navn, når intet er sagt") {
        $0.title = $1
      },
    ])
}

extension CaseFile.Meeting: InputRecord {
  static let input = InputFields<CaseFile.Meeting>(
    "moede",
    [
      .date("dato", "Mødets dato", .personal, "Dagen, som mødet holdes", required: true) { $0.date = $1 },
      .value("fra", "Mødet begynder", .personal, "Klokkeslæt i dansk tid, fx 10:00", required: true) { $0.from = $1 },
      .value("til", "Mødet slutter", .personal, "Klokkeslæt i dansk tid, fx 11:00", required: true) { $0.to = $1 },
      .text("emne", "Mødets emne", .personal, "Overskriften i kalenderen", required: true) { $0.subject = $1 },
      .text("tekst", "Om mødet", .personal, "Hvad mødet handler om", required: true) { $0.text = $1 },
      .text("sted", "Mødested", .personal, "Hvor mødet holdes", required: true) { $0.place = $1 },
    ])
}
