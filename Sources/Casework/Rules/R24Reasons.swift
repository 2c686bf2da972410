extension CaseRule {
  /// R24: a decision that does not give the citizen everything has its reasons, FVL §§ 22 and 24. Their rule is printed
  /// from the lawbook; facts and considerations are mandatory fields.
  static let reasons = CaseRule("R24") { context in
    context.isMissing("afgoerelse.begrundelse")
      ? .incomplete("Faktum eller hensyn mangler i begrundelsen.")
      : .fulfilled("Begrundelsen har faktum og hensyn, og brevet viser reglen.")
  }

  /// R24a: a service level and the municipality's money are no reason for a decision about one person.
  ///
  /// Support that the citizen has a right to (LAB § 167, stk. 2) cannot be refused, cut or stopped for them. For other
  /// support a person must look: whether it is the only ground cannot be seen from the words.
  static let serviceLevelReason = CaseRule("R24a") { context in
    let isBurdensome = context.parts.isBurdensome
    var found = context.texts(with: .serviceLevel)
    if isBurdensome {
      found += context.freeTexts.filter { text in
        text.isReason && !text.signs.contains(.serviceLevel) && moneyWords.contains(where: text.mentions)
      }
    }
    if found.isEmpty {
      return .fulfilled("Ingen tekst begrunder afgørelsen med serviceniveau eller kommunens økonomi.")
    }
    let isRight = isBurdensome && context.caseFile.support?.kind?.value.isRight == true
    return .breached(
      found.map { text in
        let subject = text.signs.contains(.serviceLevel) ? "serviceniveauet" : "kommunens økonomi"
        let isRefused = isRight && text.isReason
        return Breach(
          text,
          "nævner \(subject). "
            + (isRefused
              ? "Borgeren har ret til støtten, og den kan ikke afslås, nedsættes eller stoppes af den grund."
              : "Det kan ikke begrunde en afgørelse om den enkelte borger."),
          help: "Begrund afgørelsen med borgerens eget behov.",
          weight: isRefused ? .necessity : .concern,
          provisions: isRefused ? ["lab-167-2"] : ["lab-167-1", "fvl-24"])
      })
  }

  /// Words about the authority's money; a citizen's own budget is another matter.
  private static let moneyWords = [
    "kommunens økonomi", "vores økonomi", "økonomiske ramme", "økonomiske hensyn", "økonomiske grunde",
    "økonomiske årsager", "budgettet", "budgetramme", "budgetmæssig", "kommunens budget", "vores budget", "besparelse",
    "spareplan", "vi har ikke råd", "kommunen har ikke råd", "vi ikke råd", "kommunen ikke råd", "vi har ikke penge",
    "kommunen har ikke penge", "vi ikke penge", "kommunen ikke penge", "bevillingsramme",
  ]
}

extension CaseText {
  /// Whether the letter prints it as a reason.
  var isReason: Bool { Self.reasonPaths.contains(path) }

  private static let reasonPaths = [
    "afgoerelse.begrundelse.faktum", "afgoerelse.begrundelse.hensyn", "egenTekst.begrundelse",
    "standardtekst.begrundelse",
  ]
}
