import Diagnostics
import Fields
import Templating
import Testing

/// A small generator with a fixed seed, so that a failure repeats.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

@Suite struct EscapingTests {
  private static let hostile = #"<script>alert("x")</script> & ]]> ' {borger.cpr} {{x}} </p><!-- `"#

  @Test func printsHostileTextAsText() throws {
    var letter = Letter()
    letter.number = Self.hostile
    #expect(
      try compile(body: "<p>{nummer}</p>").body(letter)
        == "<p>&lt;script&gt;alert(\"x\")&lt;/script&gt; &amp; ]]&gt; ' {borger.cpr} {{x}} &lt;/p&gt;&lt;!-- `</p>")
    #expect(
      try compile(body: "<p title=\"{nummer}\">x</p>").body(letter)
        == "<p title=\"&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; ]]&gt; ' {borger.cpr} {{x}} &lt;/p&gt;&lt;!-- `\">x</p>"
    )
    let record = try compile(document: xml("<a n=\"{nummer}\">{nummer}</a>"), output: .xml)
    #expect(record.text(letter).contains("]]&gt;"))
    #expect(!record.text(letter).contains("<script"))
  }

  @Test func cannotLeaveAnAttributeThroughAFormatter() throws {
    var letter = Letter()
    letter.cpr = "\" onclick="
    letter.number = "\" x=\"y"
    #expect(
      try compile(body: "<p title=\"{cpr | cpr} {nummer | stor}\">x</p>").body(letter)
        == "<p title=\"&quot; onclick= &quot; x=&quot;y\">x</p>")
  }

  @Test func encodesNumbersAndAddressesInLinks() throws {
    let template = try compile(body: "<p><a href=\"tel:{nummer}\">a</a> <a href=\"mailto:{nummer}\">b</a></p>")
    var letter = Letter()
    letter.number = "+45 20 30\"40&?x=%æ"
    #expect(
      template.body(letter)
        == "<p><a href=\"tel:+452030%2240%26%3Fx%3D%25%C3%A6\">a</a> <a href=\"mailto:+452030%2240%26%3Fx%3D%25%C3%A6\">b</a></p>"
    )
  }

  @Test func printsALinkWithItsAmpersandsEscaped() throws {
    var letter = Letter()
    letter.link = Link("https://kommune.example/a?b=c&d=e#f")
    #expect(
      try compile(body: "<p t:if=\"adresse\"><a href=\"{adresse}\">{adresse}</a></p>").body(letter)
        == "<p><a href=\"https://kommune.example/a?b=c&amp;d=e#f\">https://kommune.example/a?b=c&amp;d=e#f</a></p>")
  }

  @Test func keepsLineFeedsInAttributes() throws {
    var letter = Letter()
    letter.number = "a\nb\tc\rd"
    #expect(
      try compile(document: xml("<a n=\"{nummer}\">{nummer}</a>"), output: .xml).text(letter)
        .contains("<a xmlns=\"urn:x\" n=\"a&#10;b&#9;c&#13;d\">a\nb\tc&#13;d</a>"))
    #expect(try compile(body: "<p>{nummer | linjer}</p>").body(letter) == "<p>a<br>\nb\tc&#13;d</p>")
  }

  /// The fast path looks at eight bytes at once: every length and offset, against an escaper that looks at one.
  @Test func agreesWithAnEscaperThatIsObviouslyRight() throws {
    let text = try compile(body: "<p>{nummer}</p>")
    let attribute = try compile(body: "<p title=\"{nummer}\">x</p>")
    let lines = try compile(body: "<p>{nummer | linjer}</p>")
    let alphabet = Array("abcdefgh&<>\"'\u{1F}\u{7F}æøå–€😀 \t\n\r{}]!=?@").map(String.init)
    var dice = Dice(state: 27)
    for length in 0..<400 {
      let plain = Int.random(in: 1...12, using: &dice)
      let value = (0..<length % 70 + 1).map { _ in
        Int.random(in: 0..<plain, using: &dice) == 0 ? alphabet.randomElement(using: &dice)! : "x"
      }.joined()
      var letter = Letter()
      letter.number = value
      #expect(text.body(letter) == "<p>\(Self.naive(value, isAttribute: false))</p>")
      #expect(attribute.body(letter) == "<p title=\"\(Self.naive(value, isAttribute: true))\">x</p>")
      #expect(
        lines.body(letter) == "<p>\(Self.naive(value, isAttribute: false).replacing("\n", with: "<br>\n"))</p>")
    }
  }

  @Test func findsEachSpecialCharacterAtEachOffset() throws {
    let template = try compile(body: "<p title=\"{nummer}\">x</p>")
    for special in ["&", "<", ">", "\"", "\n", "\r", "\t"] {
      for before in 0..<20 {
        for after in [0, 1, 7, 8, 9] {
          var letter = Letter()
          letter.number = String(repeating: "ø", count: before) + special + String(repeating: "z", count: after)
          #expect(template.body(letter) == "<p title=\"\(Self.naive(letter.number, isAttribute: true))\">x</p>")
        }
      }
    }
  }

  private static func naive(_ text: String, isAttribute: Bool) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\r": "&#13;"
      case "\"" where isAttribute: "&quot;"
      case "\n" where isAttribute: "&#10;"
      case "\t" where isAttribute: "&#9;"
      default: String(scalar)
      }
    }.joined()
  }
}
