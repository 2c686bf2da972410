public import Fields

extension ComplaintDeadline {
  /// The fields that templates read.
  public static let fields = Fields<ComplaintDeadline>("klage") {
    Field.value("modtagelsesdag", "Modtagelsesdag", \.received)
    Field.value("sidsteDag", "Sidste dag for klage") { $0.lastDay }
    Field.value("kanal", "Hvordan borgeren modtager afgørelsen", \.channel)
    Field.value("loeberFra", "Hvad klagefristen løber fra", \.start)
  }
}
