import Casework
import Register

extension PreparedCase {
  /// Makes what a re-issue makes of a case.
  init(_ unread: UnreadCase, by reissuer: Reissuer, _ order: ReissueOrder, in space: RenderSpace) {
    let outcome = reissuer.outcome(of: unread, in: space)
    let derived = outcome.text.map { CaseData(form: InputFormat.json.rawValue, bytes: $0.json) }
    let given = unread.data.map { CaseData(form: $0.form.rawValue, bytes: $0.bytes) }
    self.init(outcome.rendered, data: derived ?? given)
    reissued = outcome.reissue(order)
    proposal = outcome.proposal
  }
}
