public import Fields

/// What a re-issue is in law, and what is to be re-issued: a person says so, and nothing of it is guessed.
public struct ReissueOrder: Sendable {
  /// What a re-issue is.
  public enum Form: String, Sendable, CaseIterable {
    /// The support changes: a new decision with its own date, law, reasons and complaint deadline.
    case newDecision = "ny-afgoerelse"
    /// The citizen is told something; what was granted is unchanged, and no deadline begins.
    case information = "orientering"
    /// The authority corrects an error of its own; the decision keeps its date and its law.
    case correction = "rettelse"
    /// The record is brought up to date, and nothing is sent.
    case record = "registrering"

    /// What a Danish reader calls it.
    public var label: String {
      switch self {
      case .newDecision: "ny afgørelse"
      case .information: "orientering"
      case .correction: "rettelse"
      case .record: "kun registrering"
      }
    }
  }

  /// What makes a re-issue necessary.
  public enum Cause: Sendable {
    /// The cases say something else than when they were issued.
    case data
    /// Entries of the lawbook have been corrected: documents that printed one.
    case lawbook
    /// Templates declare a substantive change: documents that were made before it.
    case templates
  }

  /// What it is.
  public var form: Form
  /// Why.
  public var cause: Cause
  /// The date of the documents that are made.
  public var date: CalendarDate
  /// Kinds of documents, case numbers and reasons (`timetal`, `mentorstoette.timetal`) that it is limited to; empty for
  /// everything. Of each sort at least one must fit.
  public var only: [String]

  /// Creates an order.
  public init(_ form: Form, on date: CalendarDate, because cause: Cause = .data, only: [String] = []) {
    self.form = form
    self.cause = cause
    self.date = date
    self.only = only
  }
}
