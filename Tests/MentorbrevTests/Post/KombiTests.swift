import DigitalPost
import Foundation
import Testing

@testable import Mentorbrev

/// Requests to SF1601: who chooses the channel, and what the printer needs.
@Suite struct KombiTests {
  private func grant() throws -> PostCase {
    var post = try PostCase.grant().with("forsendelse.bilag", nil)
    post.form = .kombi
    post.hasPDF = true
    return post
  }

  @Test func theReceiverChoosesForADigitalRecipient() throws {
    let text = try grant().texts()[0]
    #expect(text.contains("<KombiValgKode>Automatisk Valg</KombiValgKode>"))
    #expect(text.contains("<memo:Message"))
    let id = try grant().id()
    #expect(text.components(separatedBy: id).count == 4, "in the message, and twice in the order")
  }

  @Test func whoIsExemptGetsPaperAndNoMessage() throws {
    let text = try grant().with("borger.fritagetForDigitalPost", true).texts()[0]
    #expect(text.contains("<KombiValgKode>Fysisk Post</KombiValgKode>"))
    #expect(!text.contains("memo:"))
    #expect(text.contains("Min Plan"))
    // The number of a person is nowhere in an order to print.
    #expect(!text.contains("7403951237"))
  }

  @Test func whoIsUnderFifteenGetsPaper() throws {
    #expect(try grant().with("borger.cpr", "690611-4237").texts()[0].contains("Fysisk Post"))
  }

  @Test func theSamePDFIsSentAndPrinted() throws {
    let digits = Data(PostCase.pdf).base64EncodedString()
    // Letter and plan, in the message and in the order.
    #expect(try grant().texts()[0].components(separatedBy: ">\(digits)<").count == 5)
  }

  @Test func withoutAnAddressNothingCanBePrinted() throws {
    #expect(
      try grant().with("borger.adresse", nil).says() == [
        "error: Adresse (borger.adresse) mangler, og brevet skal også kunne trykkes. [missing-field] borger.adresse"
      ])
  }

  @Test func aStreetIsPartedAtItsComma() throws {
    let text = try grant().with("borger.adresse.vej", "Professor Christian Bohrs Allé 112, 2. sal, dør 14").texts()[0]
    #expect(text.contains(">Professor Christian Bohrs Allé 112</linje:PostalAddressFirstLineText>"))
    #expect(text.contains(">2. sal, dør 14</linje:PostalAddressSecondLineText>"))
    #expect(text.contains(">3200 Helsinge</linje:PostalAddressThirdLineText>"))
  }

  @Test func aStreetThatFitsOnNoLineIsRefused() throws {
    #expect(
      try grant().with("borger.adresse.vej", String(repeating: "x", count: 35)).says() == [
        "error: Adresse (borger.adresse) kan ikke stå på linjer af 34 tegn. [kombi-address] borger.adresse"
      ])
  }

  @Test func onlyPDFIsPrinted() throws {
    var post = try PostCase.grant()
    post.form = .kombi
    post.hasPDF = true
    #expect(
      try post.says() == [
        "error: Bilagets fil (forsendelse.bilag.1.fil) er ikke en PDF og kan ikke trykkes. [kombi-format] "
          + "forsendelse.bilag.1.fil"
      ])
  }

  @Test func moreThanAPrinterTakesIsRefusedUnread() throws {
    let folder = try TemporaryFolder()
    _ = FileManager.default.createFile(atPath: "\(folder.path)/a.pdf", contents: nil)
    try #require(truncate("\(folder.path)/a.pdf", 8 << 20) == 0)
    var post = try grant().with("forsendelse.bilag", [["fil": "a.pdf"]])
    post.folder = folder.path
    #expect(
      try post.says() == [
        "error: Bilag (forsendelse.bilag) fylder 8,1 MiB, og der er plads til 7 MiB i et brev til print. [memo-size] "
          + "forsendelse.bilag"
      ])
  }

  @Test func withoutPDFThereIsNoRequest() throws {
    var post = try grant()
    post.hasPDF = false
    #expect(
      try post.says() == [
        "error: Brevet kan ikke trykkes, fordi der ikke er dannet en PDF af det. [kombi-no-pdf] borger"
      ])
  }
}
