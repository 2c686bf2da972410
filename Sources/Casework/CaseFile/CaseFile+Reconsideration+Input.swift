import Fields

extension CaseFile.Reconsideration: InputRecord {
  static let input = InputFields<CaseFile.Reconsideration>(
    "genvurdering",
    [
      .date("klageModtaget", "Klagen modtaget", .personal, "Dagen, hvor klagen er modtaget", required: true) {
        $0.received = $1
      },
      .date(
        "afgoerelsesdato", "Den påklagede afgørelses dato", .personal, "Datoen på den afgørelse, der er klaget over",
        required: true
      ) { $0.decisionDate = $1 },
      .text("klage", "Klagen", .personal, "Det, der er klaget over", form: .lines) { $0.complaint = $1 },
      .choice(
        "udfald", "Udfald", .personal, "Hvad genvurderingen er endt med",
        basis: "bekendtgørelse nr. 861 af 19. juni 2025 §§ 11-13", required: true
      ) { $0.outcome = $1 },
      .date("klagefrist", "Klagefristens sidste dag", .personal, "Sidste dag i klagefristen", basis: "RSL § 67") {
        $0.lastDay = $1
      },
      .date(
        "forsinkelseMeddelt", "Forsinkelse meddelt", .personal,
        "Dagen, hvor borgeren har fået besked om, at genvurderingen tager længere tid",
        basis: "bekendtgørelse nr. 861 af 19. juni 2025 § 11, stk. 2"
      ) { $0.delayTold = $1 },
    ])
}
