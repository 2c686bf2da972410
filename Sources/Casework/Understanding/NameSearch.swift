/// The names of persons, to be found in texts that others read.
///
/// Capital letters make no difference, and neither does a genitive. Many Danish names are words as well (*Hans*, *Vind*):
/// such a word names nobody in lower case.
package struct NameSearch: Sendable {
  /// The words of each name, in lower case.
  private let names: [Set<String>]
  /// The names as they were taken.
  private let whole: [String]

  /// Takes the names of persons, each with all its words.
  package init(_ names: [String]) {
    self.names = names.map { name in Set(Self.words(of: name).map(\.lower)) }
    whole = names
  }

  /// Whether a text names one of them: by one word of the name, also in the genitive, or by several short ones.
  ///
  /// - Parameter mayBegin: whether a name that is a word as well counts at the beginning of a sentence, where any word has a
  ///   capital letter.
  package func finds(in text: String, mayBegin: Bool) -> Bool {
    let words = Self.words(of: text)
    return names.contains { name in
      let found = words.filter { word in word.forms.contains(where: name.contains) }
      if found.contains(where: { $0.isName(among: name, mayBegin) }) { return true }
      return Set(found.filter(\.isCapital).map(\.lower)).count > 1
    }
  }

  /// Whether a text names one of them by more than one of their names, so that no other person is meant: who stands in a
  /// title or beside a number may share a first name with anybody.
  ///
  /// - Parameter givenName: whether the first of the names must be among them, as in a field for the name of a person, who
  ///   may be of the same family.
  package func findsWhole(in text: String, givenName: Bool) -> Bool {
    let words = Self.words(of: text)
    return whole.contains { whole in
      // A name such as *Anne-Marie* is one of two words.
      let names = whole.split(whereSeparator: \.isWhitespace).map { Self.words(of: String($0)).map(\.lower) }
      let found = names.filter { !$0.isEmpty }.map { name in
        name.allSatisfy { part in words.contains { $0.forms.contains(part) && $0.mayName(part) } }
      }
      guard found.count > 1 else { return found == [true] }
      return found.filter(\.self).count > 1 && (found[0] || !givenName)
    }
  }

  /// A word of a text.
  private struct Word {
    var lower: String
    var isCapital: Bool
    var beginsSentence: Bool

    /// The word as it is, and without the ending of a genitive.
    var forms: [String] { lower.count > 3 && lower.hasSuffix("s") ? [lower, String(lower.dropLast())] : [lower] }

    /// Whether the word can be this name, and not the word that is written alike.
    func mayName(_ name: String) -> Bool {
      isCapital || name.count > 2 && !NameSearch.ordinaryWords.contains(name)
    }

    func isName(among name: Set<String>, _ mayBegin: Bool) -> Bool {
      forms.contains { form in
        name.contains(form) && form.count > 2
          && (isCapital && (mayBegin || !beginsSentence) || !NameSearch.ordinaryWords.contains(form))
      }
    }
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var letters = ""
    var begins = true
    func take(_ letters: String) {
      guard let first = letters.first else { return }
      words.append(Word(lower: letters.lowercased(), isCapital: first.isUppercase, beginsSentence: begins))
    }
    for character in text {
      if character.isLetter {
        letters.append(character)
        continue
      }
      take(letters)
      if !letters.isEmpty { begins = false }
      letters = ""
      if ".:!?\n".contains(character) { begins = true }
    }
    take(letters)
    return words
  }

  /// Danish words that are names of people as well, as far as they have three letters or more: those that a sentence about a
  /// case may hold.
  private static let ordinaryWords = Set(
    """
    alle alt ane aner april august bager bank ben blev bonde borg brand bro bror brun dag dage dal dam degn dem den der \
    det din due ejer end eng fast fik fine fisker folke for fra fred frede fryd fugl før får gade gammel gave glad god \
    grøn guld hal han hans har have havn hede held her herre hest hjul horn hos hun hund hus hvid håb høj høst ind \
    ingen jagt jeg jern jul juli juni jæger kaj kamp kan kant kilde kirke klog kok kold konge korn krog krone kun land \
    lang lange lav let lige lille line lis liv lykke løve maj maler man mand mark med men mere min mod mose mus mølle \
    møller mørk nok nord nye nær ost park per perle post præst rask ren rene ret ridder ring ris rod rose sag sand \
    sejr selv sen sent siden signe sin skat skipper skov skriver slot smed sne sol som sommer sort stald stang sten \
    stor storm strand stub stærk stål sund svend svensk syd tid til time tog top tor tre tro true ude uden under vad var \
    vase ved vej vel vest vil vild vilde vind vinter vor øst
    """.split(separator: " ").map(String.init))
}
