extension CaseRule {
  /// R29: the law's word for who decides changed on 1 February 2026; free texts may still hold the old one.
  ///
  /// Templates take the word from the lawbook. Before the change the newer word was correct too, so only the older
  /// one is looked for. A unit may go on being called Jobcenter.
  static let actorWord = CaseRule("R29") { context in
    guard context.term("aktoer") == "kommunen" else {
      return .notApplicable("Begge ord kan bruges i afgørelser af denne dato.")
    }
    var breaches: [Breach] = []
    for text in context.texts(with: .jobcentre) {
      // Both spellings are correct; with an s they are genitives.
      guard let word = ["jobcenteret", "jobcentret"].first(where: text.mentions) else { continue }
      breaches.append(
        Breach(
          text,
          "bruger ordet \"\(word)\". Fra 1. februar 2026 er lovens ord \"kommunen\" (sandsynligt).",
          help: "Skriv \"kommunen\".", weight: .concern))
    }
    return breaches.isEmpty ? .fulfilled("Fritekster bruger ikke ordet \"jobcenteret\".") : .breached(breaches)
  }

  /// R30: paragraph numbers change with time. The templates take them from the lawbook; free texts cannot be checked.
  static let paragraphNumbers = CaseRule("R30") { context in
    let found = context.texts(with: .paragraph)
    if found.isEmpty {
      return .fulfilled(
        "Brevets henvisninger kommer fra lovbogen for afgørelsens dato. Fritekster nævner ingen paragraffer.")
    }
    return .breached(
      found.map {
        Breach(
          $0, "nævner en paragraf. Nummeret kan ikke kontrolleres mod lovbogen.",
          help: "Se efter, om nummeret gælder den \(context.date.danish), eller overlad henvisningen til brevet.",
          weight: .concern)
      })
  }
}
