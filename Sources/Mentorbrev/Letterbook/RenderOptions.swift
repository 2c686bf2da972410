public import Casework
import Fields
public import Templating

/// What is made of each case of a run.
public struct RenderOptions: Sendable {
  /// Which documents; nil for those that the case's decision leads to.
  public var kinds: [DocumentKind]?
  /// HTML, XML or both.
  public var outputs: [Output]
  /// Whether they are marked UDKAST.
  public var isDraft: Bool
  /// Whether the case stays with its outcome, for those who make messages of its letters; otherwise it is let go.
  public var keepsCase: Bool

  /// Creates options.
  public init(
    kinds: [DocumentKind]? = nil, outputs: [Output] = Output.allCases, isDraft: Bool = false, keepsCase: Bool = false
  ) {
    self.kinds = kinds
    self.outputs = outputs
    self.isDraft = isDraft
    self.keepsCase = keepsCase
  }
}

/// Memory in which one thread renders, used again for each document.
final class RenderSpace {
  var table = SlotTable()
  var buffer = OutputBuffer()
}
