import DigitalPost
import Fields
import Register

extension Receipt {
  /// What the register records of it; nil for what it does not understand, and for news of the post, which may mean anything.
  ///
  /// - Parameter documents: what the message carries.
  func event(of documents: [String]) -> Register.Event? {
    let what: Register.Event.What
    var why: String? = Self.words[event]
    switch event {
    case .received, .posted: what = .sent
    case .delivered: what = .delivered
    case .toPrint, .printed: what = .toPrint
    case .recalled: what = .returned
    case .failed(let code, _):
      what = .returned
      why = code.flatMap(MessageStatus.code)
    case .postUpdate, .other: return nil
    }
    return Register.Event(
      what, documents, day: time.day.description, moment: time.utc, why: why, message: messageUUID)
  }

  /// A receipt as it was recorded; nil for what no receipt has told.
  init?(recorded event: Register.Event) {
    guard let uuid = event.message, let time = event.moment.flatMap({ ReceiptTime($0) }) else { return nil }
    let said = event.why.flatMap { why in Self.words.first { $0.value == why }?.key }
    switch event.what {
    case .delivered: self.init(messageUUID: uuid, event: .delivered, time: time)
    case .sent, .toPrint: self.init(messageUUID: uuid, event: said ?? .received, time: time)
    case .returned: self.init(messageUUID: uuid, event: said ?? .failed(code: event.why, text: nil), time: time)
    case .packed, .unsent, .withdrawn, .superseded: return nil
    }
  }

  /// The words of SF1601, which say more exactly what happened than the state that it leads to.
  private static let words: [Event: String] = [
    .received: "Modtaget Digital Post", .toPrint: "Modtaget Fjern-print",
    .printed: "Afleveret til print og kuvertering", .posted: "Modtaget Post Danmark", .recalled: "Tilbagekaldt",
  ]
}
