import Templating

/// Where a letterbook takes its files from: a folder on disk, or a bundle in memory.
protocol LetterbookFiles: TemplateFiles {
  /// The names of the files in a folder, in order; empty when there is no such folder.
  func list(_ folder: String) throws(FileError) -> [String]
  /// The bytes of a file.
  func read(_ path: String) throws(FileError) -> [UInt8]
}

extension TemplateFolder: LetterbookFiles {
  func list(_ folder: String) throws(FileError) -> [String] { try FileSystem.names(in: "\(path)/\(folder)") }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    try FileSystem.read("\(self.path)/\(path)", limit: 16 << 20)
  }
}
