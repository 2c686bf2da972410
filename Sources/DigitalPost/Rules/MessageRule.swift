public import Diagnostics

/// One thing that Digital Post refuses, or that a receiver cannot use, although the schema of MeMo allows it.
///
/// The official schema knows elements and lengths; what a receiver does with a message is known from notices and from
/// other senders. So every message is held against these rules before it is written.
public struct MessageRule: Sendable {
  /// The rule's id, which its messages carry.
  public let id: String
  let check: @Sendable (Message) -> [MessageProblem]

  init(_ id: String, _ check: @escaping @Sendable (Message) -> [MessageProblem]) {
    self.id = id
    self.check = check
  }

  /// All rules, in the order of a message.
  public static let all: [MessageRule] =
    [identity, created] + parties + [labels, notification, reply, delivery, caseReference]
    + [actions, fileNames, formats, contents, counts]

  /// Everything that is wrong with a message.
  ///
  /// - Parameters:
  ///   - message: the message.
  ///   - origins: where its parts come from; what has no origin is named by the message.
  ///   - caseNumber: the case, for the report.
  public static func problems(
    in message: Message, origins: [MessagePart: MessageOrigin] = [:], caseNumber: String? = nil
  ) -> [Diagnostic] {
    all.flatMap { rule in
      rule.check(message).map { problem in
        let origin = origins[problem.part] ?? MessageOrigin("Beskedens \(problem.part.danish)", path: "forsendelse")
        return Diagnostic(
          .error, rule.id, "\(origin.name) \(problem.words)", at: origin.location, path: origin.path,
          caseNumber: caseNumber, help: problem.help)
      }
    }
  }
}

/// One part of a message that breaks a rule.
struct MessageProblem: Sendable {
  var part: MessagePart
  /// What a sentence says of the part after its name.
  var words: String
  var help: String

  init(_ part: MessagePart, _ words: String, help: String) {
    self.part = part
    self.words = words
    self.help = help
  }
}

extension MessagePart {
  /// What a message calls a part that comes from no field.
  fileprivate var danish: String {
    switch self {
    case .id: "UUID"
    case .label: "titel"
    case .notification: "notifikation"
    case .replyBy: "svarfrist"
    case .deliverFrom: "leveringsdag"
    case .created: "tidspunkt"
    case .sender: "afsendernummer"
    case .senderLabel: "afsendernavn"
    case .recipient: "modtagernummer"
    case .recipientLabel: "modtagernavn"
    case .contactPoint: "kontaktpunkt"
    case .caseID: "sagsnummer"
    case .subject: "KLE-emne"
    case .document(let number): "dokument \(number + 1)"
    case .file(let document, let file): "fil \(file + 1) i dokument \(document + 1)"
    case .action(let document, let action): "handling \(action + 1) i dokument \(document + 1)"
    case .actionLabel(let document, let action): "handling \(action + 1) i dokument \(document + 1)"
    case .all: "samlede indhold"
    }
  }
}
