package import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileError {
  /// Whether a link, or something else than what belongs there, lies where the documents of one case go. It is that case's
  /// own; a full disk is everybody's, and so is what lies in the place of the whole folder.
  ///
  /// - Parameter folder: the folder of all cases.
  package func isOfOneCase(in folder: String) -> Bool {
    [ELOOP, ENOTDIR, EISDIR].contains(code) && path.hasPrefix("\(folder)/")
  }

  /// What lies in the way, after its name: `er et link`.
  package var obstacle: String {
    switch code {
    case ELOOP: "er et link, og der bliver aldrig skrevet gennem et link"
    case EISDIR: "er en mappe og ikke en fil"
    default: "er ikke en mappe"
    }
  }

  /// What is said of it in the case.
  package func blocked(_ caseNumber: String?) -> Diagnostic {
    Diagnostic(
      .error, "place-taken", "Sagens dokumenter kan ikke skrives: \(path.visible) \(obstacle).", caseNumber: caseNumber,
      help: "Flyt det, der ligger der, et andet sted hen, og kør sagen igen.")
  }

  /// What a Danish sentence says of the file after its name: `findes ikke`.
  package var danish: String {
    switch code {
    case EISDIR: "er en mappe og ikke en fil"
    case ENOENT, ENOTDIR: "findes ikke"
    case EACCES, EPERM: "kan ikke læses: adgang nægtet"
    case EFBIG: "er for stor til at blive læst"
    case ENXIO: "er ikke en almindelig fil"
    default: "kan ikke læses (\(reason))"
    }
  }
}
