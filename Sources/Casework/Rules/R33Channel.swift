import Lawbook

extension CaseRule {
  /// R33: decisions go to the citizen by Digital Post, unless the citizen is exempt, BAB § 132.
  ///
  /// The order of 2023 is the first that was read. But that an exempt citizen does not see Digital Post is no question
  /// of law, so a person hears of it whatever the date.
  static let channel = CaseRule("R33", isTimeless: true) { context in
    guard let citizen = context.parts.citizen else { return .incomplete("Borgeren er ikke oplyst.") }
    guard let addressed = context.parts.recipients.first(where: { $0.recipient.role == .citizen }) else {
      return .notApplicable("Borgeren er ikke blandt modtagerne.")
    }
    var path: String { "\(addressed.path).kanal" }
    if let rule = context.entry("R33"), !rule.applies(on: context.date) {
      guard addressed.recipient.channel == .digital, citizen.isExemptFromDigitalPost else {
        return .notApplicable("Reglen om Digital Post er kun bekræftet fra den \(rule.from.danish).")
      }
      return .breached([
        Breach(
          message: "\(CaseLabels.name(of: path)) er Digital Post, men borgeren er fritaget for Digital Post.",
          path: path, position: addressed.position, help: "Vælg kanalen \"papir\".", weight: .concern, provisions: [])
      ])
    }
    switch (addressed.recipient.channel, citizen.isExemptFromDigitalPost) {
    case (.digital, false): return .fulfilled("Afgørelsen sendes i Digital Post.")
    case (.paper, true): return .fulfilled("Borgeren er fritaget for Digital Post og får brevet på papir.")
    case (.paper, false):
      return .breach(
        "\(CaseLabels.name(of: path)) er papir, men borgeren er ikke fritaget for Digital Post.", path: path,
        at: addressed.position,
        help: "Vælg kanalen \"digital\". Er borgeren fritaget, så sig det i borger.fritagetForDigitalPost.")
    case (.digital, true):
      return .breach(
        "\(CaseLabels.name(of: path)) er Digital Post, men borgeren er fritaget for Digital Post.", path: path,
        at: addressed.position, help: "Vælg kanalen \"papir\".")
    }
  }

  /// R34: a decision says unmistakably who issued it, BAB § 133, stk. 2.
  static let issuer = CaseRule("R34") { context in
    context.parts.caseworker == nil
      ? .incomplete("Det er ikke oplyst, hvem der udsteder dokumentet.")
      : .fulfilled("Dokumentet er udstedt af en navngivet sagsbehandler.")
  }
}
