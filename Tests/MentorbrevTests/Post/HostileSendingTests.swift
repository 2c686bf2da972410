import Diagnostics
import DigitalPost
import Foundation
import Templating
import Testing
import XMLTree

@testable import Mentorbrev

/// What would be refused far away, days later, is refused here, by the field that caused it.
@Suite struct HostileSendingTests {
  private func expect(_ post: PostCase, says: [String]) throws {
    #expect(try post.says() == says)
    #expect(try post.result().messages.isEmpty)
  }

  @Test func aTitleOverTheLimit() throws {
    try expect(
      PostCase.grant().with("forsendelse.titel", String(repeating: "å", count: 129)),
      says: [
        "error: Forsendelsens titel (forsendelse.titel) er på 129 tegn. Digital Post har plads til 128. "
          + "[too-long-for-post] forsendelse.titel"
      ])
  }

  @Test func aSubjectOfAMeetingOverTheLimit() throws {
    try expect(
      PostCase.grant().with("forsendelse.moede.emne", String(repeating: "å", count: 129)),
      says: [
        "error: Mødets emne (forsendelse.moede.emne) er på 129 tegn. Digital Post har plads til 128. "
          + "[too-long-for-post] forsendelse.moede.emne"
      ])
  }

  @Test func anAuthorityWithALongName() throws {
    try expect(
      PostCase.grant().with("myndighed.navn", String(repeating: "å", count: 126)),
      says: [
        "error: Notifikationen med myndighedens navn (myndighed.navn) er på 151 tegn, og der er plads til 150. "
          + "[memo-notification] myndighed.navn"
      ])
  }

  @Test(arguments: [
    ("2026-06-07", nil, "7. juni 2026", "8. juni 2026"), ("2026-06-09", "2026-06-10", "9. juni 2026", "10. juni 2026"),
  ])
  func aMeetingThatIsOverWhenTheLetterComes(date: String, delivery: String?, day: String, read: String) throws {
    try expect(
      PostCase.grant().with("forsendelse.moede.dato", date).with("forsendelse.leveresFra", delivery),
      says: [
        "error: Mødets dato (forsendelse.moede.dato) er den \(day), før den dag, borgeren kan læse brevet, den \(read). "
          + "[meeting-before-letter] forsendelse.moede.dato"
      ])
  }

  @Test(arguments: ["kort.doc", "kort.xls", "kort.rtf", "kort.bmp", "kort.tif", "kort.tiff", "kort.jpg", "kort.docx"])
  func aProgramUnderAnotherName(_ name: String) throws {
    let folder = try TemporaryFolder()
    try Data("MZ\u{90}\u{0}program".utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    var post = try PostCase.grant().with("forsendelse.bilag", [["fil": name]])
    post.folder = folder.path
    try expect(
      post,
      says: [
        "error: Bilagets fil (forsendelse.bilag.1.fil) har ikke det indhold, som filnavnet siger. [memo-content] "
          + "forsendelse.bilag.1.fil"
      ])
  }

  @Test func textsThatLookLikeXMLStayTexts() throws {
    let hostile = "]]></memo:label><memo:content>fil-1</memo:content> &amp; &#0; \"'"
    let post = try PostCase.grant().with("forsendelse.titel", hostile).with("forsendelse.moede.emne", "fil-1")
      .with("borger.navn", "A <b> & ]]> B")
    let root = try XMLDocument.parse(Array(post.texts()[0].utf8), file: "m").root
    func texts(_ element: XMLElement, _ name: String) -> [String] {
      let own = element.children.compactMap { if case .text(let text) = $0 { text.value } else { nil } }.joined()
      return (element.name == name ? [own] : []) + element.elements.flatMap { texts($0, name) }
    }
    #expect(texts(root, "label").filter { $0 == hostile }.count == 2)
    #expect(texts(root, "label").contains("fil-1"))
    #expect(texts(root, "label").contains("A <b> & ]]> B"))
    #expect(texts(root, "content").count == 3)
    #expect(texts(root, "content").allSatisfy { Data(base64Encoded: $0) != nil })
  }

  @Test func aTitleWithACPRNumber() throws {
    // A rule of the case itself sees it first.
    let says = try PostCase.grant().with("forsendelse.titel", "Om 740395-1237").says()
    #expect(says.count == 1)
    #expect(says[0].hasSuffix("[R37] forsendelse.titel"))
  }

  @Test(arguments: ["<", ">", ":", "\"", "\\", "|", "?", "*", "\u{A0}", "\u{2003}", "\u{2060}"])
  func aFileNameWithAForbiddenCharacter(_ sign: String) throws {
    let folder = try TemporaryFolder()
    let name = "a\(sign)b.txt"
    try Data("x".utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
    var post = try PostCase.grant().with("forsendelse.bilag", [["fil": name, "titel": "Kort"]])
    post.folder = folder.path
    let says = try post.says()
    #expect(says.count == 1)
    // What cannot be seen is refused already when the case is read.
    let isInvisible = sign == "\u{2060}"
    let code = String(sign.unicodeScalars.first!.value, radix: 16, uppercase: true)
    let expected =
      "error: Bilagets fil (forsendelse.bilag.1.fil) har et filnavn med et tegn, som Digital Post afviser "
      + "(U+\(String(repeating: "0", count: 4 - code.count))\(code)). [memo-filename] forsendelse.bilag.1.fil"
    if isInvisible { #expect(says[0].contains("forsendelse.bilag.1.fil")) } else { #expect(says == [expected]) }
  }

  @Test func elevenAttachments() throws {
    let folder = try TemporaryFolder()
    for number in 1...10 { try Data("x".utf8).write(to: URL(filePath: "\(folder.path)/\(number).txt")) }
    var post = try PostCase.grant().with("forsendelse.bilag", (1...10).map { ["fil": "\($0).txt"] })
    post.folder = folder.path
    // Min Plan is the eleventh.
    try expect(
      post,
      says: [
        "error: Bilag (forsendelse.bilag) er 11 dokumenter ud over brevet, og Digital Post tager højst 10. [memo-size] "
          + "forsendelse.bilag"
      ])
  }

  @Test func seventyFiveMegabytesAreRefusedUnread() throws {
    let folder = try TemporaryFolder()
    for name in ["a.pdf", "b.pdf"] {
      let path = "\(folder.path)/\(name)"
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      // Without a byte on the disk: it has a length only. Read, it would be refused because it is no PDF.
      try #require(truncate(path, 37_500_000) == 0)
    }
    var post = try PostCase.grant().with("forsendelse.bilag", [["fil": "a.pdf"], ["fil": "b.pdf"]])
    post.folder = folder.path
    try expect(
      post,
      says: [
        "error: Bilag (forsendelse.bilag) fylder 71,6 MiB, og der er plads til 71 MiB i en besked i Digital Post. "
          + "[memo-size] forsendelse.bilag"
      ])
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "a/../../b.txt"])
  func anAttachmentOutsideTheFolder(_ name: String) throws {
    try expect(
      PostCase.grant().with("forsendelse.bilag", [["fil": name]]),
      says: [
        "error: Bilagets fil (forsendelse.bilag.1.fil) skal være stien til en fil under mappen med bilag, uden \"..\" og "
          + "uden skråstreg først. [memo-attachment] forsendelse.bilag.1.fil"
      ])
  }

  @Test func anAttachmentThatIsALink() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/kort.txt", withDestinationPath: "/etc/passwd")
    var post = try PostCase.grant().with("forsendelse.bilag", [["fil": "kort.txt"]])
    post.folder = folder.path
    try expect(
      post,
      says: [
        "error: Bilagets fil (forsendelse.bilag.1.fil) er et link eller ligger bag et link, og links følges ikke. "
          + "[memo-attachment] forsendelse.bilag.1.fil"
      ])
  }

  @Test func anAttachmentWithoutAFolder() throws {
    var post = try PostCase.grant()
    post.folder = nil
    try expect(
      post,
      says: [
        "error: Bilag (forsendelse.bilag) kan ikke hentes, fordi der ikke er nævnt en mappe med bilag. [memo-no-folder] "
          + "forsendelse.bilag"
      ])
  }

  @Test func aPDFOfZeroBytes() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: "\(folder.path)/kort.pdf"))
    var post = try PostCase.grant().with("forsendelse.bilag", [["fil": "kort.pdf"]])
    post.folder = folder.path
    try expect(
      post,
      says: [
        "error: Bilagets fil (forsendelse.bilag.1.fil) er tom (0 byte). [memo-content] forsendelse.bilag.1.fil"
      ])
  }

  @Test func aMeetingThatEndsBeforeItBegins() throws {
    try expect(
      PostCase.grant().with("forsendelse.moede.til", "08:00"),
      says: [
        "error: Mødet slutter (forsendelse.moede.til) er 08:00 og ligger ikke efter 09:00, hvor mødet begynder. "
          + "[meeting-order] forsendelse.moede.til"
      ])
  }

  @Test(arguments: [
    ("2027-03-28", "findes ikke den dag: uret stilles fra kl. 2 til kl. 3"),
    ("2026-10-25", "findes to gange den dag: uret stilles fra kl. 3 til kl. 2"),
  ])
  func aMeetingInTheHourOfSummerTime(date: String, words: String) throws {
    let post = try PostCase.grant().with("forsendelse.moede.dato", date).with("forsendelse.moede.fra", "02:30")
    try expect(
      post,
      says: ["error: Mødet begynder (forsendelse.moede.fra) \(words). [memo-clock-change] forsendelse.moede.fra"])
  }

  @Test func aMeetingAroundSummerTimeIsAtTheRightHour() throws {
    for (date, from, utc) in [
      ("2027-03-27", "09:00", "2027-03-27T08:00:00Z"), ("2027-03-29", "09:00", "2027-03-29T07:00:00Z"),
      ("2026-10-24", "09:00", "2026-10-24T07:00:00Z"), ("2026-10-26", "09:00", "2026-10-26T08:00:00Z"),
    ] {
      let post = try PostCase.grant().with("forsendelse.moede.dato", date).with("forsendelse.moede.fra", from)
      #expect(try post.texts()[0].contains("<memo:startDateTime>\(utc)</memo:startDateTime>"))
    }
  }

  @Test func aNumberWithADashArrivesWithoutIt() throws {
    let post = try PostCase.grant().with("borger.cpr", "740395-1237")
    #expect(try post.texts()[0].contains("<memo:recipientID>7403951237</memo:recipientID>"))
  }

  @Test func aComplaintPageThatIsNotHTTPS() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOfFile: PostCase.profile, encoding: .utf8)
    let path = "\(folder.path)/profil.json"
    try text.replacing("https://www.gribskov.dk/klage", with: "http://www.gribskov.dk/klage").write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect {
      try Letterbook(contentsOf: Repository.templates, authorityFile: path)
    } throws: { error in
      "\(error)".contains("forventede en adresse, der begynder med https://")
        && "\(error)".contains("forsendelse.klageside")
    }
  }

  @Test func aDeliveryThatIsTooLate() throws {
    try expect(
      PostCase.grant().with("forsendelse.leveresFra", "2026-06-21").with("forsendelse.moede", nil),
      says: [
        "error: Leveres fra (forsendelse.leveresFra) er den 21. juni 2026, 13 dage efter brevets dato. "
          + "Digital Post venter højst 12. [delivery-too-late] forsendelse.leveresFra"
      ])
  }

  @Test func aGuardianWithoutANumber() throws {
    let post = try PostCase(example: "bevilling-vaerge").with(
      "modtagere", [["rolle": "vaerge", "navn": "Torben Eskildsen", "kanal": "digital"], ["rolle": "borger"]])
    try expect(
      post,
      says: [
        "error: Modtagerens CPR-nummer (modtagere.1.cpr) mangler, og Digital Post finder modtageren ved det. "
          + "[missing-field] modtagere.1.cpr"
      ])
  }

  @Test func nobodyUnderFifteenGetsAMessage() throws {
    // 15 years old on 9 June 2026; the letter is of 8 June.
    let tooYoung = try PostCase.grant().with("borger.cpr", "690611-4237")
    #expect(
      try tooYoung.says() == [
        "warning: Modtageren (borger) er under 15 år og kan ikke have en digital postkasse. Der er ikke dannet en besked om "
          + "bevilling. [memo-under-15] borger",
        "warning: Borgeren er under 15 år efter CPR-nummer (borger.cpr) og kan ikke have en digital postkasse. "
          + "[citizen-under-15] borger.cpr",
      ])
    #expect(try tooYoung.result().messages.isEmpty)
    #expect(try PostCase.grant().with("borger.cpr", "680611-4237").texts().count == 1)
  }

  @Test func paperIsNoMessage() throws {
    let post = try PostCase.grant().with("borger.fritagetForDigitalPost", true)
    #expect(
      try post.says() == [
        "note: Brevet (bevilling) til modtageren (borger) går på papir. Der er ikke dannet en besked. [memo-paper] borger"
      ])
    #expect(try post.result().messages.isEmpty)
  }

  @Test func aHearingWithoutAPlaceToAnswer() throws {
    let post = try PostCase(example: "partshoering")
    let letterbook = try Repository.letterbook()
    let reading = try post.sample.reading()
    let result = try letterbook.post(.memo).messages(of: letterbook.render(reading, as: [.html]), from: reading)
    #expect(
      result.diagnostics.map(\.message) == [
        "Svarfrist (afgoerelse.partshoering.frist) står i brevet, men ikke i beskeden: myndighedens profil har "
          + "intet kontaktpunkt, som svaret kan sendes til."
      ])
    let text = String(decoding: try #require(result.messages.first).sealed.bytes(), as: UTF8.self)
    #expect(!text.contains("<memo:reply>"))
  }
}
