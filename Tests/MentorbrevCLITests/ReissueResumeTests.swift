import Foundation
import Testing

/// A re-issue that is killed and started again ends as one that nobody disturbed.
@Suite struct ReissueResumeTests {
  private static func lines(_ change: (String) -> String) -> Data {
    let good = change(Sample.grant.text.replacing("\n", with: ""))
    return Data((0..<60).map { good.replacing("27.36.00-G01-3001-26", with: "A-\($0)") + "\n" }.joined().utf8)
  }

  @Test func isTheSameAfterBeingKilled() throws {
    let program = try Program()
    try program.write(Self.lines { $0 }, as: "sager.jsonl")
    try program.write(Self.lines { $0.replacing("Poul Ravn", with: "Kim Birk") }, as: "nye.jsonl")
    let order = ["reissue", "nye.jsonl", "--as", "orientering", "--date", "2026-10-05", "--output"]
    #expect(try program.run("issue", "sager.jsonl", "--output", "hel").code == 0)
    _ = try program.shell("cp -rp hel brudt")
    #expect(try program.run(order + ["hel"]).errors.hasSuffix("60 sager: 60 udstedt igen, 0 afvist.\n"))
    for tenths in [3, 9, 20] {
      _ = try program.shell(
        "timeout -s KILL \(Double(tenths) / 10) \"$PROGRAM\" \(order.joined(separator: " ")) brudt --workers 2")
    }
    #expect(try program.run(order + ["brudt", "--workers", "1"]).code == 0)
    // Each run has its own page, and a killed one may have recorded some cases.
    #expect(try program.shell("diff -r -x 'register.*' -x runs hel brudt").output == "")
    let exports = try ["hel", "brudt"].map {
      try program.run("register", "export", "--without-times", "--output", $0).output
    }
    #expect(exports[0] == exports[1])
    #expect(exports[0].contains(#""state":"superseded""#))
    #expect(try program.run(order + ["brudt"]).errors == "60 sager: 0 udstedt igen, 0 afvist, 60 uændret.\n")
  }
}
