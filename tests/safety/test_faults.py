"""Nothing is lost: an import that is killed, a disk that is full, a database nobody may write to or somebody holds."""

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from tests.benchmarks import faults
from timeline.models import Dossier

KEY = "k" * 60


def manage(database, *arguments, **options):
    """manage.py in a process of its own: its code, its output and its complaints."""
    command = [sys.executable, settings.BASE_DIR / "manage.py", *map(str, arguments)]
    environment = {"DATABASE_URL": f"sqlite:///{database}", "SECRET_KEY": KEY, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240, **options)


@pytest.fixture
def site(tmp_path):
    """A database that is set up, and a folder of ten articles of which three are in."""
    database, folder = tmp_path / "site.sqlite3", tmp_path / "articles"
    folder.mkdir()
    faults.write_articles(folder, 3)
    assert manage(database, "migrate", "--verbosity", "0").returncode == 0
    assert manage(database, "import_articles", folder, "--dossier", "ferry").returncode == 0
    faults.write_articles(folder, 10)
    return database, folder


def assert_one_clear_line(done):
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().splitlines()[-1].startswith("CommandError: Stopped: ")


def test_an_import_killed_at_random_ends_as_if_nobody_had_disturbed_it():
    left, _, _ = faults.run(articles=12, kills=4, weavings=2)
    assert left == sorted(left)


def test_a_full_disk_is_said_to_be_full_and_nothing_is_lost(site):
    database, folder = site
    room = database.stat().st_size + 20_000

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = manage(database, "import_articles", folder, "--dossier", "ferry", preexec_fn=little_room)
    assert_one_clear_line(done)
    assert faults.half_in(database) == []
    assert faults.stored(database) >= 3
    assert manage(database, "import_articles", folder, "--dossier", "ferry").returncode == 0
    assert faults.stored(database) == 10


def test_a_database_that_somebody_holds_is_said_to_be_held(site):
    database, folder = site
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = manage(database, "import_articles", folder, "--dossier", "ferry")
        other.execute("ROLLBACK")
    assert_one_clear_line(done)
    assert "locked" in done.stderr
    assert faults.stored(database) == 3


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="in SQLite's own words")
def test_a_database_that_may_only_be_read_is_said_to_be_so(db, tmp_path):
    faults.write_articles(tmp_path, 1)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only = ON")
        try:
            with pytest.raises(CommandError, match="may only be read"):
                call_command("import_articles", tmp_path, "--dossier", "ferry")
        finally:
            cursor.execute("PRAGMA query_only = OFF")
    assert not Dossier.objects.exists()
