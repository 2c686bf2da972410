import Diagnostics
import Fields
import Foundation
import Lawbook

/// The lawbook of the repository, read once.
enum RealLawbook {
  static let shared: Result<Lawbook, DiagnosticsError> = {
    do throws(DiagnosticsError) {
      return .success(try Lawbook.load(files))
    } catch {
      return .failure(error)
    }
  }()

  static func get() throws -> Lawbook { try shared.get() }

  static var files: [(file: String, bytes: [UInt8])] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates/law")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { ("Templates/law/\(name)", Array($0)) }
    }
  }
}

/// A day for a test, from `2026-11-21`.
func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }
