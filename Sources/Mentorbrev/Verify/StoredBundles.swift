import Casework
import Diagnostics
import Fields
import Hashing
import Lawbook
import Register
import Synchronization
import Templating

/// The templates, lawbook and profiles that documents were made with, as the register stores them. Runs follow each other,
/// so only the last few are kept.
final class StoredBundles: Sendable {
  private let reader: RegisterReader
  private let known = Mutex<[(hash: SHA256Hash, bundle: Result<StoredBundle, DiagnosticsError>)]>([])

  init(_ reader: RegisterReader) { self.reader = reader }

  /// A bundle, opened.
  func bundle(_ hash: SHA256Hash) -> Result<StoredBundle, DiagnosticsError> {
    known.withLock { known in
      if let found = known.first(where: { $0.hash == hash }) { return found.bundle }
      let bundle = Result { () throws(DiagnosticsError) in try StoredBundle(hash, in: reader) }
      known = known.suffix(2) + [(hash, bundle)]
      return bundle
    }
  }
}

/// One of them.
final class StoredBundle: Sendable {
  private struct Key: Hashable {
    var kind: String
    var era: CalendarDate
  }

  let letterbook: Letterbook
  private let requirements = Mutex<[Key: [Requirement]]>([:])

  init(_ hash: SHA256Hash, in reader: RegisterReader) throws(DiagnosticsError) {
    let files: [String: [UInt8]]?
    do throws(RegisterError) {
      files = try reader.files(of: hash)
    } catch {
      throw DiagnosticsError(error)
    }
    guard let files else {
      throw DiagnosticsError(
        [Diagnostic(.error, "register-damaged", "Registret mangler skabelonerne \(hash.hex.prefix(12)).")], in: .danish)
    }
    letterbook = try Letterbook(TemplateBundle(stored: files, named: "skabeloner \(hash.hex.prefix(12))"))
  }

  /// What a letter of a kind must hold on a day.
  func requirements(_ kind: String, on date: CalendarDate) throws(DiagnosticsError) -> [Requirement] {
    guard let era = letterbook.lawbook.eras(in: date...date).first else { return [] }
    // Within an era the law is the same.
    let key = Key(kind: kind, era: era.lowerBound)
    if let found = requirements.withLock({ $0[key] }) { return found }
    let found = try letterbook.lawbook.requirements(kind: kind, on: date).filter { $0.output != .xml }
    requirements.withLock { $0[key] = found }
    return found
  }
}
