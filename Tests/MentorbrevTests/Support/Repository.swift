import Casework
import Diagnostics
import Foundation
import Mentorbrev
import Templating
import Testing

/// The files that the tests share with the program.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let templates = root.appending(path: "Templates").path

  /// The repository's own letterbook, opened once.
  static func letterbook() throws -> Letterbook { try opened.get() }

  private static let opened = Result<Letterbook, any Error> { try Letterbook(contentsOf: templates) }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mentorbrev-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A copy of the repository's templates.
  func templates() throws -> String {
    let copy = "\(path)/Templates"
    try FileManager.default.copyItem(atPath: Repository.templates, toPath: copy)
    return copy
  }

  /// Everything in the folder, also what is hidden, as paths below it.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

extension RenderedDocument {
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last part of the path.
  var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Letterbook {
  /// The documents of a case that must not be refused.
  func documents(
    _ sample: Sample, kinds: [DocumentKind]? = nil, as outputs: [Output] = Output.allCases, isDraft: Bool = false
  ) throws -> [RenderedDocument] {
    let result = try render(try sample.reading(), kinds: kinds, as: outputs, isDraft: isDraft)
    if result.isRefused { throw DiagnosticsError(result.diagnostics) }
    return result.documents
  }
}

extension [RenderedDocument] {
  /// The document whose file name ends so.
  func ending(_ suffix: String) throws -> RenderedDocument {
    let found = filter { $0.fileName.hasSuffix(suffix) }
    try #require(found.count == 1, "\(map(\.fileName))")
    return found[0]
  }
}
