public import Fields

/// A framework agreement with a company or an institution about places with mentor support (*rammeaftale*), such as a
/// *virksomhedscenter*: places, hours per place, price, and who decides who gets a place.
public struct FrameworkAgreement: ContractModel {
  /// `rammeaftale`.
  public static let kind = DocumentKind.framework
  /// The fields of a case that it is made of.
  public static let inputs = ContractHead.inputs + ContractTerms.inputs + ["kontrakt.ramme"]

  /// Parties, day, mentor, and the effort for each place.
  public var head: ContractHead
  /// What is agreed besides.
  public var terms: ContractTerms
  /// How places are filled.
  public var framework: PlaceFramework

  /// The fields that templates read.
  public static let fields = Fields<FrameworkAgreement>("rammeaftale") {
    Field.all(of: ContractHead.fields, \.head)
    Field.record("vilkaar", "Vilkår", ContractTerms.fields, \.terms)
    Field.record("ramme", "Ramme", PlaceFramework.fields, \.framework)
  }

  /// Makes the agreement of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<FrameworkAgreement> {
    Examination.contracts(request, rules: CaseRule.ofFrameworks) { examination, parts in
      let framework = examination.framework()
      let terms = examination.contractTerms(&parts)
      guard let terms, let framework else { return nil }
      return { FrameworkAgreement(head: $0, terms: terms, framework: framework) }
    }
  }
}

/// How the places of a framework agreement are filled (*ramme*).
public struct PlaceFramework: Sendable, Hashable {
  /// How many places.
  public var places: Int
  /// How the municipality decides who gets a place, in words of the parties.
  public var admission: String?
  /// Days in which the counterpart answers.
  public var answerDays: Int

  /// Creates a framework.
  public init(places: Int, admission: String? = nil, answerDays: Int = 5) {
    self.places = places
    self.admission = admission
    self.answerDays = answerDays
  }

  /// The fields that templates read.
  public static let fields = Fields<PlaceFramework>("ramme") {
    Field.value("pladser", "Antal pladser", \.places)
    Field.optionalText("visitation", "Visitation", \.admission)
    Field.value("svarfristDage", "Svarfrist i dage", \.answerDays)
  }
}

extension Examination {
  /// The framework: with an employer, and with hours that are set for places, never for a person, LAB § 169, stk. 4.
  mutating func framework() -> PlaceFramework? {
    checkEmployer(of: "rammeaftale om pladser")
    let contract = caseFile.contract
    let places = require(
      contract?.places, "kontrakt.pladser", in: contract?.position, ["lab-169-4"],
      help: "Skriv, hvor mange pladser rammeaftalen gælder. Timetallet i mentorstoette.timetal er for hver plads.")
    let said = contract?.framework
    return places.map {
      PlaceFramework(
        places: $0, admission: said?.admission?.value, answerDays: said?.answerDays?.value ?? 5)
    }
  }
}
