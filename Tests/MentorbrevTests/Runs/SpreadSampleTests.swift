import Testing

@testable import Mentorbrev

/// The first and some at equal distances, whatever the number.
@Suite struct SpreadSampleTests {
  @Test(arguments: [0, 1, 3, 6, 7, 12, 13, 100, 1206, 100_000]) func takesTheFirstAndSomeAtEqualDistances(_ count: Int)
  {
    var sample = SpreadSample<Int>(limit: 6)
    for item in 0..<count { sample.add(item) }
    #expect(sample.count == count)
    #expect(sample.items.count == count || (4...6).contains(sample.items.count))
    let stride = sample.items.count > 1 ? sample.items[1] : 1
    #expect(sample.items == sample.items.indices.map { $0 * stride })
    // The rest of the way is no longer than a step.
    #expect(count == 0 || (sample.items.last ?? 0) + stride >= count)
  }
}
