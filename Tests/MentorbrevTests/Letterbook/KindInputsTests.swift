import Casework
import Fields
import Foundation
import Mentorbrev
import Testing

/// A kind of document says of which fields it is made (`schema csv --kind`): they are all that it takes.
@Suite struct KindInputsTests {
  private static let samples: [(name: String, sample: Sample)] = {
    let folder = "\(Repository.templates)/examples"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.filter { $0.hasSuffix(".json") } ?? []
    let examples = names.sorted().compactMap { name -> (String, Sample)? in
      let data = try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      let json = data.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any]
      return json.map { (name, Sample($0)) }
    }
    return examples + GoldenCase.all.compactMap { golden in (try? golden.sample()).map { (golden.name, $0) } }
  }()

  /// What is left of a value when only some paths are kept.
  private static func kept(_ value: Any, _ place: String, _ isKept: (String) -> Bool) -> Any? {
    if let record = value as? [String: Any] {
      let fields = record.compactMap { key, inner in
        kept(inner, place.isEmpty ? key : "\(place).\(key)", isKept).map { (key, $0) }
      }
      return fields.isEmpty ? nil : Dictionary(uniqueKeysWithValues: fields)
    }
    if let rows = value as? [Any] {
      let rest = rows.compactMap { kept($0, place, isKept) }
      return rest.isEmpty ? nil : rest
    }
    return isKept(place) ? value : nil
  }

  /// A contract with goal and tasks of its own: where it has none, those of the support stand in for them.
  private static func withOwnEffort(_ sample: Sample) -> Sample {
    ["maal", "opgaver"].reduce(sample) { sample, key in
      sample["kontrakt.\(key)"] == nil ? sample.with("kontrakt.\(key)", sample["mentorstoette.\(key)"]) : sample
    }
  }

  /// The paths of a header, without the numbers of rows.
  private static func columns(of kind: DocumentKind) -> Set<String> {
    let names = CaseSchema.tableHeader(for: [kind]).split(separator: ";")
    return Set(names.map { $0.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".") })
  }

  @Test(arguments: DocumentKind.allCases) func areAllThatTheDocumentNeeds(_ kind: DocumentKind) throws {
    let columns = Self.columns(of: kind)
    var compared = 0
    for (name, sample) in Self.samples {
      guard let whole = try? Repository.letterbook().documents(sample, kinds: [kind]), !whole.isEmpty else { continue }
      let said = kind.model.clearance == .open ? Self.withOwnEffort(sample) : sample
      let rest = try #require(Self.kept(said.json, "", columns.contains) as? [String: Any])
      let made = try Repository.letterbook().documents(Sample(rest), kinds: [kind])
      #expect(made.map(\.path) == whole.map(\.path), "\(name)")
      for (one, other) in zip(made, whole) { #expect(one.text == other.text, "\(name)") }
      compared += whole.count
    }
    #expect(compared > 0)
  }

  /// A list for employers asks for nothing of the citizen, and a list for citizens for nothing of a contract.
  @Test(arguments: DocumentKind.allCases) func areNotThoseOfAnotherMatter(_ kind: DocumentKind) {
    let columns = Self.columns(of: kind)
    #expect(columns.count < 125, "\(columns.count)")
    let records = Set(columns.map { String($0.prefix { $0 != "." }) })
    if kind.model.clearance == .open {
      #expect(records.isDisjoint(with: ["borger", "modtagere", "afgoerelse", "egenTekst", "minPlan"]))
    } else {
      #expect(!records.contains("kontrakt"))
    }
  }

  /// Each path is a field or record of the contract of input, and none stands within another.
  @Test(arguments: DocumentKind.allCases) func areDeclared(_ kind: DocumentKind) {
    let paths = Set(CaseSchema.dictionary().map { $0.path.replacing(".N", with: "") })
    let inputs = kind.model.inputs
    for path in inputs { #expect(paths.contains(path), "\(path)") }
    #expect(Set(inputs).count == inputs.count)
    for path in inputs {
      #expect(!inputs.contains { path.hasPrefix("\($0).") }, "\(path)")
    }
  }

  @Test func standInTheOrderOfTheWholeHeader() {
    let all = CaseSchema.tableHeader().split(separator: ";")
    let some = CaseSchema.tableHeader(for: [.mentorOrder, .contract]).split(separator: ";")
    let chosen = Set(some)
    #expect(all.filter(chosen.contains) == some)
    let both = Self.columns(of: .contract).union(Self.columns(of: .mentorOrder))
    #expect(Set(some.map { $0.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".") }) == both)
    let labels = CaseSchema.tableHeader(for: [.mentorOrder, .contract], labels: true, rows: 3)
    #expect(labels.hasPrefix("\u{FEFF}Sagsnummer;Løbenummer;Retsgrundlag;Myndighed: Navn;"))
    #expect(labels.split(separator: ";").count == some.count)
  }
}
