"""Pictures of documents, and a contact sheet: pictures.py FOLDER DOCUMENTS... (see Tests/pictures.sh)."""

import html
import pathlib
import shutil
import subprocess
import sys

import chromium

SHEET = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Documents</title><style>
body { font: 14px/1.4 sans-serif; margin: 1rem; background: #ddd; }
h2 { margin: 2rem 0 .5rem; } div { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; }
figure { margin: 0; } img { display: block; background: #fff; border: 1px solid #888; }
.paper img { height: 640px; } .narrow img { width: 260px; } .wide img { width: 420px; }
</style></head><body><h1>Documents</h1>
"""


def pictures(page, document, folder, stem):
    """Writes the pictures of a document; yields class, caption and file of each."""
    page.open(document)
    pdf = folder / f"{stem}.pdf"
    pdf.write_bytes(page.pdf())
    subprocess.run(["pdftoppm", "-r", "80", "-png", pdf, folder / f"{stem}-page"], check=True)
    for number, path in enumerate(sorted(folder.glob(f"{stem}-page*.png")), 1):
        yield "paper", f"page {number}", path
    for name, kind, width, features in [
        ("screen", "wide", 900, {}),
        ("telephone", "narrow", 390, {}),
        ("forced colours", "narrow", 900, {"forced_colors": "active", "prefers_color_scheme": "dark"}),
    ]:
        page.media("screen", **features)
        page.width(width)
        path = folder / f"{stem}-{name.replace(' ', '-')}.png"
        path.write_bytes(page.picture())
        yield kind, name, path
    page.media("screen")
    page.width(900)
    page.evaluate('document.documentElement.style.filter = "grayscale(1) contrast(1.2)"')
    path = folder / f"{stem}-black-and-white.png"
    path.write_bytes(page.picture())
    yield "narrow", "black and white", path


def main(folder, documents):
    folder = pathlib.Path(folder)
    sheet = [SHEET]
    with chromium.Chromium() as browser:
        for number, document in enumerate(documents, 1):
            stem = f"{number:02}-{pathlib.Path(document).stem}"
            for old in folder.glob(f"{stem}*"):
                old.unlink()
            sheet.append(f"<h2>{html.escape(stem)}</h2>\n<div>")
            with browser.page() as page:  # a new one: a page that was a telephone once prints as one
                for kind, caption, path in pictures(page, document, folder, stem):
                    sheet.append(f'<figure class="{kind}"><figcaption>{caption}</figcaption>'
                                 f'<a href="{path.name}"><img src="{path.name}" alt="{caption}"></a></figure>')
            sheet.append("</div>")
    (folder / "index.html").write_text("\n".join([*sheet, "</body></html>\n"]), encoding="utf-8")
    print(f"{len(documents)} documents: {folder / 'index.html'}")


if __name__ == "__main__":
    if not shutil.which("pdftoppm"):
        sys.exit("pdftoppm is missing: apt-get install poppler-utils")
    main(sys.argv[1], sys.argv[2:])
