/// The words of a choice as the reader compares them.
///
/// Like all declarations they live as long as the program: their bytes lie in memory that is never freed, so that
/// finding a word counts no references.
struct ChoiceWords: Sendable {
  /// The words, for messages.
  let names: [String]
  private nonisolated(unsafe) let words: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>

  init(_ names: [String]) {
    self.names = names
    words = .allocate(capacity: names.count)
    for (index, name) in names.enumerated() {
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.utf8.count)
      _ = bytes.initialize(from: name.utf8)
      words.initializeElement(at: index, to: UnsafeBufferPointer(bytes))
    }
  }

  /// The index of a word, or nil.
  @inline(__always)
  func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    for index in words.indices where words[index].count == text.count {
      if let word = words[index].baseAddress, areEqual(text, word) { return index }
    }
    return nil
  }
}
