#!/usr/bin/env python3
"""How many lines each kind of document is: a table in Markdown.

    python3 Tests/Documents/kinds.py            prints it
    python3 Tests/Documents/kinds.py --write    writes it where it stands, in AddingAKind
    python3 Tests/Documents/kinds.py --check    fails when what stands there is no longer so

The check lets a figure be a tenth away, or ten lines: the table tells how much a kind is, and not what was last changed.

Counted is what is the kind's own. What kinds share (parts of templates, sets of requirements, the letter, the support, the
contract's terms) is counted once, in the last rows, and belongs to none of them. Lines are lines of the files, comments and
all; tests are the kind's own test files, and its golden cases are counted as folders.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASEWORK = ROOT / "Sources/Casework"
PAGE = CASEWORK / "Casework.docc/AddingAKind.md"

# The files that a kind alone needs, besides its model in Documents/: what the case says, how it is understood, its rules.
OWN = {
    "forlaengelse": ["CaseFile/CaseFile+NewPeriod*", "Decision/Assessment", "Understanding/Examination+NewPeriod", "Rules/R02*"],
    "udskrivningskoordinator": ["Rules/R03*"],
    "uddannelsesstart": ["CaseFile/CaseFile+Education*", "Decision/EducationStart", "Rules/R04*"],
    "udloeb": ["Decision/Expiry"],
    "berigtigelse": ["Decision/Correction", "Understanding/CorrectionWords"],
    "aendring": ["CaseFile/CaseFile+Change*", "Decision/SupportChange", "Decision/Changed", "Understanding/Examination+Change"],
    "ophoer": ["CaseFile/CaseFile+Stop*", "Decision/Stop", "Understanding/Examination+Stop"],
    "partshoering": ["Understanding/Examination+HearingQuestion"],
    "genvurdering": ["CaseFile/CaseFile+Reconsideration*", "Decision/ComplaintCase",
                     "Understanding/Examination+Reconsideration", "Rules/R27*"],
    "min-plan": ["CaseFile/CaseFile+Plan*", "Decision/Plan*", "Documents/MinPlan+Understand", "Understanding/Examination+Plan",
                 "Rules/R36*"],
    "mentorskifte": ["CaseFile/CaseFile+MentorChange*"],
    "orientering": ["CaseFile/CaseFile+NewFacts*", "Decision/NewFacts", "Understanding/Examination+NewFacts",
                    "Understanding/FactWords"],
    "aftale": ["CaseFile/CaseFile+Agreement*"],
    "afgraensning": ["CaseFile/CaseFile+Delimitation*", "Decision/Delimitation", "Decision/Choices/SchemeChoices"],
    "kontrakttillaeg": ["CaseFile/CaseFile+Supplement*", "Contract/ContractAmendment", "Understanding/Examination+Amendment"],
}
TESTS = {
    "bevilling": "GrantUnderstanding", "delvis-bevilling": "PartialGrant", "forlaengelse": "ProlongationUnderstanding",
    "udskrivningskoordinator": "DischargeRule", "uddannelsesstart": "EducationStartRule", "afslag": "RefusalUnderstanding",
    "udloeb": "ExpiryUnderstanding", "berigtigelse": "CorrectionUnderstanding", "aendring": "ChangeUnderstanding",
    "ophoer": "StopUnderstanding", "partshoering": "HearingLetter", "genvurdering": "ReconsiderationTests",
    "min-plan": "MinPlanUnderstanding PlanProgress", "mentorskifte": "MentorChange", "orientering": "NewFacts",
    "aftale": "AgreementUnderstanding",
    "mentorkontrakt": "ContractTerms ContractHead ContractRule", "afgraensning": "DelimitationUnderstanding",
    "rammeaftale": "OtherContractPapers",
}


def lines(paths):
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def kinds():
    """The kinds in their order, each with the file of its model."""
    cases = re.findall(r'case (\w+) = "([a-z-]+)"', (CASEWORK / "Documents/DocumentKind.swift").read_text(encoding="utf-8"))
    models = {}
    for path in (CASEWORK / "Documents").glob("*.swift"):
        for name in re.findall(r"let kind = DocumentKind\.(\w+)", path.read_text(encoding="utf-8")):
            models[name] = path
    return [(name, models[case]) for case, name in cases]


def golden(kind):
    """The golden folders that hold a page of the kind."""
    return sum(1 for folder in (ROOT / "Tests/MentorbrevTests/Cases").iterdir() if list(folder.glob(f"{kind}-2*.html")))


def table():
    rows, seen = [], set()
    for kind, model in kinds():
        files = {model}
        for stem in OWN.get(kind, []):
            files |= set(CASEWORK.glob(f"{stem}.swift"))
        seen |= files
        templates = [ROOT / f"Templates/documents/{kind}.{form}" for form in ("html", "xml")]
        law = ROOT / f"Templates/law/krav-{kind}.xml"
        tests = [path for stem in TESTS.get(kind, "").split() for path in (ROOT / "Tests/CaseworkTests").rglob(f"{stem}*.swift")]
        rules = [path for path in files if path.parent.name == "Rules"]
        rows.append([kind, lines(templates[:1]), lines(templates[1:]), lines(files - set(rules)), lines(rules), lines([law]),
                     lines(tests), golden(kind)])
    result = ["| kind | letter | record | model | rules | requirements | tests | golden |", "|---|--:|--:|--:|--:|--:|--:|--:|"]
    for row in rows:
        result.append(
            "| " + " | ".join(f"`{row[0]}`" if index == 0 else str(value or "–") for index, value in enumerate(row)) + " |")
    middle = [sorted(row[index] for row in rows)[len(rows) // 2] for index in range(1, 8)]
    result.append("| *median* | " + " | ".join(str(value or "–") for value in middle) + " |")
    parts = list((ROOT / "Templates/parts").iterdir())
    shared = [path for path in CASEWORK.rglob("*.swift") if path not in seen and path.parent.name != "Rules"]
    shared_rules = [path for path in (CASEWORK / "Rules").glob("*.swift") if path not in seen]
    sets = [ROOT / "Templates/law/krav.xml", ROOT / "Templates/law/krav-kontrakter.xml"]
    html = [path for path in parts if path.suffix == ".html"]
    result.append(f"| *shared* | {lines(html)} | {lines(set(parts) - set(html))} | {lines(shared)} | {lines(shared_rules)} | "
                  f"{lines(sets)} | – | – |")
    return "\n".join(result) + "\n"


def holds(written, counted):
    """Whether a table that was written still tells what is counted: the same rows, and each figure near enough."""

    def cells(text):
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.strip().splitlines()]

    def near(said, found):
        if said == found:
            return True
        if not (said.isdigit() and found.isdigit()):
            return False
        return abs(int(said) - int(found)) <= max(10, int(found) // 10)

    written, counted = cells(written), cells(counted)
    return [len(row) for row in written] == [len(row) for row in counted] and all(
        near(said, found) for one, other in zip(written, counted) for said, found in zip(one, other))


TABLE = re.compile(r"(?m)^\| kind \|(?:.*\n\|)*.*\n")


def main():
    asked = sys.argv[1:]
    if not asked:
        print(table(), end="")
        return
    page = PAGE.read_text(encoding="utf-8")
    if asked == ["--write"]:
        PAGE.write_text(TABLE.sub(lambda _: table(), page), encoding="utf-8")
    elif not all(holds(written, table()) for written in TABLE.findall(page) or [""]):
        sys.exit("The table of AddingAKind.md is old. Write it anew: python3 Tests/Documents/kinds.py --write")


if __name__ == "__main__":
    main()
