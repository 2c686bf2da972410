import Testing

@testable import Register

/// What messages say of a document, in whatever order their receipts come.
@Suite struct StateTests {
  private static let packed = ["m1", "m2"].map { Event(.packed, ["C-1/brev"], message: $0) }
  private static let returned = Event(.returned, ["C-1/brev"], moment: "2026-11-20T08:00:00Z", message: "m1")
  private static let delivered = Event(.delivered, ["C-1/brev"], moment: "2026-11-21T08:00:00Z", message: "m2")
  private static let byHand = Event(.sent, ["C-1/brev"], day: "2026-11-21")

  private static let unsent = Event(.unsent, ["C-1/brev"])

  static let histories: [([Event], RecordedDocument.State)] = [
    ([returned], .returned),
    ([returned, delivered], .sent),
    // The receipt of the first message comes last.
    ([delivered, returned], .sent),
    ([byHand, returned], .sent),
    ([returned, byHand], .sent),
    // What went out with a message comes back with the same.
    ([Event(.sent, ["C-1/brev"], message: "m1"), returned], .returned),
    ([Event(.sent, ["C-1/brev"], message: "m1"), delivered, returned], .sent),
    // What a person takes back takes nothing from what messages have told.
    ([byHand, unsent], .issued), ([byHand, unsent, byHand], .sent), ([returned, byHand, unsent], .returned),
    ([byHand, returned, unsent], .returned), ([byHand, delivered, unsent], .sent),
    ([byHand, unsent, delivered], .sent),
  ]

  @Test(arguments: histories) func followsFromAllMessages(_ events: [Event], _ state: RecordedDocument.State) throws {
    let folder = try RegisterFolder()
    let writer = try RegisterWriter(folder.paths)
    for event in Self.packed + events { try writer.record([.event(event)], at: RegisterFolder.time) }
    #expect(try writer.recorded(["C-1/brev"])["C-1/brev"]?.state == state)
  }

  @Test(arguments: histories) func comesBackWhenTheSuccessorIsWithdrawn(
    _ events: [Event], _ state: RecordedDocument.State
  ) throws {
    let folder = try RegisterFolder()
    let writer = try RegisterWriter(folder.paths)
    let superseded = Event(.superseded, ["C-1/brev"], successor: "C-1/nyt")
    let withdrawn = Event(.withdrawn, ["C-1/nyt"], why: "Forkert.")
    for event in Self.packed + events + [superseded, withdrawn] {
      try writer.record([.event(event)], at: RegisterFolder.time)
    }
    #expect(try writer.recorded(["C-1/brev"])["C-1/brev"]?.state == state)
  }
}
