import Casework
import Diagnostics
import Fields
import Foundation
import GRDB
import Mentorbrev
import Register
import Testing

/// A correction of law or templates looks at every recorded case: one that cannot be read is told, and never passed over.
@Suite struct UnreadableRecordTests {
  private func order(_ cause: ReissueOrder.Cause, only: [String] = []) throws -> ReissueOrder {
    ReissueOrder(.correction, on: try #require(CalendarDate(iso: "2026-11-23")), because: cause, only: only)
  }

  private func proposals(_ issued: IssuedFolder, _ order: ReissueOrder) throws -> [ReissueProposal] {
    Array(try ReissuePlan.run(CaseInputs([]), order, with: IssuedFolder.bundle(), in: issued.output))
  }

  private func change(_ statement: String, in issued: IssuedFolder) throws {
    let database = try DatabaseQueue(path: issued.paths.database)
    try database.writeWithoutTransaction { db in try db.execute(sql: statement) }
    try database.close()
  }

  /// A case that another version of the program has recorded in a form of its own.
  private func withStrangeCase() throws -> IssuedFolder {
    let issued = try IssuedFolder("A-1", "B-1")
    try change("UPDATE issue SET form = 'yaml' WHERE casenumber = 'A-1'", in: issued)
    return issued
  }

  @Test(arguments: [ReissueOrder.Cause.lawbook, .templates]) func isRefusedByItsNumber(
    _ cause: ReissueOrder.Cause
  ) throws {
    let issued = try withStrangeCase()
    let proposals = try proposals(issued, order(cause))
    #expect(proposals.map(\.caseNumber) == ["A-1", "B-1"])
    #expect(proposals.map(\.status) == [.refused, .unaffected])
    #expect(proposals[0].diagnostics.map(\.id) == ["reissue-unreadable"])
    #expect(proposals[0].diagnostics.map(\.caseNumber) == ["A-1"])
  }

  @Test func isLeftOutWhenTheOrderLeavesItOut() throws {
    let issued = try withStrangeCase()
    #expect(try proposals(issued, order(.lawbook, only: ["B-1"])).map(\.status) == [nil, .unaffected])
  }

  @Test func isRefusedByTheRunAsWell() throws {
    let issued = try withStrangeCase()
    let run = try IssueRun(
      reissuing: CaseInputs([]), order(.lawbook), with: IssuedFolder.bundle(), into: issued.output,
      clock: IssuedFolder.clock)
    var statuses: [IssuedCase.Status?] = []
    while let batch = try run.nextBatch() { statuses += batch.map(\.status) }
    #expect(statuses == [.refused, .unchanged])
    var refused: [String?] = []
    try RegisterReader(issued.paths).eachRefusal { refused.append($0.caseNumber) }
    #expect(refused == ["A-1"])
  }

  @Test(arguments: [ReissueOrder.Cause.lawbook, .data]) func aRegisterThatCannotBeReadEndsTheRun(
    _ cause: ReissueOrder.Cause
  ) throws {
    let issued = try IssuedFolder("A-1", "B-1", "C-1")
    try change("UPDATE issue SET reissue = 'x' WHERE casenumber = 'B-1'", in: issued)
    let inputs = CaseInputs(["\(issued.folder.path)/sager.jsonl"])
    let failures = try ReissuePlan.run(inputs, order(cause), with: IssuedFolder.bundle(), in: issued.output)
      .map { $0.failure?.diagnostics.map(\.id) }
    #expect(failures == [nil, ["unwritable"], nil])
    let run = try IssueRun(
      reissuing: inputs, order(cause), with: IssuedFolder.bundle(), into: issued.output, clock: IssuedFolder.clock)
    #expect(try run.nextBatch()?.map(\.status) == [.unchanged])
    let error = #expect(throws: DiagnosticsError.self) { try run.nextBatch() }
    #expect(error?.diagnostics.map(\.id) == ["unwritable"])
    #expect(try run.nextBatch() == nil)
  }
}
