public import Diagnostics
import Hashing
import Register
import Templating

/// Templates, lawbook and profiles in memory: everything besides the case that a document is made from.
///
/// Runs that are recorded use one, so that what is stored of it is what the documents were made with, even when a file is
/// changed meanwhile.
public struct TemplateBundle: Sendable {
  /// The folder that it was read from, for messages.
  let folder: String
  /// The bytes of the files by their paths below the folder.
  let files: [String: [UInt8]]
  /// The profile that was given for cases that name no authority, by the name that it was given.
  let given: (file: String, bytes: [UInt8])?

  /// Reads a folder of templates.
  ///
  /// - Parameters:
  ///   - folder: the folder with `documents`, `parts`, `law`, `style`, `authorities` and `digitalpost`.
  ///   - authorityFile: a profile for cases that name no authority.
  /// - Throws: the files that cannot be read.
  public init(contentsOf folder: String, authorityFile: String? = nil) throws(DiagnosticsError) {
    self.folder = folder
    var files: [String: [UInt8]] = [:]
    var problems: [Diagnostic] = []
    for (name, suffixes) in Self.parts {
      do throws(FileError) {
        for file in try FileSystem.names(in: "\(folder)/\(name)") where suffixes.contains(where: file.hasSuffix) {
          files["\(name)/\(file)"] = try FileSystem.read("\(folder)/\(name)/\(file)", limit: 16 << 20)
        }
      } catch {
        problems.append(error.unreadableTemplate)
      }
    }
    if problems.hasErrors { throw DiagnosticsError(problems) }
    self.files = files
    guard let authorityFile else {
      given = nil
      return
    }
    do throws(FileError) {
      given = (authorityFile, try FileSystem.read(authorityFile, limit: 16 << 20))
    } catch {
      throw DiagnosticsError([error.unreadable("Profilen")], in: .danish)
    }
  }

  /// Takes the files that a register stores.
  ///
  /// - Parameter name: what messages call them.
  init(stored files: [String: [UInt8]], named name: String) {
    folder = name
    var files = files
    given = files.removeValue(forKey: Self.givenPath).map { (file: Self.givenPath, bytes: $0) }
    self.files = files
  }

  private static let parts = [
    (name: "documents", suffixes: [".html", ".xml"]), ("parts", [".html", ".xml"]), ("law", [".xml"]),
    ("style", [".css"]), ("authorities", [".json"]), ("digitalpost", [".xml"]), ("digitalpost/parts", [".xml"]),
  ]

  /// The path under which the given profile is recorded.
  private static let givenPath = "given-authority.json"

  /// The files with their hashes, as the register stores them; no document depends on the templates of messages.
  var materials: [(path: String, material: Material)] {
    var all = files.filter { !$0.key.hasPrefix("digitalpost/") }.map { (path: $0.key, material: Material($0.value)) }
    if let given { all.append((Self.givenPath, Material(given.bytes))) }
    return all.sorted { $0.path < $1.path }
  }
}

extension TemplateBundle: LetterbookFiles {
  func list(_ folder: String) throws(FileError) -> [String] { names(in: folder) }

  func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let bytes = files[path] else { throw FileError(displayName(of: path), code: FileError.missing) }
    return bytes
  }

  func bytes(of name: String) throws(UnreadableFile) -> [UInt8]? {
    guard let bytes = files[name] else { return nil }
    guard bytes.count <= templateByteLimit else { throw UnreadableFile("larger than \(templateByteLimit) bytes") }
    return bytes
  }

  func names(in folder: String) -> [String] {
    files.keys.filter { FileSystem.parent(of: $0) == folder }.map { String($0.dropFirst(folder.count + 1)) }.sorted()
  }

  func displayName(of name: String) -> String { "\(folder)/\(name)" }
}
