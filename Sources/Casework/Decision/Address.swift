public import Fields

/// A Danish postal address (*adresse*).
public struct Address: Sendable, Hashable {
  /// Street, number, floor and door.
  public var street: String
  /// Four digits.
  public var postcode: String
  /// The postal district.
  public var city: String

  /// Creates an address.
  public init(street: String, postcode: String, city: String) {
    self.street = street
    self.postcode = postcode
    self.city = city
  }

  /// The fields of an authority's or a company's address, which anyone may read.
  public static let openFields = fields(.open)
  /// The fields of a person's address.
  public static let personalFields = fields(.personal)

  private static func fields(_ secrecy: Secrecy) -> Fields<Address> {
    Fields("adresse") {
      Field.text("vej", "Vej og husnummer", secrecy) { $0.street }
      Field.text("postnummer", "Postnummer", secrecy) { $0.postcode }
      Field.text("by", "By", secrecy) { $0.city }
    }
  }
}
