extension CaseFile {
  /// The fields that every document is made of: the case, the law that it rests on, who writes, and the rules that are set
  /// aside.
  static let commonInputs = [
    "sagsnummer", "loebenummer", "retsgrundlag", "myndighed", "sagsbehandler", "undtagelser",
  ]
}
