public import Diagnostics
import Fields
public import Templating

/// A request to SF1601 (*KombiPostAfsend*): a message, an order to print, and who chooses between them.
struct KombiRequest: Sendable {
  /// `Automatisk Valg`, or `Fysisk Post` for whom there can be no mailbox.
  var choice: String
  /// The message; nil when the letter can go on paper only.
  var message: Message?
  /// The order to print.
  var order: PrintOrder
  /// The letter as PDF.
  var pdf: FileContent

  static let fields = Fields<KombiRequest>("kombi") {
    Field.text("valg", "Valg af kanal", \.choice)
    Field.optionalRecord("besked", "Besked", Message.fields, \.message)
    Field.record("ordre", "Printordre", PrintOrder.fields, \.order)
  }

  /// All places of the request, and what goes there.
  var contents: [(place: String, content: FileContent)] {
    (message?.files ?? []).map { ($0.place, $0.content) } + [(order.place, pdf)]
      + order.enclosed.map { ($0.place, $0.content) }
  }
}

/// The envelope of requests to SF1601, compiled from its template.
public struct KombiEnvelope: Sendable {
  private let template: CompiledTemplate

  /// Compiles the template of requests.
  ///
  /// - Parameter files: the folder of templates; the template and its parts stand in `digitalpost`.
  /// - Throws: everything that is wrong with the template.
  public init(_ files: any TemplateFiles) throws(DiagnosticsError) {
    template = try Envelope.compile("kombi", KombiRequest.fields.type, files)
  }

  func write(_ request: KombiRequest) throws(DiagnosticsError) -> SealedMessage {
    var table = SlotTable()
    KombiRequest.fields.fill(&table, from: request)
    var buffer = OutputBuffer()
    template.render(table, into: &buffer)
    return SealedMessage(pieces: try ContentPlaces.split(buffer.bytes, around: request.contents), id: request.order.id)
  }
}
