import Fields

extension CaseFile.MentorChange: InputRecord {
  static let input = InputFields<CaseFile.MentorChange>(
    "mentorskifte",
    [
      .date("fra", "Fra", .personal, "Den nye mentors første dag", required: true) { $0.from = $1 },
      .date(
        "bevillingsdato", "Bevillingens dato", .personal, "Datoen på den afgørelse, som stadig gælder", required: true
      ) { $0.grantDate = $1 },
      .text("tidligereMentor", "Tidligere mentor", .personal, "Navnet på den mentor, der stopper") {
        $0.formerMentor = $1
      },
      .text("aarsag", "Årsag", .personal, "Hvorfor borgeren får en anden mentor", form: .lines) { $0.reason = $1 },
      .boolean(
        "foerste", "Første mentor", .personal,
        "Om det er borgerens første mentor, som bevillingen sagde, at der ville komme besked om"
      ) { $0.isFirst = $1 },
    ])
}
