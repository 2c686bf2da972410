public import Fields

/// What a citizen still has of a right to support when a period ends (*rest af en ret*), LAB § 167, stk. 2 and 3.
public enum UnusedRight: String, ChoiceValue {
  /// Nothing: the support is no right, or the right has been used.
  case none = "ingen"
  /// Support around a discharge has lasted less than six months in all.
  case discharge = "udskrivning"
  /// The six months from the first use of the right at the start of an education are not over.
  case educationStart = "uddannelsesstart"

  /// The choice's name in templates.
  public static let choiceName = "rest-af-ret"

  /// What the word means.
  public var label: String {
    switch self {
    case .none: "ingen rest"
    case .discharge: "resten af retten ved udskrivning"
    case .educationStart: "resten af retten ved start på en uddannelse"
    }
  }
}

extension Examination {
  /// What is left of the citizen's right when the support ends with a period.
  func unusedRight(after period: Period) -> UnusedRight {
    switch caseFile.support?.kind?.value ?? .ordinary {
    case .ordinary: .none
    case .discharge: DischargeSpan(period, in: caseFile.support).isShort ? .discharge : .none
    // The right began in 2022.
    case .educationStart:
      cite([SupportKind.educationStart.provision]) != nil && EducationSpan(period, in: caseFile.support).isShort
        ? .educationStart : .none
    }
  }
}
