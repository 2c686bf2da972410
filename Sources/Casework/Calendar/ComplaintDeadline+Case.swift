public import Fields

extension CaseFile {
  /// The deadline that every recipient's letter prints: it runs from the citizen's receipt, RSL § 67, by the citizen's
  /// own channel, whoever else gets the letter and however.
  ///
  /// Where the letter is not to the citizen, it runs from when it comes to those whom it is to, and to the citizen who has a
  /// copy: of several days the last, for nobody may be told of one that is too early.
  ///
  /// It runs from the day of receipt that the case names, else from the day on which the letter is presumed received: one
  /// that waits in Digital Post is handed over when it may be read.
  ///
  /// - Parameter date: the date of the letter.
  public func complaintDeadline(sent date: CalendarDate) -> ComplaintDeadline {
    let own: Channel = citizen?.isExemptFromDigitalPost?.value == true ? .paper : .digital
    func channel(_ recipient: Recipient) -> Channel {
      recipient.channel?.value ?? (recipient.role?.value == .citizen ? own : .digital)
    }
    let citizens = recipients.filter { $0.role?.value == .citizen }.prefix(1)
    let mains = citizens.filter { $0.isCopy?.value != true }
    let counted = mains.isEmpty ? recipients.filter { $0.isCopy?.value != true } + citizens : Array(mains)
    let channels = recipients.isEmpty ? [own] : counted.map(channel)
    let handedOver = max(date, dispatch?.deliverFrom?.value ?? date)
    let slowest: Channel = channels.contains(.paper) ? .paper : .digital
    return ComplaintDeadline(
      received: decision?.receiptDate?.value ?? PresumedReceipt.day(sent: handedOver, by: slowest), channel: slowest)
  }
}
