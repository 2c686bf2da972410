public import Fields

/// A message in Digital Post (MeMo), as its template prints it: every text as it will stand in the XML.
///
/// It may hold what Digital Post refuses. ``MessageRule`` says what that is, and which field of the case it comes from.
public struct Message: Sendable {
  /// The version of the format.
  public var version: MessageVersion
  /// `messageUUID`: follows from the document, the recipient and the content.
  public var id: String
  /// `messageCode`: the kind of document.
  public var code: String
  /// `label`: what the mailbox shows.
  public var label: String
  /// `notification`: what a telephone shows; nothing about the person.
  public var notification: String
  /// `replyByDateTime`, with `reply`: until when an answer is asked for.
  public var replyBy: String?
  /// `doNotDeliverUntilDate`.
  public var deliverFrom: CalendarDate?
  /// The authority.
  public var sender: Party
  /// Where an answer goes.
  public var contactPoint: ContactPoint?
  /// Whom it goes to.
  public var recipient: Party
  /// The case.
  public var caseID: CaseID?
  /// The subject of the case.
  public var subject: Subject?
  /// `createdDateTime`.
  public var created: String
  /// The letter, in one or two formats.
  public var main: Document
  /// What goes with it.
  public var additional: [Document]

  /// Sender or recipient.
  public struct Party: Sendable {
    /// CPR or CVR number.
    public var number: String
    /// `CPR` or `CVR`.
    public var kind: String
    /// The name that is shown.
    public var label: String

    static let fields = Fields<Party>("post-part") {
      Field.text("nummer", "Nummer", \.number, .identifying)
      Field.text("art", "Nummerets art", \.kind)
      Field.text("navn", "Navn", \.label, .personal)
    }
  }

  /// A point of contact.
  public struct ContactPoint: Sendable {
    /// The group.
    public var group: String?
    /// The UUID.
    public var id: String
    /// The name that is shown.
    public var label: String?

    static let fields = Fields<ContactPoint>("post-kontaktpunkt") {
      Field.optionalText("gruppe", "Gruppe", \.group)
      Field.text("id", "UUID", \.id)
      Field.optionalText("navn", "Navn", \.label)
    }
  }

  /// The number of the case, and the system that it belongs to.
  public struct CaseID: Sendable {
    /// The number.
    public var number: String
    /// The system.
    public var system: String

    static let fields = Fields<CaseID>("sagsreference") {
      Field.text("nummer", "Sagsnummer", \.number)
      Field.text("system", "Sagssystem", \.system)
    }
  }

  /// The subject by KLE.
  public struct Subject: Sendable {
    /// `00.00.00`.
    public var key: String
    /// The edition.
    public var version: String
    /// The facet, `G01`.
    public var facet: String?
    /// In words.
    public var label: String

    static let fields = Fields<Subject>("kle") {
      Field.text("emne", "Emnenummer", \.key)
      Field.text("version", "Udgave", \.version)
      Field.optionalText("facet", "Facet", \.facet)
      Field.text("tekst", "Emne", \.label)
    }
  }

  /// A document: the same content in one or more formats.
  public struct Document: Sendable {
    /// What the citizen sees.
    public var label: String
    /// The formats.
    public var files: [File]
    /// What the citizen can do with it.
    public var actions: [Action] = []

    static let fields = Fields<Document>("post-dokument") {
      Field.text("titel", "Titel", \.label, .personal)
      Field.list("filer", "Filer", File.fields, nonEmpty: true, \.files)
      Field.list("handlinger", "Handlinger", Action.fields, \.actions)
    }
  }

  /// A file; its content is written at its place, and never stands in a slot.
  public struct File: Sendable {
    /// `application/pdf`.
    public var format: String
    /// The name.
    public var name: String
    /// `da`.
    public var language: String
    /// The text that the template prints where the content goes.
    public var place: String
    /// The content.
    public var content: FileContent

    static let fields = Fields<File>("post-fil") {
      Field.text("format", "Format", \.format)
      Field.text("navn", "Filnavn", \.name, .personal)
      Field.text("sprog", "Sprog", \.language)
      Field.text("plads", "Indholdets plads", \.place)
    }
  }

  /// Something that the citizen can do: follow a link, or put a meeting into a calendar.
  public struct Action: Sendable {
    /// What is shown.
    public var label: String
    /// One of eight words.
    public var code: String
    /// When it begins.
    public var from: String?
    /// When it ends.
    public var to: String?
    /// The meeting, of an `AFTALE`.
    public var reservation: Reservation?
    /// The address, of all others.
    public var url: String?

    static let fields = Fields<Action>("handling") {
      Field.text("titel", "Titel", \.label, .personal)
      Field.text("kode", "Kode", \.code)
      Field.optionalText("fra", "Fra", \.from, .personal)
      Field.optionalText("til", "Til", \.to, .personal)
      Field.optionalRecord("aftale", "Aftale", Reservation.fields, \.reservation)
      Field.optionalText("adresse", "Adresse", \.url)
    }
  }

  /// A meeting in a calendar.
  public struct Reservation: Sendable {
    /// What it is about.
    public var description: String
    /// Its UUID.
    public var id: String
    /// The heading.
    public var abstract: String
    /// Where.
    public var location: String
    /// When it begins.
    public var from: String
    /// When it ends.
    public var to: String
    /// Who holds it.
    public var organizer: String

    static let fields = Fields<Reservation>("kalenderaftale") {
      Field.text("tekst", "Om mødet", \.description, .personal)
      Field.text("id", "UUID", \.id)
      Field.text("emne", "Emne", \.abstract, .personal)
      Field.text("sted", "Sted", \.location, .personal)
      Field.text("fra", "Begynder", \.from, .personal)
      Field.text("til", "Slutter", \.to, .personal)
      Field.text("afholder", "Afholder", \.organizer)
    }
  }

  /// The fields that the template of messages reads.
  public static let fields = Fields<Message>("memo") {
    Field.value("version", "MeMo-version", \.version)
    Field.text("id", "Beskedens UUID", \.id)
    Field.text("kode", "Beskedens art", \.code)
    Field.text("titel", "Titel", \.label)
    Field.text("notifikation", "Notifikation", \.notification)
    Field.optionalText("svarfrist", "Svarfrist", \.replyBy)
    Field.optionalValue("leveresFra", "Leveres fra", \.deliverFrom)
    Field.record("afsender", "Afsender", Party.fields, \.sender)
    Field.optionalRecord("kontaktpunkt", "Kontaktpunkt", ContactPoint.fields, \.contactPoint)
    Field.record("modtager", "Modtager", Party.fields, \.recipient)
    Field.optionalRecord("sag", "Sag", CaseID.fields, \.caseID)
    Field.optionalRecord("kle", "KLE-emne", Subject.fields, \.subject)
    Field.text("oprettet", "Oprettet", \.created)
    Field.record("brev", "Brevet", Document.fields, \.main)
    Field.list("andre", "Andre dokumenter", Document.fields, \.additional)
  }

  /// All documents: the letter first.
  public var documents: [Document] { [main] + additional }

  /// All files, in the order of the documents.
  public var files: [File] { documents.flatMap(\.files) }

  /// Gives every file a place of its own in the envelope.
  mutating func placeFiles() {
    var number = 0
    func place(_ document: inout Document) {
      for index in document.files.indices {
        number += 1
        document.files[index].place = "fil-\(number)"
      }
    }
    place(&main)
    for index in additional.indices { place(&additional[index]) }
  }
}
