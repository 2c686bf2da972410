import Casework
public import Diagnostics
import Fields
public import Lawbook
import Templating

/// Everything that is needed to write letters: templates, lawbook and authority profiles.
///
/// ```swift
/// let letterbook = try Letterbook(contentsOf: "Templates")
/// let reading = CaseReader().read(bytes, file: "sag.json")
/// let result = try letterbook.render(reading, as: [.html])
/// for document in result.documents { print(document.path, document.bytes.count) }
/// ```
///
/// Templates are compiled when they are first needed and kept; a letterbook may be used from many tasks at once.
public struct Letterbook: Sendable {
  /// The law by date.
  public let lawbook: Lawbook
  /// The profile that was given, for every case that names no other authority.
  let givenProfile: AuthorityProfile?
  /// The profiles of the folder, for cases that name their CVR number.
  let profiles: [AuthorityProfile]
  let store: TemplateStore

  /// Opens a folder of templates: loads the lawbook and the authority profiles.
  ///
  /// - Parameters:
  ///   - folder: the folder with `documents`, `parts`, `law`, `style` and `authorities`.
  ///   - authorityFile: a profile for cases that name no authority or this one; any other case takes the profile in the
  ///     folder with its CVR number.
  ///   - extent: how much of the lawbook is read now. With `.asNeeded` the first letter comes sooner; what its kind must
  ///     hold is read and checked with its template.
  /// - Throws: everything that is wrong with lawbook and profiles.
  public init(
    contentsOf folder: String, authorityFile: String? = nil, law extent: Lawbook.Extent = .whole
  ) throws(DiagnosticsError) {
    guard FileSystem.isFolder("\(folder)/law"), FileSystem.isFolder("\(folder)/documents") else {
      throw Self.noTemplates(folder)
    }
    try self.init(TemplateFolder(path: folder), extent) { problems in
      authorityFile.flatMap { file -> (file: String, bytes: [UInt8])? in
        do throws(FileError) {
          return (file: file, bytes: try FileSystem.read(file, limit: 16 << 20))
        } catch {
          problems.append(error.unreadable("Profilen"))
          return nil
        }
      }
    }
  }

  /// Opens templates, lawbook and profiles that are in memory.
  ///
  /// - Throws: everything that is wrong with lawbook and profiles.
  public init(_ bundle: TemplateBundle) throws(DiagnosticsError) {
    guard !bundle.names(in: "law").isEmpty, !bundle.names(in: "documents").isEmpty else {
      throw Self.noTemplates(bundle.folder)
    }
    try self.init(bundle, .whole) { _ in bundle.given }
  }

  private init(
    _ files: some LetterbookFiles, _ extent: Lawbook.Extent,
    given: (inout [Diagnostic]) -> (file: String, bytes: [UInt8])?
  ) throws(DiagnosticsError) {
    var problems: [Diagnostic] = []
    let law = Self.files(in: "law", suffix: ".xml", of: files, &problems) { $0.unreadableTemplate }
    // Without a file of law, much else would seem to be wrong.
    if problems.hasErrors { throw DiagnosticsError(problems) }
    let lawbook = try Lawbook.load(law, extent)
    var profiles: [AuthorityProfile] = []
    let authorities = Self.files(in: "authorities", suffix: ".json", of: files, &problems) { $0.unreadable("Profilen") }
    for (file, bytes) in authorities {
      Self.profile(bytes, file, lawbook, &problems).map { profiles.append($0) }
    }
    problems += Self.sharedNumbers(profiles)
    let givenProfile = given(&problems).flatMap { Self.profile($0.bytes, $0.file, lawbook, &problems) }
    if problems.hasErrors { throw DiagnosticsError(problems, in: .danish) }
    self.lawbook = lawbook
    self.profiles = profiles
    self.givenProfile = givenProfile
    store = TemplateStore(files: files, lawbook: lawbook)
  }

  private static func noTemplates(_ folder: String) -> DiagnosticsError {
    DiagnosticsError([
      Diagnostic(
        .error, "no-templates", "'\(folder)' is no folder of templates: it has no 'law' and 'documents'",
        help: "name it with --templates, or with MENTORBREV_TEMPLATES")
    ])
  }

  private static func files(
    in folder: String, suffix: String, of files: some LetterbookFiles, _ problems: inout [Diagnostic],
    _ unreadable: (FileError) -> Diagnostic
  ) -> [(file: String, bytes: [UInt8])] {
    var found: [(file: String, bytes: [UInt8])] = []
    do throws(FileError) {
      for name in try files.list(folder) where name.hasSuffix(suffix) {
        do throws(FileError) {
          found.append((files.displayName(of: "\(folder)/\(name)"), try files.read("\(folder)/\(name)")))
        } catch {
          problems.append(unreadable(error))
        }
      }
    } catch {
      problems.append(unreadable(error))
    }
    return found
  }

  private static func profile(
    _ bytes: [UInt8], _ file: String, _ lawbook: Lawbook, _ problems: inout [Diagnostic]
  ) -> AuthorityProfile? {
    do throws(DiagnosticsError) {
      let profile = try AuthorityProfile.read(bytes, file: file)
      problems += profile.problems(in: lawbook)
      return profile
    } catch {
      problems += error.diagnostics
      return nil
    }
  }

  /// Two profiles of one authority: nobody could tell which of them a case takes.
  private static func sharedNumbers(_ profiles: [AuthorityProfile]) -> [Diagnostic] {
    profiles.indices.compactMap { index in
      let profile = profiles[index]
      guard let said = profile.authority.companyNumber,
        let first = profiles[..<index].first(where: { $0.authority.companyNumber?.value == said.value })
      else { return nil }
      return Diagnostic(
        .error, "duplicate-profile", "To myndighedsprofiler har det samme CVR-nummer (myndighed.cvr).",
        at: profile.source.location(at: said.position), path: "myndighed.cvr", help: "Behold den ene af dem.",
        notes: [Diagnostic.Note("Den anden er \(first.source.file.visible).")])
    }
  }

  /// The profile for a case with an authority's CVR number: the one that was given unless the case names another
  /// authority, else the one of the folder.
  ///
  /// A case that names no CVR number takes only a profile that was given for it, never one that happens to be there.
  func profile(of number: CompanyNumber?) -> AuthorityProfile? {
    guard let number else { return givenProfile }
    if let givenProfile, givenProfile.authority.companyNumber?.value == number { return givenProfile }
    return profiles.first { $0.authority.companyNumber?.value == number }
  }
}
