import DigitalPost
import Foundation
import Testing

@testable import Mentorbrev

/// A run makes the same message again; whatever changes it makes another one.
@Suite struct MessageIdentityTests {
  @Test func aRunMakesTheSameMessageAgain() throws {
    #expect(try PostCase.grant().texts() == PostCase.grant().texts())
  }

  @Test func aDeliberateNewSendingIsANewMessage() throws {
    let first = try PostCase.grant()
    #expect(try first.id() == first.with("forsendelse.nummer", 1).id())
    #expect(try first.id() != first.with("forsendelse.nummer", 2).id())
  }

  @Test func whatTheMessageSaysIsPartOfIt() throws {
    let first = try PostCase.grant()
    let others = [
      first.with("sagsnummer", "27.36.00-G01-1-26"), first.with("afgoerelse.dato", "2026-06-09"),
      first.with("loebenummer", 2), first.with("borger.cpr", "740395-1238"), first.with("forsendelse.titel", "Brev"),
      first.with("forsendelse.leveresFra", "2026-06-11"), first.with("forsendelse.moede.til", "10:30"),
      first.with("forsendelse.moede.tekst", "Noget andet."), first.with("forsendelse.bilag", nil),
    ]
    let ids = try [first.id()] + others.map { try $0.id() }
    #expect(Set(ids).count == ids.count)
    var old = first
    old.version = .v1_1
    #expect(try old.id() != first.id())
  }

  @Test func anotherPDFOfTheSamePageIsTheSameMessage() throws {
    var printed = try PostCase.grant()
    printed.hasPDF = true
    #expect(try printed.id() == PostCase.grant().id())
  }

  @Test func aMeetingKeepsItsPlaceInTheCalendar() throws {
    func reservation(_ post: PostCase) throws -> Substring {
      let text = try post.texts()[0]
      return try #require(text.firstMatch(of: /<memo:reservationUUID>(.+?)</)).1
    }
    let first = try PostCase.grant()
    #expect(try reservation(first) == reservation(first.with("forsendelse.nummer", 2)))
    #expect(try reservation(first) != reservation(first.with("forsendelse.moede.til", "10:30")))
  }

  @Test func noMessageTellsMoreThanItMust() throws {
    let text = try PostCase.grant().texts()[0]
    let notification = try #require(text.firstMatch(of: /<memo:notification>(.*?)<\/memo:notification>/)).1
    #expect(notification == "Du har fået et brev fra Gribskov Kommune.")
    let result = try PostCase.grant().result()
    #expect(result.messages.map(\.path) == ["27.36.00-G01-2271-26/bevilling-2026-06-08.memo.xml"])
  }
}
