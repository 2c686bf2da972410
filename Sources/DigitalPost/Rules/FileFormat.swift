/// The formats that Digital Post takes.
enum FileFormat {
  /// The type of a file by the end of its name.
  static let known: [String: String] = [
    "pdf": "application/pdf", "html": "text/html", "txt": "text/plain", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "rtf": "application/msword",
    "bmp": "image/bmp", "gif": "image/gif", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
    "tif": "image/tiff", "tiff": "image/tiff", "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
  ]

  /// What files of some formats begin with.
  static let beginnings: [String: [[UInt8]]] = [
    "pdf": [Array("%PDF-".utf8)],
    "png": [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]],
    "jpg": [[0xFF, 0xD8, 0xFF]], "jpeg": [[0xFF, 0xD8, 0xFF]],
    "gif": [Array("GIF8".utf8)],
    "bmp": [Array("BM".utf8)], "rtf": [Array("{\\rtf".utf8)],
    "tif": [tiff, bigEndianTIFF], "tiff": [tiff, bigEndianTIFF],
    "doc": [compound], "xls": [compound],
    "docx": [zip], "xlsx": [zip], "odt": [zip], "ods": [zip],
  ]

  private static let zip = Array("PK\u{3}\u{4}".utf8)
  private static let tiff: [UInt8] = [0x49, 0x49, 0x2A, 0]
  private static let bigEndianTIFF: [UInt8] = [0x4D, 0x4D, 0, 0x2A]
  /// What Word and Excel wrote until 2007.
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What follows the last full stop of a name, in small letters; empty when there is none.
  static func suffix(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// How many bytes may be sent, before they are written in base64.
struct SizeLimit {
  let bytes: Int
  let name: String

  /// In a message: 99.5 MB of base64, with room for the envelope.
  static let message = SizeLimit(bytes: 71 << 20, name: "en besked i Digital Post")
  /// In an order to print.
  static let print = SizeLimit(bytes: 7 << 20, name: "et brev til print")

  /// What is wrong with so many bytes.
  func problem(_ count: Int) -> MessageProblem? {
    guard count > bytes else { return nil }
    return MessageProblem(
      .all, "fylder \(Self.mebibytes(count)) MiB, og der er plads til \(bytes >> 20) MiB i \(name).",
      help: "Fjern bilag, eller gør dem mindre.")
  }

  /// With one decimal, rounded up: what is too much never looks as if it fitted.
  private static func mebibytes(_ count: Int) -> String {
    let tenths = (count * 10 + (1 << 20) - 1) >> 20
    return "\(tenths / 10),\(tenths % 10)"
  }
}
