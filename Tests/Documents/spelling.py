"""Danish spelling of everything that a Danish reader meets: templates, lawbook, messages, examples and documents.

    spelling.py [--list] DOCUMENTS...

Reads the words of Templates/ and of the Danish texts in Sources/, of the example cases, and of the rendered DOCUMENTS
(HTML, or text such as the output of `mentorbrev explain`), and asks hunspell-da. Words that it does not know are printed
with file and line, and the run fails. Words of our field that belong to the language stand in words.txt, each with its
reason; a word there that nothing needs is an error as well. `--list` prints each unknown word once, to choose from.

What a case says (names, streets, quoted words) needs no entry: in a document, words of the example cases and authority
profiles are passed over, and in the cases themselves only words with a small first letter are read.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.parsers.expat

import letters

ROOT = pathlib.Path(__file__).resolve().parents[2]
DICTIONARY = pathlib.Path("/usr/share/hunspell")
WORDS = pathlib.Path(__file__).with_name("words.txt")

# Letters with inner hyphens and apostrophes. A token that holds a digit, a dot or an underscore inside is a number, a
# path, an address or a file name, and no word.
TOKEN = re.compile(r"[^\s,;:!?()\[\]»«\"“”„<>|=*…]+")
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-'’][A-Za-zÀ-ÖØ-öø-ÿ]+)*")
# Attributes of the lawbook and of templates that are read by people.
READ = {"emne", "titel", "tekst", "navn", "title", "aria-label", "uafklaret", "kort", "note"}
COMMAND = re.compile(r"'mentorbrev [^']*'")
# A key of the case file or a word of a choice, which a message may name: "loebenummer".
KEY = re.compile(r'"([a-zA-Z]*(?:ae|oe|aa)[a-zA-Z]*)"')
QUOTED = re.compile(r"'([^']*)'")


def words(text):
    """The words of a text, without what is no word: numbers, paths, addresses, commands, camelCase.

    A word keeps a full stop behind it: that of an abbreviation belongs to it.
    """
    for token in TOKEN.findall(COMMAND.sub(" ", text)):
        bare = token.rstrip(".").strip("-–'’%&+§#")  # what begins with a full stop is a file's extension
        if WORD.fullmatch(bare) and not re.search(r"[a-zæøå][A-ZÆØÅ]", bare):
            yield bare + "." if token.rstrip("-–'’%&+§#").endswith(".") else bare


def from_xml(path):
    """Lines and texts of a template or lawbook file: text nodes and the attributes that are read, without {fields}."""
    found = []
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    elements = []

    def start(name, attributes):
        elements.append(name)
        line = parser.CurrentLineNumber
        for key, value in attributes.items():
            if key in READ:
                # An argument of a part is an expression: its literals are in quotes. Elsewhere it is plain text.
                found.append((line, " ".join(QUOTED.findall(value)) if name.startswith("t:") else value))

    def end(name):
        elements.pop()

    def text(data):
        line = parser.CurrentLineNumber - data.count("\n")
        for number, part in enumerate(data.split("\n")):
            # What a {field} falls back to is a text in quotes.
            part = re.sub(r"\{([^}]*)\}", lambda field: " 0 " + " ".join(QUOTED.findall(field[1])) + " ", part)
            found.append((line + number, part))

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.Parse(path.read_bytes(), True)
    return found


LITERAL = re.compile(r'"""(.*?)"""|"((?:[^"\\\n]|\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\\.)*)"', re.S)
# Words to ourselves, when the program itself is wrong, are English.
INTERNAL = re.compile(r"(?:precondition|assert|fatalError|preconditionFailure)\([^\n]*")
COMMENT = re.compile(r"(?m)^[ \t]*//.*$|(?<=[ \t])// .*$")
CODE = re.compile(r"<code>.*?</code>", re.S)
TAG = re.compile(r"<[^<>]*>")
PUT_IN = re.compile(r"\S*\\\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)\S*")


def from_swift(path):
    """Lines and texts of the Danish string literals of a source file.

    In the domain (Casework) every literal with a space is a sentence or a label in Danish; elsewhere those that hold
    æ, ø or å. What is put in by \\( ) is left out, with the letters that touch it.
    """
    source = COMMENT.sub(lambda comment: " " * len(comment[0]), path.read_text(encoding="utf-8"))
    source = INTERNAL.sub(lambda message: " " * len(message[0]), source)
    return list(literals(source, 1, in_domain="Casework" in path.parts))


def literals(code, line, in_domain):
    for match in LITERAL.finditer(code):
        text = match[1] or match[2] or ""
        here = line + code.count("\n", 0, match.start())
        for put_in in PUT_IN.findall(text):
            yield from literals(put_in, here, in_domain)
        plain = TAG.sub(" ", PUT_IN.sub(" ", CODE.sub(" ", text)).replace("\\n", " "))
        if (in_domain and " " in plain.strip()) or re.search(r"[æøåÆØÅ]", plain):
            yield here, plain


def from_document(path):
    if path.suffix == ".html":
        return [(block.line, block.text) for block in letters.blocks(path)]
    return list(enumerate(path.read_text(encoding="utf-8").split("\n"), 1))


def texts_in(value):
    """The texts of a JSON value."""
    if isinstance(value, str):
        yield value
    elif value and isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_in(inner)


def unknown(candidates):
    """Those that hunspell does not know; of a word with hyphens it must know the whole or each piece."""
    def ask(these):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("da_DK.dic", "da_DK.aff"):
                rules = (DICTIONARY / name).read_bytes()
                # As installed it takes "peroden" for per + oden. A word in a compound has at least four letters here.
                pathlib.Path(folder, name).write_bytes(rules.replace(b"COMPOUNDMIN 2", b"COMPOUNDMIN 4"))
            answer = subprocess.run(
                ["hunspell", "-i", "UTF-8", "-d", f"{folder}/da_DK", "-l"], input="\n".join(sorted(these)) + "\n",
                check=True, capture_output=True, encoding="utf-8")
        return set(answer.stdout.split())

    def forms(word):
        """What hunspell may be asked: the word and its last piece with and without full stop, the other pieces."""
        bare = word.rstrip(".")
        pieces = re.split("[-'’]", bare)
        return [{bare, word}] + ([*({piece} for piece in pieces[:-1]), {pieces[-1], word[len(bare) - len(pieces[-1]):]}]
                                 if len(pieces) > 1 else [])

    bad = ask({form for word in candidates for group in forms(word) for form in group})
    return {
        word for word in candidates
        if (groups := forms(word)) and groups[0] <= bad and (len(groups) == 1 or any(group <= bad for group in groups[1:]))
    }


def main(arguments):
    places = {}  # word: [file:line]

    def add(path, lines, accept=lambda word: True):
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        for line, text in lines:
            for word in words(text):
                if accept(word):
                    places.setdefault(word, []).append(f"{shown}:{line}")

    for path in sorted((ROOT / "Templates").rglob("*")):
        if path.suffix in (".html", ".xml"):
            add(path, from_xml(path))
    sources = sorted((ROOT / "Sources").rglob("*.swift"))
    keys = {key for path in sources for key in KEY.findall(path.read_text(encoding="utf-8"))}
    for path in sources:
        add(path, from_swift(path), accept=lambda word: word.rstrip(".") not in keys)

    said = set()
    for folder in ("examples", "authorities"):
        for path in sorted((ROOT / "Templates" / folder).glob("*.json")):
            lines = path.read_text(encoding="utf-8").split("\n")
            for text in texts_in(json.loads("\n".join(lines))):
                said.update(word.rstrip(".") for word in words(text))
                first = json.dumps(text, ensure_ascii=False)[1:-1]
                line = next((number for number, line in enumerate(lines, 1) if first in line), 1)
                if " " in text:
                    add(path, [(line, text)], accept=lambda word: word[0].islower())
    for name in arguments:
        if not name.startswith("--"):
            add(pathlib.Path(name), from_document(pathlib.Path(name)), accept=lambda word: word.rstrip(".") not in said)

    entries = {}
    wrong = []
    for number, line in enumerate(WORDS.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            word, _, reason = (part.strip() for part in line.partition("#"))
            if not reason or word in entries:
                wrong.append(f"Tests/Documents/words.txt:{number}: '{word}' needs one line, and a reason after '#'")
            entries[word] = number
    if list(entries) != sorted(entries, key=str.lower):
        wrong.append("Tests/Documents/words.txt: the words are not in order (sort -f with LC_ALL=C.UTF-8)")

    bad = unknown(set(places))
    needed = set()
    for word in sorted({word.rstrip(".") for word in bad}, key=str.lower):
        # A word of the list may begin a sentence; one written with a capital there is a name or an abbreviation.
        entry = next((form for form in (word, word[0].lower() + word[1:]) if form in entries), None)
        if entry:
            needed.add(entry)
        elif "--list" in arguments:
            print(word)
        else:
            where = list(dict.fromkeys(places.get(word, []) + places.get(word + ".", [])))
            more = f" and {len(where) - 3} more" if len(where) > 3 else ""
            wrong.append(f"{', '.join(where[:3])}{more}: '{word}' is not in the Danish dictionary")
    # With no documents at hand a word may only seem to be needed by nothing.
    if len(arguments) > 0:
        for word, number in entries.items():
            if word not in needed:
                wrong.append(f"Tests/Documents/words.txt:{number}: nothing needs '{word}'; take it out")
    if "--list" in arguments:
        return 0
    for message in wrong:
        print(message)
    if wrong:
        print("help: mend the spelling; a right word of the field goes into Tests/Documents/words.txt with its reason")
        return 1
    print(f"{len(places)} Danish words are spelt right; {len(entries)} of them are in words.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
