/// The window of an envelope: the rectangle of the first page that shows the recipient's address, whole, and nothing else.
///
/// The layouts that Danish print providers ask for come with the print agreement and are not public; a profile is what the
/// letters are made for, and no claim of being official.
public struct EnvelopeWindow: Sendable, Hashable {
  /// What the profile is called.
  public let name: String
  /// Millimetres from the left edge of the sheet.
  public let x: Int
  /// Millimetres from the upper edge.
  public let y: Int
  /// Millimetres.
  public let width: Int
  /// Millimetres.
  public let height: Int
  /// Where the address may begin, in millimetres from the left edge of the sheet: paper moves in its envelope.
  public let textFrom: Int

  /// What `Templates/style/brev.css` makes room for: 90 x 60 mm at 7, 7 mm, as printers blank it to stamp their own.
  public static let danishTopLeft = EnvelopeWindow(
    name: "dk-topleft", x: 7, y: 7, width: 90, height: 60, textFrom: 20)
}
