import Diagnostics
import Register

/// Holds each approval against the documents of its run: it is one of these documents and of no others.
struct ApprovalCheck {
  private let reader: RegisterReader

  init(_ reader: RegisterReader) { self.reader = reader }

  func findings() throws(RegisterError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for run in try reader.runs() {
      guard let approval = run.approval else { continue }
      let sum = try reader.hash(ofRun: run.record.number)
      // After a forgetting the run has fewer documents than were approved, and waits for another approval.
      if run.approval(of: sum) == nil, run.unapproved == .others { findings.append(Self.problem(approval, sum.short)) }
    }
    return findings
  }

  private static func problem(_ approval: Approval, _ sum: String) -> Diagnostic {
    Diagnostic(
      .error, "verify-approval",
      "Kørsel \(approval.run) er godkendt med kontrolsummen \(approval.hash.short), men dens dokumenter har \(sum), og "
        + "ingen sag i den er slettet.",
      help:
        "Send intet fra kørslen. Sammenlign journalen med en sikkerhedskopi: nogen har ændret godkendelsen eller det, der "
        + "er udstedt.")
  }
}
