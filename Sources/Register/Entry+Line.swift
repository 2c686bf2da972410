import Diagnostics
import Hashing

extension Entry {
  /// The line of the journal. What tells of a case has a ``Salt``, so it is another one each time.
  func makeLine() -> JSONLine {
    var line = JSONLine()
    switch self {
    case .material(let material):
      line.add("entry", "material")
      line.add("hash", material.hash.hex)
      line.add("text", utf8: material.bytes)
    case .bundle(let bundle):
      line.add("entry", "bundle")
      line.add("hash", bundle.hash.hex)
      line.add("files", Self.hashes(bundle.files))
    case .run(let run):
      line.add("entry", "run")
      line.add("run", run.number)
      line.add("command", run.command)
      line.add("engine", run.engine)
      line.add("bundle", run.bundle.hex)
    case .issued(let issued):
      line.add("entry", "issued")
      line.add("run", issued.run)
      line.add("authority", issued.authority)
      line.add("case", issued.caseNumber)
      line.add("form", issued.data.form)
      line.add("data", utf8: issued.data.bytes)
      line.add("documents", issued.documents.map(Self.line))
      if let reissue = issued.reissue { line.add("reissue", Self.line(reissue)) }
      line.add("salt", Salt.make())
    case .refused(let refused):
      line.add("entry", "refused")
      line.add("run", refused.run)
      line.add("case", refused.caseNumber)
      line.add("data", refused.data.hex)
      line.add("reasons", words: refused.reasons)
      line.add("place", refused.place)
      line.add("salt", Salt.make())
    case .event(let event):
      line.add("entry", event.what.rawValue)
      line.add("documents", words: event.documents)
      line.add("day", event.day)
      line.add("moment", event.moment)
      line.add("why", event.why)
      line.add("by", event.by)
      line.add("message", event.message)
      line.add("successor", event.successor)
      line.add("salt", Salt.make())
    case .approved(let approval):
      line.add("entry", "approved")
      line.add("run", approval.run)
      line.add("by", approval.by)
      line.add("hash", approval.hash.hex)
    case .forgotten(let forgotten):
      line.add("entry", "forgotten")
      line.add("cases", forgotten.cases)
      line.add("documents", Self.counts(forgotten.documents))
      line.add("refusals", forgotten.refusals)
      line.add("runs", Self.counts(Dictionary(uniqueKeysWithValues: forgotten.runs.map { (String($0), $1) })))
      line.add("why", forgotten.why)
      line.add("lines", words: forgotten.lines.map(\.hex))
    }
    return line
  }

  private static func line(_ document: Issued.Document) -> JSONLine {
    var line = JSONLine()
    line.add("name", document.name)
    line.add("kind", document.kind)
    line.add("date", document.date)
    line.add("recipient", document.recipient)
    line.add("files", hashes(document.files))
    return line
  }

  static func counts(_ numbers: [String: Int]) -> JSONLine {
    var line = JSONLine()
    for (name, number) in numbers.sorted(by: { $0.key < $1.key }) { line.add(name, number) }
    return line
  }

  static func line(_ reissue: Reissue) -> JSONLine {
    var line = JSONLine()
    line.add("form", reissue.form)
    line.add("reasons", words: reissue.reasons)
    line.add("covers", words: reissue.covers)
    return line
  }

  static func hashes(_ files: [String: SHA256Hash]) -> JSONLine {
    var line = JSONLine()
    for (name, hash) in files.sorted(by: { $0.key < $1.key }) { line.add(name, hash.hex) }
    return line
  }
}
