public import Casework
import Fields

/// A document of a case that can be sent: its page, and who it is for.
public struct PostDocument: Sendable {
  /// What tells it apart from every other.
  public let identity: DocumentIdentity
  /// From whom, to whom.
  public let dispatch: Dispatch
  /// The page.
  public let html: [UInt8]
  /// The same as PDF; nil when nothing here can make one.
  public var pdf: [UInt8]?

  /// Creates a document.
  public init(identity: DocumentIdentity, dispatch: Dispatch, html: [UInt8], pdf: [UInt8]? = nil) {
    self.identity = identity
    self.dispatch = dispatch
    self.html = html
    self.pdf = pdf
  }
}

/// A letter to one recipient, with the documents that go with it (*forsendelse*).
public struct Sending: Sendable {
  /// The letter.
  public var letter: PostDocument
  /// What goes with it, in the order of the case.
  public var enclosed: [PostDocument] = []

  /// What a case sends: a letter for each recipient, and *Min Plan* with the citizen's own letter.
  ///
  /// Nobody else gets the plan by way of it, because it may hold an address that is protected. Without a letter to the
  /// citizen, the plan is a letter itself.
  public static func all(of documents: [PostDocument]) -> [Sending] {
    var sendings = documents.filter { !$0.dispatch.isEnclosed }.map { Sending(letter: $0) }
    for document in documents where document.dispatch.isEnclosed {
      let host = sendings.firstIndex { sending in
        sending.letter.identity.addressee == document.identity.addressee
          && sending.letter.dispatch.recipient.channel == document.dispatch.recipient.channel
      }
      if let host { sendings[host].enclosed.append(document) } else { sendings.append(Sending(letter: document)) }
    }
    return sendings
  }

  /// Whether the recipient can have a mailbox: not before the day on which a person is 15 years old.
  public var isOfAge: Bool {
    guard case .person(let number)? = letter.dispatch.recipient.number else { return true }
    return number.isAged(15, on: letter.identity.date) ?? true
  }

  /// Whether it goes out on paper, because the case says so or because the recipient is under 15.
  public var isOnPaper: Bool { letter.dispatch.recipient.channel == .paper || !isOfAge }
}

extension DocumentKind {
  /// What a mailbox shows: nothing that says more about the citizen than that there is a case.
  var messageTitle: String {
    switch self {
    case .grant, .partialGrant, .prolongation, .dischargeCoordinator, .educationStart, .refusal, .change, .stop:
      "Afgørelse om mentorstøtte"
    case .expiry: "Perioden med mentorstøtte udløber"
    case .correction: "Rettelse til et brev om mentorstøtte"
    case .hearing: "Høring, før vi træffer afgørelse"
    case .reconsideration: "Svar på en klage"
    case .mentorChange: "Skift af mentor"
    case .information: "Orientering om mentorstøtte"
    default: label.prefix(1).uppercased() + label.dropFirst()
    }
  }
}
