"""Prints letters: HTML comes in, PDF goes out, one after the other until the input ends.

The program that starts it speaks frames over standard input and output: four bytes of length, big-endian, then so many
bytes. The first frame is this text, the second the settings as JSON; then one frame with HTML for each letter. Each
answer is one frame, whose first byte tells its kind:

    R  ready for letters
    M  cannot print here at all: what is missing
    P  the PDF
    U  the fonts lack characters of the letter: U+0645 U+0646
    W  the recipient's address does not stand alone and whole in the window of the envelope
    F  this letter cannot be printed: why, without a word of the letter
"""

import importlib.metadata
import json
import logging
import os
import resource
import signal
import struct
import sys
import tempfile
import traceback

FONT_FOLDERS = ["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2"]
MM = 96 / 25.4
MEMORY = 2 << 30
# WeasyPrint gives a grid no least height: what the stylesheet asks of the letter's head is asked of the address in it.
GRID_HEIGHT = ".brevhoved > .modtager { min-height: 50mm }"


class Missing(Exception):
    """Something that printing needs is not there."""


class Refused(Exception):
    """The letter cannot be printed as it should be."""

    def __init__(self, kind, reason):
        self.kind, self.reason = kind, reason


class Messages(logging.Handler):
    """What WeasyPrint says of a letter: it prints a box for a missing letter and passes over what it may not fetch."""

    def __init__(self):
        super().__init__()
        self.missing, self.errors = [], []

    def emit(self, record):
        if record.msg.startswith(".notdef"):
            self.missing.append(f"U+{record.args[1]:04X}")
        elif record.levelno >= logging.ERROR:
            self.errors.append(record.msg)  # Without what is put in: that may be from the letter.


def check_versions(versions):
    for name, wanted in versions.items():
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            raise Missing(f"there is no {name}") from None
        if found != wanted:
            raise Missing(f"{name} is {found}, and has to be {wanted}")


def use_fonts():
    """Only the fonts of one package, whatever else the machine has: the same letter looks the same everywhere."""
    folders = [folder for folder in FONT_FOLDERS if os.path.isfile(f"{folder}/LiberationSans-Regular.ttf")]
    if not folders:
        raise Missing("there are no Liberation fonts")
    alias = "<alias binding='same'><family>{}</family><prefer><family>{}</family></prefer></alias>".format
    text = "<?xml version='1.0'?><fontconfig>" + "".join(
        [f"<dir>{folder}</dir>" for folder in folders[:1]]
        + ["<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix='xdg'>fontconfig</cachedir>"]
        + [alias(*pair) for pair in (("sans-serif", "Liberation Sans"), ("serif", "Liberation Serif"),
                                     ("monospace", "Liberation Mono"))]
    ) + "</fontconfig>"
    file = tempfile.NamedTemporaryFile(prefix="mentorbrev-", suffix=".conf")
    file.write(text.encode())
    file.flush()
    os.environ["FONTCONFIG_FILE"] = file.name
    return file


def load_weasyprint():
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        # Before any letter was read: its words can only be about the machine.
        raise Missing(f"WeasyPrint does not start: {str(error).splitlines()[0]}") from None
    return weasyprint


class Press:
    """WeasyPrint, its fonts and its rules, loaded once."""

    def __init__(self, settings):
        check_versions(settings["versions"])
        fonts = use_fonts()
        self.weasyprint = load_weasyprint()
        self.window = settings["window"]
        self.fonts = self.weasyprint.text.fonts.FontConfiguration()
        fonts.close()
        self.messages = Messages()
        self.mending = self.weasyprint.CSS(string=GRID_HEIGHT)
        self.weasyprint.LOGGER.handlers[:] = [self.messages]
        self.weasyprint.LOGGER.setLevel(logging.WARNING)
        self.weasyprint.LOGGER.propagate = False

    def pdf(self, html):
        from weasyprint.urls import FatalURLFetchingError, URLFetcher

        class Nothing(URLFetcher):
            def fetch(self, url, headers=None):
                if not url.startswith("data:"):
                    raise FatalURLFetchingError
                return super().fetch(url, headers)

        self.messages.missing, self.messages.errors = [], []
        try:
            page = self.weasyprint.HTML(string=html, url_fetcher=Nothing(allowed_protocols=["data"]))
            document = page.render(
                font_config=self.fonts, stylesheets=[self.mending], pdf_variant="pdf/ua-1", pdf_tags=True)
            check_window(document, page.etree_element, self.window)
            result = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True, finisher=mend_lists)
        except FatalURLFetchingError:
            raise Refused("F", "it asks for something that is not in it") from None
        if self.messages.missing:
            raise Refused("U", " ".join(sorted(set(self.messages.missing))))
        if self.messages.errors:
            raise Refused("F", self.messages.errors[0])
        return result


def check_window(document, root, window):
    """The recipient's address stands whole in the window of the envelope on the first page, and nothing else does."""
    address = set()
    for element in root.iter():
        if "modtager" in (element.get("class") or "").split():
            address.update(element.iter())
    if not address:
        return
    left, top = window["x"] * MM, window["y"] * MM
    right, bottom = left + window["width"] * MM, top + window["height"] * MM
    text_from = window["textFrom"] * MM
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants(placeholders=True):
            text = getattr(box, "text", None)
            is_image = type(box).__name__.endswith("ReplacedBox")
            if not is_image and not (text and text.strip()):
                continue
            x, y, x2, y2 = box.position_x, box.position_y, box.position_x + box.width, box.position_y + box.height
            is_address = box.element in address
            is_whole = number == 0 and text_from - 1 <= x and top <= y and x2 <= right and y2 <= bottom
            is_seen = number == 0 and left < x2 and x < right and top < y2 and y < bottom
            if is_address and not is_whole:
                raise Refused("W", "address outside")
            if is_seen and not is_address:
                raise Refused("W", "something beside")


def mend_lists(document, pdf):
    """Gives lists of names and values the structure that PDF/UA asks for: WeasyPrint knows no div in a dl.

    Each group becomes an item: its first part, the name, the label; the rest its body.
    """
    import pydyf

    def kids(element):
        numbers = [int(kid.split()[0]) for kid in element["K"] if isinstance(kid, bytes)]
        return [pdf.objects[number] for number in numbers if pdf.objects[number].get("Type") == "/StructElem"]

    def move(element, parent):
        element["P"] = parent.reference
        parent["K"].append(element.reference)

    def retag(element, old, new):
        if element["S"] == old:
            element["S"] = new

    def make_item(group):
        parts = kids(group)
        body = pydyf.Dictionary({
            "Type": "/StructElem", "S": "/LBody", "K": pydyf.Array([]), "Pg": group["Pg"], "P": group.reference})
        pdf.add_object(body)
        group["S"], group["K"] = "/LI", pydyf.Array([])
        if parts and parts[0]["S"] == "/LI":
            name = parts.pop(0)
            name["S"] = "/Lbl"
            move(name, group)
            for part in kids(name):
                retag(part, "/LBody", "/Span")
        group["K"].append(body.reference)
        for part in parts:
            move(part, body)
            if part["S"] == "/LI":
                part["S"] = "/Div"
                for inner in kids(part):
                    retag(inner, "/LBody", "/Div")
        return body

    lists = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("S") == "/L"]
    for found in lists:
        if all(kid["S"] in ("/L", "/LI", "/Caption") for kid in kids(found)):
            continue
        children, body, early = kids(found), None, []
        found["K"] = pydyf.Array([])
        for child in children:
            if child["S"] in ("/L", "/LI", "/Caption"):
                move(child, found)
            elif child["S"] == "/Span":
                # White space between groups that stand beside each other on a line.
                early.append(child) if body is None else move(child, body)
            else:
                body = make_item(child)
                move(child, found)
                while early:
                    move(early.pop(0), body)


def read_frame(stream):
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = struct.unpack(">I", head)[0]
    frame = stream.read(size)
    return frame if len(frame) == size else None


def answer(stream, kind, payload):
    stream.write(struct.pack(">I", len(payload) + 1) + kind.encode() + payload)
    stream.flush()


def place(error):
    """Where in the code an error arose. What it says may hold words of the letter."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {os.path.basename(frame.filename)}:{frame.lineno}"


def main():
    # The program that started this one is stopped by Ctrl-C; this one ends when its input does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints may not come between the frames.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    letters = sys.stdin.buffer
    settings = json.loads(read_frame(letters))
    try:
        press = Press(settings)
    except Missing as missing:
        return answer(answers, "M", str(missing).encode())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answer(answers, "R", b"")
    while (letter := read_frame(letters)) is not None:
        # Should nobody be there any more to end it, a letter that never ends does it itself.
        signal.alarm(settings["seconds"] + 5)
        try:
            kind, payload = "P", press.pdf(letter.decode())
        except Refused as refusal:
            kind, payload = refusal.kind, refusal.reason.encode()
        except Exception as error:
            kind, payload = "F", place(error).encode()
        signal.alarm(0)
        answer(answers, kind, payload)


if __name__ == "__main__":
    main()
