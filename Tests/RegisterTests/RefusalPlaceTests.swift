import Hashing
import Testing

@testable import Register

/// Where a refused case stood is kept from now on; journals from before that are read as they were.
@Suite struct RefusalPlaceTests {
  private static let hash = SHA256Hash(of: "x")
  private static let old = """
    {"entry":"refused","run":1,"case":"A-1","data":"\(hash.hex)","reasons":["R01: for lang"],"salt":"00"}
    """

  @Test func readsALineThatNamesNoPlace() {
    let line = JournalLine(Array(Self.old.utf8))
    guard case .entry(.refused(let refused))? = line else {
      Issue.record("not read: \(String(describing: line))")
      return
    }
    #expect(refused == Refused(run: 1, caseNumber: "A-1", data: Self.hash, reasons: ["R01: for lang"]))
    #expect(refused.place == nil)
  }

  @Test func readsALineWithItsPlace() {
    let new = Self.old.replacing(#""salt""#, with: #""place":"fil 2, linje 14","salt""#)
    guard case .entry(.refused(let refused))? = JournalLine(Array(new.utf8)) else {
      Issue.record("not read")
      return
    }
    #expect(refused.place == "fil 2, linje 14")
  }

  @Test func isTheSameRefusalWhereverItStands() {
    let here = Refused(run: 1, caseNumber: nil, data: Self.hash, reasons: ["R01: for lang"], place: "fil 1")
    let there = Refused(run: 2, caseNumber: nil, data: Self.hash, reasons: ["R01: for lang"], place: "fil 2")
    #expect(here.key == there.key)
  }

  @Test func keepsThePlaceWhenTheDatabaseIsMadeAgain() throws {
    let folder = try RegisterFolder()
    let refused = Refused(run: 1, caseNumber: nil, data: Self.hash, reasons: ["R01: for lang"], place: "fil 1, linje 3")
    try RegisterWriter(folder.paths).record([.refused(refused)], at: RegisterFolder.time)
    try RegisterWriter.rebuild(folder.paths)
    var places: [String?] = []
    try RegisterReader(folder.paths).eachRefusal { places.append($0.place) }
    // One was recorded without.
    #expect(places.count == 2 && places.contains(nil) && places.contains("fil 1, linje 3"))
    // The place is part of a run's story, and no part of what any way to the same state leaves.
    #expect(try folder.export().allSatisfy { !$0.contains("linje") })
  }
}
