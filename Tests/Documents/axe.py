"""Accessibility of rendered documents: axe-core's rules for WCAG 2.1 A and AA, on screen, on a telephone and in print;
and nothing wider than its medium, down to 320 pixels (WCAG 1.4.10) and on paper, where it would be cut off or shrunk; and
on a telephone no cell of a table so narrow that a word is cut in two without a hyphen.

    axe.py AXE_MIN_JS DOCUMENTS...

Prints each breach with document, medium, rule, element and help, and fails. In forced colours (Windows' high contrast)
axe has no rules; Tests/pictures.sh shows them to a person.
"""

import json
import pathlib
import sys

import chromium

# Name, medium, and width in pixels; that of paper is the column between the margins of brev.css, 170 mm.
MEDIA = [("screen", "screen", 900), ("telephone", "screen", 320), ("print", "print", 643)]
WIDE = """document.documentElement.scrollWidth <= %d ? [] : Array.from(document.querySelectorAll("body *")).filter(
  each => each.scrollWidth > each.clientWidth && each.clientWidth > 0).map(each => each.outerHTML.split(">")[0] + ">")"""
# The browser cuts a word only when it must: asked not to, the word sticks out of its cell.
CUT = """(() => {
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = "th, td, th *, td * { overflow-wrap: normal !important; word-break: normal !important; hyphens: manual !important }";
  const cut = Array.from(document.querySelectorAll("th, td")).filter(
    each => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1);
  style.remove();
  return cut.map(each => each.textContent.trim().split(/\\s+/).slice(0, 4).join(" "));
})()"""
RUN = """axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"], preload: false}).then(
  result => JSON.stringify({passes: result.passes.length, violations: result.violations.map(
    each => ({id: each.id, help: each.help, nodes: each.nodes.map(node => node.html)}))}))"""


def main(axe, documents):
    script = pathlib.Path(axe).read_text(encoding="utf-8")
    failed = False
    with chromium.Chromium() as browser, browser.page() as page:
        for document in documents:
            page.open(document)
            page.evaluate(script + ";true")
            for name, medium, width in MEDIA:
                page.media(medium)
                page.width(width)
                for wide in page.evaluate(WIDE % width)[-1:]:
                    print(f"{document} ({name}): {wide} holds something wider than {width} pixels")
                    failed = True
                for cell in page.evaluate(CUT) if name == "telephone" else []:
                    print(f"{document} ({name}): a word is cut in two in the cell '{cell} …': let the rows be blocks (.blokvis)")
                    failed = True
                result = json.loads(page.evaluate(RUN))
                if result["passes"] + len(result["violations"]) < 3:
                    print(f"{document} ({name}): axe looked at next to nothing")
                    failed = True
                for breach in result["violations"]:
                    failed = True
                    print(f"{document} ({name}): {breach['help']} [{breach['id']}]")
                    for node in breach["nodes"][:3]:
                        print(f"  {node[:200]}")
    if not failed:
        print(f"{len(documents)} HTML documents pass WCAG 2.1 A and AA on screen, on a telephone and in print")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
