public import Fields

/// The stop of granted support before its period ends (*ophør*).
public struct Stop: Sendable, Hashable {
  /// The period that was granted.
  public var granted: Period
  /// The last day of support; nil when it stops before it begins.
  public var lastDay: CalendarDate?
  /// What allows the stop of a favourable decision.
  public var ground: StopGround
  /// What happens next, RSL § 7 a.
  public var next: String

  /// Creates a stop.
  public init(granted: Period, lastDay: CalendarDate?, ground: StopGround, next: String) {
    self.granted = granted
    self.lastDay = lastDay
    self.ground = ground
    self.next = next
  }

  /// The fields that templates read.
  public static let fields = Fields<Stop>("ophoer") {
    Field.record("bevilget", "Den bevilgede periode", Period.fields, \.granted)
    Field.optionalValue("sidsteDag", "Sidste dag med støtte", \.lastDay)
    Field.value("grundlag", "Grundlaget for at stoppe støtten", \.ground, .personal)
    Field.text("videre", "Hvad der sker nu", \.next, .personal)
  }
}

/// What allows a support that was granted to be stopped (grundlag): a favourable decision binds, so that either facts have
/// changed, or the citizen wishes it, or the law lets it be revoked.
public enum StopGround: String, ChoiceValue {
  /// The facts have changed since the grant.
  case changedFacts = "aendredeForhold"
  /// The citizen wishes it.
  case ownWish = "egetOenske"
  /// The grant is revoked.
  case revocation = "tilbagekaldelse"

  /// The choice's name.
  public static let choiceName = "ophoersgrundlag"

  /// What the word means.
  public var label: String {
    switch self {
    case .changedFacts: "ændrede forhold"
    case .ownWish: "borgerens eget ønske"
    case .revocation: "tilbagekaldelse"
    }
  }
}
