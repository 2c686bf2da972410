import Casework
public import Fields

/// An order to print and post a letter (*ForsendelseI* of fjernprint), as its template prints it.
public struct PrintOrder: Sendable {
  /// `AfsendelseIdentifikator`: the same UUID as the message's, so that receipts of both can be matched.
  public var id: String
  /// The number that the printer knows the kind of letter by.
  public var type: Int?
  /// The CVR number of a company; a person is never named by a number.
  public var companyNumber: String?
  /// Name and address.
  public var addressee: Addressee
  /// What the letter is called.
  public var title: String
  /// The letter's date.
  public var date: CalendarDate
  /// The text that the template prints where the PDF goes.
  public var place: String
  /// How it is printed.
  public var print: Print?
  /// How it is carried, by the schema's word.
  public var postage: String?
  /// What is printed after the letter.
  public var enclosed: [Enclosed]

  /// Who the letter is addressed to: lines of at most 34 characters.
  public struct Addressee: Sendable {
    /// At most 130 characters.
    public var name: String
    /// The first line.
    public var first: String
    /// A second line, when there is one.
    public var second: String?
    /// A third line, when there is one.
    public var third: String?
    /// Four digits.
    public var postcode: String

    static let fields = Fields<Addressee>("postmodtager") {
      Field.text("navn", "Navn", \.name, .personal)
      Field.text("linje1", "Første linje", \.first, .personal)
      Field.optionalText("linje2", "Anden linje", \.second, .personal)
      Field.optionalText("linje3", "Tredje linje", \.third, .personal)
      Field.text("postnummer", "Postnummer", \.postcode, .personal)
    }
  }

  /// Paper and envelope, by the schema's words.
  public struct Print: Sendable {
    /// `Simplex` or `Duplex`.
    public var sides: String?
    /// `SH` or `Farve`.
    public var colour: String?
    /// `C4`, `C5` or `MA`.
    public var envelope: String?

    static let fields = Fields<Print>("printparametre") {
      Field.optionalText("sider", "Sider", \.sides)
      Field.optionalText("farve", "Farve", \.colour)
      Field.optionalText("kuvert", "Kuvert", \.envelope)
    }
  }

  /// A PDF that is printed after the letter.
  public struct Enclosed: Sendable {
    /// Its name.
    public var name: String
    /// Its place among the others, from 1.
    public var number: Int
    /// The text that the template prints where the PDF goes.
    public var place: String
    /// The PDF.
    public var content: FileContent

    static let fields = Fields<Enclosed>("printbilag") {
      Field.text("navn", "Navn", \.name, .personal)
      Field.value("nummer", "Nummer", \.number)
      Field.text("plads", "Indholdets plads", \.place)
    }
  }

  static let fields = Fields<PrintOrder>("printordre") {
    Field.text("id", "UUID", \.id)
    Field.optionalValue("type", "Forsendelsestype", \.type)
    Field.optionalText("cvr", "CVR-nummer", \.companyNumber)
    Field.record("modtager", "Modtager", Addressee.fields, \.addressee)
    Field.text("titel", "Titel", \.title)
    Field.value("dato", "Brevets dato", \.date)
    Field.text("plads", "Indholdets plads", \.place)
    Field.optionalRecord("print", "Print", Print.fields, \.print)
    Field.optionalText("post", "Postkategori", \.postage)
    Field.list("bilag", "Bilag", Enclosed.fields, \.enclosed)
  }
}
