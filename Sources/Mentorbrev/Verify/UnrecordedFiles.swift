import Diagnostics
import Register

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds what lies in a folder of issued documents and is not recorded, and folders that others can use.
struct UnrecordedFiles {
  /// More than a person reads: those that come first in order are told, and the others counted.
  private static let limit = 10_000

  let folder: String
  let reader: RegisterReader
  private let isRegisterWhole: Bool
  private var found: [(path: String, finding: Diagnostic)] = []
  private var count = 0

  /// - Parameter isRegisterWhole: whether the pages of the runs can be made from it, to be compared.
  init(in folder: String, _ reader: RegisterReader, isRegisterWhole: Bool) {
    self.folder = folder
    self.reader = reader
    self.isRegisterWhole = isRegisterWhole
  }

  /// What is wrong, in the order of the paths. Memory does not follow the number of cases.
  mutating func find() throws(DiagnosticsError) -> [Diagnostic] {
    // The folder itself may lie elsewhere.
    if let status = FileCheck.status("\(folder)/.") { check(status, of: folder) }
    if isRegisterWhole { try lookAtPages() }
    var failure: RegisterError?
    eachName(in: folder) { walk, name in
      guard failure == nil else { return }
      do throws(RegisterError) {
        try walk.look(at: name)
      } catch {
        failure = error
      }
    }
    if let failure { throw DiagnosticsError(failure) }
    shorten(to: Self.limit)
    guard count > found.count else { return found.map(\.finding) }
    let more = Diagnostic(
      .error, "verify-unrecorded", "… og \(count - found.count) til.", help: "Ret først dem, der er nævnt.")
    return found.map(\.finding) + [more]
  }

  private mutating func look(at name: String) throws(RegisterError) {
    let path = "\(folder)/\(name)"
    if RegisterPaths.isOwn(name) {
      checkMode(of: path)
      if path == RegisterPaths(folder: folder).staging { lookAtStaging(path) }
      return
    }
    var recorded: Set<String> = []
    try reader.eachDocument(in: name) { document in
      for format in document.files.keys { recorded.insert("\(document.name).\(format)") }
    }
    guard !recorded.isEmpty else { return addUnrecorded(path) }
    checkMode(of: path)
    // What a link points to is none of ours; that it is a link has been told.
    guard FileCheck.status(path).map({ $0.st_mode & S_IFMT != S_IFLNK }) ?? true else { return }
    eachName(in: path) { walk, file in
      if !recorded.contains("\(name)/\(file)") { walk.addUnrecorded("\(path)/\(file)") }
    }
  }

  mutating func eachName(in folder: String, _ body: (inout UnrecordedFiles, String) -> Void) {
    do throws(FileError) {
      try FileSystem.eachName(in: folder, hidden: true) { body(&self, $0) }
    } catch {
      add(
        folder,
        Diagnostic(
          .error, "verify-unreadable", "Mappen \(folder.visible) \(error.danish).", help: "Giv dig selv adgang."))
    }
  }

  mutating func checkMode(of path: String) {
    guard let status = FileCheck.status(path) else { return }
    check(status, of: path)
  }

  /// A link where a file or folder of ours should be, or one that others than its owner can use.
  private mutating func check(_ status: stat, of path: String) {
    guard status.st_mode & S_IFMT == S_IFLNK else { return add(FileCheck.mode(path, status), of: path) }
    add(
      path,
      Diagnostic(
        .error, "verify-type", "\(path.visible) er et link.",
        help: "Læg det, linket fører til, i stedet for linket, og kør '\(RegisterPaths(folder: folder).verifyCommand)' "
          + "igen."))
  }

  mutating func add(_ findings: [Diagnostic], of path: String) {
    for finding in findings { add(path, finding) }
  }

  mutating func addUnrecorded(_ path: String) {
    let isFolder = FileCheck.status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    add(
      path,
      Diagnostic(
        .error, "verify-unrecorded",
        "\(isFolder ? "Mappen" : "Filen") \(path.visible) er ikke registreret.",
        help: "Flyt den et andet sted hen. I mappen hører kun det til, som er udstedt."))
  }

  mutating func add(_ path: String, _ finding: Diagnostic) {
    count += 1
    found.append((path, finding))
    if found.count > 2 * Self.limit { shorten(to: Self.limit) }
  }

  private mutating func shorten(to limit: Int) {
    found.sort { $0.path < $1.path }
    if found.count > limit { found.removeLast(found.count - limit) }
  }
}
