import Casework

extension PreparedCase {
  /// Makes what a re-issue makes of a case.
  init(_ unread: UnreadCase, by reissuer: Reissuer, _ order: ReissueOrder, in space: RenderSpace) {
    let outcome = reissuer.outcome(of: unread, in: space)
    self.init(outcome.rendered, data: outcome.data)
    reissued = outcome.reissue(order)
    proposal = outcome.proposal
  }
}
