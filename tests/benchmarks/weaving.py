"""Weaving a generated dossier whole, then after edits and a new article: time and memory.

    .venv/bin/python -m tests.benchmarks.weaving 1000 10000 100000

A fresh SQLite file for each number of claims. Seven claims in ten name a place that is their event's own, as real ones do;
else nothing in words drawn by chance would tell events apart. Weaving begins from the events that were generated, and
leaves others.
"""

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

PLACE = tempfile.TemporaryDirectory()
os.environ.setdefault("DATABASE_URL", f"sqlite:///{PLACE.name}/weaving.sqlite3")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")

import django

django.setup()

import random

from django.core.management import call_command
from django.db import transaction

from tests.benchmarks.generated import SAID, generate
from timeline import services
from timeline.models import Article, Claim

BATCH = 5000


def name_places(dossier, seed=2):
    """Put the name of a place of their own into most claims of each event."""
    chance = random.Random(seed)
    rows = []
    with transaction.atomic():
        for claim in dossier.claims.order_by("pk").iterator(chunk_size=BATCH):
            if chance.random() < 0.7:
                claim.quote = f"{claim.quote} in {name_of(claim.event_id)}"
                rows.append(claim)
            if len(rows) == BATCH:
                Claim.objects.bulk_update(rows, ["quote"], batch_size=200)
                rows = []
        Claim.objects.bulk_update(rows, ["quote"], batch_size=200)


def name_of(number):
    syllables = []
    while number:
        number, rest = divmod(number, len(SAID))
        syllables.append(SAID[rest])
    return "".join(syllables).capitalize() + "grad"


def measured(claims, name, work):
    begun, working = time.perf_counter(), time.process_time()
    work()
    clock, busy = time.perf_counter() - begun, time.process_time() - working
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {claims:,} | {name} | {busy:.1f} | {clock:.1f} | {most} |", flush=True)


def edit(dossier, place):
    """Give the claim at this place, in reading order, another time."""
    claim = dossier.claims.order_by("pk")[place]
    at = claim.article.start
    services.retime_claim(claim=claim, start=at, end=None, granularity="hour", editor=None)


def one_more(dossier, place):
    """A new article, published beside the one at this place."""
    beside = dossier.articles.order_by("start")[place]
    article = Article.objects.create(
        dossier=dossier, source=beside.source, original=beside.original, part=2, title="One more", text=beside.text,
        start=beside.start, end=beside.end, granularity="minute", zone="UTC",
    )  # fmt: skip
    for claim in beside.claims.all()[:20]:
        Claim.objects.create(article=article, dossier=dossier, start=0, end=13, quote=claim.quote, type=claim.type)
    services.weave_dossier(dossier=dossier)


def steps(claims):
    dossier = generate(claims)
    name_places(dossier)
    measured(claims, "the whole", lambda: services.weave_dossier(dossier=dossier))
    measured(claims, "an edit in the busy week", lambda: edit(dossier, claims // 2))
    measured(claims, "an edit elsewhere", lambda: edit(dossier, claims - 30))
    measured(claims, "an article more", lambda: one_more(dossier, claims // 100))
    print(f"| {claims:,} | {dossier.events.count():,} events, {dossier.chapters.count()} chapters | | | |", flush=True)


def main(sizes):
    print("| claims | step | s of the processor | by the clock | MB at most |\n|---|---|---|---|---|")
    for claims in sizes:
        call_command("migrate", verbosity=0)
        call_command("flush", verbosity=0, interactive=False)
        steps(claims)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 10_000])
    for file in Path(PLACE.name).glob("weaving*"):
        file.unlink()
