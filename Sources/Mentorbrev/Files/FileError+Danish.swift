#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileError {
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
