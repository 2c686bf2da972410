import Casework
import Diagnostics
import Fields
import Testing

@testable import DigitalPost

/// What the official schema accepts and a receiver refuses.
@Suite struct MessageRuleTests {
  /// A rule: what is wrong with a message, and what we say of it.
  struct Breach: Sendable, CustomTestStringConvertible {
    var says: String
    /// Whether the official schema would take the message.
    var isValid = true
    var change: @Sendable (inout Message) -> Void

    init(_ says: String, isValid: Bool = true, _ change: @escaping @Sendable (inout Message) -> Void) {
      self.says = says
      self.isValid = isValid
      self.change = change
    }

    var testDescription: String { says }
  }

  private static func action(
    _ code: String, url: String? = "https://kommune.dk/klage", from: String? = nil, to: String? = nil
  ) -> Message.Action {
    Message.Action(label: "Handling", code: code, from: from, to: to, url: url)
  }

  private static let meeting = Message.Reservation(
    description: "Om", id: "0c1c9e7a-4f3f-4d5e-8a53-1d7c2f0f6b12", abstract: "Møde", location: "Her",
    from: "2026-06-15T07:00:00Z", to: "2026-06-15T08:00:00Z", organizer: "Kommunen")

  static let breaches: [Breach] = [
    Breach("Beskedens UUID er ikke et UUID af version 4. [memo-uuid]", isValid: false) {
      $0.id = "0c1c9e7a-4f3f-7d5e-8a53-1d7c2f0f6b11"
    },
    Breach("Beskedens tidspunkt er ikke et tidspunkt i UTC. [memo-time]", isValid: false) {
      $0.created = "2026-06-08T12:00:00+02:00"
    },
    Breach("Beskedens tidspunkt er ikke et tidspunkt i UTC. [memo-time]", isValid: false) {
      $0.created = "2026-06-08T12:00:00.Z"
    },
    Breach("Beskedens tidspunkt er ikke et tidspunkt i UTC. [memo-time]", isValid: false) {
      $0.created = "2026-06-08 12:00:00Z"
    },
    Breach("Beskedens modtagernummer er ikke 10 cifre uden bindestreg og mellemrum. [memo-recipient]") {
      $0.recipient.number = "740395-1237"
    },
    Breach("Beskedens modtagernummer er ikke 8 cifre uden bindestreg og mellemrum. [memo-recipient]") {
      $0.recipient.kind = "CVR"
    },
    Breach("Beskedens modtagernummer er hverken et CPR-nummer eller et CVR-nummer. [memo-recipient]") {
      $0.recipient.kind = "cpr"
    },
    Breach("Beskedens afsendernummer er ikke 8 cifre uden bindestreg og mellemrum. [memo-sender]") {
      $0.sender.number = "DK29188440"
    },
    Breach("Beskedens titel er tom. [memo-label]") { $0.label = " " },
    Breach("Beskedens titel er på 129 tegn, og der er plads til 128. [memo-label]") {
      $0.label = String(repeating: "å", count: 129)
    },
    Breach("Beskedens titel begynder eller slutter med mellemrum. [memo-label]") { $0.label = "Brev " },
    Breach("Beskedens titel indeholder et usynligt tegn (U+202E). [memo-label]") { $0.label = "Brev\u{202E}" },
    Breach(
      "Beskedens titel indeholder cifre, der ligner et CPR-nummer. Teksten vises i lister. [memo-label]"
    ) { $0.label = "Om 740395-1237" },
    Breach("Beskedens afsendernavn er på 65 tegn, og der er plads til 64. [memo-label]") {
      $0.sender.label = String(repeating: "k", count: 65)
    },
    Breach("Beskedens dokument 1 er på 200 tegn, og der er plads til 128. [memo-label]") {
      $0.main.label = String(repeating: "k", count: 200)
    },
    Breach("Beskedens notifikation er på 160 tegn, og der er plads til 150. [memo-notification]") {
      $0.notification = String(repeating: "k", count: 160)
    },
    Breach(
      "Beskedens notifikation indeholder cifre, der ligner et CPR-nummer. Teksten vises på en låst telefon. "
        + "[memo-notification]"
    ) { $0.notification = "Brev til 7403951237" },
    Breach("Beskedens kontaktpunkt mangler, og så er der intet sted at svare. [memo-reply]") {
      $0.replyBy = "2026-06-22T21:59:59Z"
    },
    Breach("Beskedens svarfrist ligger ikke efter den dag, beskeden er skrevet. [memo-reply]") {
      $0.contactPoint = .init(id: "00000000-0000-4000-8000-000000000001")
      $0.replyBy = "2026-06-08T09:00:00Z"
    },
    Breach("Beskedens svarfrist ligger ikke efter den dag, beskeden leveres. [memo-reply]") {
      $0.contactPoint = .init(id: "00000000-0000-4000-8000-000000000001")
      $0.deliverFrom = CalendarDate(iso: "2026-06-10")
      $0.replyBy = "2026-06-10T21:59:59Z"
    },
    Breach("Beskedens kontaktpunkt er ikke et UUID. [memo-case]") { $0.contactPoint = .init(id: "mentor") },
    Breach(
      "Beskedens leveringsdag ligger 13 dage efter brevets dato, og Digital Post venter højst 12. [memo-delivery]"
    ) { $0.deliverFrom = CalendarDate(iso: "2026-06-21") },
    Breach("Beskedens leveringsdag ligger før brevets dato. [memo-delivery]") {
      $0.deliverFrom = CalendarDate(iso: "2026-06-07")
    },
    Breach("Beskedens sagsnummer er tom. [memo-case]") { $0.caseID = .init(number: "\u{2003}", system: "System") },
    Breach("Beskedens KLE-emne er ikke et emnenummer som 00.00.00. [memo-case]") {
      $0.subject = .init(key: "27-36", version: "v", label: "Emne")
    },
    Breach(
      "Beskedens handling 1 i dokument 1 er ikke et link, der begynder med https://, og Digital Post afviser det. "
        + "[memo-action]"
    ) { $0.main.actions = [action("INFORMATION", url: "http://kommune.dk/klage")] },
    Breach(
      "Beskedens handling 1 i dokument 1 har en kode, som Digital Post ikke kender. [memo-action]"
    ) { $0.main.actions = [action("LINK")] },
    Breach("Beskedens handling 1 i dokument 1 er ikke en aftale med et møde. [memo-action]") {
      $0.main.actions = [action("AFTALE")]
    },
    Breach("Beskedens handling 1 i dokument 1 er ikke en aftale med et møde. [memo-action]") {
      $0.main.actions = [action("INFORMATION", url: nil)]
      $0.main.actions[0].reservation = meeting
    },
    Breach("Beskedens handling 1 i dokument 1 har intet link. [memo-action]") {
      $0.main.actions = [action("BETALING", url: nil)]
    },
    Breach("Beskedens handling 1 i dokument 1 slutter ikke, efter at det begynder. [memo-action]") {
      $0.main.actions = [action("SELVBETJENING", from: "2026-06-15T08:00:00Z", to: "2026-06-15T07:00:00Z")]
    },
    Breach("Beskedens handling 1 i dokument 1 slutter ikke, efter at det begynder. [memo-action]") {
      $0.main.actions = [action("AFTALE", url: nil)]
      $0.main.actions[0].reservation = meeting
      $0.main.actions[0].reservation?.to = "2026-06-15T06:00:00Z"
    },
    Breach(
      "Beskedens fil 1 i dokument 2 har samme filnavn som en anden fil i beskeden. [memo-filename]"
    ) { $0.additional = [Message.attachment("Bevilling-2026-06-08.html")] },
    Breach(
      "Beskedens fil 1 i dokument 2 har et filnavn med cifre, der ligner et CPR-nummer. [memo-filename]"
    ) { $0.additional = [Message.attachment("740395-1237.txt")] },
    Breach(
      "Beskedens fil 1 i dokument 2 har et filnavn, der er tomt, skjult eller har mellemrum yderst. [memo-filename]"
    ) { $0.additional = [Message.attachment(".skjult.txt")] },
    Breach("Beskedens fil 1 i dokument 2 er en filtype, som Digital Post ikke tager imod. [memo-format]") {
      $0.additional = [Message.attachment("kalender.ics")]
    },
    Breach(
      "Beskedens fil 1 i dokument 2 har et filnavn, der ikke passer til formatet application/pdf. [memo-format]"
    ) {
      $0.additional = [Message.attachment("kort.txt")]
      $0.additional[0].files[0].format = "application/pdf"
    },
    Breach("Beskedens fil 1 i dokument 1 har et sprog, der ikke er to bogstaver. [memo-format]") {
      $0.main.files[0].language = "x"
    },
    Breach("Beskedens fil 1 i dokument 2 er tom (0 byte). [memo-content]") {
      $0.additional = [Message.attachment("brev.pdf", [])]
    },
    Breach("Beskedens fil 1 i dokument 2 har ikke det indhold, som filnavnet siger. [memo-content]") {
      $0.additional = [Message.attachment("brev.pdf", Array("hej".utf8))]
    },
    Breach(
      "Beskedens samlede indhold er 11 dokumenter ud over brevet, og Digital Post tager højst 10. [memo-size]"
    ) { $0.additional = (1...11).map { Message.attachment("bilag-\($0).txt") } },
  ]

  @Test(arguments: breaches) func isRefused(_ breach: Breach) {
    #expect(Message.with(breach.change).problems == [breach.says])
  }

  @Test func nothingIsWrongWithAGoodMessage() {
    #expect(Message.good.problems == [])
    let full = Message.with { message in
      message.contactPoint = .init(group: "Gruppe", id: "00000000-0000-4000-8000-000000000001", label: "Mentor")
      message.replyBy = "2026-06-22T21:59:59Z"
      message.deliverFrom = CalendarDate(iso: "2026-06-20")
      message.caseID = .init(number: "27.36.00-G01-2210-26", system: "System")
      message.subject = .init(key: "27.36.00", version: "v", facet: "G01", label: "Emne")
      message.main.actions = [Self.action("INFORMATION"), Self.action("AFTALE", url: nil)]
      message.main.actions[1].reservation = Self.meeting
      message.additional = (1...10).map { Message.attachment("bilag-\($0).txt") }
    }
    #expect(full.problems == [])
  }

  /// Each character of the official list, and of those that deceive besides.
  @Test(
    arguments: Array(
      "<>:\"/\\|?*\r\n\t\u{A0}\u{2000}\u{200A}\u{200B}\u{2028}\u{2029}\u{202E}\u{205F}\u{2060}\u{3000}".unicodeScalars))
  func aNameHoldsNoForbiddenCharacter(_ scalar: Unicode.Scalar) {
    let message = Message.with { $0.additional = [Message.attachment("a\(scalar)b.pdf", Array("%PDF-1.7".utf8))] }
    #expect(
      message.problems == [
        "Beskedens fil 1 i dokument 2 har et filnavn med et tegn, som Digital Post afviser (\(TextCharacter.name(scalar.value))). "
          + "[memo-filename]"
      ])
  }

  @Test(arguments: ["æøå.pdf", "Kort – 2. udgave (ny).pdf", "😀.pdf", "a.b.PDF"])
  func otherNamesAreFine(_ name: String) {
    let message = Message.with { $0.additional = [Message.attachment(name, Array("%PDF-1.7".utf8))] }
    #expect(message.problems == [])
  }

  @Test(.enabled(if: OfficialSchemas.areThere, "the official schemas are not here"), arguments: MessageVersion.allCases)
  func theOfficialSchemaAcceptsWhatIsRefused(_ version: MessageVersion) throws {
    for breach in Self.breaches {
      let message = Message.with { message in
        breach.change(&message)
        message.version = version
      }
      // 1.1 has room for 150 characters in a notification.
      let isTooLong = version == .v1_1 && message.notification.count > 150
      let problem = try OfficialSchemas.problem(in: try message.written(), version: version)
      #expect((problem == nil) == (breach.isValid && !isTooLong), "\(breach.says): \(problem ?? "valid")")
    }
  }

  @Test(.enabled(if: OfficialSchemas.areThere, "the official schemas are not here"))
  func aVersionIsInvalidAsTheOther() throws {
    for version in MessageVersion.allCases {
      let message = try Message.with { $0.version = version }.written()
      for other in MessageVersion.allCases {
        #expect((try OfficialSchemas.problem(in: message, version: other) == nil) == (version == other))
      }
    }
  }
}
