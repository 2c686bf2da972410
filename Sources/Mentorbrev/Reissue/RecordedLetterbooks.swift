import Diagnostics
import Hashing
import Register
import Synchronization

/// The templates, the law and the profiles that earlier runs issued documents with.
final class RecordedLetterbooks: Sendable {
  private let register: RegisterReader
  private let bundles: [Int: SHA256Hash]
  private let today: TemplateBundle
  private let opened = Mutex<[SHA256Hash: Letterbook]>([:])
  /// Those with the law of today; nil in it where the old templates do not stand it.
  private let corrected = Mutex<[SHA256Hash: Letterbook?]>([:])

  init(_ register: RegisterReader, today: TemplateBundle) throws(RegisterError) {
    self.register = register
    self.today = today
    bundles = Dictionary(try register.runs().map { ($0.record.number, $0.record.bundle) }) { first, _ in first }
  }

  /// The letterbook of a run; nil when the register does not hold it.
  func letterbook(ofRun run: Int) throws(DiagnosticsError) -> Letterbook? {
    guard let hash = bundles[run] else { return nil }
    if let known = opened.withLock({ $0[hash] }) { return known }
    guard let files = try files(of: hash) else { return nil }
    let letterbook = try Letterbook(TemplateBundle(stored: files, named: "registret"))
    opened.withLock { $0[hash] = letterbook }
    return letterbook
  }

  /// The templates of a run with the law of today; nil when they do not go together.
  func withLawOfToday(ofRun run: Int) -> Letterbook? {
    guard let hash = bundles[run] else { return nil }
    if let known = corrected.withLock({ $0[hash] }) { return known }
    var letterbook: Letterbook?
    if var files = try? files(of: hash) {
      for path in files.keys where path.hasPrefix("law/") { files[path] = nil }
      for (path, bytes) in today.files where path.hasPrefix("law/") { files[path] = bytes }
      letterbook = try? Letterbook(TemplateBundle(stored: files, named: "registret"))
    }
    corrected.withLock { $0[hash] = letterbook }
    return letterbook
  }

  private func files(of hash: SHA256Hash) throws(DiagnosticsError) -> [String: [UInt8]]? {
    do throws(RegisterError) {
      return try register.files(of: hash)
    } catch {
      throw DiagnosticsError(error)
    }
  }
}
