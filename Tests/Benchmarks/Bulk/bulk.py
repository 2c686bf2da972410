"""Bulk runs side by side: cases in, a file for each letter out.

    python3 Tests/Benchmarks/Bulk/bulk.py [CASES [ROUNDS [FOLDER]]]      20000 cases, 5 rounds, a memory file system

Needs the release builds of the program and of the benchmarks, Go, gcc, and Python with minijinja and orjson. All ways
write the same letters to the same paths with two workers, in turns; a letter of each is compared with ours without white
space. The others get finished views (`Benchmarks views`), with dates, times and conditions made beforehand: we read the
case itself and apply all rules.
"""

import html
import json
import os
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "../../.."))
BUILT = os.path.join(ROOT, "Tests/Benchmarks/.build/release")
PROGRAM = os.path.join(BUILT, "mentorbrev")
BENCHMARKS = os.path.join(BUILT, "Benchmarks")
WORKERS = "2"
GROUP = "512"


def cases(count, path):
    """Different cases, made from the example."""
    with open(os.path.join(ROOT, "Templates/examples/bevilling.json"), encoding="utf-8") as file:
        case = json.load(file)
    tasks = case["mentorstoette"]["opgaver"]
    given, sur = ["Mikkel", "Åse", "Søren", "Laura", "Amina", "Jørgen"], ["Bang", "Dam", "Kjærgaard", "Holm", "O'Hara"]
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            case["sagsnummer"] = f"27.36.00-G01-{number:07d}-26"
            case["borger"]["navn"] = f"{given[number % 6]} {sur[number % 5]}"
            case["mentorstoette"]["opgaver"] = tasks[: 1 + number % len(tasks)]
            file.write(json.dumps(case, ensure_ascii=False) + "\n")


def translate(text, engine):
    """The template of swift-mustache in another engine's words."""
    styles = {"[[brev.css]]": "brev.css", "[[udkast.css]]": "udkast.css"}
    for mark, name in styles.items():
        with open(os.path.join(ROOT, "Templates/style", name), encoding="utf-8") as file:
            text = text.replace(mark, file.read())
    loops = {"andreModtagere", "mentor.kontakter", "mentorstoette.opgaver", "mentorstoette.timetal.faser"}
    open_loops = []

    def name(word):
        inner = open_loops and "." not in word
        if engine == "go":
            return ("$row." if inner else "$.") + word
        return ("row." if inner else "") + word

    def tag(match):
        raw, sign, word = match[1] or "", match[2], match[3]
        go = engine == "go"
        if sign == "/":
            if word in loops:
                open_loops.pop()
                return "{{end}}" if go else "{% endfor %}"
            return "{{end}}" if go else "{% endif %}"
        if sign == "#" and word in loops:
            source = name(word)
            open_loops.append(word)
            return f"{{{{range $row := {source}}}}}" if go else f"{{% for row in {source} %}}"
        if sign in ("#", "^"):
            negated = "not " if sign == "^" else ""
            return f"{{{{if {negated}{name(word)}}}}}" if go else f"{{% if {negated}{name(word)} %}}"
        if go:
            return f"{{{{raw {name(word)}}}}}" if raw else f"{{{{{name(word)}}}}}"
        return f"{{{{ {name(word)}{'|safe' if raw else ''} }}}}"

    return re.sub(r"\{\{(\{)?([#^/]?)([\w.]+)\}\}\}?", tag, text)


def words_of(path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    return "".join(html.unescape(re.sub(r"<style>.*?</style>", "", page, flags=re.S)).split())


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    place = sys.argv[3] if len(sys.argv) > 3 else "/dev/shm"
    work = tempfile.mkdtemp(dir=place)
    try:
        run(count, rounds, work)
    finally:
        shutil.rmtree(work)


def run(count, rounds, work):
    def at(name):
        return os.path.join(work, name)

    cases(count, at("cases.jsonl"))
    subprocess.run([BENCHMARKS, "views", at("cases.jsonl"), at("views.jsonl")], check=True)
    with open(os.path.join(ROOT, "Tests/Benchmarks/letter.mustache"), encoding="utf-8") as file:
        letter = file.read()
    for engine in ("go", "jinja"):
        with open(at(engine), "w", encoding="utf-8") as file:
            file.write(translate(letter, engine))
    subprocess.run(["go", "build", "-o", at("gopeer"), os.path.join(HERE, "peer.go")], check=True)
    subprocess.run(["gcc", "-O2", "-o", at("writer"), os.path.join(HERE, "writer.c"), "-lpthread"], check=True)
    environment = dict(os.environ, MENTORBREV_TEMPLATES=os.path.join(ROOT, "Templates"))
    ours = [at("cases.jsonl"), "--kind", "bevilling", "--workers", WORKERS, "--output"]
    ways = {
        "mentorbrev render --format html": [PROGRAM, "render", "--format", "html", *ours],
        "Go html/template": [at("gopeer"), at("go"), at("views.jsonl"), "OUT", WORKERS],
        "minijinja": [sys.executable, os.path.join(HERE, "peer.py"), at("jinja"), at("views.jsonl"), "OUT", WORKERS],
        "C, files only": [at("writer"), at("blob"), "OUT", WORKERS],
        "mentorbrev render (html, xml)": [PROGRAM, "render", *ours],
        "mentorbrev issue (html, xml)": [PROGRAM, "issue", *ours],
        "C, files only (html, xml)": [at("writer"), at("blob2"), "OUT", WORKERS],
        "C, synced as issue is": [at("writer"), at("blob2"), "OUT", WORKERS, GROUP],
    }

    def once(way):
        out = at("out")
        shutil.rmtree(out, ignore_errors=True)
        os.sync()
        command = [out if word == "OUT" else word for word in ways[way]] + ([out] if PROGRAM in ways[way] else [])
        started = time.perf_counter()
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - started

    # The letters that the writers write, and the one by which the others are checked.
    for way, blob in (("mentorbrev render --format html", "blob"), ("mentorbrev render (html, xml)", "blob2")):
        once(way)
        with open(at(blob), "wb") as file:
            for folder, _, names in sorted(os.walk(at("out"))):
                for name in sorted(names):
                    path = os.path.join(folder, name)
                    with open(path, "rb") as letter_file:
                        content = letter_file.read()
                    relative = os.path.relpath(path, at("out")).encode()
                    file.write(struct.pack("<II", len(relative), len(content)) + relative + content)
        if blob == "blob":
            with open(at("views.jsonl"), encoding="utf-8") as lines:
                checked = [json.loads(line)["Path"] for line, _ in zip(lines, range(60))]
            expected = [words_of(os.path.join(at("out"), path)) for path in checked]
            size = os.path.getsize(at("blob")) // count
    for way in ("Go html/template", "minijinja"):
        once(way)
        for path, text in zip(checked, expected):
            if words_of(os.path.join(at("out"), path)) != text:
                sys.exit(f"{way}: another letter in {path}")

    times = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            times[way].append(once(way))
    line = os.path.getsize(at("cases.jsonl")) // count
    print(f"{count} cases of {line} bytes, letters of {size} bytes, {WORKERS} workers, {rounds} rounds in turns, {work}")
    for way, seconds in times.items():
        rate = count / statistics.median(seconds)
        print(f"  {way:36} {rate:9.0f} cases/s   {count / max(seconds):.0f}-{count / min(seconds):.0f}")

    def ratio(way, other):
        return statistics.median(b / a for a, b in zip(times[way], times[other]))

    for way, other, aim in (
        ("mentorbrev render --format html", "Go html/template", 5),
        ("mentorbrev render --format html", "minijinja", 2.5),
        ("mentorbrev render --format html", "C, files only", 0.2),
        ("mentorbrev issue (html, xml)", "mentorbrev render (html, xml)", 0.5),
        ("mentorbrev issue (html, xml)", "C, synced as issue is", None),
    ):
        reached = ratio(way, other)
        goal = "" if aim is None else f" (aim {aim}: {'reached' if reached >= aim else 'NOT REACHED'})"
        print(f"  {way} / {other}: {reached:.2f}{goal}")


main()
