extension CaseRule {
  /// R33: decisions go to the citizen by Digital Post, unless the citizen is exempt, BAB § 132.
  static let channel = CaseRule("R33") { context in
    guard let citizen = context.parts.citizen else { return .incomplete("Borgeren er ikke oplyst.") }
    guard let addressed = context.parts.recipients.first(where: { $0.recipient.role == .citizen }) else {
      return .notApplicable("Borgeren er ikke blandt modtagerne.")
    }
    let path = "\(addressed.path).kanal"
    switch (addressed.recipient.channel, citizen.isExemptFromDigitalPost) {
    case (.digital, false): return .fulfilled("Afgørelsen sendes i Digital Post.")
    case (.paper, true): return .fulfilled("Borgeren er fritaget for Digital Post og får brevet på papir.")
    case (.paper, false):
      return .breach(
        "\(CaseLabels.name(of: path)) er papir, men borgeren er ikke fritaget for Digital Post.", path: path,
        at: addressed.position,
        help: "Vælg kanalen \"digital\". Er borgeren fritaget, så skriv \"fritagetForDigitalPost\": true under borger.")
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
