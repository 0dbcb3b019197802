"""Pages of a generated dossier: the server's time, bytes, marks and queries, and which queries read a whole table.

    .venv/bin/python -m tests.benchmarks.pages 1000 10000 100000 1000000
    sh tests/postgres.sh .venv/bin/python -m tests.benchmarks.pages 1000 10000 100000 1000000

A fresh SQLite file in a temporary folder for each number of claims, or the PostgreSQL that DATABASE_URL names (emptied
between them). `generated.py` says what the dossier is like. No statistics are gathered on SQLite, as nothing does so in
use; PostgreSQL gets the VACUUM ANALYZE that it would do by itself. `--keep FILE` leaves the SQLite file of the last size; `--use`
measures the pages of what DATABASE_URL names, `--only "one day" …` some of them.
"""

import argparse
import os
import re
import resource
import shutil
import tempfile
import time
from pathlib import Path

PLACE = tempfile.TemporaryDirectory()
FILE = Path(PLACE.name) / "pages.sqlite3"
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FILE}")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from tests.benchmarks.generated import generate
from tests.benchmarks.windows import pages, whole_tables
from timeline.models import Dossier
from timeline.services.searchable import keep_searchable
from timeline.services.tallies import keep_tallies


def measure(client, path, times=4):
    """Milliseconds by the clock and of this process (the least of each), bytes, marks, queries, the tables read whole."""
    took, busy = [], []
    for _ in range(times):
        begun, working = time.perf_counter(), time.process_time()
        response = client.get(path)
        took.append((time.perf_counter() - begun) * 1000)
        busy.append((time.process_time() - working) * 1000)
        assert response.status_code == 200, (path, response.status_code)
        if took[0] > 5000:
            break
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    marks = len(re.findall(r'class="(?:lane|cell) ', response.text))
    return min(took), min(busy), len(response.content), marks, len(queries), whole_tables(queries)


def database_size():
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return FILE.stat().st_size
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def made(size):
    """The dossier with all that follows from its rows, and a line for each step: seconds, the most memory so far."""
    begun = time.perf_counter()

    def step(name):
        nonlocal begun
        took, begun = time.perf_counter() - begun, time.perf_counter()
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {size:,} | {name} | {took:.1f} s | {most} MB at most |", flush=True)

    dossier = generate(size)
    step("rows")
    keep_searchable(dossier=dossier)
    step("words of the search")
    keep_tallies(dossier=dossier)
    step("tallies")
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM ANALYZE")
    print(f"| {size:,} | database | {database_size() / 2**20:.0f} MB | |", flush=True)
    return dossier


def main(sizes, keep, use, only):
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    setup_test_environment()
    for size in sizes:
        call_command("migrate", verbosity=0)
        if use:
            dossier = Dossier.objects.get(slug="generated")
        else:
            call_command("flush", verbosity=0, interactive=False)
            dossier = made(size)
        print(
            "| claims | page | ms | of it here | KB | marks | queries | tables read whole |\n|---|---|---|---|---|---|---|---|"
        )
        client = Client()
        for name, path in pages(dossier, only).items():
            took, busy, length, marks, queries, whole = measure(client, path)
            print(
                f"| {size:,} | {name} | {took:.0f} | {busy:.0f} | {length // 1024} | {marks} | {queries} | {', '.join(whole) or '–'} |",
                flush=True,
            )
        connection.close()
        if connection.vendor == "sqlite" and not use:
            if keep and size == sizes[-1]:
                shutil.copy(FILE, keep)
            for file in FILE.parent.glob("pages.sqlite3*"):
                file.unlink()


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    given.add_argument("--keep", type=Path)
    given.add_argument("--use", action="store_true")
    given.add_argument("--only", nargs="*", help="these pages")
    asked = given.parse_args()
    main(asked.sizes, asked.keep, asked.use, asked.only)
