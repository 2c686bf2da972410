"""Looks at the printed pages of rendered documents: what a person would see at once, cheaply.

    pages.py DOCUMENTS...

Prints each document to PDF and reads the words with their places (pdftotext). Fails when

- a page that is not the only one holds fewer than four lines of text, and nothing to write in;
- a page that another follows is more than two fifths empty, and no new page was asked for (.ny-side, .bilag);
- a heading is the last line of its page, or a line that ends in a colon and leads in to what stands on the next;
- the recipient's address stands outside the window of the envelope (90 x 60 mm at 7, 7 mm from the top left corner, text
  from 20 mm), or something else stands in it;
- text stands in the left 10 mm, which the envelope machine needs, or over the edge of the paper. (The browser shrinks
  or cuts what is too wide for its column: axe.py looks for that.)

Prints the number of pages of each. More than 8 sheets, printed on both sides, do not go into a C5 envelope.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import chromium
import letters

FEWEST_LINES = 4
FEWEST_MM = 170
MM = 72 / 25.4
LEFT, TOP, RIGHT, BOTTOM, TEXT_FROM = 7, 7, 97, 67, 20
# Page numbers and the marks of a draft stand in the margins of brev.css, and are no text of the page.
HEAD_MARGIN, FOOT_MARGIN = 15, 275


class Word:
    def __init__(self, element):
        self.text = element.text or ""
        self.left, self.top, self.right, self.bottom = (
            float(element.get(key)) / MM for key in ("xMin", "yMin", "xMax", "yMax"))


def words_by_page(pdf):
    answer = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout
    clean = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", answer)
    root = xml.etree.ElementTree.fromstring(clean)
    space = "{http://www.w3.org/1999/xhtml}"
    return [[Word(word) for word in page.iter(space + "word")] for page in root.iter(space + "page")]


def lines(words):
    """The lines of a page from top to bottom, each the words from left to right."""
    found = []
    for word in sorted(words, key=lambda word: (word.bottom, word.left)):
        if found and abs(found[-1][-1].bottom - word.bottom) < 1.2:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda word: word.left) for line in found]


def plain(text):
    return re.sub(r"\W+", "", text)


def problems(document, pdf):
    blocks = letters.blocks(document)
    headings = {plain(block.text) for block in blocks if block.name in ("h1", "h2", "h3", "caption")}
    address = [block for block in blocks if block.within(".modtager")]
    source = pathlib.Path(document).read_text(encoding="utf-8")
    has_fields_to_fill = bool(re.search(r'class="(?:tom|skrivefelt|linjer?)[ "]', source))
    has_own_breaks = bool(re.search(r'class="(?:[^"]* )?(?:bilag|ny-side)[ "]', source))
    pages = words_by_page(pdf)
    for number, words in enumerate(pages, 1):
        text = lines([word for word in words if HEAD_MARGIN < word.top and word.bottom < FOOT_MARGIN])
        if len(pages) > 1 and len(text) < FEWEST_LINES and not has_fields_to_fill:
            yield number, f"lines of text on the page: {len(text)}; keep more with them, or gain room on the page before"
        if number < len(pages) and text and text[-1][-1].bottom < FEWEST_MM and not has_own_breaks and not has_fields_to_fill:
            yield number, (f"the page ends after {text[-1][-1].bottom:.0f} mm: what follows is kept together and does not fit; "
                           "let it break")
        if text:
            last = plain("".join(word.text for word in text[-1]))
            if any(heading.endswith(last) for heading in headings if last):
                yield number, f"the heading '{' '.join(word.text for word in text[-1])}' is the last line of the page"
            elif number < len(pages) and text[-1][-1].text.endswith(":"):
                yield number, f"the lead-in '{' '.join(word.text for word in text[-1])}' is the last line of the page"
        for word in words:
            if word.left < 10 or word.right > 210 or word.top < 0 or word.bottom > 297:
                yield number, f"a word stands at {word.left:.0f}, {word.top:.0f} mm, outside what may be printed on"
    if address and pages:
        expected = [plain(word) for block in address for word in block.text.split() if plain(word)]
        inside = [word for word in pages[0]
                  if word.right > LEFT and word.left < RIGHT and word.bottom > TOP and word.top < BOTTOM]
        found = [plain(word.text) for line in lines(inside) for word in line if plain(word.text)]
        # A name may break at its hyphen.
        if "".join(found) != "".join(expected):
            # No names here: what runs in CI may be read by others.
            yield 1, (f"the envelope's window shows {len(found)} words, and the recipient's address has {len(expected)}: it must "
                      "stand there alone and whole")
        elif any(word.left < TEXT_FROM - 0.3 or word.right > RIGHT or word.bottom > BOTTOM for word in inside):
            yield 1, "the recipient's address stands too near the edge of the envelope's window"
    if len(pages) > 16:
        yield len(pages), "more than 16 pages do not go into an envelope"


def main(documents):
    failed = False
    counts = []
    with tempfile.TemporaryDirectory() as folder, chromium.Chromium() as browser, browser.page() as page:
        for document in documents:
            page.open(document)
            pdf = pathlib.Path(folder, "document.pdf")
            pdf.write_bytes(page.pdf())
            for number, problem in problems(document, pdf):
                print(f"{document}: page {number}: {problem}")
                failed = True
            counts.append((pathlib.Path(document).name, len(words_by_page(pdf))))
    for name, count in counts:
        print(f"{count:>3} {'page ' if count == 1 else 'pages'} {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
