import Diagnostics
import Hashing
import Register

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks at one file of a folder: whether it is what is recorded, and whether anybody else can read it.
struct FileCheck {
  enum State: Equatable {
    case asRecorded, missing, unusable
    /// It has these bytes instead.
    case changed([UInt8])
  }

  private(set) var state = State.unusable
  /// What is wrong with it.
  private(set) var findings: [Diagnostic] = []
  /// The bytes, when it could be read.
  private(set) var bytes: [UInt8]?
  /// Whether the bytes are those that are recorded.
  var isAsRecorded: Bool { state == .asRecorded }

  /// - Parameter command: what makes the file again.
  init(_ path: String, hash: SHA256Hash, again command: String) {
    guard let status = Self.status(path) else {
      let error = FileError(path, code: errno)
      if error.code == EACCES {
        findings.append(Self.unreadable(error))
        return
      }
      state = .missing
      findings.append(
        Diagnostic(
          .error, "verify-missing", "Filen \(path.visible) mangler.", help: "Kør '\(command)': det laver den igen."))
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      findings.append(
        Diagnostic(
          .error, "verify-type", "\(path.visible) er ikke en almindelig fil.",
          help: "Flyt det, der ligger dér, væk, og kør '\(command)': det laver filen igen."))
      return
    }
    findings += Self.mode(path, status)
    do throws(FileError) {
      let bytes = try FileSystem.read(path)
      self.bytes = bytes
      state = SHA256Hash(of: bytes) == hash ? .asRecorded : .changed(bytes)
      if isAsRecorded { return }
      findings.append(
        Diagnostic(
          .error, "verify-changed", "Filen \(path.visible) er ikke den, der blev udstedt: indholdet er ændret.",
          help: "Kør '\(command) --keep-changed-in MAPPE': det flytter den til MAPPE og laver den udstedte igen. "
            + "Skal brevet rettes, så udsted et nyt."))
    } catch {
      findings.append(Self.unreadable(error))
    }
  }

  private static func unreadable(_ error: FileError) -> Diagnostic {
    Diagnostic(
      .error, "verify-unreadable", "Filen \(error.path.visible) \(error.danish).",
      help: "Giv dig selv adgang, eller hent filen fra en sikkerhedskopi.")
  }

  /// What there is at a path, links not followed.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// A file or folder of ours that others than its owner can use.
  static func mode(_ path: String, _ status: stat) -> [Diagnostic] {
    guard status.st_mode & 0o077 != 0 else { return [] }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    return [
      Diagnostic(
        .error, "verify-mode",
        "\(isFolder ? "Mappen" : "Filen") \(path.visible) kan bruges af andre end ejeren (rettigheder "
          + "\(String(status.st_mode & 0o777, radix: 8))).",
        help: "Kør: chmod \(isFolder ? "700" : "600") '\(path.visible)'")
    ]
  }
}
