"""Tests of the checks themselves: each finds what it is there to find. Run by Tests/documents.sh."""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

import axe
import chromium
import kinds
import letters
import lix
import pages
import pdf
import spelling

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = """<!DOCTYPE html>
<html{lang}><head><meta charset="utf-8"><title>Prøve</title><style>{style}</style></head><body><div class="ark">
<address class="modtager"><p>Ida Prøve<br>Vejen 1</p></address>
<main>{main}</main></div></body></html>
"""
PAPER = """body { margin: 0 } p { margin: 0 0 4mm } @page { size: 210mm 297mm; margin: 20mm }
.modtager { height: 50mm; padding-top: 8mm }"""


class Kinds(unittest.TestCase):
    WRITTEN = "| kind | letter | rules |\n|---|--:|--:|\n| `a` | 70 | – |\n| *shared* | 3000 | 400 |\n"

    def test_a_figure_may_be_a_tenth_away_and_no_more(self):
        self.assertTrue(kinds.holds(self.WRITTEN, self.WRITTEN))
        self.assertTrue(kinds.holds(self.WRITTEN, self.WRITTEN.replace("3000", "3300").replace("70", "80")))
        self.assertFalse(kinds.holds(self.WRITTEN, self.WRITTEN.replace("3000", "3400")))
        self.assertFalse(kinds.holds(self.WRITTEN, self.WRITTEN.replace("70", "81")))

    def test_rows_are_the_same_and_nothing_is_a_figure(self):
        self.assertFalse(kinds.holds(self.WRITTEN, self.WRITTEN.replace("`a`", "`b`")))
        self.assertFalse(kinds.holds(self.WRITTEN, self.WRITTEN + "| `b` | 1 | 1 |\n"))
        self.assertFalse(kinds.holds(self.WRITTEN, self.WRITTEN.replace("–", "5")))
        self.assertFalse(kinds.holds("", self.WRITTEN))


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def said(self, check, *arguments):
        """What a check prints, and whether it fails."""
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            code = check(*arguments)
        return output.getvalue(), code


class Letters(Files):
    def test_blocks_have_their_line_and_their_breaks(self):
        path = self.file("a.html", "<p>Et\n  to<br>tre</p>\n<ul>\n<li>fire <b>fem</b></li></ul><style>p { }</style>")
        self.assertEqual(
            [(block.line, block.name, block.text) for block in letters.blocks(path)],
            [(1, "p", "Et to\ntre"), (4, "li", "fire fem")])


class Sentences(Files):
    def split(self, text):
        return [" ".join(sentence) for sentence in lix.sentences(text)]

    def test_abbreviations_and_dates_end_no_sentence(self):
        self.assertEqual(
            self.split("Se § 167, stk. 1, nr. 2, i lov nr. 280 af 1. marts 2024. Den 5. i hver måned kl. 9 får du ca. 100 kr. om ugen."),
            ["Se § 167, stk. 1, nr. 2, i lov nr. 280 af 1. marts 2024.", "Den 5. i hver måned kl. 9 får du ca. 100 kr. om ugen."])

    def test_an_amount_and_a_year_may_end_one(self):
        self.assertEqual(self.split("Du får 100 kr. Du søgte i 2026. Vi ses!"), ["Du får 100 kr.", "Du søgte i 2026.", "Vi ses!"])

    def test_only_running_text_counts(self):
        path = self.file("a.html", "<h2>Overskrift her</h2><p>Du får støtte. Den begynder nu.</p><ul><li>Punkt uden punktum</li>"
                         '<li>Ring til os.</li></ul><p class="note">Reglerne står i loven.</p><dl><dd><p>Felt.</p></dd></dl>')
        self.assertEqual([" ".join(words) for _, words in lix.Letter(path).sentences],
                         ["Du får støtte.", "Den begynder nu.", "Ring til os."])

    def test_a_hard_letter_fails_and_a_hard_contract_does_not(self):
        hard = "<p>" + " ".join(["Beskæftigelsesindsatsens bestemmelser forudsætter kommunalbestyrelsens godkendelse"] * 12) + ".</p>"
        output, code = self.said(lix.main, [self.file("a.html", hard)])
        self.assertEqual(code, 1)
        self.assertIn("a letter above 50 is not sent", output)
        self.assertEqual(self.said(lix.main, [self.file("b.html", f'<div class="kontrakt">{hard}</div>')])[1], 0)


class Spelling(Files):
    def test_words_are_without_numbers_paths_keys_and_commands(self):
        self.assertEqual(
            list(spelling.words("Målet (mentorstoette.maal) er »nået« nr. 3, se a/b, (.jsonl) og 'mentorbrev explain' CVR-nr. sagsId")),
            ["Målet", "er", "nået", "nr.", "se", "og", "CVR-nr."])

    def test_unknown_words_are_found_and_known_forms_are_not(self):
        self.assertEqual(
            spelling.unknown({"mentorstøtte", "stk.", "komunen", "peroden", "mandag-torsdag", "mandag-torsdg", "CVR-nr.", "ansøgt."}),
            {"komunen", "peroden", "mandag-torsdg"})

    def test_templates_give_texts_fallbacks_and_arguments_but_no_fields(self):
        path = self.file("a.html", """<t:part xmlns:t="urn:mentorbrev:template" name="x">
  <!-- a remark --><p class="note">Hej {mentor.titel ?? 'vejleder'} du
  der</p><t:part name="y" titel="'En titel'"/></t:part>""")
        found = [(line, word) for line, text in spelling.from_xml(path) for word in spelling.words(text)]
        self.assertEqual(found, [(2, "Hej"), (2, "vejleder"), (2, "du"), (3, "der"), (3, "En"), (3, "titel")])

    def test_sources_give_danish_sentences_without_what_is_put_in(self):
        (self.folder / "Casework").mkdir()
        path = self.file("Casework/a.swift", '''
// en bemærkning "som ikke læses"
let a = "Perioden slutter \\(day.text(of: "ikke en sætning"))s dag."
precondition(b, "an English sentence")
let key = "mentorstoette.periode"
''')
        self.assertEqual(
            [(line, text.split()) for line, text in spelling.from_swift(path)],
            [(3, ["ikke", "en", "sætning"]), (3, ["Perioden", "slutter", "dag."])])

    def test_a_misspelt_word_of_a_document_fails_with_its_line(self):
        path = self.file("a.html", "<p>Du får\n støtte fra komunen.</p>")
        output, code = self.said(spelling.main, [str(path)])
        self.assertEqual(code, 1)
        self.assertIn(f"{path}:1: 'komunen' is not in the Danish dictionary", output)


class PDF(Files):
    def problems(self, html, printed=None):
        path = self.file("a.html", html)
        target = self.folder / "a.pdf"
        target.write_bytes(printed or pdf.press().pdf(html))
        return list(pdf.problems(path, target))

    def test_a_good_document_has_nothing(self):
        self.assertEqual(self.problems(PAGE.format(lang=' lang="da"', style=PAPER, main="<h1>Æblegrød</h1><p>på § 5</p>")), [])

    def test_what_is_not_accessible_is_found(self):
        html = PAGE.format(lang=' lang="da"', style=PAPER, main="<h1>Overskrift</h1><h3>For dybt</h3><p>Tekst</p>")
        self.assertEqual(self.problems(html), ["PDFUA1-HEADING-NESTING-001: heading level H3 skips an intervening heading level"])

    def test_letters_that_are_lost_are_found(self):
        html = PAGE.format(lang=' lang="da"', style=PAPER, main="<h1>Æblegrød på § 5</h1><p>Tekst</p>")
        self.assertEqual(
            self.problems(html, pdf.press().pdf(html.replace("Æblegrød på § 5", "Ablegrod pa $ 5"))),
            ["the text has 1 'ø', and should have 2", "the text has 0 'å', and should have 1", "the text has 0 'Æ', and should have 1",
             "the text has 0 '§', and should have 1"])

    def test_another_language_and_another_paper_are_found(self):
        html = PAGE.format(lang=' lang="en"', style=PAPER.replace("297mm", "280mm"),
                           main="<h1>Overskrift</h1><p>Tekst</p>")
        self.assertEqual(self.problems(html), ["page 1 is not A4", "its language is not Danish"])

    def test_the_window_holds_six_lines_and_a_long_name(self):
        letter = (ROOT / "Templates/style/brev.css").read_text(encoding="utf-8")
        head = '<div class="brevhoved"><div class="afsender"><p class="navn">Prøve Kommune</p></div>{}</div>'
        html = PAGE.format(lang=' lang="da"', style=letter, main="<h1>Overskrift</h1><p>Tekst</p>")
        start, end = html.index("<address"), html.index("</address>") + len("</address>")
        for name, lines in (("Ida Prøve", 5), ("Wilhelmine Alexandra Sørensen-Prøvegård", 5),
                            ("Anne-Marie Frederikke Louise Højgård-Prøvesen von Prøvensborg-Ågård", 5)):
            places = "<br>".join(f"Linje {number} med fireogtredive tegn" for number in range(2, 2 + lines))
            address = f'<address class="modtager"><p>{name}</p><p>{places}</p></address>'
            self.assertEqual(self.problems(html[:start] + head.format(address) + html[end:]), [], name)


@unittest.skipUnless(chromium.program(), "there is no Chromium here")
class Pages(Files):
    def problems(self, main, style=PAPER):
        path = self.file("a.html", PAGE.format(lang=' lang="da"', style=style, main=main))
        output, code = self.said(pages.main, [path])
        return [line.split(".html: ")[1] for line in output.splitlines() if ".html: " in line], code

    def test_a_good_page_has_nothing(self):
        self.assertEqual(self.problems("<h1>Overskrift</h1><p>Tekst</p>"), ([], 0))

    def test_a_page_that_is_left_half_empty_is_found(self):
        self.assertEqual(
            self.problems('<p>Tekst</p>' * 5 + '<div style="height: 200mm; break-inside: avoid">' + "<p>Tekst</p>" * 5 + "</div>"),
            (["page 1: the page ends after 118 mm: what follows is kept together and does not fit; let it break"], 1))

    def test_short_pages_and_last_headings_are_found(self):
        text = "<p>Tekst</p>" * 18
        self.assertEqual(
            self.problems(f'{text}<h2 style="break-after: page">Hvad nu?</h2>{text}<p style="break-before: page">Rest</p>'),
            (["page 1: the heading 'Hvad nu?' is the last line of the page",
              "page 3: lines of text on the page: 1; keep more with them, or gain room on the page before"], 1))

    def test_a_page_that_is_left_two_fifths_empty_is_found(self):
        self.assertEqual(
            self.problems('<p>Tekst</p>' * 10 + '<div style="height: 200mm; break-inside: avoid">' + "<p>Tekst</p>" * 5 + "</div>"),
            (["page 1: the page ends after 162 mm: what follows is kept together and does not fit; let it break"], 1))

    def test_a_lead_in_that_is_left_behind_is_found_and_one_at_the_end_is_not(self):
        text = "<p>Tekst</p>" * 18
        self.assertEqual(
            self.problems(f'{text}<p style="break-after: page">Kommunen betaler højst dette:</p>{text}<p>Kommunen betaler:</p>'),
            (["page 1: the lead-in 'Kommunen betaler højst dette:' is the last line of the page"], 1))

    def test_an_address_outside_the_window_is_found(self):
        self.assertEqual(
            self.problems("<p>Tekst</p>", PAPER + ".modtager { padding-top: 60mm }"),
            (["page 1: the envelope's window shows 0 words, and the recipient's address has 4: it must stand there alone and "
              "whole"], 1))

    def test_something_beside_the_address_is_found(self):
        self.assertEqual(
            self.problems("<p>Tekst</p>", PAPER + ".modtager { height: 20mm }"),
            (["page 1: the envelope's window shows 5 words, and the recipient's address has 4: it must stand there alone and "
              "whole"], 1))

    def test_text_at_the_edge_is_found(self):
        problems, code = self.problems("<p>Tekst</p>", PAPER.replace("margin: 20mm", "margin: 20mm 5mm"))
        self.assertEqual((problems[0], code), ("page 1: a word stands at 5, 28 mm, outside what may be printed on", 1))


@unittest.skipUnless(chromium.program() and len(sys.argv) > 1, "there is no Chromium or no axe-core here")
class Accessibility(Files):
    def test_breaches_are_found_in_each_medium(self):
        path = self.file("a.html", PAGE.format(lang="", style="main { color: #aaa }",
                                               main='<h1>Overskrift</h1><p style="width: 1200px">Tekst</p>'))
        output, code = self.said(axe.main, AXE, [path])
        self.assertEqual(code, 1)
        for medium in ("screen", "telephone", "print"):
            self.assertIn(f"({medium}): <html> element must have a lang attribute", output)
            self.assertIn(f"({medium}): Elements must meet minimum color contrast", output)
            self.assertIn(f"({medium}): <main> holds something wider than", output)

    def test_a_word_that_is_cut_in_two_in_a_cell_is_found(self):
        def page(width):
            return self.file("a.html", PAGE.format(
                lang=' lang="da"', style=f"table {{ table-layout: fixed; width: {width}px; overflow-wrap: break-word }}",
                main='<h1>Overskrift</h1><table><tr><td>Om studiestøttetimer</td></tr></table>'))

        output, code = self.said(axe.main, AXE, [page(60)])
        self.assertEqual(code, 1)
        self.assertIn("(telephone): a word is cut in two in the cell 'Om studiestøttetimer …'", output)
        self.assertNotIn("(print)", output)
        self.assertEqual(self.said(axe.main, AXE, [page(200)])[1], 0)


@unittest.skipUnless(chromium.program(), "there is no Chromium here")
class Stylesheets(Files):
    """What the stylesheets themselves promise, where a person would see it and no rule of accessibility does."""

    def page(self, width, script):
        with chromium.Chromium() as browser, browser.page() as page:
            page.open(ROOT / "Tests/Documents/klasser.html")
            page.media("screen")
            page.width(width)
            return page.evaluate(script)

    def test_the_name_is_the_largest_of_a_question_and_the_statute_the_smallest(self):
        for width in (390, 900):
            sizes = self.page(width, """[".emne", "ul", ".hjemmel"].map(name => parseFloat(
              getComputedStyle(document.querySelector(".spoergeskema tbody th " + name)).fontSize))""")
            self.assertEqual(sizes, sorted(set(sizes), reverse=True), width)

    def test_the_cells_of_a_narrow_table_are_blocks_on_a_telephone_only(self):
        script = """[".foer-nu", ".spoergeskema"].map(name => getComputedStyle(document.querySelector(name + " td[title]")).display)"""
        self.assertEqual(self.page(390, script), ["block", "block"])
        self.assertEqual(self.page(900, script), ["table-cell", "table-cell"])


if __name__ == "__main__":
    AXE = sys.argv[1] if len(sys.argv) > 1 else None
    unittest.main(argv=sys.argv[:1])
