import Diagnostics
import Fields

extension Examination {
  /// The authority: the case's own values, and the profile's where the case says nothing.
  ///
  /// - Parameter provisions: what demands its address and telephone; in a letter, the rules on complaints.
  mutating func authority(for provisions: [String] = ["fvl-25", "rsl-66"]) -> Authority? {
    let said = caseFile.authority
    let known = profile?.authority
    let place = said?.position
    missesProfile(provisions)
    let name = require(said?.name ?? known?.name, "myndighed.navn", in: place)
    let number = require(said?.companyNumber ?? known?.companyNumber, "myndighed.cvr", in: place)
    let address = address(
      said?.address ?? known?.address, "myndighed.adresse", in: place, provisions)
    let phone = require(said?.phone ?? known?.phone, "myndighed.telefon", in: place, provisions)
    guard let name, let number, let address, let phone else { return nil }
    var authority = Authority(name: name, companyNumber: number.digits, address: address, phone: phone)
    authority.unit = (said?.unit ?? known?.unit)?.value
    authority.invoiceNumber = (said?.invoiceNumber ?? known?.invoiceNumber)?.value.digits
    authority.phoneHours = (said?.phoneHours ?? known?.phoneHours)?.value
    authority.email = (said?.email ?? known?.email)?.value
    authority.digitalPost = (said?.digitalPost ?? known?.digitalPost)?.value
    authority.dataProtection = (said?.dataProtection ?? known?.dataProtection)?.value
    return authority
  }

  /// Tells of a CVR number that no profile has, where the profile would have said the rest: one error at the number.
  ///
  /// Of a number that could not be read it is told already, and the profile is not known.
  private mutating func missesProfile(_ provisions: [String]) {
    guard profile == nil else { return }
    let said = caseFile.authority
    let path = "myndighed.cvr"
    let gone = [
      said?.name == nil ? "myndighed.navn" : nil, said?.address == nil ? "myndighed.adresse" : nil,
      said?.phone == nil ? "myndighed.telefon" : nil,
    ].compactMap(\.self)
    if gone.isEmpty { return }
    if request.isUnread(path) { return noteMissing(gone) }
    let known = request.knownNumbers.map(\.digits)
    guard let number = said?.companyNumber, !known.isEmpty else { return }
    noteMissing(gone)
    let near = suggestion(for: number.value.digits, among: known)
    report(
      "unknown-authority",
      "\(CaseLabels.name(of: path)) er \(number.value.digits), og ingen profil har det nummer. Derfor mangler "
        + "\(gone.compactMap { CaseLabels.label(of: $0)?.inSentence }.inSentence).",
      path: path, at: number.position, basis: cite(provisions),
      help: (near.map { "Mente du \($0)? " } ?? "")
        + "Ret nummeret, tilføj en profil for myndigheden, eller skriv \(gone.inSentence) i sagen.")
  }

  /// The person who issues the document.
  mutating func caseworker(_ provisions: [String]) -> Caseworker? {
    let said = caseFile.caseworker
    guard let name = require(said?.name, "sagsbehandler.navn", in: said?.position, provisions) else { return nil }
    return Caseworker(name: name, title: said?.title?.value, phone: said?.phone?.value, email: said?.email?.value)
  }

  /// A complete address, or nil after reporting what is missing.
  mutating func address(
    _ said: CaseFile.Address?, _ path: String, in place: UInt32?, _ provisions: [String] = []
  ) -> Address? {
    guard let said else {
      reportMissing(path, in: place, provisions)
      return nil
    }
    let street = require(said.street, "\(path).vej", in: said.position, provisions)
    let postcode = require(said.postcode, "\(path).postnummer", in: said.position, provisions)
    let city = require(said.city, "\(path).by", in: said.position, provisions)
    guard let street, let postcode, let city else { return nil }
    return Address(street: street, postcode: postcode, city: city)
  }
}
