/// The quotation marks that word processors put in the place of straight ones, and that no language of files knows.
package enum CurlyQuote {
  private static let all = "“”„‟‘’‚‛".unicodeScalars.map { Array(String($0).utf8) }

  /// The curly quotation mark that begins at a byte, or nil.
  package static func at(_ offset: Int, in bytes: [UInt8]) -> String? {
    guard offset < bytes.count, bytes[offset] == 0xE2 else { return nil }
    return all.first { bytes[offset...].starts(with: $0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
