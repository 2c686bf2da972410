import Diagnostics
import Locking
import XMLTree

/// The templates of a folder, each file read and parsed once, when it is first needed.
///
/// Diagnostics of a file's structure are kept with it and reported to everyone who uses it.
final class TemplateCache: Sendable {
  private struct Parsed: Sendable {
    let template: Template?
    let diagnostics: [Diagnostic]
  }

  private let files: any TemplateFiles
  private let parsed = Monitor<[String: Parsed]>([:])
  private let styles = Monitor<[String: Stylesheet]>([:])

  init(_ files: any TemplateFiles) { self.files = files }

  /// `documents/<kind>.<output>`.
  func document(kind: String, output: Output, reporter: Reporter) -> Template? {
    let path = "documents/\(kind).\(output.rawValue)"
    guard isFileName(kind), let found = file(path, root: "document", title: "document '\(kind)'") else {
      reporter.add(
        Diagnostic(
          .error, "no-template", "there is no template \(files.displayName(of: path))",
          help: Self.folder(files.names(in: "documents"))))
      return nil
    }
    found.diagnostics.forEach(reporter.add)
    guard let template = found.template else { return nil }
    checkRoot(template, [("kind", kind), ("output", output.rawValue)], reporter)
    return template
  }

  private static func folder(_ names: [String]) -> String {
    names.isEmpty ? "the folder has no documents" : "the folder has: \(names.joined(separator: ", "))"
  }

  /// A file says what it is, so that a copy under another name is found.
  private func checkRoot(_ template: Template, _ expected: [(name: String, value: String)], _ reporter: Reporter) {
    let root = template.element
    for (name, value) in expected {
      guard let attribute = root.attribute(name) else {
        reporter.error(
          "missing-attribute", "'\(root.qualifiedName)' needs \(name)=\"\(value)\"", in: template.document,
          element: root)
        continue
      }
      if attribute.value != value {
        reporter.error(
          "wrong-file", "this file is for \(name) '\(value)', not '\(attribute.value)'", in: template.document,
          attribute: attribute, help: "write \(name)=\"\(value)\", or rename the file")
      }
    }
    SubstantiveChange.check(template, reporter)
    let known = expected.map(\.name) + SubstantiveChange.attributes
    for attribute in root.attributes where !known.contains(attribute.qualifiedName) {
      reporter.error(
        "unknown-attribute", "'\(root.qualifiedName)' has no attribute '\(attribute.qualifiedName)'",
        in: template.document, attribute: attribute)
    }
  }

  /// `parts/<name>.<output>`.
  func part(
    _ name: String, output: Output, at attribute: XMLAttribute, in document: XMLDocument, reporter: Reporter
  ) -> Template? {
    guard isFileName(name) else {
      badName(name, at: attribute, in: document, reporter)
      return nil
    }
    guard let found = part(name, output) else {
      let suffix = ".\(output.rawValue)"
      let names = files.names(in: "parts").filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
      let near = suggestion(for: name, among: names)
      reporter.error(
        "unknown-part", "there is no part '\(name)'", in: document, attribute: attribute,
        label: "there are: \(names.joined(separator: ", "))", help: near.map { "did you mean '\($0)'?" })
      return nil
    }
    found.diagnostics.forEach(reporter.add)
    if let template = found.template {
      checkRoot(template, [("name", name), ("output", output.rawValue)], reporter)
    }
    return found.template
  }

  /// `parts/<name>.<output>` when there is one; reports nothing.
  func part(_ name: String, output: Output) -> Template? { isFileName(name) ? part(name, output)?.template : nil }

  private func part(_ name: String, _ output: Output) -> Parsed? {
    file("parts/\(name).\(output.rawValue)", root: "part", title: "part '\(name)'")
  }

  /// A text of the lawbook, read as a part.
  func lawText(_ text: LawText) -> Template { parsed(text).template }

  /// The same, with the problems of its structure.
  func lawText(_ text: LawText, reporter: Reporter) -> Template {
    let found = parsed(text)
    found.diagnostics.forEach(reporter.add)
    return found.template
  }

  private func parsed(_ text: LawText) -> (template: Template, diagnostics: [Diagnostic]) {
    // An edition is told from another of the same text by its place.
    let key = "law:\(text.id):\(text.document.file):\(text.body.position.utf8Offset)"
    return parsed.withLock { cache in
      if let known = cache[key], let template = known.template { return (template, known.diagnostics) }
      let reporter = Reporter()
      let template = TemplateParser(document: text.document, reporter: reporter)
        .template("law text '\(text.id)'", element: text.body)
      cache[key] = Parsed(template: template, diagnostics: reporter.diagnostics)
      return (template, reporter.diagnostics)
    }
  }

  /// A stylesheet, compacted.
  func style(_ name: XMLAttribute, in document: XMLDocument, reporter: Reporter) -> [UInt8]? {
    if isFileName(name.value) {
      reporter.error(
        "bad-name", "'\(name.value)' is no name of a stylesheet", in: document, attribute: name,
        help: "write it with its ending: file=\"\(name.value).css\"")
      return nil
    }
    let stem = name.value.hasSuffix(".css") ? String(name.value.dropLast(4)) : ""
    guard isFileName(stem) else {
      badName(name.value, at: name, in: document, reporter)
      return nil
    }
    guard let sheet = sheet(name.value) else {
      let names = files.names(in: "style")
      reporter.error(
        "unknown-style", "there is no stylesheet '\(name.value)'", in: document, attribute: name,
        label: "there are: \(names.joined(separator: ", "))",
        help: suggestion(for: name.value, among: names).map { "did you mean '\($0)'?" })
      return nil
    }
    sheet.diagnostics.forEach(reporter.add)
    return sheet.compact
  }

  /// A stylesheet, read and checked once.
  private func sheet(_ name: String) -> Stylesheet? {
    styles.withLock { cache in
      if let known = cache[name] { return known }
      let file = files.displayName(of: "style/\(name)")
      let sheet: Stylesheet
      do throws(UnreadableFile) {
        guard let bytes = try files.bytes(of: "style/\(name)") else { return nil }
        sheet = Stylesheet(bytes, file: file)
      } catch {
        sheet = Stylesheet(unreadable: Self.unreadable(file, error))
      }
      cache[name] = sheet
      return sheet
    }
  }

  private func badName(_ name: String, at attribute: XMLAttribute, in document: XMLDocument, _ reporter: Reporter) {
    reporter.error(
      "bad-name", "'\(name)' is no name of a file here", in: document, attribute: attribute,
      help: "a name has lower-case letters, digits and hyphens; nothing outside the folder can be named")
  }

  private static let limits = XMLLimits(
    maximumBytes: templateByteLimit, maximumDepth: XMLLimits.standard.maximumDepth)

  /// What is there but cannot be read is told, never taken for missing.
  private static func unreadable(_ file: String, _ error: UnreadableFile) -> Diagnostic {
    Diagnostic(
      .error, "unreadable", "cannot read '\(file)': \(error.reason)",
      help: "see whether it is a file that you may read; what cannot be read is never taken for missing")
  }

  private func file(_ path: String, root: String, title: String) -> Parsed? {
    parsed.withLock { cache -> Parsed? in
      if let known = cache[path] { return known }
      let reporter = Reporter()
      let bytes: [UInt8]
      do throws(UnreadableFile) {
        guard let read = try files.bytes(of: path) else { return nil }
        bytes = read
      } catch {
        let new = Parsed(template: nil, diagnostics: [Self.unreadable(files.displayName(of: path), error)])
        cache[path] = new
        return new
      }
      var template: Template?
      do throws(DiagnosticsError) {
        let document = try XMLDocument.parse(bytes, file: files.displayName(of: path), limits: Self.limits)
        DeceptiveCharacters.errors(in: bytes, file: document.file).forEach(reporter.add)
        if document.root.namespace == templateNamespace, document.root.name == root {
          template = TemplateParser(document: document, reporter: reporter).template(title, element: document.root)
        } else {
          reporter.error(
            "wrong-root", "the root of this file must be 't:\(root)'", in: document, element: document.root,
            help: "with xmlns:t=\"\(templateNamespace)\"")
        }
      } catch {
        error.diagnostics.forEach(reporter.add)
      }
      let new = Parsed(template: template, diagnostics: reporter.diagnostics)
      cache[path] = new
      return new
    }
  }
}
