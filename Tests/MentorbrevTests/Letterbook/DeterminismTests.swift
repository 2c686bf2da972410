import Casework
import Mentorbrev
import Templating
import Testing

/// That the same case gives the same bytes, in whatever order and beside whatever else.
@Suite struct DeterminismTests {
  @Test func givesTheSameBytesTwice() throws {
    let sample = try Sample(golden: "alle-felter")
    let first = try Repository.letterbook().documents(sample).map(\.bytes)
    let again = try Letterbook(contentsOf: Repository.templates).documents(sample).map(\.bytes)
    #expect(first == again)
  }

  @Test func givesTheSameBytesFromManyTasks() async throws {
    let letterbook = try Letterbook(contentsOf: Repository.templates)
    let names = ["almindelig", "alle-felter", "udskrivning-i-faser", "graense-2021-12-31"]
    let alone = try names.map { try Repository.letterbook().documents(try Sample(golden: $0)).map(\.bytes) }
    try await withThrowingTaskGroup(of: (Int, [[UInt8]]).self) { group in
      for number in 0..<8 {
        let index = number % names.count
        group.addTask { (index, try letterbook.documents(try Sample(golden: names[index])).map(\.bytes)) }
      }
      for try await (index, bytes) in group { #expect(bytes == alone[index]) }
    }
  }

  @Test func doesNotDependOnTheOrderOfKeysOrOfOutputs() throws {
    let sample = try Sample.ordinary()
    let documents = try Repository.letterbook().documents(sample, as: [.xml, .html])
    let kept = try GoldenCase(name: "almindelig").documents()
    for document in documents { #expect(try kept.ending(document.fileName).bytes == document.bytes) }
  }
}
