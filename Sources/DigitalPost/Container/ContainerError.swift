public import Diagnostics

/// Why a message did not get into a container.
public enum ContainerError: Error, Sendable, Hashable {
  /// The name is no UUID of version 4 in lower case.
  case notUUID
  /// Another message of this run has the same UUID.
  case duplicate(String)
  /// The message alone is larger than a container may be.
  case tooLarge(String, bytes: Int, limit: Int)
  /// The message had other bytes than announced: more, or fewer.
  case changed(String, announced: Int)
  /// liblzma failed: its number.
  case compression(Int)
}

extension ContainerError {
  /// What is said about it. A message is named by its UUID, which tells nothing of anybody.
  public var diagnostic: Diagnostic {
    switch self {
    case .notUUID:
      Diagnostic(.error, "pack-uuid", "Meddelelsens id er ikke et UUID version 4 med små bogstaver.")
    case .duplicate(let uuid):
      Diagnostic(
        .error, "pack-duplicate", "Meddelelsen \(uuid) er pakket to gange i samme kørsel.",
        help: "Fjern den ene sag, eller giv den et højere forsendelsesnummer (forsendelse.nummer).")
    case .tooLarge(let uuid, let bytes, let limit):
      Diagnostic(
        .error, "pack-too-large",
        "Meddelelsen \(uuid) fylder \(bytes) byte, og en pakke må højst fylde \(limit) byte.",
        help: "Gør bilagene mindre, eller hæv grænsen, hvis modtageren tillader det.")
    case .changed(let uuid, let announced):
      Diagnostic(
        .error, "pack-changed", "Meddelelsen \(uuid) blev ændret, mens den blev pakket: den var på \(announced) byte.",
        help: "Lad bilagene ligge urørt, og kør igen.")
    case .compression(let code):
      Diagnostic(
        .error, "pack-compression", "Pakken kunne ikke komprimeres (liblzma \(code)).",
        help: "Se efter, om maskinen har hukommelse nok.")
    }
  }
}
