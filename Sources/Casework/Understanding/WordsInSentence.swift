extension String {
  /// A label in the middle of a sentence: a small letter first, but `CVR-nummer` and `P-nummer` as they are.
  package var inSentence: String {
    dropFirst().first?.isUppercase == true || hasPrefix("P-") ? self : prefix(1).lowercased() + dropFirst()
  }
}

extension [String] {
  /// One thing after another, as a sentence says them: `a, b og c`.
  package var inSentence: String {
    guard count > 1, let last else { return joined() }
    return dropLast().joined(separator: ", ") + " og " + last
  }
}
