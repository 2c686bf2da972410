import Diagnostics
import Foundation
import Testing

/// Lines of JSON for machines: any text comes back as it was, and no control reaches a terminal.
@Suite struct JSONLineTests {
  @Test func keepsTheOrderAndNests() {
    var inner = JSONLine()
    inner.add("tal", 7)
    inner.add("findes", nil as String?)
    var line = JSONLine()
    line.add("z", "før")
    line.add("a", inner)
    line.add("rækker", [inner, JSONLine()])
    line.add("ord", words: ["et", "\"to\""])
    line.add("sandt", literal: "true")
    #expect(
      line.text == #"{"z":"før","a":{"tal":7},"rækker":[{"tal":7},{}],"ord":["et","\"to\""],"sandt":true}"#)
    #expect(JSONLine().text == "{}")
  }

  @Test func escapesWhatCannotStandAsItIs() {
    var line = JSONLine()
    line.add("t", "\" \\ / \n \r \t \u{0} \u{1F} \u{7F} \u{80} \u{9F} \u{A0} § æ € 🙂")
    #expect(
      line.text
        == #"{"t":"\" \\ / \n \r \t \u0000 \u001f \u007f \u0080 \u009f "# + "\u{A0} § æ € 🙂\"}")
  }

  @Test func addsToOtherLines() {
    var line = JSONLine()
    line.add("æ\"", utf8: Array("b\\".utf8))
    var lines = Array("x".utf8)
    line.append(to: &lines)
    #expect(String(decoding: lines, as: UTF8.self) == #"x{"æ\"":"b\\"}"#)
    #expect(line.bytes == Array(lines.dropFirst()))
  }

  /// Long and short, with an escape here and there or everywhere: a reader that is not ours gets back what was written.
  @Test(arguments: [0, 1, 7, 400, 1100, 5000])
  func comesBackAsItWas(_ length: Int) throws {
    let scalars = (0...0x17F).map { Unicode.Scalar(UInt16($0))! } + ["€", "\u{2028}", "🙂"]
    for step in [1, 3, 64, 386] {
      var text = ""
      for place in 0..<length {
        text.unicodeScalars.append(place.isMultiple(of: step) ? scalars[place * 31 % scalars.count] : "n")
      }
      var line = JSONLine()
      line.add("t", text)
      line.add("u", utf8: Array(text.utf8))
      let read = try JSONDecoder().decode([String: String].self, from: Data(line.bytes))
      #expect(read["t"].map { Array($0.utf8) } == Array(text.utf8))
      #expect(read["u"].map { Array($0.utf8) } == Array(text.utf8))
      #expect(line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }
  }
}
