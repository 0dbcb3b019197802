"""An upgrade of a running site: `migrate` over a database of an earlier version loses nothing that stands in it."""

import pytest

from tests.benchmarks.scratch import ask, done, manage, on_postgres, python, scratch

# Fills every table of an earlier version with rows, each column with something.
FILL = """
import sys
from datetime import UTC, datetime
import django
django.setup()
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor

target = [("timeline", sys.argv[1]), *[n for n in MigrationExecutor(connection).loader.graph.leaf_nodes() if n[0] != "timeline"]]
executor = MigrationExecutor(connection)
executor.migrate(target)
apps = MigrationExecutor(connection).loader.project_state(target).apps
made = {}

def value(column, number):
    name, late = column.name, column.name in {"end", "until", "supported_end", "high"}
    if isinstance(column, models.ForeignKey):
        related = column.related_model
        if column.null and related not in made:
            return None
        found = made.get(related) or fill(related)
        return found[min(number, len(found) - 1)]
    if isinstance(column, models.DateTimeField):
        return datetime(2023, 3, 7 + late, tzinfo=UTC)
    if isinstance(column, models.BooleanField):
        return False
    if isinstance(column, models.BinaryField):
        return b"bytes"
    if isinstance(column, models.JSONField):
        return [] if column.default is list else {}
    if isinstance(column, (models.IntegerField, models.FloatField)):
        return number + 10 * late
    if name == "granularity":
        return "day"
    if name == "status":
        return "asserted"
    if name == "state" and "Conflict" in column.model.__name__:
        return "open"
    if name == "zone":
        return "Asia/Kathmandu"
    return f"{name} {number}"[: column.max_length or 200]

def fill(model):
    rows = []
    for number in range(2):
        columns = [c for c in model._meta.concrete_fields if not c.auto_created and not c.primary_key]
        values = {c.name: value(c, number) for c in columns}
        keys = [c for c in model._meta.concrete_fields if c.primary_key and c.remote_field]
        values |= {c.name: value(c, number) for c in keys}
        rows.append(model.objects.create(**values))
    made[model] = rows
    return rows

for model in apps.get_app_config("timeline").get_models():
    if model not in made:
        fill(model)
"""
FIRST, LATER = "0001_house", "0010_import_runs"
LISTED = {
    True: "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name LIKE 'timeline_%'",
    False: "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'timeline_%'",
}
COLUMNS = {
    True: "SELECT column_name FROM information_schema.columns WHERE table_name = '{}' ORDER BY ordinal_position",
    False: "SELECT name FROM pragma_table_info('{}')",
}


@pytest.fixture(params=[FIRST, LATER])
def old(request, tmp_path):
    """A database of an earlier version with two rows in each table."""
    with scratch(tmp_path, "upgrade") as database:
        done(python(database, "-c", FILL, request.param))
        yield database


def columns_of(database):
    """{table: its columns}, of the site's own tables but those of the search, which are made from the others."""
    postgres = on_postgres(database)
    tables = [name for (name,) in ask(database, LISTED[postgres]) if "search" not in name and "words" not in name]
    return {table: [name for (name,) in ask(database, COLUMNS[postgres].format(table))] for table in tables}


def rows_of(database, columns):
    asked = {table: ", ".join(f'"{name}"' for name in names) for table, names in columns.items()}
    return {table: sorted(map(repr, ask(database, f"SELECT {names} FROM {table}"))) for table, names in asked.items()}


def test_nothing_is_lost(old):
    columns = columns_of(old)
    before = rows_of(old, columns)
    for name in ("article", "claim", "event", "conflict", "ruling", "judgement"):
        assert len(before[f"timeline_{name}"]) == 2
    done(manage(old, "migrate", "--verbosity", "0"))
    assert rows_of(old, columns) == before


def test_the_upgraded_site_weaves_and_exports(old):
    done(manage(old, "migrate", "--verbosity", "0"))
    told = "from timeline.models import Dossier; from timeline import services"
    done(
        python(
            old, "-c", f"import django; django.setup(); {told}; services.weave_dossier(dossier=Dossier.objects.first())"
        )
    )
    assert '"quote": "quote 0"' in done(manage(old, "export", "slug 0"))
    assert ask(old, "SELECT count(*) FROM timeline_claim") == [(2,)]
