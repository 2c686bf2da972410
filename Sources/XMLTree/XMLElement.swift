/// An element: its name, its attributes, what it holds, and where it was written.
public struct XMLElement: Sendable, Hashable {
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
    attributes.first { $0.name == name && $0.namespace == namespace }
  }
}
