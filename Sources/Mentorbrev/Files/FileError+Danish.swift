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

  /// That it cannot be read, and what to do about it.
  ///
  /// - Parameters:
  ///   - noun: what it is, where its path does not tell: `Profilen`.
  ///   - advice: what to do, where it is not for the one who named the path.
  package func unreadable(_ noun: String? = nil, help advice: String? = nil) -> Diagnostic {
    let help =
      switch code {
      case _ where advice != nil: advice
      case EISDIR: "Skriv navnet på filen i mappen."
      case ENOENT, ENOTDIR: "Se efter, om stien er rigtig."
      case EACCES, EPERM: "Se efter, om du har adgang."
      case ENXIO where noun == nil: "Skriv - for at læse en sag fra standardinput."
      default: "Se efter, om filen er hel."
      }
    let name = noun.map { "\($0) \(path.visible)" } ?? path.visible
    return Diagnostic(.error, "unreadable", "\(name) \(danish).", help: help)
  }

  /// The same of templates and law, in English as all that is said about them.
  var unreadableTemplate: Diagnostic {
    Diagnostic(
      .error, "unreadable", "cannot read '\(path.visible)': \(reason)",
      help: "see whether it is a file that you may read; what cannot be read is never taken for missing")
  }
}
