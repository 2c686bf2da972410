"""Reads the PDF of documents: what a screen reader, a printer and an archive need of it.

    pdf.py HTML-FOLDER PDF-FOLDER

Every PDF has its HTML of the same name in the other folder. Fails when

- page-validation finds a breach of PDF/UA-1;
- a page is not A4, there are none or more than go into an envelope, or the language is not Danish;
- a font is not embedded, or is none of Liberation;
- its text has lost a Danish letter or a paragraph sign of the HTML;
- something is wrong that pages.py finds, above all in the window of the envelope.

Needs the Python that Tests/tools.sh makes. Prints the number of pages of each.
"""

import contextlib
import functools
import importlib.util
import pathlib
import re
import subprocess
import sys
import zlib

import page

import letters
import pages

LETTERS = "æøåÆØÅ§"
WORKER = pathlib.Path(__file__).resolve().parents[2] / "Sources/Printing/Resources/worker.py"


@functools.cache
def press():
    """The worker's own press, for HTML that no template made."""
    spec = importlib.util.spec_from_file_location("worker", WORKER)
    worker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(worker)
    return worker.Press({"versions": {}, "window": {"x": 7, "y": 7, "width": 90, "height": 60, "textFrom": 20}})


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def sizes(pdf):
    return re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", run("pdfinfo", "-f", "1", "-l", "999", pdf))


def plain_parts(data):
    """A PDF and what is packed in it."""
    yield data
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(packed)


def problems(html, pdf):
    report = page.validate_pdf(pdf, profile=page.ValidationProfile.PDF_UA_1)
    for failure in dict.fromkeys((failure.rule_id, failure.message) for failure in report.failures):
        yield ": ".join(failure)
    found = sizes(pdf)
    if not 0 < len(found) <= 16:
        yield f"it has {len(found)} pages"
    for number, (width, height) in enumerate(found, 1):
        if abs(float(width) - 595.28) > 0.1 or abs(float(height) - 841.89) > 0.1:
            yield f"page {number} is not A4"
    if not any(b"/Lang (da)" in part for part in plain_parts(pathlib.Path(pdf).read_bytes())):
        yield "its language is not Danish"
    for line in run("pdffonts", pdf).splitlines()[2:]:
        name, embedded = line.split()[0], line[53:].split()
        if not re.fullmatch(r"[A-Z]{6}\+Liberation-.*", name) or "yes" not in embedded[:2]:
            yield f"the font {name} is not embedded, or is another than Liberation"
    wanted = "".join(block.text for block in letters.blocks(html) if block.name != "title")
    text = run("pdftotext", pdf, "-")
    for letter in LETTERS:
        # The head of a table stands on each of its pages.
        if text.count(letter) < wanted.count(letter):
            yield f"the text has {text.count(letter)} '{letter}', and should have {wanted.count(letter)}"
    for number, problem in pages.problems(html, pdf):
        yield f"page {number}: {problem}"


def main(html, pdf):
    failed = False
    found = sorted(pathlib.Path(pdf).rglob("*.pdf"))
    for path in found:
        source = pathlib.Path(html, path.relative_to(pdf)).with_suffix(".html")
        for problem in problems(source, path):
            print(f"{path}: {problem}")
            failed = True
        print(f"{len(sizes(path)):>3} {'page ' if len(sizes(path)) == 1 else 'pages'} {path.name}")
    return 1 if failed or not found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
