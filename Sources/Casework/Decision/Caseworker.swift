public import Fields

/// The person who issues the document (*sagsbehandler*), BAB § 133, stk. 2.
public struct Caseworker: Sendable, Hashable {
  /// The person's name, which stands instead of a signature.
  public var name: String
  /// The person's title.
  public var title: String?
  /// A direct telephone number.
  public var phone: String?
  /// A mail address.
  public var email: String?

  /// Creates a caseworker.
  public init(name: String, title: String? = nil, phone: String? = nil, email: String? = nil) {
    self.name = name
    self.title = title
    self.phone = phone
    self.email = email
  }

  /// The fields that templates read.
  public static let fields = Fields<Caseworker>("sagsbehandler") {
    Field.text("navn", "Sagsbehandlerens navn", \.name)
    Field.optionalText("titel", "Titel", \.title)
    Field.optionalText("telefon", "Direkte telefon", \.phone)
    Field.optionalText("email", "E-mail", \.email)
  }
}
