public import Fields

/// Who answers for personal data in a contract (datarolle).
///
/// Which it is depends on the task; the parties decide it, and the contract says it.
public enum DataRole: String, ChoiceValue {
  /// The counterpart is a controller of its own, as a company that knows little about the person.
  case controller = "selvstaendig"
  /// The counterpart is the municipality's processor, as a firm that writes about many persons for the municipality.
  case processor = "databehandler"
  /// The mentor is employed by the municipality, which is the controller.
  case municipality = "kommunen"

  /// The choice's name in templates.
  public static let choiceName = "datarolle"

  /// What the word means.
  public var label: String {
    switch self {
    case .controller: "selvstændig dataansvarlig"
    case .processor: "databehandler for kommunen"
    case .municipality: "en del af kommunen"
    }
  }
}

/// What a contract says about VAT (moms).
public enum VATTerms: String, ChoiceValue {
  /// Nothing is said: the amounts are without VAT, which is added where the service is liable to it.
  case unsaid = "ikkeAftalt"
  /// No VAT is added.
  case none = "uden"
  /// VAT is added to the amounts.
  case added = "tillaegges"
  /// The amounts hold VAT.
  case included = "inkluderet"

  /// The choice's name in templates.
  public static let choiceName = "moms"

  /// What the word means.
  public var label: String {
    switch self {
    case .unsaid: "uden moms, som lægges til, hvis ydelsen er momspligtig"
    case .none: "der lægges ikke moms til"
    case .added: "moms lægges til"
    case .included: "med moms"
    }
  }
}

/// Whether hours can be moved from one week to another (timeflytning).
public enum HoursMoving: String, ChoiceValue {
  /// When the municipality has agreed.
  case byConsent = "efterAftale"
  /// Within a calendar month.
  case month = "maaned"
  /// Not at all.
  case never = "ikke"

  /// The choice's name in templates.
  public static let choiceName = "timeflytning"

  /// What the word means.
  public var label: String {
    switch self {
    case .byConsent: "når kommunen er enig"
    case .month: "inden for en kalendermåned"
    case .never: "kan ikke flyttes"
    }
  }
}

/// How a wage cost was found (loengrundlag), BAB §§ 123-127.
public enum WageBasis: String, ChoiceValue {
  /// From the payroll: what the mentor's hour really costs.
  case payroll = "loensystem"
  /// An average over several mentors, or a flat rate: not allowed for employees.
  case average = "gennemsnit"

  /// The choice's name in templates.
  public static let choiceName = "loengrundlag"

  /// What the word means.
  public var label: String {
    switch self {
    case .payroll: "mentorens egen løn i lønsystemet"
    case .average: "et gennemsnit eller en fast takst"
    }
  }
}

/// How a counterpart gets its grant (bevillingskanal).
public enum GrantChannel: String, ChoiceValue {
  /// The self-service system of employers.
  case vitas
  /// Digital Post.
  case digitalPost
  /// A paper letter.
  case paper = "papir"

  /// The choice's name in templates.
  public static let choiceName = "bevillingskanal"

  /// What the word means.
  public var label: String {
    switch self {
    case .vitas: "VITAS"
    case .digitalPost: "Digital Post"
    case .paper: "brev på papir"
    }
  }
}

/// How the counterpart gets the grant that a contract rests on, as papers say it (bevillingsvej).
public enum GrantPath: String, ChoiceValue {
  /// A company, in the self-service system of employers, BAB § 136, stk. 4.
  case vitas
  /// An employer, in Digital Post.
  case digitalPost
  /// An employer, in a paper letter.
  case paper = "papir"
  /// Nothing is settled, or there is no such grant.
  case unsettled = "ikkeBestemt"

  /// The choice's name in templates.
  public static let choiceName = "bevillingsvej"

  /// What the word means.
  public var label: String {
    switch self {
    case .vitas: "VITAS"
    case .digitalPost: "Digital Post"
    case .paper: "brev på papir"
    case .unsettled: "ikke bestemt"
    }
  }

  /// The path of a counterpart's grant: as the case says it, which for a company is VITAS unless a rule was set aside.
  ///
  /// No provision says where an institution approves its grant.
  init(of relation: ContractRelationKind, _ channel: GrantChannel?) {
    switch (relation, channel) {
    case (.external, _), (.municipality, _): self = .unsettled
    case (_, .digitalPost): self = .digitalPost
    case (_, .paper): self = .paper
    case (.company, _): self = .vitas
    case (.educationInstitution, _): self = .unsettled
    }
  }
}
