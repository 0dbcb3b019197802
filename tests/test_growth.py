"""What a page asks of the database does not grow with the dossier: not the queries, not the work, no table read whole.

A small version of `tests/benchmarks/pages.py`. Nothing is timed: SQLite counts the instructions it carries out.
"""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.benchmarks.generated import generate
from tests.benchmarks.windows import pages, whole_tables
from timeline.models import Dossier, Source
from timeline.selectors import conflicts as conflict_rows
from timeline.selectors import density, filtering
from timeline.selectors import timeline as timeline_rows
from timeline.services import tallies
from timeline.services.searchable import keep_searchable

SMALL, LARGE = 1_000, 8_000
# A thousand instructions count as one.
STEP = 1000


# What a page looks at at most, as small beside the small dossier as in use it is beside a large one.
MOST = {
    (tallies, "LARGE"): SMALL,
    (filtering, "NARROW"): 50,
    (filtering, "MOST_MATCHES"): 50,
    (density, "MOST_COUNTED"): 50,
    (conflict_rows, "A_PAGE"): 10,
    (timeline_rows, "MOST_CLAIMS"): 100,
    (timeline_rows, "MOST_COUNTED"): 20,
    (timeline_rows, "MUCH"): 500,
}
PAGES = [
    "opening", "whole", "whole, filter", "whole, two sources", "whole, frequent word", "whole, rare words", "one day",
    "one hour", "event", "articles", "sources", "conflicts", "conflicts by gap", "conflicts by state", "30 claims", "30 claims, search",
]  # fmt: skip


def made(claims):
    dossier = generate(claims)
    keep_searchable(dossier=dossier)
    tallies.keep_tallies(dossier=dossier)
    assert dossier.tallied
    return dossier


@contextmanager
def instructions():
    """How many thousand instructions SQLite carries out meanwhile."""
    counted = []
    connection.connection.set_progress_handler(lambda: counted.append(1) and 0, STEP)
    try:
        yield counted
    finally:
        connection.connection.set_progress_handler(None, 0)


def work(client, path):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    assert response.status_code == 200
    counted = []
    if connection.vendor == "sqlite":
        with instructions() as counted:
            client.get(path)
    return len(queries), whole_tables(queries) if connection.vendor == "sqlite" else [], len(counted)


def measured(client, claims):
    dossier = made(claims)
    found = {name: work(client, path) for name, path in pages(dossier, only=PAGES).items()}
    Dossier.objects.all().delete()
    Source.objects.all().delete()
    return found


@pytest.mark.django_db
def test_a_page_does_no_more_for_eight_times_the_claims(vera, monkeypatch):
    for (module, name), most in MOST.items():
        monkeypatch.setattr(module, name, most)
    small, large = measured(vera, SMALL), measured(vera, LARGE)
    for name, (queries, whole, steps) in large.items():
        before = small[name]
        assert not whole, name
        assert queries <= before[0] + 6, name
        # Eight times the claims; half as much again at most, or what takes a few milliseconds.
        assert steps <= max(1.5 * before[2], 150), (name, before[2], steps)
