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

  /// The fields that templates read.
  ///
  /// A shape has one secrecy wherever it is used, and a person's address is personal. An authority's address thereby
  /// counts as personal too, which costs nothing: only a title is closed to it.
  public static let fields = Fields<Address>("adresse") {
    Field.text("vej", "Vej og husnummer", \.street, .personal)
    Field.text("postnummer", "Postnummer", \.postcode, .personal)
    Field.text("by", "By", \.city, .personal)
  }
}
