public import DigitalPost

/// What is made of the letters of a run, and of which of them.
public struct PackOptions: Sendable {
  /// Messages in containers, or requests to SF1601, a file each.
  public var form: MessageForm
  /// The version of MeMo.
  public var version: MessageVersion
  /// The folder below which the files are found that cases name; nil when there is none.
  public var attachments: String?
  /// How large one container may become.
  public var limits: ContainerLimits
  /// The cases, by their numbers; nil for all of the runs.
  public var cases: Set<String>?
  /// Which sending it is.
  public var sending: SendingNumber

  /// Which sending of a letter is packed (*forsendelsesnummer*).
  public enum SendingNumber: Sendable, Hashable {
    /// The one with a number: 1 for letters that have not been packed; 2 and more to send a letter once more, as a new
    /// message. What has been packed with this number, or a higher one, is left alone, so that a run that was stopped can
    /// be started again.
    case number(Int)
    /// The last one that was packed, with the same UUIDs: for a container that was lost before it was sent.
    case same
  }

  /// Creates options.
  public init(
    form: MessageForm = .memo, version: MessageVersion = .v1_2, attachments: String? = nil,
    limits: ContainerLimits = ContainerLimits(), cases: Set<String>? = nil, sending: SendingNumber = .number(1)
  ) {
    self.form = form
    self.version = version
    self.attachments = attachments
    self.limits = limits
    self.cases = cases
    self.sending = sending
  }
}
