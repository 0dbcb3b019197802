import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from timeline.services import statistics

postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own planner")


@pytest.fixture
def claims(dossier, monkeypatch):
    monkeypatch.setattr(statistics, "LEAST", 1)
    article = factories.article(dossier, text="A ship sank. A ship burned.")
    return [factories.claim(article, "A ship sank"), factories.claim(article, "A ship burned")]


def rows_known(number=None):
    with connection.cursor() as cursor:
        if number is not None:
            # The server's own look at the table would hold it, and wait for the row changed here: it comes first or after.
            cursor.execute("LOCK TABLE timeline_claim IN SHARE UPDATE EXCLUSIVE MODE")
            cursor.execute("UPDATE pg_class SET reltuples = %s WHERE oid = 'timeline_claim'::regclass", [number])
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'timeline_claim'::regclass")
        return cursor.fetchone()[0]


@postgresql
def test_a_table_taken_for_much_smaller_than_a_dossier_is_looked_at(dossier, claims):
    rows_known(0)
    statistics.gather_statistics(dossier)
    assert rows_known() == len(claims)


@postgresql
def test_a_table_known_to_be_large_is_not(dossier, claims):
    rows_known(1000)
    statistics.gather_statistics(dossier)
    assert rows_known() == 1000


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite plans by what it is told")
def test_sqlite_is_asked_nothing(dossier, claims):
    with CaptureQueriesContext(connection) as asked:
        statistics.gather_statistics(dossier)
    assert len(asked) == 0
