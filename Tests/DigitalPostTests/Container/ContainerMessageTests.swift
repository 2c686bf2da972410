import Diagnostics
import DigitalPost
import Testing

/// What people are told when a message cannot be packed.
@Suite struct ContainerMessageTests {
  @Test(arguments: [
    (ContainerError.notUUID, "fejl: Meddelelsens id er ikke et UUID version 4 med små bogstaver. [pack-uuid]"),
    (
      .duplicate("u"),
      """
      fejl: Meddelelsen u er pakket to gange i samme kørsel. [pack-duplicate]
        hjælp: Fjern den ene sag, eller giv den et højere forsendelsesnummer (forsendelse.nummer).
      """
    ),
    (
      .tooLarge("u", bytes: 90, limit: 80),
      """
      fejl: Meddelelsen u fylder 90 byte, og en pakke må højst fylde 80 byte. [pack-too-large]
        hjælp: Gør bilagene mindre, eller hæv grænsen, hvis modtageren tillader det.
      """
    ),
    (
      .changed("u", announced: 7),
      """
      fejl: Meddelelsen u blev ændret, mens den blev pakket: den var på 7 byte. [pack-changed]
        hjælp: Lad bilagene ligge urørt, og kør igen.
      """
    ),
    (
      .compression(5),
      """
      fejl: Pakken kunne ikke komprimeres (liblzma 5). [pack-compression]
        hjælp: Se efter, om maskinen har hukommelse nok.
      """
    ),
  ])
  func tellsWhatIsWrong(_ error: ContainerError, _ expected: String) {
    #expect(DiagnosticFormatter(.danish).text(for: error.diagnostic) == expected)
  }
}
