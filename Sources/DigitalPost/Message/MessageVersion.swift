public import Fields

/// A version of MeMo, the format of messages in Digital Post.
///
/// The root of each is invalid in the other: `memoSchVersion` is demanded in 1.1 and forbidden in 1.2.
public enum MessageVersion: String, ChoiceValue {
  /// 1.1, of 2021.
  case v1_1 = "1.1"
  /// 1.2, of 2025.
  case v1_2 = "1.2"

  /// The choice's name in templates.
  public static let choiceName = "memoversion"

  /// What the word means.
  public var label: String { "MeMo \(rawValue)" }
}
