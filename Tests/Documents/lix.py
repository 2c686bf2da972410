"""How hard each letter is to read: LIX, sentences and their length.

    lix.py DOCUMENTS...

LIX = words per sentence + long words (more than 6 letters) per 100 words. Under 25 is easy, 25-34 easy for practised
readers, 35-44 like a newspaper, 45-54 hard, 55 and more is the language of statutes. A letter above 50 fails; so short
a text as a letter may well lie under 35. Sentences over 25 words are counted, and printed.

Only running text counts: paragraphs, and points of lists that are sentences. Headings, fields, tables, addresses, the
closing and paragraphs of citations (.note, .hjemmel) do not. Contracts are reported without a limit.
"""

import pathlib
import re
import sys

import letters

LIMIT = 50
LONG_SENTENCE = 25
LEFT_OUT = ("address", "table", "dl", ".note", ".hjemmel", ".overlinje", ".udkast", ".hilsen", ".kopi", ".kolofon", ".part",
            ".underskrifter", ".linjer", ".linje", "title", "h1", "h2", "h3")
# After these a sentence goes on, whatever follows. "kr.", "m.v." and "osv." may end one.
ABBREVIATIONS = {"stk.", "nr.", "kl.", "ca.", "bl.a.", "f.eks.", "jf.", "tlf.", "pkt.", "pr.", "evt.", "inkl.", "ekskl.",
                 "hhv.", "dvs.", "vedr.", "kap."}
END = re.compile(r"[.!?][»”\")]*$")


def sentences(text):
    """The sentences of a paragraph, each as a list of words.

    A full stop ends one only when what follows could begin one: "nr. 5", "den 21. november" and "100 kr. om ugen" do
    not end a sentence, "i maj 2026. Du" and "100 kr. Du" do.
    """
    tokens = text.split()
    sentence = []
    for token, following in zip(tokens, [*tokens[1:], None]):
        sentence.append(token)
        goes_on = following is not None and (
            token.lower() in ABBREVIATIONS or not re.match(r"[»„“\"(§]*[A-ZÆØÅ0-9]", following)
            or (re.fullmatch(r"\d+\.", token) and following[0].isdigit()))
        if END.search(token) and not goes_on:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def is_word(token):
    return any(character.isalnum() for character in token)


def is_long(token):
    return sum(character.isalpha() for character in token) > 6


class Letter:
    def __init__(self, path):
        self.sentences = []
        self.is_contract = False
        for block in letters.blocks(path):
            self.is_contract = self.is_contract or block.within(".kontrakt")
            is_prose = block.name == "p" or (block.name in ("li", "div") and END.search(block.text))
            if is_prose and not block.within(*LEFT_OUT):
                for sentence in sentences(block.text.replace("\n", " ")):
                    words = [token for token in sentence if is_word(token)]
                    if words:
                        self.sentences.append((block.line, words))

    @property
    def words(self):
        return [word for _, sentence in self.sentences for word in sentence]

    @property
    def lix(self):
        words = self.words
        return len(words) / len(self.sentences) + 100 * sum(map(is_long, words)) / len(words)


def main(paths):
    failed = False
    long = []
    print(f"{'LIX':>4} {'words':>6} {'sentences':>10} {'longest':>8} {'over 25':>8}  document")
    for path in map(pathlib.Path, paths):
        letter = Letter(path)
        if len(letter.words) < 40:
            print(f"{'-':>4} {len(letter.words):>6} {'too short to measure':>28}  {path.name}")
            continue
        over = [(line, words) for line, words in letter.sentences if len(words) > LONG_SENTENCE]
        longest = max(len(words) for _, words in letter.sentences)
        print(f"{letter.lix:>4.0f} {len(letter.words):>6} {len(letter.sentences):>10} {longest:>8} {len(over):>8}  {path.name}")
        long += [(path, line, words) for line, words in over]
        if letter.lix > LIMIT and not letter.is_contract:
            print(f"{path}: LIX is {letter.lix:.0f}; a letter above {LIMIT} is not sent. Shorten the sentences.")
            failed = True
    # The same sentence stands in many letters: once is enough.
    for words, (path, line) in {" ".join(words): (path, line) for path, line, words in reversed(long)}.items():
        print(f"{path}:{line}: {len(words.split())} words: {words}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
