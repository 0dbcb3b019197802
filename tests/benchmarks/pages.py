"""Pages of a generated dossier: the server's time, bytes and queries, and which queries read a whole table.

    .venv/bin/python -m tests.benchmarks.pages 1000 10000 100000

A fresh SQLite file in a temporary folder for each number of claims. Rows are generated, not read from text: ten claims
an event, fifty an article, an event in five with a conflict of time, all within one year, half of them in one week.
No statistics are gathered (ANALYZE), as nothing does so in use.
"""

import os
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

PLACE = tempfile.TemporaryDirectory()
DATABASE = Path(PLACE.name) / "pages.sqlite3"
os.environ["DATABASE_URL"] = f"sqlite:///{DATABASE}"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from timeline.models import Article, Claim, Conflict, Dossier, Event, Original, Quantity, Side, Source, Timestamp

START = datetime(2023, 1, 1, tzinfo=UTC)
WEEK = datetime(2023, 3, 6, tzinfo=UTC)
TYPES = ["attack", "explosion", "arrest", "protest", "air strike", "withdrawal", "meeting", "jail break"]
AN_EVENT, AN_ARTICLE, BATCH = 10, 50, 2000
DAY = "from=2023-03-08T00:00Z&to=2023-03-09T00:00Z"
HOUR = "from=2023-03-08T10:00Z&to=2023-03-08T11:00Z"
# Smaller than this a table is read whole for good reason.
SMALL = {"timeline_source", "timeline_dossier"}


def generate(claims, seed=1):
    """A dossier with that many claims, and one of its events."""
    chance = random.Random(seed)
    dossier = Dossier.objects.create(title="Generated", slug="generated", zone="UTC")
    sources = [Source.objects.create(name=f"Paper {number}") for number in range(20)]
    articles = _articles(dossier, sources, -(-claims // AN_ARTICLE))
    events = Event.objects.bulk_create(
        [_event(dossier, number, chance) for number in range(claims // AN_EVENT)], batch_size=BATCH
    )
    made = Claim.objects.bulk_create(
        [_claim(dossier, articles[n // AN_ARTICLE], events[n % len(events)], n) for n in range(claims)],
        batch_size=BATCH,
    )
    by_pk = {event.pk: event for event in events}
    stamps = Timestamp.objects.bulk_create([_stamp(one, by_pk[one.event_id], chance) for one in made], batch_size=BATCH)
    for claim, stamp in zip(made, stamps, strict=True):
        claim.timestamp = stamp
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE timeline_claim SET timestamp_id = (SELECT t.id FROM timeline_timestamp t WHERE t.claim_id = timeline_claim.id)"
        )
    Quantity.objects.bulk_create(
        [Quantity(claim=one, start=0, end=2, text="12", low=12, high=12, of="killed") for one in made[::20]],
        batch_size=BATCH,
    )
    _conflicts(events[::5], made, len(events))
    assert Claim.objects.filter(dossier=dossier).count() == claims
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return dossier, events[0]


def _articles(dossier, sources, count):
    files = [Original(dossier=dossier, name=f"{n}.txt", sha256=f"{n:064}", data=b"x") for n in range(count)]
    files = Original.objects.bulk_create(files, batch_size=BATCH)
    text = "A ship burned off the port on Monday, the harbour master said. " * 40
    return Article.objects.bulk_create(
        [
            Article(
                dossier=dossier, source=sources[n % len(sources)], original=file, title=f"Report {n}", text=text,
                start=START + timedelta(hours=n % 8000), end=START + timedelta(hours=n % 8000, minutes=1), zone="UTC",
            )
            for n, file in enumerate(files)
        ],
        batch_size=200,
    )  # fmt: skip


def _event(dossier, number, chance):
    first, length = (WEEK, 7 * 24) if number % 2 else (START, 365 * 24)
    start = first + timedelta(hours=chance.randrange(length))
    contested = number % 5 == 0
    return Event(
        dossier=dossier, title=f"Happening {number}", type=TYPES[number % len(TYPES)], place=f"Place {number % 97}",
        start=start, end=start + timedelta(hours=6), claim_count=AN_EVENT, origin_count=4, conflict_count=int(contested),
        hard_count=int(contested), supported_start=start, supported_end=start + timedelta(hours=1), supported_by=3,
        dated_origins=4,
    )  # fmt: skip


def _claim(dossier, article, event, number):
    return Claim(
        dossier=dossier, article=article, event=event, start=0, end=13, read_as=str(number), quote="A ship burned",
        type=event.type, voice=f"voice {number % 400}", place=event.place, origin=1 + number % 4,
    )  # fmt: skip


def _stamp(claim, event, chance):
    start = event.start + timedelta(hours=chance.randrange(5))
    return Timestamp(
        claim=claim, start=start, end=start + timedelta(hours=1), granularity="hour", rule="generated", zone="UTC"
    )


def _conflicts(events, claims, step):
    place = {event.pk: event for event in events}
    rows = Conflict.objects.bulk_create(
        [Conflict(event=event, kind="time", strength="hard", why="Apart.", gap_seconds=3600) for event in events],
        batch_size=BATCH,
    )
    of_event = {pk: [] for pk in place}
    for claim in claims:
        if claim.event_id in of_event:
            of_event[claim.event_id].append(claim)
    sides = [
        Side(conflict=row, claim=claim, number=1 + n % 2)
        for row in rows
        for n, claim in enumerate(of_event[row.event_id])
    ]
    Side.objects.bulk_create(sides, batch_size=BATCH)


def pages(event):
    own = "/generated/"
    return {
        "opening": own,
        "whole": f"{own}?from=2023-01-01T00:00Z&to=2024-01-01T00:00Z",
        "one day": f"{own}?{DAY}",
        "one hour": f"{own}?{HOUR}",
        "filter": f"{own}?{DAY}&type=attack",
        "search": f"{own}?{DAY}&q=master",
        "event": f"{own}events/{event.pk}/",
        "conflicts": f"{own}conflicts/",
        "articles": f"{own}articles/",
    }


def measure(client, path):
    """Milliseconds (the quicker of two), bytes, queries, and the tables read whole."""
    took = []
    for _ in range(2):
        begun = time.perf_counter()
        response = client.get(path)
        took.append((time.perf_counter() - begun) * 1000)
        assert response.status_code == 200, (path, response.status_code)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(path)
    return min(took), len(response.content), len(queries), whole_tables(queries)


def whole_tables(queries):
    found = set()
    with connection.cursor() as cursor:
        for query in queries:
            if not query["sql"].startswith("SELECT"):
                continue
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"].replace("%", "%%"))
            for *_, step in cursor.fetchall():
                words = step.split()
                if words[0] == "SCAN" and "INDEX" not in words and words[1].startswith("timeline_"):
                    found.add(words[1])
    return sorted(found - SMALL)


def main(sizes):
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    setup_test_environment()
    print("| claims | page | ms | KB | queries | tables read whole |\n|---|---|---|---|---|---|")
    for size in sizes:
        call_command("migrate", verbosity=0)
        _, event = generate(size)
        for name, path in pages(event).items():
            took, length, queries, whole = measure(Client(), path)
            print(
                f"| {size:,} | {name} | {took:.0f} | {length // 1024} | {queries} | {', '.join(whole) or '–'} |",
                flush=True,
            )
        print(f"| {size:,} | database | | {DATABASE.stat().st_size // 1024} | | |", flush=True)
        connection.close()
        for file in DATABASE.parent.glob("pages.sqlite3*"):
            file.unlink()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10_000])
