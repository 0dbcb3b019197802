"""Imports by 1, 2 and 4 worker processes: articles a second into one dossier and into four.

    sh tests/postgres.sh .venv/bin/python -m tests.benchmarks.workers --articles 400

Articles of some 2,500 characters, handed over through the queue in the database. The clock runs from the first article
that is in to the last; starting Python and the last weaving are left out.
"""

import argparse
import os
import random
import tempfile
import time
from pathlib import Path

from tests.benchmarks.faults import DAYS, SHIPS, VOICES, half_in
from tests.benchmarks.scratch import ask, done, manage, scratch

WORKER = ("db_worker", "--batch", "--interval", "0.05", "--no-startup-delay", "--verbosity", "0")


def write_long_articles(folder, count, seed=1):
    chance = random.Random(seed)
    for number in range(count):
        told = "\n\n".join(_paragraph(chance, number) for _ in range(10))
        head = f"At sea off Port Varda\n\nTuesday 7 March 2023 {chance.randrange(10, 22)}:{number % 60:02} GMT"
        (folder / f"{number:05}.txt").write_text(f"{head}\n\n{told}\n")


def _paragraph(chance, number):
    ship, day, voice = chance.choice(SHIPS), chance.choice(DAYS), chance.choice(VOICES)
    return (
        f"A {ship} sank off the port {day}, {voice} said. At least {chance.randrange(2, 40)} people were killed, {voice} "
        f"told report number {number}. The crew of the {ship} were rescued by noon. Police arrested a captain on Monday."
    )


def measure(articles, workers, dossiers):
    """Articles a second with so many workers."""
    with tempfile.TemporaryDirectory() as name, scratch(name, "workers") as database:
        done(manage(database, "migrate", "--verbosity", "0"))
        for number in range(dossiers):
            folder = Path(name) / f"ferry-{number}"
            folder.mkdir()
            write_long_articles(folder, articles // dossiers, seed=number)
            done(manage(database, "import_articles", folder, "--dossier", folder.name, "--by-workers"))
        running = [manage(database, *WORKER) for _ in range(workers)]
        first = _when(database, 1)
        last = _when(database, articles)
        for one in running:
            done(one)
        assert half_in(database) == []
        assert ask(database, "SELECT DISTINCT state FROM timeline_importrun") == [("done",)]
        assert ask(database, "SELECT count(*) FROM timeline_dossier WHERE stale") == [(0,)]
        return (articles - 1) / (last - first)


def _when(database, count):
    while ask(database, "SELECT count(*) FROM timeline_article")[0][0] < count:
        time.sleep(0.05)
    return time.perf_counter()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 4])
    asked = parser.parse_args()
    os.environ["TASKS"] = "database"
    print("| workers | articles a second into one dossier | into four |\n|---|---|---|")
    for number in asked.workers:
        one, four = (measure(asked.articles, number, dossiers) for dossiers in (1, 4))
        print(f"| {number} | {one:.1f} | {four:.1f} |", flush=True)
