public import Casework
public import Diagnostics
import Fields

/// Makes requests to SF1601 of what a case sends.
public struct KombiMaker: Sendable {
  private let envelope: KombiEnvelope
  private let version: MessageVersion
  private let attachments: AttachmentFolder?

  /// Creates a maker; see ``MessageMaker``.
  public init(_ envelope: KombiEnvelope, version: MessageVersion = .v1_2, attachments: AttachmentFolder? = nil) {
    self.envelope = envelope
    self.version = version
    self.attachments = attachments
  }

  /// Makes the request of a sending, or says why there is none.
  ///
  /// Every request holds an order to print with the full address: only the receiver knows on the day who is exempt.
  ///
  /// - Throws: what is wrong with the template of requests.
  public func make(
    _ sending: Sending, _ caseFile: CaseFile, _ profile: AuthorityProfile?
  ) throws(DiagnosticsError) -> MessageMaker.Result {
    var composition = Composition(sending, caseFile, profile, version: version)
    let files = composition.attachedFiles(attachments, limit: .print)
    let request = composition.request(files)
    guard let request, !composition.diagnostics.hasErrors else {
      return MessageMaker.Result(diagnostics: composition.diagnostics)
    }
    return MessageMaker.Result(message: try envelope.write(request), diagnostics: composition.diagnostics)
  }
}

extension Composition {
  /// The request; nil after reporting what is wrong.
  mutating func request(_ attached: [Attached]?) -> KombiRequest? {
    let isDigital = !sending.isOnPaper
    let addressee = addressee()
    // The identity of a letter on paper is that of the message it would have been.
    let message = message(attached)
    if let message, isDigital { check(message) }
    guard let pdf = sending.letter.pdf.map({ FileContent($0) }), sending.enclosed.allSatisfy({ $0.pdf != nil }) else {
      report(
        "kombi-no-pdf", "Brevet kan ikke trykkes, fordi der ikke er dannet en PDF af det.",
        path: sending.letter.dispatch.recipientPath, at: recipientPosition,
        help: "Installér programmet, der danner PDF.")
      return nil
    }
    guard let message, let attached, let addressee, let enclosed = enclosed(attached) else { return nil }
    var request = KombiRequest(
      choice: isDigital ? "Automatisk Valg" : "Fysisk Post", message: isDigital ? message : nil,
      order: order(message, addressee, enclosed), pdf: pdf)
    var place = message.files.count
    func next() -> String {
      place += 1
      return "fil-\(place)"
    }
    request.order.place = next()
    for index in request.order.enclosed.indices { request.order.enclosed[index].place = next() }
    let total = enclosed.reduce(pdf.count) { $0 + $1.content.count }
    if let problem = SizeLimit.print.problem(total) {
      report("memo-size", "Brevet med bilag \(problem.words)", path: "forsendelse.bilag", at: nil, help: problem.help)
      return nil
    }
    return request
  }

  private func order(_ message: Message, _ addressee: PrintOrder.Addressee, _ enclosed: [PrintOrder.Enclosed])
    -> PrintOrder
  {
    var company: String?
    if case .company(let number)? = sending.letter.dispatch.recipient.number { company = number.digits }
    let print = profile.print
    let paper = PrintOrder.Print(
      sides: print?.sides.map { $0 == .simplex ? "Simplex" : "Duplex" },
      colour: print?.colour.map { $0 == .black ? "SH" : "Farve" },
      envelope: print?.envelope?.label)
    return PrintOrder(
      id: message.id, type: print?.type, companyNumber: company, addressee: addressee, title: message.label,
      date: sending.letter.identity.date, place: "",
      print: paper.sides == nil && paper.colour == nil && paper.envelope == nil ? nil : paper,
      postage: print?.postage?.code, enclosed: enclosed)
  }

  /// The documents and files after the letter; only a PDF can be printed.
  private mutating func enclosed(_ attached: [Attached]) -> [PrintOrder.Enclosed]? {
    var enclosed: [PrintOrder.Enclosed] = []
    for document in sending.enclosed {
      guard let pdf = document.pdf else { return nil }
      enclosed.append(
        .init(
          name: document.identity.kind.messageTitle, number: enclosed.count + 1, place: "", content: FileContent(pdf)))
    }
    let before = diagnostics.count
    for (index, file) in attached.enumerated() {
      if FileFormat.suffix(of: file.name) != "pdf" {
        let path = "forsendelse.bilag.\(index + 1).fil"
        report(
          "kombi-format", "\(CaseLabels.name(of: path)) er ikke en PDF og kan ikke trykkes.", path: path,
          at: caseFile.dispatch?.attachments[index].file?.position, help: "Gem filen som PDF.")
      }
      enclosed.append(.init(name: file.label, number: enclosed.count + 1, place: "", content: file.content))
    }
    return diagnostics.count == before ? enclosed : nil
  }

  /// Name and address in lines that the printer can take.
  private mutating func addressee() -> PrintOrder.Addressee? {
    let recipient = sending.letter.dispatch.recipient
    let path = sending.letter.dispatch.recipientPath
    guard let address = recipient.address else {
      report(
        "missing-field", "\(CaseLabels.name(of: "\(path).adresse")) mangler, og brevet skal også kunne trykkes.",
        path: "\(path).adresse", at: recipientPosition, help: "Tilføj modtagerens adresse.")
      return nil
    }
    guard recipient.name.unicodeScalars.count <= 130 else {
      report(
        "kombi-name", "\(CaseLabels.name(of: "\(path).navn")) er længere end de 130 tegn, en kuvert tager.",
        path: "\(path).navn", at: recipientPosition, help: "Forkort navnet.")
      return nil
    }
    let town = "\(address.postcode) \(address.city)"
    guard let street = Self.lines(address.street), street.count <= 2, let last = Self.lines(town), last.count == 1
    else {
      report(
        "kombi-address", "\(CaseLabels.name(of: "\(path).adresse")) kan ikke stå på linjer af 34 tegn.",
        path: "\(path).adresse", at: recipientPosition,
        help: "Forkort vejen eller byen; sæt komma, hvor linjen kan deles.")
      return nil
    }
    let lines = street + last
    return PrintOrder.Addressee(
      name: recipient.name, first: lines[0], second: lines[1], third: lines.count > 2 ? lines[2] : nil,
      postcode: address.postcode)
  }

  /// A text in lines of at most 34 characters, parted at a comma or a space; nil when a word is longer.
  private static func lines(_ text: String) -> [String]? {
    let limit = 34
    var lines: [String] = []
    var rest = text[...]
    while rest.unicodeScalars.count > limit {
      // A comma stands at the end of its line and is left out there; a space may stand right after the line.
      let comma = rest.prefix(limit + 1).lastIndex(of: ",")
      guard let cut = comma ?? rest.prefix(limit + 1).lastIndex(of: " ") else { return nil }
      lines.append(String(rest[..<cut]).trimmed)
      rest = rest[rest.index(after: cut)...].drop { $0 == " " }
    }
    return lines + [String(rest).trimmed]
  }
}

extension Postage {
  /// The schema's word.
  fileprivate var code: String {
    switch self {
    case .priority: "Prioritaire"
    case .economy: "Economique"
    case .bulk: "Bulk"
    case .registered: "Rekommanderet"
    }
  }
}
