public import Fields

/// What an hour of mentoring costs (*timesats*), BAB §§ 123-127.
public enum HourlyRate: Sendable, Hashable {
  /// The actual wage cost of an hour, in one amount.
  case whole(Amount)
  /// The actual wage cost of an hour, part by part.
  case split(WageParts)
  /// The fee of an external consultant, LAB §§ 169 and 170.
  case fee(Amount)

  /// How the rate is made up.
  public var form: RateForm {
    switch self {
    case .whole: .whole
    case .split: .split
    case .fee: .fee
    }
  }

  /// The amount for an hour.
  public var amount: Amount {
    switch self {
    case .whole(let amount), .fee(let amount): amount
    case .split(let parts): parts.total
    }
  }

  /// The parts, when the rate is split.
  public var parts: WageParts? {
    if case .split(let parts) = self { parts } else { nil }
  }

  /// The fields that templates read.
  public static let fields = Fields<HourlyRate>("timesats") {
    Field.value("form", "Satsens form") { $0.form }
    Field.value("beloeb", "Beløb i timen") { $0.amount }
    Field.optionalRecord("opdeling", "Opdeling", WageParts.fields) { $0.parts }
  }
}

/// The parts of an hour's wage cost (*løndele*): what may be counted, and nothing else.
public struct WageParts: Sendable, Hashable {
  /// The wage itself.
  public var wage: Amount
  /// Holiday pay.
  public var holidayPay: Amount?
  /// Pension contributions.
  public var pension: Amount?
  /// Other contributions of the employer.
  public var contributions: EmployerContributions?

  /// Creates parts from the wage itself.
  public init(wage: Amount) { self.wage = wage }

  /// All parts together.
  public var total: Amount {
    Amount(oere: wage.oere + (holidayPay?.oere ?? 0) + (pension?.oere ?? 0) + (contributions?.amount.oere ?? 0))
  }

  /// The fields that templates read.
  public static let fields = Fields<WageParts>("loendele") {
    Field.value("grundloen", "Løn", \.wage)
    Field.optionalValue("feriepenge", "Feriepenge", \.holidayPay)
    Field.optionalValue("pension", "Pensionsbidrag", \.pension)
    Field.optionalRecord("andreBidrag", "Andre arbejdsgiverbidrag", EmployerContributions.fields, \.contributions)
  }
}

/// Contributions of the employer besides holiday pay and pension (*andre arbejdsgiverbidrag*).
public struct EmployerContributions: Sendable, Hashable {
  /// The amount for an hour.
  public var amount: Amount
  /// Which contributions they are: overhead and transport are none.
  public var words: String

  /// Creates contributions.
  public init(amount: Amount, words: String) {
    self.amount = amount
    self.words = words
  }

  /// The fields that templates read.
  public static let fields = Fields<EmployerContributions>("arbejdsgiverbidrag") {
    Field.value("beloeb", "Beløb i timen", \.amount)
    Field.text("tekst", "Hvilke bidrag", \.words)
  }
}

/// How a rate is made up (satsform).
public enum RateForm: String, ChoiceValue {
  /// One amount.
  case whole = "samlet"
  /// Wage, holiday pay, pension, other contributions.
  case split = "opdelt"
  /// A fee.
  case fee = "honorar"

  /// The choice's name in templates.
  public static let choiceName = "satsform"

  /// What the word means.
  public var label: String {
    switch self {
    case .whole: "lønomkostning i ét beløb"
    case .split: "lønomkostning i dele"
    case .fee: "honorar"
    }
  }

  /// A split rate has its parts.
  public var implies: [String] { self == .split ? ["opdeling"] : [] }
}
