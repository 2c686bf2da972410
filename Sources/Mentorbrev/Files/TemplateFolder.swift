import Templating

/// A folder of templates on disk.
struct TemplateFolder: TemplateFiles {
  let path: String

  func bytes(of name: String) -> [UInt8]? { try? FileSystem.read("\(path)/\(name)", limit: 4 << 20) }

  func names(in folder: String) -> [String] { (try? FileSystem.names(in: "\(path)/\(folder)")) ?? [] }

  func displayName(of name: String) -> String { "\(path)/\(name)" }
}
