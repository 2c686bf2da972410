import Templating

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of templates on disk.
struct TemplateFolder: TemplateFiles {
  let path: String

  func bytes(of name: String) throws(UnreadableFile) -> [UInt8]? {
    do throws(FileError) {
      return try FileSystem.read("\(path)/\(name)", limit: templateByteLimit)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw UnreadableFile(error.reason)
    }
  }

  func names(in folder: String) -> [String] { (try? FileSystem.names(in: "\(path)/\(folder)")) ?? [] }

  func displayName(of name: String) -> String { "\(path)/\(name)" }
}
