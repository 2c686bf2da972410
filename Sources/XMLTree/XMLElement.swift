/// An element: its name, its attributes, what it holds, and where it was written.
///
/// An object that never changes: templates and lawbooks keep elements for the places of their messages, and sharing one
/// costs a single reference.
public final class XMLElement: Sendable {
  /// A declaration such as `xmlns:t="urn:mentorbrev:template"`.
  public struct NamespaceDeclaration: Sendable, Hashable {
    /// The prefix; nil for the default namespace.
    public let prefix: String?
    /// The namespace; empty where the default namespace is switched off.
    public let uri: String
  }

  /// The name without its prefix.
  public let name: String
  /// The prefix, as it was written.
  public let prefix: String?
  /// The namespace, from the prefix or by default.
  public let namespace: String?
  /// The attributes in the order of the source.
  public let attributes: [XMLAttribute]
  /// The namespaces that this element declares, in the order of the source.
  public let namespaceDeclarations: [NamespaceDeclaration]
  /// What stands between its tags.
  public let children: [XMLNode]
  /// Where the `<` of the start tag is.
  public let position: XMLPosition
  /// The place just after the `>` of the start tag.
  public let startTagEnd: XMLPosition

  init(
    name: String, prefix: String?, namespace: String?, attributes: [XMLAttribute],
    namespaceDeclarations: [NamespaceDeclaration], children: [XMLNode], position: XMLPosition, startTagEnd: XMLPosition
  ) {
    self.name = name
    self.prefix = prefix
    self.namespace = namespace
    self.attributes = attributes
    self.namespaceDeclarations = namespaceDeclarations
    self.children = children
    self.position = position
    self.startTagEnd = startTagEnd
  }

  /// The children that are elements.
  public var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The attribute of this name, or nil.
  ///
  /// - Parameters:
  ///   - name: the name without a prefix.
  ///   - namespace: the namespace; nil for an attribute without a prefix.
  public func attribute(_ name: String, namespace: String? = nil) -> XMLAttribute? {
    // By its place: an attribute is four strings, and every one that is passed over would be copied.
    for index in attributes.indices where attributes[index].name == name && attributes[index].namespace == namespace {
      return attributes[index]
    }
    return nil
  }
}

extension XMLElement: Hashable {
  /// Whether two elements are written alike and stand at the same place.
  public static func == (a: XMLElement, b: XMLElement) -> Bool {
    a === b
      || a.name == b.name && a.prefix == b.prefix && a.namespace == b.namespace && a.attributes == b.attributes
        && a.namespaceDeclarations == b.namespaceDeclarations && a.children == b.children && a.position == b.position
        && a.startTagEnd == b.startTagEnd
  }

  /// Hashes what tells the elements of one document apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(position)
  }
}
