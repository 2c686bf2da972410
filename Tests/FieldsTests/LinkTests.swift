import Fields
import Testing

/// A link is what a browser's address line can hold, and the host is one that can be registered.
@Suite struct LinkTests {
  @Test(arguments: [
    "https://a.dk", "https://www.kommune.dk/post", "https://a-b.c1.dk?x=1", "https://a.dk#b", "https://a.dk:443",
    "https://a.dk:65535/b:c", "https://1.dk/?a:b",
  ])
  func accepts(_ address: String) {
    #expect(Link(address)?.address == address)
  }

  @Test(arguments: [
    "", "https://", "http://a.dk", "HTTPS://a.dk", "https:/a.dk", "https://a", "https://.dk", "https://a..dk",
    "https://a.dk.", "https://-a.dk", "https://a-.dk", "https://a.-dk", "https://a.d", "https://a.12", "https://a_b.dk",
    "https://æ.dk", "https://a.dk:", "https://a.dk:0", "https://a.dk:65536", "https://a.dk:x", "https://a:b@c.dk",
    "https:///a.dk", "https://a.dk:443:1",
  ])
  func refuses(_ address: String) {
    #expect(Link(address) == nil)
  }

  @Test func acceptsLettersDigitsAndSomeSignsOnly() {
    let accepted = (UInt8(0)..<0x80).map { Character(Unicode.Scalar($0)) }.filter { Link("https://a.dk/\($0)") != nil }
    #expect(
      String(accepted)
        == "!#$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~")
  }

  @Test func limitsHostsAndTheirParts() {
    let part = String(repeating: "b", count: 63)
    #expect(Link("https://\(part).dk") != nil)
    #expect(Link("https://b\(part).dk") == nil)
    let host = "\(part).\(part).\(part).\(part.dropFirst(3))"
    #expect(host.utf8.count == 252)
    #expect(Link("https://b\(host)") == nil)
    #expect(Link("https://\(host)b") != nil)
    #expect(Link("https://\(host)bb") == nil)
  }
}
