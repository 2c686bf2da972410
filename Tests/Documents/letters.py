"""Reads a rendered document as a person does: blocks of text, each with its line, its element and what surrounds it."""

import html.parser

BLOCKS = {"p", "h1", "h2", "h3", "li", "dt", "dd", "th", "td", "caption", "address", "div", "section", "title"}
VOID = {"br", "hr", "meta"}
BREAK = "\u2028"  # a line break that is meant; those of the source are white space


class Block:
    """A run of text that stands alone: a paragraph, a heading, a point of a list."""

    def __init__(self, line, name, around):
        self.line, self.name, self.around, self.text = line, name, around, ""

    def within(self, *names):
        """Whether it is or stands in one of the elements `name` or classes `.class`."""
        return any(name in self.around for name in names)


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.blocks, self.current = [], [], None

    def handle_starttag(self, name, attributes):
        if name == "br":
            self.handle_data(BREAK)
        if name in VOID:
            return
        classes = (dict(attributes).get("class") or "").split()
        self.open.append((name, {name, *("." + word for word in classes)}))
        if name in BLOCKS:
            self.current = None

    def handle_endtag(self, name):
        while self.open and self.open.pop()[0] != name:
            pass
        if name in BLOCKS:
            self.current = None

    def handle_data(self, data):
        # Neither style nor commands and sums are words.
        if any(name in ("style", "code") for name, _ in self.open):
            return
        if self.current is None:
            if not data.strip():
                return
            around = set().union(*(names for _, names in self.open))
            name = next((name for name, _ in reversed(self.open) if name in BLOCKS), "")
            line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self.current = Block(line, name, around)
            self.blocks.append(self.current)
        self.current.text += data


def blocks(path):
    """The blocks of an HTML file in order; white space in their text is as HTML shows it, line breaks are kept."""
    reader = Reader()
    with open(path, encoding="utf-8") as file:
        reader.feed(file.read())
    for block in reader.blocks:
        lines = (" ".join(line.split()) for line in block.text.split(BREAK))
        block.text = "\n".join(line for line in lines if line)
    return reader.blocks
