"""Writes cases that are longer than the examples, for the checks of printed pages: long_cases.py FOLDER.

Each is an example with more in it. A page breaks where its content ends, so that what is kept together shows only when there
is too much of it for the page that it begins on.
"""

import copy
import json
import pathlib
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Templates/examples"
LONG_TASK = ("Hjælpe dig med at planlægge din arbejdsuge, så du når frem til tiden, får holdt dine pauser og har en aftale om, hvem "
             "du går til, hvis noget driller, eller hvis dagen bliver for lang for dig, også når der er mange i butikken.")
LONG_NAME = "Den Selvejende Institution Nordkystens Beskæftigelses- og Uddannelsesfællesskab for Særlige Indsatser ApS"
LONG_MAIL = "christina-alexandra-margrethe.frederiksen-wedellsborg@beskaeftigelsesvirksomhed-nordsjaelland.example"


def example(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def with_tasks(count, text=None):
    case = example("bevilling")
    support = case["mentorstoette"]
    tasks = support["opgaver"]
    support["opgaver"] = [copy.deepcopy(tasks[number % len(tasks)]) for number in range(count)]
    for task in support["opgaver"]:
        task["tekst"] = text or task["tekst"]
    return case


def with_long_names():
    case = example("mentorkontrakt")
    case["mentor"]["arbejdsgiver"]["navn"] = LONG_NAME
    case["mentor"]["navn"] = "Christina-Alexandra Margrethe Vilhelmine Frederiksen-Wedellsborg-Schimmelmann af Holsteinborg"
    case["mentor"]["email"] = LONG_MAIL
    return case


CASES = {
    "12-opgaver": with_tasks(12),
    "25-opgaver": with_tasks(25),
    "5-lange-opgaver": with_tasks(5, LONG_TASK),
    "25-lange-opgaver": with_tasks(25, LONG_TASK),
    "lange-navne": with_long_names(),
}


def main(folder):
    for name, case in CASES.items():
        # Documents lie in folders by case number.
        case["sagsnummer"] = name
        pathlib.Path(folder, f"{name}.json").write_text(json.dumps(case, ensure_ascii=False, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
