public import Fields

extension CaseFile {
  /// `forsendelse`: what the case says about the message in Digital Post, beside its documents.
  public struct Dispatch: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `nummer`: 1 for the first sending, 2 and more for a deliberate new one of the same letter.
    public var number: Said<Int>?
    /// `titel`: what the mailbox shows instead of the authority's ordinary title.
    public var title: Said<String>?
    /// `leveresFra`: the first day on which the citizen sees the message.
    public var deliverFrom: Said<CalendarDate>?
    /// `bilag`: files that go with the letter.
    public var attachments: [Attachment] = []
    /// `moede`: a meeting that the letter calls to.
    public var meeting: Meeting?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `forsendelse.bilag`: a file below the folder of attachments.
  public struct Attachment: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `fil`: its path below the folder.
    public var file: Said<String>?
    /// `titel`: what the citizen sees.
    public var title: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `forsendelse.moede`: a meeting, by Danish time.
  public struct Meeting: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`.
    public var date: Said<CalendarDate>?
    /// `fra`: when it begins.
    public var from: Said<ClockTime>?
    /// `til`: when it ends.
    public var to: Said<ClockTime>?
    /// `emne`: what the calendar shows.
    public var subject: Said<String>?
    /// `tekst`: what it is about.
    public var text: Said<String>?
    /// `sted`: where it is held.
    public var place: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
