import Casework
public import Fields

extension MessageStatus {
  /// How far a message has come, for machines.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// In the citizen's mailbox.
    case delivered
    /// Digital Post has it; 2xx and this are no delivery.
    case received
    /// Refused: a person has to do something.
    case refused
    /// At the print provider, and not printed.
    case toPrint = "to-print"
    /// Printed.
    case printed
    /// With the post.
    case posted
    /// Called back by the sender.
    case recalled
    /// Nobody knows: no receipt, or one that is not understood.
    case unknown
  }

  /// How far the message has come.
  public var stage: Stage {
    switch receipt?.event {
    case .delivered: .delivered
    case .received: .received
    case .failed: .refused
    case .toPrint: .toPrint
    case .printed: .printed
    case .posted: .posted
    case .recalled: .recalled
    case nil, .postUpdate, .other: .unknown
    }
  }

  /// The last day for a complaint when the message is delivered and its document is a decision about the citizen; never
  /// before the day that the letter itself names, for a letter can be delivered before anybody may read it.
  public var complaintDeadline: CalendarDate? {
    countedDeadline.map { max($0, entry.printedDeadline ?? $0) }
  }

  /// The same, counted from the delivery alone.
  private var countedDeadline: CalendarDate? {
    guard stage == .delivered, let day = receipt?.time.day, Self.isDecision(entry.kind) else { return nil }
    return ComplaintDeadline(received: day).lastDay
  }

  /// Whether a kind of document is a decision whose deadline runs from its delivery.
  package static func isDecision(_ kind: String) -> Bool {
    DocumentKind(rawValue: kind).map(decisions.contains) ?? false
  }

  /// Decisions that always give the citizen four weeks to complain. A reassessment and a correction tell their own.
  private static let decisions: Set<DocumentKind> = [
    .grant, .partialGrant, .prolongation, .dischargeCoordinator, .educationStart, .refusal, .change, .stop,
  ]

  /// What is told of the message, in one or two Danish sentences that begin with the case.
  public var report: String {
    let kind = DocumentKind(rawValue: entry.kind)?.label ?? entry.kind
    let role = entry.recipient.flatMap(RecipientRole.init(rawValue:))?.addition ?? ""
    return "\(entry.caseNumber), \(kind)\(role): \(sentence)"
  }

  /// The same without the case.
  package var sentence: String {
    guard let receipt else { return "Ukendt. Der er ingen kvittering endnu." }
    let when = "den \(receipt.time.day.danish) kl. \(receipt.time.clock)"
    switch receipt.event {
    case .delivered:
      let deadline = complaintDeadline.map {
        " Sidste dag for en klage er den \($0.danish)\($0 == countedDeadline ? "" : ", som der står i brevet")."
      }
      return "Leveret i Digital Post \(when).\(deadline ?? Self.ownDeadline(entry.kind))"
    case .received: return "Modtaget af Digital Post \(when), men ikke leveret endnu."
    case .failed(let code, _):
      return "Afvist \(when). \(code.flatMap(Self.code).map { "\($0)." } ?? "Kvitteringen siger ikke hvorfor.")"
    case .toPrint: return "Skal printes: ligger hos printleverandøren siden \(when)."
    case .printed: return "Printet og lagt i kuvert \(when)."
    case .posted: return "Afleveret til posten \(when). Fristen løber fra den dag, brevet er kommet frem."
    case .recalled: return "Kaldt tilbage \(when). Borgeren har ikke fået brevet."
    case .postUpdate: return "Ukendt. Posten har meldt om brevet \(when): returpost, ny adresse eller bevis."
    case .other(let status): return "Ukendt. Status \"\(Self.masked(status))\" \(when) kendes ikke her."
    }
  }

  private static func ownDeadline(_ kind: String) -> String {
    [.reconsideration, .correction].contains(DocumentKind(rawValue: kind))
      ? " Giver brevet en klagefrist, regnes den fra denne dag." : ""
  }

  /// What to do; nil when there is nothing to do.
  public var help: String? {
    switch receipt?.event {
    case .failed(let code, _) where code?.hasPrefix("memo.") == true || code == "INVALID":
      "Meddelelsen er forkert bygget. Ret årsagen, og \(Self.again)."
    case .failed:
      "Find ud af, hvad koden betyder, før brevet sendes igen. Send kun på papir, når det er slået fast, at modtageren er "
        + "fritaget: et opslag, der fejlede, er ikke en fritagelse."
    case .postUpdate: "Se meldingen i Beskedfordeler, og sæt en sagsbehandler på sagen."
    case .other: "Slå status op hos KOMBIT eller Digitaliseringsstyrelsen."
    case .recalled: "Skal det stadig ud, så \(Self.again)."
    case .delivered, .received, .toPrint, .printed, .posted, nil: nil
    }
  }

  /// How a letter goes out once more, as another message.
  private static let again =
    "send brevet igen som en ny besked: 'mentorbrev pack' med --again 2 og --case, uden register et højere forsendelse.nummer"

  /// The code of an error, without what the receiver says in its own words: that may quote the letter, with names.
  ///
  /// - Parameter text: a code, alone or with words behind a colon.
  /// - Returns: nil when it is no code.
  package static func code(_ text: String) -> String? {
    let code = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    guard !code.isEmpty, code.count <= 64, code.endIndex == text.endIndex || text[code.endIndex] == ":" else {
      return nil
    }
    return masked(String(code))
  }

  /// Words of the receiver, in which a number may be a CPR number: one line, and no more than two digits together; no digit
  /// at all where pairs of them may be one.
  package static func masked(_ text: String) -> String {
    let text = masked(text, digitsTogether: 2)
    return CivilRegistrationNumber.isFound(in: text) ? masked(text, digitsTogether: 0) : text
  }

  private static func masked(_ text: String, digitsTogether limit: Int) -> String {
    var result = ""
    var digits = 0
    for scalar in text.unicodeScalars.prefix(200) {
      let isDigit = scalar.properties.numericType == .decimal
      digits = isDigit ? digits + 1 : 0
      if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format {
        result += " "
      } else if digits > limit {
        result += "x"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
