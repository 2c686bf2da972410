import Testing

@testable import Templating

/// Sets of facts, of which the first 128 lie apart from the rest.
@Suite struct FactSetTests {
  private static let numbers = [0, 1, 63, 64, 65, 127, 128, 129, 1000]

  @Test func holdsWhatWasPutInAndNothingElse() {
    for number in Self.numbers {
      var facts = FactSet()
      facts.insert(number)
      #expect(Self.numbers.filter(facts.contains) == [number])
    }
  }

  @Test func holdsWhatEitherOrBothHold() {
    var (some, others) = (FactSet(), FactSet())
    for number in [0, 63, 64, 127, 128] { some.insert(number) }
    for number in [1, 63, 65, 127, 128, 1000] { others.insert(number) }
    var both = some
    both.formIntersection(others)
    #expect(Self.numbers.filter(both.contains) == [63, 127, 128])
    some.formUnion(others)
    #expect(Self.numbers.filter(some.contains) == [0, 1, 63, 64, 65, 127, 128, 1000])
    some.formIntersection(FactSet())
    #expect(!Self.numbers.contains(where: some.contains))
  }
}
