import Casework
import Diagnostics
import Foundation
import Register
import Templating
import Testing

@testable import Mentorbrev

/// What is issued is recorded, or nothing of it gets its name.
@Suite struct IssueBatchTests {
  @Test func givesNoNamesToWhatCannotBeRecorded() throws {
    let folder = try TemporaryFolder()
    let reading = try Sample.ordinary().reading()
    let result = try Repository.letterbook().render(reading, as: [.html])
    // Without the text of the case, which the register keeps.
    var prepared = PreparedCase(CaseOutcome(reading: reading, result: result), data: nil)
    let output = "\(folder.path)/Output"
    try FileManager.default.createDirectory(atPath: "\(output)/.staging", withIntermediateDirectories: true)
    prepared.stage(in: DocumentWriter(folder: output), "\(output)/.staging", recorded: [:])
    var batch = IssueBatch(
      run: 1, places: InputPlaces(CaseInputs([])), in: output, recorded: [:], citizens: KnownCitizens())
    let error = #expect(throws: DiagnosticsError.self) { try batch.add(prepared) }
    #expect(error?.diagnostics.map(\.id) == ["issue-unrecordable"])
    #expect(batch.cases.isEmpty)
    #expect(try folder.files().allSatisfy { $0.hasPrefix("Output/.staging/") })
  }
}
