/// Keeps a part that few cases have beside the case instead of in it.
///
/// A case is handed from the reader to whoever uses it, and each hand-over moves all of its bytes. A part that is missing
/// takes eight of them here, however large it is.
@propertyWrapper
public struct Aside<Part: Sendable>: Sendable {
  private indirect enum Storage: Sendable {
    case absent
    case present(Part)
  }

  private var storage: Storage

  /// Creates the place of a part that is missing.
  public init() { storage = .absent }

  /// Creates the place of a part.
  public init(wrappedValue: Part?) { storage = wrappedValue.map(Storage.present) ?? .absent }

  /// The part, when the case has it.
  public var wrappedValue: Part? {
    get { if case .present(let part) = storage { part } else { nil } }
    set { storage = newValue.map(Storage.present) ?? .absent }
  }
}
