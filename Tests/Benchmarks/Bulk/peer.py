"""A bulk run as minijinja makes it: lines of JSON in, a letter for each out.

    peer.py TEMPLATE VIEWS FOLDER WORKERS

Each line is an object with the path of the letter below the folder and the view to fill it with. Workers are processes
that share the lines between them.
"""

import os
import sys

import minijinja
import orjson


def work(template, views, folder, number, workers):
    environment = minijinja.Environment(templates={"letter.html": open(template, encoding="utf-8").read()})
    with open(views, "rb") as lines:
        for index, text in enumerate(lines):
            if index // 64 % workers != number:
                continue
            line = orjson.loads(text)
            page = environment.render_template("letter.html", **line["View"])
            path = os.path.join(folder, line["Path"])
            os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
            with open(path, "wb") as file:
                file.write(page.encode())


def main():
    template, views, folder, workers = sys.argv[1:4] + [int(sys.argv[4])]
    children = []
    for number in range(workers):
        child = os.fork()
        if child == 0:
            work(template, views, folder, number, workers)
            os._exit(0)
        children.append(child)
    for child in children:
        _, status = os.waitpid(child, 0)
        if status != 0:
            sys.exit("a worker failed")


main()
