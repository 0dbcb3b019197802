"""Readers paging and filtering while an import runs: the site under gunicorn, at rest and under load.

    .venv/bin/python -m tests.benchmarks.load --claims 100000 --readers 50 --requests 10
    sh tests/postgres.sh .venv/bin/python -m tests.benchmarks.load --claims 100000 --readers 50 --requests 10

Each reader asks for so many pages, one after the other, with a second or so to look at each. At rest one reader asks
for as many as ten would. Then all of them, while articles come into the same dossier. What is reported: answers that
were none (200; 302 to the event another was joined to), and the time in which half and 95 of 100 were answered.
"""

import argparse
import http.client
import json
import os
import random
import re
import socket
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.faults import write_articles
from tests.benchmarks.scratch import ask, done, manage, on_postgres, python, scratch

GENERATE = """
import django, sys; django.setup()
from tests.benchmarks.generated import generate
from tests.benchmarks.windows import pages
from timeline.services.searchable import keep_searchable
from timeline.services.tallies import keep_tallies
dossier = generate(int(sys.argv[1]))
keep_searchable(dossier=dossier); keep_tallies(dossier=dossier)
import json; print(json.dumps(pages(dossier)))
"""
ANSWERED = {200, 302}  # 302: the event was joined to another meanwhile


@contextmanager
def served(database, log, workers):
    """The port of the site under gunicorn."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bound = ("--bind", f"127.0.0.1:{port}", "--workers", str(workers), "--timeout", "120", "--log-level", "warning")
    server = python(database, "-m", "gunicorn", "timeline.wsgi", *bound, stdout=log, stderr=log)
    try:
        while _answer(port, "/healthz")[0] != 200:
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(60)


def _answer(port, path):
    """(status, seconds) of a page; 0 where there was no answer."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=110)
    try:
        connection.request("GET", path.replace(" ", "+").replace(chr(34), "%22"))
        answer = connection.getresponse()
        answer.read()
        return answer.status, time.perf_counter() - begun
    except OSError:
        return 0, time.perf_counter() - begun
    finally:
        connection.close()


def read(port, paths, requests, seed, rest=1.0):
    """What one reader was answered."""
    chance = random.Random(seed)
    found = []
    for _ in range(requests):
        path = chance.choice(paths)
        found.append((path, *_answer(port, path)))
        time.sleep(chance.uniform(0.5, 1.5) * rest)
    return found


def run(claims, readers, requests, articles, workers=5, rest=1.0):
    """(what was answered at rest, under load, seconds of the import, articles that came in)."""
    with tempfile.TemporaryDirectory() as name, scratch(name, "load") as database:
        folder = Path(name) / "articles"
        folder.mkdir()
        write_articles(folder, articles)
        done(manage(database, "migrate", "--verbosity", "0"))
        paths = list(json.loads(done(python(database, "-c", GENERATE, claims))).values())
        before = ask(database, "SELECT count(*) FROM timeline_article")[0][0]
        with (Path(name) / "log").open("w") as log, served(database, log, workers) as port:
            calm = read(port, paths, requests * min(readers, 10), 0, rest=0)
            begun = time.perf_counter()
            importing = manage(database, "import_articles", folder, "--dossier", "generated")
            with ThreadPoolExecutor(readers) as crowd:
                each = [crowd.submit(read, port, paths, requests, seed, rest) for seed in range(1, readers + 1)]
                busy = [answer for one in each for answer in one.result()]
            during = time.perf_counter() - begun
            ended = importing.poll() is not None
            done(importing)
        logged = (Path(name) / "log").read_text()
        assert not re.search("(?m)^ERROR", logged), logged[-3000:]
        return calm, busy, during, ended, ask(database, "SELECT count(*) FROM timeline_article")[0][0] - before


def told(answers):
    took = sorted(seconds for _, _, seconds in answers)
    wrong = [(path, status) for path, status, _ in answers if status not in ANSWERED]
    p95 = statistics.quantiles(took, n=20)[-1]
    return {"answers": len(took), "wrong": wrong, "p50": round(statistics.median(took), 2), "p95": round(p95, 2)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--requests", type=int, default=10)
    parser.add_argument("--articles", type=int, default=300)
    asked = parser.parse_args()
    calm, busy, during, ended, came = run(asked.claims, asked.readers, asked.requests, asked.articles)
    print(f"{'PostgreSQL' if on_postgres() else 'SQLite'}, {asked.claims} claims, load {os.getloadavg()[0]:.1f}")
    print(f"at rest, one reader: {told(calm)}")
    print(f"{asked.readers} readers for {during:.0f} s beside an import of {came} articles: {told(busy)}")
    print("the import was over before the readers" if ended else "the import went on all the time")
